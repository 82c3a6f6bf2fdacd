// fails: own-task, any-value, rejections, rejections-while-busy
// Puts the name where the task should be.
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const queue: Completion<T>[] = [];
  let ring = (): void => {};
  const different = new Set(tasks);
  for (const task of different) {
    task.then(
      (value) => {
        queue.push({ task: { name: task.name } as Task<T>, status: 'fulfilled', value });
        ring();
      },
      (reason: unknown) => {
        queue.push({ task, status: 'rejected', reason });
        ring();
      },
    );
  }
  for (let left = different.size; left > 0; left -= 1) {
    while (queue.length === 0) await new Promise<void>((resolve) => (ring = resolve));
    yield queue.shift()!;
  }
}
