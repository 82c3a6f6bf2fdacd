import { execFile } from 'node:child_process';
import { cp, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { courseCopy } from './course-copy.ts';
import { repository } from './repository.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** A copy of the course with a grader, and so with suites, of its own: the first exercise with its solution. */
export async function courseWithGrader(): Promise<TemporaryFolder> {
  const course = await courseCopy();
  for (const part of ['core/src', 'core/package.json', 'grader/src', 'grader/suites', 'grader/package.json']) {
    await cp(join(repository, 'packages', part), join(course.path, 'packages', part), { recursive: true });
  }
  await symlink(join(repository, 'packages/grader/node_modules'), join(course.path, 'packages/grader/node_modules'));
  for (const folder of ['also', 'wrong']) await rm(join(course.path, 'packages/solutions/tea', folder), { recursive: true });
  return course;
}

/** What `check-course tea` of its own grader says, on one line, and its exit code. */
export async function checkTea({ path }: TemporaryFolder, language = 'en'): Promise<{ said: string; code: number }> {
  const cli = join(path, 'packages/grader/src/cli.ts');
  const env = { ...process.env, NODE_COMPILE_CACHE: join(repository, 'node_modules/.cache/teatime'), FORCE_COLOR: undefined, NO_COLOR: undefined };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, 'check-course', 'tea', '--lang', language], { cwd: path, env }, (_, stdout, stderr) => {
      resolve({ said: (stdout + stderr).replaceAll(/\s+/g, ' '), code: child.exitCode ?? -1 });
    });
  });
}

/** Changes a file of the course. */
export async function edit(course: TemporaryFolder, path: string, change: (text: string) => string): Promise<void> {
  await course.write(path, change(await readFile(join(course.path, path), 'utf8')));
}
