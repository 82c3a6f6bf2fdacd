import { runVirtual, sleep, stopwatch } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BoundedSemaphore, Semaphore } from '../semaphore.ts';
import { outcomeOf, programs, someWork, start, type Work } from '../../test/programs.ts';

/** Who asks for a permit, and when; most have patience. */
interface Asking {
  readonly at: number;
  readonly work: Work;
  /** How long after asking they give up. */
  readonly patience: number | undefined;
}

const someAsking: fc.Arbitrary<Asking> = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  work: someWork,
  patience: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
});

const program = fc.record({
  permits: fc.integer({ min: 1, max: 3 }),
  askings: fc.array(someAsking, { maxLength: 8 }).map((list) => list.map(apart)),
  bounded: fc.boolean(),
});

/** Nobody asks, ends or gives up at the moment of somebody else, so that the model need not say who is first. */
function apart({ at, work, patience }: Asking, index: number): Asking {
  const unit = 2 ** 16;
  const own = 2 ** (2 * index);
  return {
    at: at * unit + 2 * own,
    work: { ...work, ms: work.ms * unit },
    patience: patience === undefined ? undefined : patience * unit + own,
  };
}

/** When each of them begins; undefined for those who give up. */
type Begins = readonly (number | undefined)[];

function expected(permits: number, askings: readonly Asking[]): Begins {
  const freeAt = Array.from({ length: permits }, () => 0);
  const begins: (number | undefined)[] = askings.map(() => undefined);
  const inOrder = Array.from(askings.entries()).toSorted(([, one], [, other]) => one.at - other.at);
  for (const [index, { at, patience = Infinity, work }] of inOrder) {
    const soonest = Math.min(...freeAt);
    const begin = Math.max(at, soonest);
    if (begin > at + patience) continue;
    begins[index] = begin;
    freeAt[freeAt.indexOf(soonest)] = begin + work.ms;
  }
  return begins;
}

async function actual(semaphore: Semaphore, askings: readonly Asking[]): Promise<Begins> {
  const elapsed = stopwatch();
  const begins: (number | undefined)[] = askings.map(() => undefined);
  const asking = askings.map(async ({ at, work, patience }, index) => {
    await sleep(at);
    const stop = new AbortController();
    const waiting = semaphore.acquire({ signal: stop.signal });
    if (patience !== undefined) setTimeout(() => stop.abort(), patience);
    await waiting;
    begins[index] = elapsed();
    try {
      await start(work, outcomeOf(index));
    } finally {
      semaphore.release();
    }
  });
  await Promise.allSettled(asking);
  return begins;
}

test('permits go to who asked first, at the moment that one is free, and past those who have given up', async () => {
  await fc.assert(
    fc.asyncProperty(program, async ({ permits, askings, bounded }) => {
      const semaphore = bounded ? new BoundedSemaphore(permits) : new Semaphore(permits);
      const begins = await runVirtual(async () => await actual(semaphore, askings));
      expect(begins).toEqual(expected(permits, askings));
      // All permits are there again, and not one more.
      for (let taken = 0; taken < permits; taken += 1) {
        expect(semaphore.locked()).toBe(false);
        await semaphore.acquire();
      }
      expect(semaphore.locked()).toBe(true);
    }),
    { numRuns: programs },
  );
});

test.each(['release, then abort', 'abort, then release'])('no permit is lost or made when both meet: %s', async (order) => {
  const semaphore = new Semaphore(1);
  await semaphore.acquire();
  const stop = new AbortController();
  const reason = new Error('out of patience');
  const waiting = semaphore.acquire({ signal: stop.signal });
  if (order.startsWith('abort')) stop.abort(reason);
  semaphore.release();
  stop.abort(reason);
  const [settled] = await Promise.allSettled([waiting]);
  if (settled.status === 'fulfilled') semaphore.release();
  else expect(settled.reason).toBe(reason);
  await semaphore.acquire();
  expect(semaphore.locked()).toBe(true);
});
