// fails: slow-consumer, rejections-while-busy, linear
// Promise.race among those who are left: asks all of them again each time, and a slow loop gets them in the order of the list.
import type { Completion, Task } from '@teatime/core';

function outcomeOf<T>(task: Task<T>): Promise<Completion<T>> {
  return task.then(
    (value): Completion<T> => ({ task, status: 'fulfilled', value }),
    (reason): Completion<T> => ({ task, status: 'rejected', reason }),
  );
}

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const open = new Set(tasks);
  while (open.size > 0) {
    const completion = await Promise.race(Array.from(open, outcomeOf));
    open.delete(completion.task);
    yield completion;
  }
}
