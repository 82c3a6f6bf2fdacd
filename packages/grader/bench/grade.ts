import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/*
 * What a grade costs: `teatime grade` over the solutions, with lint, types and the sandbox, against a plain `vitest run` of
 * the same suites with the same answers in the suites' own process. Both run in turns, so that a busy machine is busy for both.
 * Prints medians in milliseconds of real time, and their ratio.
 */

const rounds = Number(process.argv[2] ?? 5);
const grader = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

const contestants = {
  'vitest run, plain': { cwd: grader, args: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'suites/vitest.config.ts', '--reporter=dot'] },
  'teatime grade': { cwd: root, args: ['packages/grader/src/teatime.ts', 'grade', '--from', 'packages/solutions'] },
} as const;

function timeOf({ cwd, args }: { readonly cwd: string; readonly args: readonly string[] }): number {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const times = new Map(Object.keys(contestants).map((name) => [name, new Array<number>()]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, command] of Object.entries(contestants)) {
    const ms = timeOf(command);
    // The first round warms the disk's cache.
    if (round > 0) times.get(name)?.push(ms);
  }
}

const medians = [...times].map(([name, values]) => [name, median(values)] as const);
for (const [name, ms] of medians) console.log(`${name.padEnd(20)} ${ms.toFixed(0).padStart(6)} ms`);
const [plain, grade] = medians.map(([, ms]) => ms);
if (plain !== undefined && grade !== undefined) console.log(`${'ratio'.padEnd(20)} ${(grade / plain).toFixed(2).padStart(6)}`);
