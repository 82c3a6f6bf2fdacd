// fails: completion-order, loops-together
// A second loop has to wait until the first one is over.
import type { Completion, Task } from '@teatime/core';

let last: Promise<void> = Promise.resolve();

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const before = last;
  let leave = (): void => {};
  last = new Promise((resolve) => (leave = resolve));
  for (const task of tasks) task.catch(() => {});
  await before;
  try {
    yield* inOrder(tasks);
  } finally {
    leave();
  }
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
