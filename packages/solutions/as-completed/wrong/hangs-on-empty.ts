// fails: empty
// Waits for the first one before it looks whether there is any.
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const queue: Completion<T>[] = [];
  let ring = (): void => {};
  const different = new Set(tasks);
  for (const task of different) {
    task.then(
      (value) => {
        queue.push({ task, status: 'fulfilled', value });
        ring();
      },
      (reason: unknown) => {
        queue.push({ task, status: 'rejected', reason });
        ring();
      },
    );
  }
  let left = different.size;
  do {
    while (queue.length === 0) await new Promise<void>((resolve) => (ring = resolve));
    yield queue.shift()!;
    left -= 1;
  } while (left > 0);
}
