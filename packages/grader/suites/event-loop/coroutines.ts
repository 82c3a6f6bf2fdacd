import type { LoopCoroutine, Sleep, Task } from '@teatime/exercises/event-loop';

/** The coroutines that the checks have a loop run. They sleep with the student's own `sleep`. */
export interface Coroutines {
  readonly sleep: (ms: number) => Sleep;
  readonly sleeper: (ms: number) => LoopCoroutine<void>;
  /** Gives a value, after a sleep if there is to be one. */
  readonly returning: <T>(value: T, ms?: number) => LoopCoroutine<T>;
  /** Fails, with anything at all, after a sleep if there is to be one. */
  readonly failing: (error: unknown, ms?: number) => LoopCoroutine<never>;
  /** Waits for a task and gives its result. */
  readonly joining: (task: Task<unknown>) => LoopCoroutine<unknown>;
  /** Writes down its one step. */
  readonly noting: (step: string, log: string[]) => LoopCoroutine<void>;
  /** Writes down each of its steps and gives way after it. */
  readonly steps: (name: string, count: number, log: string[]) => LoopCoroutine<void>;
  /** Sleeps once for each of the times, and writes down each awakening. */
  readonly napping: (name: string, times: readonly number[], log: string[]) => LoopCoroutine<void>;
}

export function coroutinesWith(sleep: (ms: number) => Sleep): Coroutines {
  function* sleeper(ms: number): LoopCoroutine<void> {
    yield sleep(ms);
  }

  function* returning<T>(value: T, ms?: number): LoopCoroutine<T> {
    if (ms !== undefined) yield sleep(ms);
    return value;
  }

  function* failing(error: unknown, ms?: number): LoopCoroutine<never> {
    if (ms !== undefined) yield sleep(ms);
    throw error;
  }

  function* joining(task: Task<unknown>): LoopCoroutine<unknown> {
    return yield task;
  }

  function* noting(step: string, log: string[]): LoopCoroutine<void> {
    log.push(step);
  }

  function* steps(name: string, count: number, log: string[]): LoopCoroutine<void> {
    for (let i = 1; i <= count; i++) {
      log.push(`${name}${i}`);
      yield sleep(0);
    }
  }

  function* napping(name: string, times: readonly number[], log: string[]): LoopCoroutine<void> {
    for (const [i, ms] of times.entries()) {
      yield sleep(ms);
      log.push(`${name}${i + 1}`);
    }
  }

  return { sleep, sleeper, returning, failing, joining, noting, steps, napping };
}
