import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SandboxName } from '../verdict/result.ts';

/** What this machine offers around a student process. Node's permission model is always there. */
export interface Sandbox {
  readonly name: SandboxName;
  /** Path of bubblewrap's `bwrap`: no files, no network, no other processes in sight. */
  readonly bubblewrap: string | undefined;
  /** Why bubblewrap does not work here, in its own words, where it is installed. */
  readonly refusal?: string;
  /** Path of `prlimit`: bounds on memory, files and CPU time. */
  readonly prlimit: string | undefined;
}

const run = promisify(execFile);

/** Tries what is installed, rather than believing that it works: many containers forbid user namespaces. */
export async function probeSandbox(): Promise<Sandbox> {
  const [bubblewrap, limits] = await Promise.all([
    works('bwrap', ['--unshare-all', '--unshare-user', '--disable-userns', '--ro-bind', '/', '/', '--', 'true']),
    findPrlimit(),
  ]);
  if ('path' in bubblewrap) return { name: 'bubblewrap', bubblewrap: bubblewrap.path, prlimit: limits };
  return { name: 'node-permission', bubblewrap: undefined, prlimit: limits, ...bubblewrap };
}

let prlimit: Promise<string | undefined> | undefined;

/** Path of `prlimit`, where it works. It is tried once. */
export function findPrlimit(): Promise<string | undefined> {
  prlimit ??= works('prlimit', ['--nofile=64', '--', 'true']).then((found) => ('path' in found ? found.path : undefined));
  return prlimit;
}

async function works(program: string, args: readonly string[]): Promise<{ readonly path: string } | { readonly refusal?: string }> {
  if (process.platform !== 'linux') return {};
  try {
    await run(program, args, { timeout: 5000 });
    return { path: program };
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined;
    return said ? { refusal: said } : {};
  }
}
