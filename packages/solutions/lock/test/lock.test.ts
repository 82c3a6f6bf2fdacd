import { runVirtual, sleep, stopwatch } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gate, Lock, TeaFund } from '../lock.ts';
import { outcomeOf, programs, someWork, start, type Work } from '../../test/programs.ts';

/** Nobody comes, ends or gives up at the moment of somebody else, so that the models need not say who is first. */
const unit = 2 ** 16;
const momentOf = (index: number): number => 2 ** (2 * index);

const aMoment = fc.integer({ min: 0, max: 20 });
const somePatience = fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined });

/** Who asks for the lock, and when; most have patience. */
interface Asking {
  readonly at: number;
  readonly work: Work;
  /** How long after asking they give up. */
  readonly patience: number | undefined;
}

const askings = fc.array(fc.record({ at: aMoment, work: someWork, patience: somePatience }), { maxLength: 8 }).map((list) =>
  list.map(({ at, work, patience }, index): Asking => ({
    at: at * unit + 2 * momentOf(index),
    work: { ...work, ms: work.ms * unit },
    patience: patience === undefined ? undefined : patience * unit + momentOf(index),
  })),
);

/** When each of them begins; undefined for those who give up. */
type Begins = readonly (number | undefined)[];

function expectedBegins(list: readonly Asking[]): Begins {
  let freeAt = 0;
  const begins: (number | undefined)[] = list.map(() => undefined);
  for (const [index, { at, patience = Infinity, work }] of Array.from(list.entries()).toSorted(([, one], [, other]) => one.at - other.at)) {
    const begin = Math.max(at, freeAt);
    if (begin > at + patience) continue;
    begins[index] = begin;
    freeAt = begin + work.ms;
  }
  return begins;
}

async function actualBegins(lock: Lock, list: readonly Asking[]): Promise<Begins> {
  const elapsed = stopwatch();
  const begins: (number | undefined)[] = list.map(() => undefined);
  await Promise.allSettled(
    list.map(async ({ at, work, patience }, index) => {
      await sleep(at);
      await lock.acquire(patience === undefined ? {} : { signal: abortsAfter(patience) });
      begins[index] = elapsed();
      try {
        await start(work, outcomeOf(index));
      } finally {
        lock.release();
      }
    }),
  );
  return begins;
}

function abortsAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

test('the lock goes to who asked first, at the moment that it is free, and past those who have given up', async () => {
  await fc.assert(
    fc.asyncProperty(askings, async (list) => {
      const lock = new Lock();
      expect(await runVirtual(async () => await actualBegins(lock, list))).toEqual(expectedBegins(list));
      expect(lock.locked()).toBe(false);
      expect(() => lock.release()).toThrow();
    }),
    { numRuns: programs },
  );
});

test.each(['release, then abort', 'abort, then release'])('the lock is not lost and not held by two when both meet: %s', async (order) => {
  const lock = new Lock();
  await lock.acquire();
  const stop = new AbortController();
  const reason = new Error('out of patience');
  const waiting = lock.acquire({ signal: stop.signal });
  if (order.startsWith('abort')) stop.abort(reason);
  lock.release();
  stop.abort(reason);
  const [settled] = await Promise.allSettled([waiting]);
  if (settled.status === 'fulfilled') lock.release();
  else expect(settled.reason).toBe(reason);
  expect(lock.locked()).toBe(false);
});

/** What somebody does at the gate. */
interface Move {
  readonly at: number;
  readonly does: 'set' | 'clear' | 'pulse';
}

const program = fc.record({
  moves: fc.array(fc.record({ at: aMoment, does: fc.constantFrom('set', 'clear', 'pulse') }), { maxLength: 6 }),
  guests: fc.array(fc.record({ at: aMoment, patience: somePatience }), { maxLength: 8 }),
}).map(({ moves, guests }) => ({
  moves: moves.map(({ at, does }, index): Move => ({ at: at * unit + 2 * momentOf(index), does })).toSorted((one, other) => one.at - other.at),
  guests: guests.map(({ at, patience }, index) => ({ at: at * unit + unit / 2 + index, patience: patience === undefined ? undefined : patience * unit + unit / 4 })),
}));

test('a guest goes through when the gate is open, or is opened before the patience ends', async () => {
  await fc.assert(
    fc.asyncProperty(program, async ({ moves, guests }) => {
      const expected = guests.map(({ at, patience = Infinity }) => {
        const isOpen = moves.findLast((move) => move.at < at)?.does === 'set';
        const opening = isOpen ? at : moves.find((move) => move.at > at && move.does !== 'clear')?.at;
        return opening !== undefined && opening < at + patience ? opening : undefined;
      });
      const gate = new Gate();
      const passed = await runVirtual(async () => {
        const elapsed = stopwatch();
        const closing = new AbortController();
        const waiting = guests.map(async ({ at, patience }) => {
          await sleep(at);
          await gate.wait({ signal: AbortSignal.any([closing.signal, ...(patience === undefined ? [] : [abortsAfter(patience)])]) });
          return elapsed();
        });
        const all = Promise.allSettled(waiting);
        for (const { at, does } of moves) {
          await sleep(at - elapsed());
          if (does !== 'clear') gate.set();
          if (does !== 'set') gate.clear();
        }
        await sleep(50 * unit - elapsed());
        closing.abort();
        return (await all).map((settled) => (settled.status === 'fulfilled' ? settled.value : undefined));
      });
      expect(passed).toEqual(expected);
      expect(gate.isSet()).toBe(moves.at(-1)?.does === 'set');
    }),
    { numRuns: programs },
  );
});

const someAdding = fc.record({
  at: aMoment,
  coins: fc.integer({ min: 0, max: 9 }),
  readMs: fc.integer({ min: 0, max: 5 }),
  writeMs: fc.integer({ min: 0, max: 5 }),
  fails: fc.constantFrom('read', 'write', 'never', 'never', 'never'),
});

test('a fund counts as if everybody had come alone, in the order in which they came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someAdding, { maxLength: 10 }), async (list) => {
      const inOrder = list.toSorted((one, other) => one.at - other.at);
      let sum = 5;
      const expected = inOrder.map(({ coins, fails }) => (fails === 'never' ? (sum += coins) : fails));
      const actual = await runVirtual(async () => {
        const elapsed = stopwatch();
        let inside = 5;
        let turn = -1;
        const one = async (what: 'read' | 'write', end = (): void => {}): Promise<number> => {
          if (what === 'read') turn += 1;
          const { readMs = 0, writeMs = 0, fails } = inOrder[turn] ?? {};
          const seen = inside;
          await sleep(what === 'read' ? readMs : writeMs);
          if (fails === what) throw new Error(what);
          end();
          return seen;
        };
        const fund = new TeaFund({
          read: () => one('read'),
          write: async (coins) => {
            await one('write', () => void (inside = coins));
          },
        });
        const adding: Promise<readonly [PromiseSettledResult<number>]>[] = [];
        for (const { at, coins } of inOrder) {
          await sleep(at - elapsed());
          // Listened to at once: it may fail before the last one comes.
          adding.push(Promise.allSettled([fund.add(coins)]));
        }
        const total = fund.total();
        const sums = (await Promise.all(adding)).flat();
        return [...sums.map((settled) => (settled.status === 'fulfilled' ? settled.value : messageOf(settled.reason))), await total];
      });
      expect(actual).toEqual([...expected, sum]);
    }),
    { numRuns: programs },
  );
});

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
