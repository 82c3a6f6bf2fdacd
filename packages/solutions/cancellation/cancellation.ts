import type { Awaitable, Task } from '@teatime/core';

/** One step on the way to a pot of tea. */
export interface Step {
  readonly name: string;
  /** Takes the step. When the signal aborts it cleans up after itself, and then fails. */
  start(signal: AbortSignal): Awaitable<void>;
  /** Takes back a step that is done. */
  undo(): Awaitable<void>;
}

/**
 * Takes the steps in order. When one fails or the signal aborts, the steps that are done are undone, the last one first, and `brew`
 * fails with the error itself, or with the reason of the signal.
 */
export async function brew(steps: readonly Step[], signal: AbortSignal): Promise<void> {
  const done: Step[] = [];
  try {
    for (const step of steps) {
      signal.throwIfAborted();
      await step.start(signal);
      done.push(step);
    }
  } catch (error) {
    // Without the signal: it has aborted, and this has to come to its end.
    for (const step of done.toReversed()) await step.undo();
    throw error;
  }
}

/** Waits for work until the signal aborts. The work itself goes on. */
export function shield<T>(work: Awaitable<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    const stay = (): void => signal.removeEventListener('abort', leave);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave);
    // Listened to in any case: that begins a coroutine, and a later error meets a promise that is settled, and vanishes.
    Promise.resolve(work).then(resolve, reject).finally(stay);
  });
}

/** Cancels a task, waits until it has ended, and tells how. Never fails. */
export async function cancelAndWait(task: Task<unknown>, message?: string): Promise<'cancelled' | 'finished' | 'failed'> {
  task.cancel(message);
  try {
    await task;
    return 'finished';
  } catch {
    // Not by the error: what a clean-up throws may look like anything.
    return task.cancelled() ? 'cancelled' : 'failed';
  }
}
