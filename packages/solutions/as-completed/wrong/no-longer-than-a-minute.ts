// fails: completion-order, as-they-come, own-task, any-value, slow-consumer, rejections, rejections-while-busy, loops-together, same-twice, already-done, linear
// Takes a task for a failed one when it lasts longer than a minute.
import { sleep } from '@teatime/core';
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const limited = tasks.map((task) => ({ task, patience: sleep(60_000) }));
  let over = false;
  void Promise.all(limited.map(({ patience }) => patience)).then(() => (over = true));
  for await (const completion of inOrder(tasks)) {
    if (over) return;
    yield completion;
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
