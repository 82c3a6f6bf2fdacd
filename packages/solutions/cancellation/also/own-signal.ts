// Right as well: the steps get a signal of brew's own, which aborts with the other; the list is counted down; the task is asked for its exception.
import { createTask, coroutine, type Awaitable, type Task } from '@teatime/core';

export interface Step {
  readonly name: string;
  start(signal: AbortSignal): Awaitable<void>;
  undo(): Awaitable<void>;
}

export async function brew(steps: readonly Step[], signal: AbortSignal): Promise<void> {
  const own = new AbortController();
  const stop = (): void => own.abort(signal.reason);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  let done = 0;
  let isReady = false;
  try {
    while (done < steps.length) {
      own.signal.throwIfAborted();
      await steps[done].start(own.signal);
      done += 1;
    }
    isReady = true;
  } finally {
    signal.removeEventListener('abort', stop);
    while (!isReady && done > 0) {
      done -= 1;
      await steps[done].undo();
    }
  }
}

export async function shield<T>(work: Awaitable<T>, signal: AbortSignal): Promise<T> {
  const waiting = coroutine(async () => await work);
  const inner = createTask(waiting());
  inner.catch(() => {});
  return await new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    inner.then(resolve, reject);
  });
}

export async function cancelAndWait(task: Task<unknown>, message?: string): Promise<'cancelled' | 'finished' | 'failed'> {
  task.cancel(message);
  await task.then(() => {}, () => {});
  if (task.cancelled()) return 'cancelled';
  try {
    task.result();
    return 'finished';
  } catch {
    return 'failed';
  }
}
