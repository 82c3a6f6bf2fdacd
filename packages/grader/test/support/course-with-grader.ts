import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { courseCopy } from './course-copy.ts';
import { repository } from './repository.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** A copy of some exercises with a grader, and so with suites, of its own; of the answers, only the solutions. */
export async function courseWithGrader(...ids: readonly string[]): Promise<TemporaryFolder> {
  const course = await courseCopy(...ids);
  for (const part of ['core/src', 'core/package.json', 'grader/src', 'grader/package.json']) {
    cpSync(join(repository, 'packages', part), join(course.path, 'packages', part), { recursive: true });
  }
  await rm(join(course.path, 'packages/grader/node_modules'), { recursive: true });
  await symlink(join(repository, 'packages/grader/node_modules'), join(course.path, 'packages/grader/node_modules'));
  for (const id of ids) {
    for (const folder of ['also', 'wrong']) await rm(join(course.path, 'packages/solutions', id, folder), { recursive: true });
  }
  return course;
}

/** What `check-course` of its own grader says, on one line, and its exit code. */
export async function checkCourse(course: TemporaryFolder, ...args: readonly string[]): Promise<Said> {
  return ownCommand(course, 'check-course', ...args);
}

/** What a command says, on one line, and how it ends. */
export interface Said {
  readonly said: string;
  readonly code: number;
}

/** Runs a command of the course's own grader. */
export async function ownCommand({ path }: TemporaryFolder, ...args: readonly string[]): Promise<Said> {
  const cli = join(path, 'packages/grader/src/teatime.ts');
  // What is compiled of a grader that is gone after the test is of use to nobody.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(path, '.cache'), FORCE_COLOR: undefined, NO_COLOR: undefined };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], { cwd: path, env }, (_, stdout, stderr) => {
      resolve({ said: (stdout + stderr).replaceAll(/\s+/g, ' '), code: child.exitCode ?? -1 });
    });
  });
}

/** Changes a file of the course. */
export async function edit(course: TemporaryFolder, path: string, change: (text: string) => string): Promise<void> {
  await course.write(path, change(await readFile(join(course.path, path), 'utf8')));
}
