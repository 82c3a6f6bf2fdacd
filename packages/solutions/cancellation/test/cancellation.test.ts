import { getEventListeners } from 'node:events';
import { CancelledError, coroutine, createTask, currentTask, runVirtual, sleep, type Awaitable } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brew, cancelAndWait, shield } from '../cancellation.ts';
import { apart, outcomeOf, programs, someWork, start, type Work } from '../../test/programs.ts';
import { failureOf, fatesOf, longAfter, Run, someReason, someStop, someStoppableWork } from '../../test/stoppable.ts';
import type { Result, StoppableWork } from '../../test/stoppable.ts';

const stopped = 'the guest has left';

/** A step, and how long it takes to take it back. */
interface Stage {
  readonly work: StoppableWork;
  readonly undoMs: number;
}

interface Brewing {
  readonly stages: readonly Stage[];
  readonly stop: number;
  readonly reason: unknown;
}

/** Most do not fail, so that something is done that can be undone. */
const someStep = fc.oneof(someStoppableWork, someStoppableWork.map((work) => ({ ...work, fails: false })));

const tiedBrewing: fc.Arbitrary<Brewing> = fc.record({
  stages: fc.array(fc.record({ work: someStep, undoMs: fc.integer({ min: 0, max: 5 }) }), { maxLength: 5 }),
  stop: someStop,
  reason: someReason,
});

/** In half of the programs nothing happens at the moment of something else; so in the programs of the other tests. */
const brewing = fc.oneof(
  tiedBrewing,
  tiedBrewing.map(({ stages, stop, reason }) => {
    const time = apart();
    return {
      reason,
      stop: stop < 0 ? stop : time(stop),
      stages: stages.map(({ work, undoMs }) => ({ work: timed(work, time), undoMs: time(undoMs) })),
    };
  }),
);

function timed(work: StoppableWork, time: (ms: number) => number): StoppableWork {
  return { ...work, ms: time(work.ms), cleanUpMs: time(work.cleanUpMs) };
}

/** What was done, as it was done, and how `brew` ended. */
type Log = readonly (string | Result)[];

/** All that may happen from the step of this number on. It is one thing, unless the stop comes when a step begins or ends. */
function possible(given: Brewing, next = 0, now = 0): readonly Log[] {
  const { stages, stop } = given;
  const fails = (threw: unknown, at: number): Log => {
    const undone = stages.slice(0, next).toReversed();
    const begins = undone.map((_, count) => undone.slice(0, count).reduce((sum, { undoMs }) => sum + undoMs, at));
    const end = undone.reduce((sum, { undoMs }) => sum + undoMs, at);
    return [...begins.map((begin, count) => `undo ${next - 1 - count} at ${begin}`), { threw, at: end }];
  };
  const stage = stages[next];
  const logs: Log[] = stop <= now && (stage || next === 0) ? [fails(stopped, now)] : [];
  if (!stage) return [...logs, [{ gave: undefined, at: now }]];
  if (stop < now) return logs;
  const fates = fatesOf(next, stage.work, now, { at: stop, reason: stopped });
  const rests = fates.flatMap((fate) => ('threw' in fate ? [fails(fate.threw, fate.at)] : possible(given, next + 1, fate.at)));
  return [...logs, ...rests.map((rest) => [`start ${next} at ${now}`, ...rest])];
}

async function actual({ stages, stop, reason }: Brewing): Promise<Log> {
  const run = new Run([[stopped, reason]]);
  const log: string[] = [];
  const steps = stages.map(({ work, undoMs }, id) => ({
    name: `step ${id}`,
    start: (signal: AbortSignal) => {
      log.push(`start ${id} at ${run.elapsed()}`);
      return coroutine(async () => {
        await run.begin(id, work, signal);
      })();
    },
    undo: () => {
      log.push(`undo ${id} at ${run.elapsed()}`);
      return sleep(undoMs);
    },
  }));
  const result = await run.resultOf(brew(Object.freeze(steps), run.stopAt(stop, reason)));
  // Whatever comes afterwards was not waited for.
  await sleep(longAfter);
  return [...log, result];
}

test('brew takes its steps until one fails or the stop comes, and undoes what is done', async () => {
  await fc.assert(
    fc.asyncProperty(brewing, async (given) => {
      expect(possible(given)).toContainEqual(await runVirtual(() => actual(given)));
    }),
    { numRuns: programs },
  );
});

const kinds = ['coroutine', 'task', 'promise', 'thenable'] as const;

/** Somebody who waits for a piece of work under a shield, from the moment on at which it begins. */
interface Waiting {
  readonly at: number;
  readonly work: Work;
  readonly kind: (typeof kinds)[number];
}

const tiedWaitings = fc.record({
  waitings: fc.array(fc.record({ at: fc.integer({ min: 0, max: 12 }), work: someWork, kind: fc.constantFrom(...kinds) }), { maxLength: 5 }),
  stop: someStop,
  reason: someReason,
});

