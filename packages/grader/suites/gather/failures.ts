import { coroutine, createTask, currentTask } from '@teatime/core';
import type { Awaitable } from '@teatime/core';
import type { Job, Lab } from '@teatime/grader/kit';

/* What fails while gather waits for it, and what hears whether somebody stops it then. */

/** A job that fails with an error that nobody can guess. */
export function failing(lab: Lab, ms?: number): Job<unknown> {
  return lab.job({ ...(ms !== undefined && { ms }), ending: { throws: lab.error() } });
}

/** A coroutine that fails without having paused. */
export const failsAtOnce = coroutine((reason: unknown) => Promise.reject(reason));

/** A thenable that has failed before its `then` comes back. */
export const failsInOneBreath = (reason: unknown): PromiseLike<never> => ({
  then: (_, onFailed) => {
    const next = Promise.withResolvers<never>();
    onFailed?.(reason);
    return next.promise;
  },
});

/** A thenable whose `then` itself throws. */
export const throwsWhenAsked = (reason: unknown): PromiseLike<never> => ({
  then: () => {
    throw reason;
  },
});

/** A task that hears when it is cancelled, and goes on all the same: only its signal shows that somebody wanted to stop it. */
export function listener(job: Job<unknown>): { readonly task: Awaitable<unknown>; wasStopped(): boolean } {
  let signal: AbortSignal | undefined;
  const body = coroutine(async () => {
    signal = currentTask()?.signal;
    return await job.run();
  });
  return { task: createTask(body(), { name: job.name }), wasStopped: () => signal?.aborted === true };
}
