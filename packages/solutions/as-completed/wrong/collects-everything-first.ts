// fails: as-they-come, slow-consumer, loops-together, already-done, leaving-early, linear
// Notes who is done in the right order, and hands it out when all are done.
import type { Completion, Task } from '@teatime/core';

function outcomeOf<T>(task: Task<T>): Promise<Completion<T>> {
  return task.then(
    (value): Completion<T> => ({ task, status: 'fulfilled', value }),
    (reason): Completion<T> => ({ task, status: 'rejected', reason }),
  );
}

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const done: Completion<T>[] = [];
  await Promise.all(Array.from(new Set(tasks), async (task) => done.push(await outcomeOf(task))));
  yield* done;
}
