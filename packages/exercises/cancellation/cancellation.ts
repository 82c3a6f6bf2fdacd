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
  throw new Error('brew is empty. Begin with await step.start(signal) for every step · brew 还是空的，先对每一步写 await step.start(signal)');
}

/** Waits for work until the signal aborts. The work itself goes on. */
export async function shield<T>(work: Awaitable<T>, signal: AbortSignal): Promise<T> {
  throw new Error('shield is empty. Begin with new Promise(…), which the work and the signal settle · shield 还是空的，先写 new Promise(…)，由 work 和信号来决定它');
}

/** Cancels a task, waits until it has ended, and tells how. Never fails. */
export async function cancelAndWait(task: Task<unknown>, message?: string): Promise<'cancelled' | 'finished' | 'failed'> {
  throw new Error('cancelAndWait is empty. Begin with task.cancel(message) · cancelAndWait 还是空的，先写 task.cancel(message)');
}
