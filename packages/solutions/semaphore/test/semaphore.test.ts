import { getEventListeners } from 'node:events';
import { runVirtual } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BoundedSemaphore, Semaphore } from '../semaphore.ts';
import { apart, outcomeOf, programs, someWork, type Work } from '../../test/programs.ts';
import { failureOf, Run, type Result } from '../../test/stoppable.ts';

/** Who asks for a permit, and when; most have patience. */
interface Asking {
  readonly at: number;
  readonly work: Work;
  /** How long after asking they give up; -1: before they ask. Who has all the time asks by `use`. */
  readonly patience: number;
}

interface Program {
  readonly permits: number;
  readonly askings: readonly Asking[];
  readonly bounded: boolean;
}

const tied: fc.Arbitrary<Program> = fc.record({
  permits: fc.integer({ min: 1, max: 3 }),
  askings: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 10 }),
      work: someWork,
      patience: fc.oneof(fc.constant(Infinity), fc.integer({ min: -1, max: 12 })),
    }),
    { maxLength: 8 },
  ),
  bounded: fc.boolean(),
});

/** Nobody asks, ends or gives up at the moment of somebody else, so that the model need not say who is first. */
const untied = tied.map(({ askings, ...rest }) => {
  const time = apart();
  return {
    ...rest,
    askings: askings.map(({ at, work, patience }) => ({
      at: time(at),
      work: { ...work, ms: time(work.ms) },
      patience: patience < 0 ? patience : time(patience),
    })),
  };
});

const gaveUp = 'out of patience';

/** When somebody begins, and what they come to; who gives up never begins. */
interface Turn {
  readonly began: number | undefined;
  readonly result: Result;
}

/** What somebody comes to who begins at that moment, or gives up. */
function turnOf(id: number, { at, work, patience }: Asking, began: number | undefined): Turn {
  if (began === undefined) return { began, result: { threw: gaveUp, at: at + Math.max(0, patience) } };
  const end = began + work.ms;
  return { began, result: work.fails ? { threw: failureOf(id), at: end } : { gave: outcomeOf(id).value, at: end } };
}

function expected({ permits, askings }: Program): readonly Turn[] {
  const freeAt = Array.from({ length: permits }, () => 0);
  const turns = new Map<number, Turn>();
  const inOrder = Array.from(askings.entries()).toSorted(([, one], [, other]) => one.at - other.at);
  for (const [id, asking] of inOrder) {
    const soonest = Math.min(...freeAt);
    const begin = Math.max(asking.at, soonest);
    const waits = begin <= asking.at + asking.patience;
    if (waits) freeAt[freeAt.indexOf(soonest)] = begin + asking.work.ms;
    turns.set(id, turnOf(id, asking, waits ? begin : undefined));
  }
  return askings.flatMap((_, id) => turns.get(id) ?? []);
}

interface Course {
  readonly turns: readonly Turn[];
  /** How many were at work at once. */
  readonly most: number;
  readonly listeners: number;
}

async function actual(semaphore: Semaphore, { askings }: Program): Promise<Course> {
  const outcomes = askings.map((_, id) => outcomeOf(id));
  const reason = new Error(gaveUp);
  const run = new Run([[gaveUp, reason], ...outcomes.map(({ error }, id) => [failureOf(id), error] as const)]);
  const signals: AbortSignal[] = [];
  let atWork = 0;
  let most = 0;

  const turns = await Promise.all(
    askings.map(async ({ at, work, patience }, id) => {
      let began: number | undefined;
      const doWork = async (giveBack = (): void => {}): Promise<string> => {
        began = run.elapsed();
        atWork += 1;
        most = Math.max(most, atWork);
        await run.reach(began + work.ms);
        atWork -= 1;
        // Without a microtask between, so that it can meet, and come before, somebody who gives up.
        giveBack();
        if (work.fails) throw outcomes[id].error;
        return outcomes[id].value;
      };
      const askAndGiveBack = async (): Promise<string> => {
        const signal = run.stopAt(at + patience, reason);
        signals.push(signal);
        await semaphore.acquire({ signal });
        return await doWork(() => semaphore.release());
      };
      await run.reach(at);
      const result = await run.resultOf(patience === Infinity ? semaphore.use(() => doWork()) : askAndGiveBack());
      return { began, result };
    }),
  );
  const listeners = signals.filter((signal) => !signal.aborted).flatMap((signal) => getEventListeners(signal, 'abort')).length;
  return { turns, most, listeners };
}

/** Runs the program, and sees to it that all permits are there again, and not one more. */
async function play(program: Program): Promise<Course> {
  const semaphore = program.bounded ? new BoundedSemaphore(program.permits) : new Semaphore(program.permits);
  const course = await runVirtual(() => actual(semaphore, program));
  for (let taken = 0; taken < program.permits; taken += 1) {
    expect(semaphore.locked()).toBe(false);
    await semaphore.acquire();
  }
  expect(semaphore.locked()).toBe(true);
  expect(course.listeners).toBe(0);
  return course;
}

test('permits go to who asked first, at the moment that one is free, and past those who have given up', async () => {
  await fc.assert(
    fc.asyncProperty(untied, async (given) => {
      expect((await play(given)).turns).toEqual(expected(given));
    }),
    { numRuns: programs },
  );
});

test('where several things happen at once, nobody works without a permit, waits without need or is overtaken', async () => {
  await fc.assert(
    fc.asyncProperty(tied, async (given) => {
      const { turns, most } = await play(given);
      expect(most).toBeLessThanOrEqual(given.permits);

      const waits = given.askings.map((asking, id) => {
        const { began, result } = turns[id];
        expect(turns[id]).toEqual(turnOf(id, asking, began));
        const until = began ?? result.at;
        expect(until).toBeGreaterThanOrEqual(asking.at);
        expect(until).toBeLessThanOrEqual(asking.at + Math.max(0, asking.patience));
        return { from: asking.at, until, hasBegun: began !== undefined };
      });
      for (const { from, until } of waits) {
        // All times are whole numbers: between two of them it is clear who is at work.
        for (let time = from + 0.5; time < until; time += 1) {
          const busy = turns.filter(({ began = Infinity, result }) => began < time && result.at > time);
          expect(busy).toHaveLength(given.permits);
        }
        for (const other of waits) if (from < other.from && other.hasBegun) expect(until).toBeLessThanOrEqual(other.until);
      }
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
