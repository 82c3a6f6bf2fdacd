import { cpSync } from 'node:fs';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './repository.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/**
 * A copy of the course that a test may break, as it is handed out, with as many of its exercises as are named; with all
 * of them when none is. Its grader is the one of this repository.
 */
export async function courseCopy(...ids: readonly string[]): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  const outline: { exercises: readonly string[] } = JSON.parse(await readFile(join(repository, 'course.json'), 'utf8'));
  const exercises = ids.length === 0 ? outline.exercises : ids;
  await folder.write('course.json', JSON.stringify({ ...outline, exercises }));
  const copy = (from: string, to = from): void => cpSync(join(repository, from), join(folder.path, to), { recursive: true });
  copy('tsconfig.base.json');
  for (const name of ['packages/exercises', 'packages/solutions']) {
    const entries = await readdir(join(repository, name), { withFileTypes: true });
    for (const file of entries.filter((entry) => entry.isFile())) copy(join(name, file.name));
    for (const id of exercises) copy(join(name, id));
    await symlink(join(repository, name, 'node_modules'), join(folder.path, name, 'node_modules'));
  }
  // Whoever runs these tests may have solved some.
  for (const id of exercises) copy(`packages/exercises/${id}/.stub`, `packages/exercises/${id}`);
  return folder;
}
