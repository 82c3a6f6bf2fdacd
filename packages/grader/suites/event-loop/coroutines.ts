import type { LoopCoroutine, Sleep, Task } from '@teatime/exercises/event-loop';
import type { Log } from './log.ts';

/*
 * The coroutines that the checks have a loop run. What they yield to sleep is what `sleep` gives, which the task says to keep as
 * it is: to ask the submission for it each time would be a fourth of all that the checks cost.
 */

const sleep = (ms: number): Sleep => ({ sleepMs: ms });

function* sleeper(ms: number): LoopCoroutine<void> {
  yield sleep(ms);
}

/** Gives a value, after a sleep if there is to be one. */
function* returning<T>(value: T, ms?: number): LoopCoroutine<T> {
  if (ms !== undefined) yield sleep(ms);
  return value;
}

/** Fails, with anything at all, after a sleep if there is to be one. */
function* failing(error: unknown, ms?: number): LoopCoroutine<never> {
  if (ms !== undefined) yield sleep(ms);
  throw error;
}

/** Waits for a task and gives its result. */
function* joining(task: Task<unknown>): LoopCoroutine<unknown> {
  return yield task;
}

/** Writes down its one step. */
function* noting(step: string, log: Log): LoopCoroutine<void> {
  log.note(step);
}

/** Writes down each of its steps and gives way after it. */
function* steps(name: string, count: number, log: Log): LoopCoroutine<void> {
  for (let i = 1; i <= count; i++) {
    log.note(`${name}${i}`);
    yield sleep(0);
  }
}

/** Sleeps once for each of the times, and writes down each awakening. */
function* napping(name: string, times: readonly number[], log: Log): LoopCoroutine<void> {
  for (const [i, ms] of times.entries()) {
    yield sleep(ms);
    log.note(`${name}${i + 1}`);
  }
}

export const coroutines = { sleep, sleeper, returning, failing, joining, noting, steps, napping } as const;

export type Coroutines = typeof coroutines;