const shielding = fc.oneof(
  tiedWaitings,
  tiedWaitings.map(({ waitings, stop, reason }) => {
    const time = apart();
    return {
      reason,
      stop: stop < 0 ? stop : time(stop),
      waitings: waitings.map(({ at, work, kind }) => ({ at: time(at), work: { ...work, ms: time(work.ms) }, kind })),
    };
  }),
);

/** Work in a form that can be awaited, once. */
function awaitableOf(kind: Waiting['kind'], work: () => Promise<string>): Awaitable<string> {
  if (kind === 'promise') return work();
  const begin = coroutine(work);
  if (kind === 'task') return createTask(begin());
  if (kind === 'coroutine') return begin();
  const call = begin();
  const thenable: PromiseLike<string> = { then: (onDone, onFailed) => call.then(onDone, onFailed) };
  return thenable;
}

test('shield gives what the work gives, or the reason of the stop, while the work goes on', async () => {
  await fc.assert(
    fc.asyncProperty(shielding, async ({ waitings, stop, reason }) => {
      const outcomes = waitings.map((_, id) => outcomeOf(id));
      const got = await runVirtual(async () => {
        const run = new Run([[stopped, reason], ...outcomes.map(({ error }, id) => [failureOf(id), error] as const)]);
        const signal = run.stopAt(stop, reason);
        const worked: unknown[][] = waitings.map(() => []);
        const results = await Promise.all(
          waitings.map(async ({ at, work, kind }, id) => {
            await run.reach(at);
            const awaitable = awaitableOf(kind, async () => {
              worked[id].push(run.elapsed());
              try {
                return await start(work, outcomes[id]);
              } finally {
                worked[id].push(run.elapsed());
              }
            });
            return await run.resultOf(shield(awaitable, signal));
          }),
        );
        const listeners = signal.aborted ? 0 : getEventListeners(signal, 'abort').length;
        // Until all work is over.
        await sleep(longAfter);
        return { results, worked, listeners };
      });

      waitings.forEach(({ at, work }, id) => {
        const end = at + work.ms;
        const possible: Result[] = [];
        if (stop <= end) possible.push({ threw: stopped, at: Math.max(at, stop) });
        if (stop >= end) possible.push(work.fails ? { threw: failureOf(id), at: end } : { gave: outcomes[id].value, at: end });
        expect(possible).toContainEqual(got.results[id]);
        expect(got.worked[id]).toEqual([at, end]);
      });
      expect(got.listeners).toBe(0);
    }),
    { numRuns: programs },
  );
});

/** A task, and those who cancel it: all at different moments, or some at the same. */
const tiedCancelling = fc.record({
  work: someStoppableWork,
  /** -1: before the task has begun. */
  requests: fc.array(fc.integer({ min: -1, max: 20 }), { minLength: 1, maxLength: 3 }),
});

const cancelling = fc.oneof(
  tiedCancelling,
  tiedCancelling.map(({ work, requests }) => {
    const time = apart();
    return { work: timed(work, time), requests: requests.map((at) => (at < 0 ? at : time(at))) };
  }),
);

/** How a task ends, and when, and the number of the request that it hears. */
interface Fate {
  readonly how: 'cancelled' | 'finished' | 'failed';
  readonly at: number;
  readonly hears?: number;
}

function possibleFates(work: StoppableWork, requests: readonly number[]): readonly Fate[] {
  const first = Math.min(...requests);
  if (first < 0) return [{ how: 'cancelled', at: 0 }];
  const fates: Fate[] = [];
  if (first >= work.ms) fates.push({ how: work.fails ? 'failed' : 'finished', at: work.ms });
  if (first > work.ms) return fates;
  if (!work.listens) return [...fates, { how: 'cancelled', at: first }];
  const how = ({ rethrows: 'cancelled', returns: 'finished', fails: 'failed' } as const)[work.afterwards];
  const heard = Array.from(requests.keys()).filter((number) => requests[number] === first);
  return [...fates, ...heard.map((hears) => ({ how, at: first + work.cleanUpMs, hears }))];
}

test('cancelAndWait tells how the task ended, at its end, whoever asked it to stop', async () => {
  await fc.assert(
    fc.asyncProperty(cancelling, async ({ work, requests }) => {
      const got = await runVirtual(async () => {
        const run = new Run();
        const heard: unknown[] = [];
        const body = coroutine(async () => {
          const signal = work.listens ? currentTask()?.signal : undefined;
          signal?.addEventListener('abort', () => heard.push(signal.reason instanceof CancelledError && signal.reason.message));
          return await run.begin(0, work, signal);
        });
        const task = createTask(body());
        // It may fail before anybody asks.
        task.catch(() => {});
        const told = await Promise.all(
          requests.map(async (at, number) => {
            if (at >= 0) await run.reach(at);
            return { how: await cancelAndWait(task, `request ${number}`), at: run.elapsed() };
          }),
        );
        return { told, heard };
      });

      const expected = possibleFates(work, requests).map(({ how, at, hears }) => ({
        told: requests.map((request) => ({ how, at: Math.max(at, request) })),
        heard: hears === undefined ? [] : [`request ${hears}`],
      }));
      expect(expected).toContainEqual(got);
    }),
    { numRuns: programs },
  );
});
