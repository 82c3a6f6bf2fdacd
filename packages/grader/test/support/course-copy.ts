import { cpSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { repository } from './repository.ts';
import { smallCourse } from './small-course.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/**
 * A copy of the small course that a test may break, with as many of its exercises in the list as are named; with all of
 * them when none is. Its grader is the one of this repository.
 */
export async function courseCopy(...ids: readonly string[]): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  // Whoever tried something out there has progress of their own.
  cpSync(smallCourse, folder.path, { recursive: true, filter: (path) => basename(path) !== '.teatime' });
  cpSync(join(repository, 'tsconfig.base.json'), join(folder.path, 'tsconfig.base.json'));
  const outline: { exercises: readonly string[] } = JSON.parse(await readFile(join(folder.path, 'course.json'), 'utf8'));
  await folder.write('course.json', JSON.stringify({ ...outline, exercises: ids.length === 0 ? outline.exercises : ids }));
  await mkdir(join(folder.path, 'packages/grader/node_modules/@teatime'), { recursive: true });
  const links = {
    'packages/exercises/node_modules': 'packages/exercises/node_modules',
    'packages/solutions/node_modules': 'packages/solutions/node_modules',
    'packages/grader/node_modules/@teatime/core': 'packages/core',
    'packages/grader/node_modules/@teatime/grader': 'packages/grader',
  };
  for (const [place, target] of Object.entries(links)) await symlink(join(repository, target), join(folder.path, place));
  return folder;
}
