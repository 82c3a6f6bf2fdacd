// fails: completion-order, as-they-come, any-value, slow-consumer, rejections, rejections-while-busy, loops-together, same-twice, already-done, leaving-early, linear
// Asks every task every millisecond whether it is done.
import { sleep } from '@teatime/core';
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const open = new Set(tasks);
  while (open.size > 0) {
    for (const task of open) {
      if (!task.done()) continue;
      open.delete(task);
      const [outcome] = await Promise.allSettled([task]);
      yield { task, ...outcome };
    }
    if (open.size > 0) await sleep(1);
  }
}
