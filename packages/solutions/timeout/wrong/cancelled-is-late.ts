// fails: own-error
// Cancels a task, and takes every CancelledError for its own.
import { CancelledError, coroutine, createTask, type Awaitable, type Task } from '@teatime/core';

export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export async function timeout<T>(
  ms: number,
  work: (signal: AbortSignal) => Awaitable<T>,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<T> {
  signal?.throwIfAborted();
  if (ms <= 0) throw new TimeoutError();
  const task: Task<T> = createTask(coroutine(async () => await work(task.signal))());
  const stop = (): void => void task.cancel();
  signal?.addEventListener('abort', stop);
  const timer = setTimeout(stop, ms);
  try {
    return await task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    if (signal?.aborted) throw signal.reason;
    throw new TimeoutError();
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
