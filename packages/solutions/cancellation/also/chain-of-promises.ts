// Right as well: the steps and their undoing are links of one chain, and no function is async.
import type { Awaitable, Task } from '@teatime/core';

export interface Step {
  readonly name: string;
  start(signal: AbortSignal): Awaitable<void>;
  undo(): Awaitable<void>;
}

export function brew(steps: readonly Step[], signal: AbortSignal): Promise<void> {
  let undo: () => Promise<void> = () => Promise.resolve();
  const all = steps.reduce(
    (before, step) =>
      before
        .then(() => {
          signal.throwIfAborted();
          return step.start(signal);
        })
        .then(() => {
          const earlier = undo;
          undo = () => Promise.resolve(step.undo()).then(() => earlier());
        }),
    Promise.resolve(),
  );
  return all.catch((error: unknown) =>
    undo().then(() => {
      throw error;
    }),
  );
}

export function shield<T>(work: Awaitable<T>, signal: AbortSignal): Promise<T> {
  const working = Promise.resolve(work);
  working.catch(() => {});
  if (signal.aborted) return Promise.reject(signal.reason);
  const own = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: own.signal });
  });
  return Promise.race([working, aborted]).finally(() => own.abort());
}

export function cancelAndWait(task: Task<unknown>, message?: string): Promise<'cancelled' | 'finished' | 'failed'> {
  task.cancel(message);
  return Promise.resolve(task).then(
    () => 'finished' as const,
    () => (task.cancelled() ? 'cancelled' : 'failed'),
  );
}
