// fails: rejections, rejections-while-busy
// Makes an Error of every reason that is none.
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  for await (const completion of inOrder(tasks)) {
    const { task } = completion;
    const isOdd = completion.status === 'rejected' && !(completion.reason instanceof Error);
    yield isOdd ? { task, status: 'rejected', reason: new Error(String(completion.reason)) } : completion;
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
