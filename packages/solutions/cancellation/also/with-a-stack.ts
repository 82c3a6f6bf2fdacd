// Right as well: a stack of what is to be undone, which is given up when all is well; an async function behind a wall; a `then` with two functions.
import { Coroutine, createTask, type Awaitable, type Task } from '@teatime/core';

export interface Step {
  readonly name: string;
  start(signal: AbortSignal): Awaitable<void>;
  undo(): Awaitable<void>;
}

export async function brew(steps: readonly Step[], signal: AbortSignal): Promise<void> {
  await using undoing = new AsyncDisposableStack();
  for (const step of steps) {
    if (signal.aborted) throw signal.reason;
    await step.start(signal);
    undoing.defer(async () => {
      await step.undo();
    });
  }
  undoing.move();
}

export async function shield<T>(work: Awaitable<T>, signal: AbortSignal): Promise<T> {
  const running = work instanceof Coroutine ? createTask(work) : work;
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([promise, running]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export function cancelAndWait(task: Task<unknown>, message?: string): Promise<'cancelled' | 'finished' | 'failed'> {
  const running = task.then(
    () => 'finished' as const,
    () => (task.cancelled() ? 'cancelled' : 'failed'),
  );
  task.cancel(message);
  return running;
}
