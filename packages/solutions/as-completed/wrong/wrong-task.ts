// fails: own-task, any-value, rejections, rejections-while-busy
// Counts the completions and takes the task that stands at that place in the list.
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
  for (let left = different.size; left > 0; left -= 1) {
    while (queue.length === 0) await new Promise<void>((resolve) => (ring = resolve));
    const completion = queue.shift()!;
    yield { ...completion, task: [...different][different.size - left] };
  }
}
