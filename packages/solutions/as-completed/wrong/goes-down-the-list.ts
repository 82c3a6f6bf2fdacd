// fails: linear
// Looks for tasks that stand twice with a function that calls itself once for each place.
import type { Completion, Task } from '@teatime/core';

export function asCompleted<T>(tasks: readonly Task<T>[]): AsyncIterableIterator<Completion<T>> {
  const different = new Set<Task<T>>();
  const look = (place: number): void => {
    const task = tasks[place];
    if (task === undefined) return;
    different.add(task);
    look(place + 1);
  };
  look(0);
  return inOrder(different);
}

/** This part is right. */
async function* inOrder<T>(tasks: Iterable<Task<T>>): AsyncGenerator<Completion<T>> {
  const queue: Completion<T>[] = [];
  let ring = (): void => {};
  const different = new Set(tasks);
  for (const task of different) {
    void outcomeOf(task).then((completion) => {
      queue.push(completion);
      ring();
    });
  }
  for (let left = different.size; left > 0; left -= 1) {
    while (queue.length === 0) await new Promise<void>((resolve) => (ring = resolve));
    yield queue.shift()!;
  }
}

function outcomeOf<T>(task: Task<T>): Promise<Completion<T>> {
  return task.then(
    (value): Completion<T> => ({ task, status: 'fulfilled', value }),
    (reason): Completion<T> => ({ task, status: 'rejected', reason }),
  );
}
