// fails: completion-order, loops-together
// The queue lies outside: what is done goes to whichever loop asks first.
import type { Completion, Task } from '@teatime/core';

const queue: Completion<unknown>[] = [];
let ring = (): void => {};

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const different = new Set(tasks);
  for (const task of different) {
    void outcomeOf(task).then((completion) => {
      queue.push(completion);
      ring();
    });
  }
  for (let left = different.size; left > 0; left -= 1) {
    while (queue.length === 0) await new Promise<void>((resolve) => (ring = resolve));
    yield queue.shift() as Completion<T>;
  }
}

function outcomeOf<T>(task: Task<T>): Promise<Completion<T>> {
  return task.then(
    (value): Completion<T> => ({ task, status: 'fulfilled', value }),
    (reason): Completion<T> => ({ task, status: 'rejected', reason }),
  );
}
