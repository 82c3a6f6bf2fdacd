import { cp, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { repository } from './repository.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** A copy of the course that a test may break. Its grader is the one of this repository. */
export async function courseCopy(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  const parts = ['course.json', 'tsconfig.base.json', 'packages/exercises', 'packages/solutions'];
  for (const part of parts) {
    await cp(join(repository, part), join(folder.path, part), {
      recursive: true,
      filter: (source) => basename(source) !== 'node_modules',
    });
  }
  for (const name of ['exercises', 'solutions']) {
    await symlink(join(repository, 'packages', name, 'node_modules'), join(folder.path, 'packages', name, 'node_modules'));
  }
  return folder;
}
