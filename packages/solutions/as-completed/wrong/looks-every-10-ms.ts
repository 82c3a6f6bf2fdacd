// fails: completion-order, as-they-come, any-value, slow-consumer, rejections, loops-together, same-twice, already-done, leaving-early
// Looks every ten milliseconds whether somebody is done.
import { sleep } from '@teatime/core';
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const queue: Completion<T>[] = [];
  const different = new Set(tasks);
  for (const task of different) {
    task.then(
      (value) => {
        queue.push({ task, status: 'fulfilled', value });
      },
      (reason: unknown) => {
        queue.push({ task, status: 'rejected', reason });
      },
    );
  }
  for (let left = different.size; left > 0; left -= 1) {
    while (queue.length === 0) await sleep(10);
    yield queue.shift()!;
  }
}
