// fails: completion-order, as-they-come, own-task, any-value, slow-consumer, rejections, rejections-while-busy, loops-together, same-twice, already-done, leaving-early, linear
// Yields the task itself: an async generator awaits it on its way out, and only the result is left.
import type { Completion, Task } from '@teatime/core';

function outcomeOf<T>(task: Task<T>): Promise<Completion<T>> {
  return task.then(
    (value): Completion<T> => ({ task, status: 'fulfilled', value }),
    (reason): Completion<T> => ({ task, status: 'rejected', reason }),
  );
}

async function* inOrder<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const queue: Completion<T>[] = [];
  let ring = (): void => {};
  const outcomes = Array.from(new Set(tasks), outcomeOf);
  for (const outcome of outcomes) {
    outcome.then((completion) => {
      queue.push(completion);
      ring();
    });
  }
  for (let i = 0; i < outcomes.length; i += 1) {
    while (queue.length === 0) await new Promise<void>((resolve) => (ring = resolve));
    yield queue.shift()!;
  }
}

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  for await (const { task } of inOrder(tasks)) yield task as unknown as Completion<T>;
}
