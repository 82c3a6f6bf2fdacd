import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { breaches } from '../../../messages/breaches.ts';
import { stubFolder } from '../../../progress/stub.ts';
import type { Breach } from '../breach/breach.ts';

/** What is missing, empty or too much among the files of an exercise. */
export async function fileBreaches(
  { id, files }: Exercise,
  layout: CourseLayout,
  languages: readonly string[],
): Promise<readonly Breach[]> {
  const tasks = languages.map((language) => `task.${language}.md`);
  const [stubs, answers] = [`packages/exercises/${id}`, `packages/solutions/${id}`];
  return [
    ...(await missing(layout, stubs, [...files, 'story.ts'], 'files')),
    ...(await missing(layout, stubs, tasks, 'languages')),
    ...(await missing(layout, answers, files, 'files')),
    ...(await staleStubs(layout, stubs, files)),
    ...(await stray(layout, stubs, [...files, ...tasks, 'story.ts', 'exercise.json'])),
    // The tests of a reference lie beside it.
    ...(await stray(layout, answers, [...files, 'also', 'wrong', 'test'])),
  ];
}

async function missing(
  { root }: CourseLayout,
  folder: string,
  names: readonly string[],
  promise: 'files' | 'languages',
): Promise<readonly Breach[]> {
  const found = await Promise.all(names.map(async (name) => ({ name, text: await textOf(join(root, folder, name)) })));
  return found.flatMap(({ name, text }) => {
    if (text === undefined) return [{ promise, details: breaches.missing(`${folder}/${name}`) }];
    return text.trim() === '' ? [{ promise, details: breaches.empty(`${folder}/${name}`) }] : [];
  });
}

/** What `reset` would give a student is what this course was proved with. */
async function staleStubs({ root }: CourseLayout, folder: string, files: readonly string[]): Promise<readonly Breach[]> {
  const stale = await Promise.all(
    files.map(async (name): Promise<readonly Breach[]> => {
      const path = `${folder}/${stubFolder}/${name}`;
      const [handedOut, kept] = await Promise.all([textOf(join(root, folder, name)), textOf(join(root, path))]);
      if (handedOut === undefined || handedOut === kept) return [];
      return [{ promise: 'files', details: kept === undefined ? breaches.missingStub(path) : breaches.stale(path) }];
    }),
  );
  return stale.flat();
}

async function stray({ root }: CourseLayout, folder: string, expected: readonly string[]): Promise<readonly Breach[]> {
  const names = await readdir(join(root, folder)).catch(() => []);
  return names
    .filter((name) => !expected.includes(name) && !name.startsWith('.'))
    .map((name) => ({ promise: 'files', details: breaches.stray(`${folder}/${name}`) }));
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
