import { getEventListeners } from 'node:events';
import { runVirtual, TimeoutError, VirtualClock, type Awaitable } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeout } from '../timeout.ts';
import { apart, programs } from '../../test/programs.ts';
import { failureOf, fatesOf, Run, someReason, someStop, someStoppableWork } from '../../test/stoppable.ts';
import type { Result, StoppableWork } from '../../test/stoppable.ts';

interface Call {
  readonly at: number;
  /** One inside of the other, the outermost first; each hands its signal to the next. */
  readonly limits: readonly number[];
  readonly work: StoppableWork;
}

interface Program {
  readonly calls: readonly Call[];
  /** When the signal of all callers aborts. */
  readonly stop: number;
  readonly reason: unknown;
}

const someLimit = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 14 }) }, { weight: 1, arbitrary: fc.constantFrom(0, -1) });

const tied: fc.Arbitrary<Program> = fc.record({
  calls: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 12 }),
      limits: fc.array(someLimit, { minLength: 1, maxLength: 3 }),
      work: someStoppableWork,
    }),
    { maxLength: 3 },
  ),
  stop: someStop,
  reason: someReason,
});

/** In half of the programs nothing happens at the moment of something else. */
const program = fc.oneof(
  tied,
  tied.map(({ calls, stop, reason }) => {
    const time = apart();
    return {
      reason,
      stop: stop < 0 ? stop : time(stop),
      calls: calls.map(({ at, limits, work }) => ({
        at: time(at),
        limits: limits.map((ms) => (ms > 0 ? time(ms) : ms)),
        work: { ...work, ms: time(work.ms), cleanUpMs: time(work.cleanUpMs) },
      })),
    };
  }),
);

const late = 'time is up';
const stopped = 'the caller has to go';

/** What a call comes to, and how often its work begins. */
type Ending = Result & { readonly begins: number };

/** All that may become of a call. It is one thing, unless two of its moments are the same, or nothing is to begin for two reasons. */
function possible(id: number, { at, limits, work }: Call, stop: number): readonly Ending[] {
  const isLate = Math.min(...limits) <= 0;
  const endings: Ending[] = [];
  if (isLate) endings.push({ threw: late, at, begins: 0 });
  if (stop <= at) endings.push({ threw: stopped, at, begins: 0 });
  if (isLate || stop < at) return endings;
  const ends = [{ at: stop, reason: stopped }, ...limits.map((ms) => ({ at: at + ms, reason: late }))];
  const first = Math.min(...ends.map((end) => end.at));
  const fates = ends.filter((end) => end.at === first).flatMap((end) => fatesOf(id, work, at, end));
  return [...endings, ...fates.map((fate) => ({ ...fate, begins: 1 }))];
}

async function actual({ calls }: Program, run: Run, signal: AbortSignal): Promise<readonly Ending[]> {
  // What fails of its own accord may be called the same as what timeout fails with.
  const nameOf = (error: unknown): unknown => (error instanceof Error && error.name === 'TimeoutError' ? late : error);
  return await Promise.all(
    calls.map(async ({ at, limits, work }, id) => {
      await run.reach(at);
      let begins = 0;
      const nested = limits.reduceRight<(signal: AbortSignal) => Awaitable<unknown>>(
        (inner, ms) => (outer) => timeout(ms, inner, { signal: outer }),
        (own) => {
          begins += 1;
          return run.begin(id, work, own);
        },
      );
      const result = await run.resultOf(nested(signal));
      return 'threw' in result ? { ...result, threw: nameOf(result.threw), begins } : { ...result, begins };
    }),
  );
}

test('work has its time, cleans up when that is up or its caller stops, and passes on what it comes to', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (given) => {
      const clock = new VirtualClock();
      const { endings, listeners, pending } = await runVirtual(
        async () => {
          const failures = given.calls.map((_, id) => [failureOf(id), new TimeoutError()] as const);
          const run = new Run([[stopped, given.reason], ...failures]);
          const signal = run.stopAt(given.stop, given.reason);
          const stopping = clock.pending;
          const endings = await actual(given, run, signal);
          // What is left of a signal that has aborted means nothing.
          if (signal.aborted) return { endings, listeners: 0, pending: clock.pending };
          return { endings, listeners: getEventListeners(signal, 'abort').length, pending: clock.pending - stopping };
        },
        { clock },
      );
      given.calls.forEach((call, id) => expect(possible(id, call, given.stop)).toContainEqual(endings[id]));
      expect({ listeners, pending }).toEqual({ listeners: 0, pending: 0 });
    }),
    { numRuns: programs },
  );
});
