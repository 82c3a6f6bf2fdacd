import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { TemporaryFolder } from './temporary-folder.ts';

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
