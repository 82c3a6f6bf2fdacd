// fails: completion-order, as-they-come, slow-consumer, rejections, rejections-while-busy, loops-together, already-done, leaving-early, linear
// Waits for the tasks in the order of the list.
import type { Completion, Task } from '@teatime/core';

function outcomeOf<T>(task: Task<T>): Promise<Completion<T>> {
  return task.then(
    (value): Completion<T> => ({ task, status: 'fulfilled', value }),
    (reason): Completion<T> => ({ task, status: 'rejected', reason }),
  );
}

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const outcomes = Array.from(new Set(tasks), outcomeOf);
  for (const outcome of outcomes) yield await outcome;
}
