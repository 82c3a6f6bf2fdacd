import type { EventLoop, LoopCoroutine } from '@teatime/exercises/event-loop';
import { assert, fail, type Lab, made } from '@teatime/grader/kit';
import type { Coroutines } from './coroutines.ts';
import { Log } from './log.ts';
import { NoTime, TestClock, WaitsAmiss, WaitsInBits, WatchesClock } from './loop-clock.ts';
import { says } from './says.ts';

/** What came of a run. */
export type Attempt = { readonly gave: unknown } | { readonly threw: unknown };

/** A student's loop on a clock of the check. */
export interface Stage {
  readonly loop: EventLoop;
  readonly clock: TestClock;
  /** For the steps of the tasks, by that clock. */
  readonly log: Log;
  /**
   * Runs main to its end, and no shorter; an error that comes out is the student's own, unless it is one of those that the
   * check has `given`.
   */
  readonly run: (main: () => LoopCoroutine<unknown>, given?: readonly unknown[]) => unknown;
  /** Runs main where it may fail. */
  readonly attempt: (main: () => LoopCoroutine<unknown>) => Attempt;
}

/** What a check of the loop works with. */
export interface Workshop extends Coroutines {
  readonly lab: Lab;
  /** A new loop on a clock of its own, which begins at `start`; at a time of our days when that is not given. */
  readonly stage: (start?: number) => Stage;
  /** As the lab's durations, in quarters of a millisecond, and none of them whole. */
  readonly times: (count: number) => readonly number[];
}

/** No sum of them and of a start is a whole number of milliseconds. */
export function unevenDurations(lab: Lab, count: number): readonly number[] {
  return lab.durations(count).map((ms) => ms + lab.random.int(1, 3) / 4);
}

/** @param make makes the student's loop with `new` */
export function stageFor(lab: Lab, make: (clock: TestClock) => EventLoop, start = startOf(lab)): Stage {
  const clock = new TestClock(lab, start);
  const loop = made(() => make(clock), says.noClass);
  for (const name of ['createTask', 'run'] as const) assert(typeof loop[name] === 'function', says.noMethod(name));
  const run: Stage['run'] = (main, given = []) => {
    const end = { reached: false };
    let gave: unknown;
    try {
      gave = loop.run(toItsEnd(main(), end));
    } catch (error) {
      if (error instanceof NoTime) fail(says.waitsForNoTime(error.time));
      if (given.some((one) => Object.is(one, error))) fail(says.threwGiven(error));
      if (error instanceof WatchesClock) fail(says.watchesClock);
      if (error instanceof WaitsInBits) fail(says.waitsInBits(clock.waits));
      if (error instanceof WaitsAmiss) fail(error.ms > 0 ? says.waitsTooLong(error.ms) : says.waitsInVain);
      throw error;
    }
    if (!end.reached) fail(says.endedBeforeMain(gave));
    return gave;
  };
  const attempt: Stage['attempt'] = (main) => {
    try {
      return { gave: run(main) };
    } catch (threw) {
      if (isVerdict(threw)) throw threw;
      return { threw };
    }
  };
  return { loop, clock, log: new Log(clock), run, attempt };
}

/** Tells when main has returned or thrown. */
function* toItsEnd(main: LoopCoroutine<unknown>, end: { reached: boolean }): LoopCoroutine<unknown> {
  try {
    const value = yield* main;
    end.reached = true;
    return value;
  } catch (error) {
    end.reached = true;
    throw error;
  }
}

/** Whether this was thrown by the check itself. */
function isVerdict(error: unknown): boolean {
  return error instanceof Error && error.name === 'CheckFailure';
}

/**
 * A time of our days, of as many digits as all times that a check comes to: whoever compares deadlines as texts is found by the
 * check that is about it, and not by chance in others. It is an odd number of eighths of a millisecond, and sleeps are quarters:
 * no deadline is whole, and whoever rounds is found every time.
 */
export function startOf({ random }: Lab): number {
  return Date.UTC(2026, 0, 5) + random.int(0, 1e9) + (2 * random.int(0, 3) + 1) / 8;
}
