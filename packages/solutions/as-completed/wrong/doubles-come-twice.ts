// fails: same-twice
// Listens twice to a task that stands in the list twice.
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const queue: Completion<T>[] = [];
  let ring = (): void => {};
  
  for (const task of tasks) {
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
  for (let left = tasks.length; left > 0; left -= 1) {
    while (queue.length === 0) await new Promise<void>((resolve) => (ring = resolve));
    yield queue.shift()!;
  }
}
