import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/* What the benchmarks share: a course to write into, runs in turns, and figures to print. */

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const cli = 'packages/grader/src/teatime.ts';
const vitest = 'packages/grader/node_modules/vitest/vitest.mjs';
export const plainVitest = [vitest, '--config', 'packages/grader/suites/vitest.config.ts', '--reporter=dot'] as const;

/** With this there is no bubblewrap and no prlimit to be found. */
export const noSandbox = { PATH: '/nowhere' } as const;

/** A copy of the whole course, with this one's dependencies. */
export async function copyOfCourse(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'teatime-bench-'));
  const links: string[] = [];
  await cp(root, path, {
    recursive: true,
    filter: (source) => {
      if (basename(source) !== 'node_modules') return !/^\.(?:git|teatime|turbo)$/.test(basename(source));
      links.push(relative(root, source));
      return false;
    },
  });
  for (const link of links) await symlink(join(root, link), join(path, ...link.split(sep)));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Runs Node in the course. @throws when it fails */
export function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  run(args, [0], env);
}

/** The same of a command that may end in several ways. @throws when it ends in another */
export function run(args: readonly string[], endings: readonly number[], env: Readonly<Record<string, string>> = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
  if (status === null || !endings.includes(status)) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
}

/** The smallest value that so large a share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** A line of figures. @param digits behind the point */
export function show(name: string, value: number, unit = '', digits = unit === '' ? 2 : 0): void {
  console.log(`${name.padEnd(44)} ${value.toFixed(digits).padStart(7)} ${unit}`.trimEnd());
}

/** The times of some commands, each run as often as the others and in turns, so that a busy machine is busy for all. */
export function inTurns<Name extends string>(rounds: number, contestants: Readonly<Record<Name, () => void>>): ReadonlyMap<string, readonly number[]> {
  const times = new Map(Object.keys(contestants).map((name) => [name, new Array<number>()]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries<() => void>(contestants)) {
      const begin = performance.now();
      run();
      // The first round warms the disk's cache.
      if (round > 0) times.get(name)?.push(performance.now() - begin);
    }
  }
  return times;
}
