// Right as well: a step holds the rest of the list in its own try; the work's listeners are functions of a promise that is made by hand.
import { CancelledError, type Awaitable, type Task } from '@teatime/core';

export interface Step {
  readonly name: string;
  start(signal: AbortSignal): Awaitable<void>;
  undo(): Awaitable<void>;
}

export async function brew([step, ...rest]: readonly Step[], signal: AbortSignal): Promise<void> {
  if (step === undefined) return;
  signal.throwIfAborted();
  await step.start(signal);
  try {
    await brew(rest, signal);
  } catch (error) {
    await step.undo();
    throw error;
  }
}

export async function shield<T>(work: Awaitable<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  (async () => {
    try {
      resolve(await work);
    } catch (error) {
      reject(error);
    }
  })();
  const own = AbortSignal.any([signal]);
  own.onabort = () => reject(own.reason);
  if (own.aborted) reject(own.reason);
  return await promise;
}

export async function cancelAndWait(task: Task<unknown>, message?: string): Promise<'cancelled' | 'finished' | 'failed'> {
  if (!task.done()) task.cancel(message);
  const [settled] = await Promise.allSettled([task]);
  if (settled.status === 'fulfilled') return 'finished';
  return settled.reason instanceof CancelledError ? 'cancelled' : 'failed';
}
