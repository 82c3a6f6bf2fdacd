import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cases } from './cases.ts';

// `node bench/part-two.ts [ROUNDS]` runs the solutions of part two on the virtual clock, beside libraries of the same kind and, where there is
// a Python from 3.11 on, beside asyncio. Each run has a process of its own, in turns; what counts are the ratios.

interface Measured {
  readonly ms: number;
  readonly bytes: number;
}

const rounds = Number(process.argv[2] ?? 5);
const hasAsyncio = spawnSync('python3', ['-c', 'import asyncio; asyncio.TaskGroup']).status === 0;
if (!hasAsyncio) console.log('No Python 3.11 or newer was found: asyncio is left out.');

for (const [work, contestants] of Object.entries(cases)) {
  const names = [...Object.keys(contestants), ...(hasAsyncio ? ['asyncio'] : [])];
  const measured = new Map(names.map((name) => [name, new Array<Measured>()]));
  for (let round = 0; round < rounds; round++) for (const name of names) measured.get(name)?.push(measure(work, name));
  const of = (name: string, what: keyof Measured): number => median((measured.get(name) ?? []).map((one) => one[what]));
  for (const name of names) {
    const [ms, bytes] = [of(name, 'ms'), of(name, 'bytes')];
    // Less than that is what a process happens to begin with.
    const memory = bytes < 2 ** 20 ? '' : `, ${(of('teatime', 'bytes') / bytes).toFixed(2)} × the memory`;
    const ratio = name === 'teatime' ? '' : `   teatime takes ${(of('teatime', 'ms') / ms).toFixed(2)} × the time${memory}`;
    console.log(`${work.padEnd(12)} ${name.padEnd(12)} ${ms.toFixed(0).padStart(6)} ms ${(bytes / 2 ** 20).toFixed(0).padStart(5)} MB${ratio}`);
  }
}

/** @throws when it fails */
function measure(work: string, name: string): Measured {
  const isAsyncio = name === 'asyncio';
  const program = fileURLToPath(new URL(isAsyncio ? 'asyncio_case.py' : 'run-case.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(isAsyncio ? 'python3' : process.execPath, [program, work, name], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${work} of ${name} failed:\n${stderr}`);
  const [ms = NaN, bytes = NaN] = stdout.split(' ').map(Number);
  return { ms, bytes };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
