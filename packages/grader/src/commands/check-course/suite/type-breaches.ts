import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { CourseLayout } from '../../../course/layout.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import type { Breach } from '../breach/breach.ts';

const mistakes = z.array(z.object({ path: z.string(), line: z.number(), message: z.string() }));

/**
 * What TypeScript finds in the suites and the stories of exercises; answers are looked at when they are graded. It reads on a
 * thread of its own, since it takes seconds, in which the judge has work to do; what it has read once stays there.
 */
export class TypeReader implements AsyncDisposable {
  readonly #layout: CourseLayout;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(layout: CourseLayout) {
    this.#layout = layout;
  }

  /** By exercise. */
  async breaches(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Breach[]>> {
    const { root, suites, exercises } = this.#layout;
    const files = await Promise.all(ids.map(async (id) => {
      const beside = await readdir(join(suites, id), { recursive: true }).catch(() => []);
      const suite = [`${id}.suite.ts`, `${id}.hidden.suite.ts`, ...beside.filter((name) => name.endsWith('.ts')).map((name) => join(id, name))];
      return {
        id,
        suite: suite.map((name) => join(suites, name)).filter((path) => existsSync(path)),
        story: [join(exercises, id, 'story.ts')].filter((path) => existsSync(path)),
      };
    }));
    const found = await this.#read([
      { directory: join(suites, '..'), files: files.flatMap(({ suite }) => suite) },
      { directory: exercises, files: files.flatMap(({ story }) => story) },
    ]);
    return new Map(files.map(({ id, suite, story }) => [id, found
      .filter(({ path }) => [...suite, ...story].includes(path))
      .map(({ path, line, message }) => {
        const place = `${relative(root, path).split(sep).join('/')}:${line}`;
        return { promise: story.includes(path) ? 'story' : 'suite', details: courseBreaches.typeError(place, message) } as const;
      })]));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.terminate();
  }

  /** One question after another. */
  #read(programs: readonly Program[]): Promise<z.infer<typeof mistakes>> {
    const read = this.#last.then(() => this.#ask(programs));
    this.#last = read.catch(() => undefined);
    return read;
  }

  async #ask(programs: readonly Program[]): Promise<z.infer<typeof mistakes>> {
    const worker = (this.#worker ??= new Worker(new URL('types-worker.ts', import.meta.url)));
    // It lives as long as its owner, and keeps no process from ending.
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    worker.once('message', resolve).once('error', reject);
    worker.postMessage({ programs });
    return mistakes.parse(await promise.finally(() => worker.off('message', resolve).off('error', reject)));
  }
}

interface Program {
  /** Where its `tsconfig.json` lies. */
  readonly directory: string;
  readonly files: readonly string[];
}
