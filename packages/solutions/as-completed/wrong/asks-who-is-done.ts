// fails: slow-consumer, rejections-while-busy, linear
// Asks after every result all that are left whether they are done.
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const open = new Set(tasks);
  let ring = (): void => {};
  let rung = false;
  for (const task of open) {
    void outcomeOf(task).then(() => {
      rung = true;
      ring();
    });
  }
  while (open.size > 0) {
    const done = [...open].find((task) => task.done());
    if (done) {
      open.delete(done);
      yield await outcomeOf(done);
      continue;
    }
    if (!rung) await new Promise<void>((resolve) => (ring = resolve));
    rung = false;
  }
}

function outcomeOf<T>(task: Task<T>): Promise<Completion<T>> {
  return task.then(
    (value): Completion<T> => ({ task, status: 'fulfilled', value }),
    (reason): Completion<T> => ({ task, status: 'rejected', reason }),
  );
}
