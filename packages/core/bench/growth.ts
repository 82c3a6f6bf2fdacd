import { coroutine, createTask, runVirtual, sleep } from '@teatime/core';

// `node bench/growth.ts` prints how costs grow. The ratios count, not the milliseconds: ten times the work should take
// little more than ten times as long, and a virtual timer should cost a small multiple of a bare turn of the real loop.

const counts = [1000, 10_000, 100_000] as const;
const rounds = 5;

/** The least of a few rounds, in milliseconds: what else the machine does only ever adds. */
async function measure(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Sleeps of one to ten seconds, in an order that has nothing to do with their lengths. */
function delays(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 1000 + ((index * 7919) % 9001));
}

const nap = coroutine((ms: number) => sleep(ms));

const works: Readonly<Record<string, (count: number) => Promise<unknown>>> = {
  'bare turns of the real loop': async (count) => {
    for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
  },
  'virtual sleeps': (count) => runVirtual(() => Promise.all(delays(count).map((ms) => sleep(ms)))),
  'virtual sleeps in tasks': (count) => runVirtual(() => Promise.all(delays(count).map((ms) => createTask(nap(ms))))),
};

let turns: readonly number[] = [];
for (const [name, work] of Object.entries(works)) {
  const times: number[] = [];
  for (const count of counts) times.push(await measure(() => work(count)));
  if (turns.length === 0) turns = times;
  const growth = times.slice(1).map((ms, index) => `×${(ms / (times[index] ?? ms)).toFixed(1)}`);
  const price = times.map((ms, index) => (ms / (turns[index] ?? ms)).toFixed(1));
  console.log(`${name.padEnd(28)} growth ${growth.join(' ')}   against bare turns ${price.join(' ')}   ms ${times.map(Math.round).join(' ')}`);
}
