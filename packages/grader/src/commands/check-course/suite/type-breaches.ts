import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { CourseLayout } from '../../../course/layout.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import type { Breach } from '../breach/breach.ts';

const mistakes = z.array(z.object({ path: z.string(), line: z.number(), message: z.string() }));

/** What TypeScript finds in the suites and the stories of exercises, by exercise; answers are looked at when they are graded. */
export async function typeBreaches(ids: readonly string[], layout: CourseLayout): Promise<ReadonlyMap<string, readonly Breach[]>> {
  const files = await Promise.all(ids.map(async (id) => {
    const beside = await readdir(join(layout.suites, id), { recursive: true }).catch(() => []);
    const suite = [`${id}.suite.ts`, `${id}.hidden.suite.ts`, ...beside.filter((name) => name.endsWith('.ts')).map((name) => join(id, name))];
    return {
      id,
      suite: suite.map((name) => join(layout.suites, name)).filter((path) => existsSync(path)),
      story: [join(layout.exercises, id, 'story.ts')].filter((path) => existsSync(path)),
    };
  }));
  const programs = [
    { directory: join(layout.suites, '..'), files: files.flatMap(({ suite }) => suite) },
    { directory: layout.exercises, files: files.flatMap(({ story }) => story) },
  ];
  const found = await readTypes(programs);
  return new Map(files.map(({ id, suite, story }) => [id, found
    .filter(({ path }) => [...suite, ...story].includes(path))
    .map(({ path, line, message }) => {
      const place = `${relative(layout.root, path).split(sep).join('/')}:${line}`;
      return { promise: story.includes(path) ? 'story' : 'suite', details: courseBreaches.typeError(place, message) } as const;
    })]));
}

interface Program {
  /** Where its `tsconfig.json` lies. */
  readonly directory: string;
  readonly files: readonly string[];
}

/** On a thread of its own: it takes seconds, in which the judge has work to do. */
async function readTypes(programs: readonly Program[]): Promise<z.infer<typeof mistakes>> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const worker = new Worker(new URL('types-worker.ts', import.meta.url), { workerData: { programs } });
  worker.once('message', resolve).once('error', reject);
  return mistakes.parse(await promise.finally(() => worker.terminate()));
}
