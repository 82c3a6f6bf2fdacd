// fails: completion-order, as-they-come, own-task, any-value, slow-consumer, rejections, rejections-while-busy, loops-together, same-twice, already-done, linear
// Never takes the winner out of the race: it wins every time.
import type { Completion, Task } from '@teatime/core';

function outcomeOf<T>(task: Task<T>): Promise<Completion<T>> {
  return task.then(
    (value): Completion<T> => ({ task, status: 'fulfilled', value }),
    (reason): Completion<T> => ({ task, status: 'rejected', reason }),
  );
}

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const outcomes = Array.from(new Set(tasks), outcomeOf);
  for (let i = 0; i < outcomes.length; i += 1) yield await Promise.race(outcomes);
}
