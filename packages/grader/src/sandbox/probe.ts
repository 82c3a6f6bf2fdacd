import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SandboxName } from '../verdict/result.ts';

/** What this machine offers around a student process. Node's permission model is always there. */
export interface Sandbox {
  readonly name: SandboxName;
  /** Path of bubblewrap's `bwrap`: no files, no network, no other processes in sight. */
  readonly bubblewrap: string | undefined;
  /** Path of `prlimit`: bounds on memory, files and CPU time. */
  readonly prlimit: string | undefined;
}

const run = promisify(execFile);

/** Tries what is installed, rather than believing that it works: many containers forbid user namespaces. */
export async function probeSandbox(): Promise<Sandbox> {
  const [bubblewrap, prlimit] = await Promise.all([
    works('bwrap', ['--unshare-all', '--unshare-user', '--disable-userns', '--ro-bind', '/', '/', '--', 'true']),
    works('prlimit', ['--nofile=64', '--', 'true']),
  ]);
  return { name: bubblewrap ? 'bubblewrap' : 'node-permission', bubblewrap, prlimit };
}

async function works(program: string, args: readonly string[]): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    await run(program, args, { timeout: 5000 });
    return program;
  } catch {
    return undefined;
  }
}
