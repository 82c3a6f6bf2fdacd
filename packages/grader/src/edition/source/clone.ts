import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceProblem } from './source-problem.ts';

/** A clone that is gone at the end of its scope. */
export interface Clone extends AsyncDisposable {
  readonly folder: string;
}

/** Gets the newest of a git repository. Nobody is asked for a password: there may be nobody. @throws {SourceProblem} */
export async function cloneOf(address: string): Promise<Clone> {
  const above = await mkdtemp(join(tmpdir(), 'teatime-update-'));
  const folder = join(above, 'clone');
  const env = {
    ...process.env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    SSH_ASKPASS: 'true',
    GIT_SSH_COMMAND: process.env['GIT_SSH_COMMAND'] ?? 'ssh -o BatchMode=yes',
    // Others can run any program.
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
  };
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  execFile('git', ['-c', 'core.symlinks=false', 'clone', '--quiet', '--depth', '1', '--', address, folder], { env }, (error, _, stderr) => {
    if (error === null) resolve(undefined);
    else reject(error.code === 'ENOENT' ? new SourceProblem('no-git', address) : new SourceProblem('clone', stderr.trim()));
  });
  const gone = (): Promise<void> => rm(above, { recursive: true, force: true });
  try {
    await promise;
    return { folder, [Symbol.asyncDispose]: gone };
  } catch (error) {
    await gone();
    throw error;
  }
}
