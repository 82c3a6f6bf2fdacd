import type { Completion, Task } from '@teatime/core';

/** An async generator with a queue and a bell: it listens from the first `next` on. */
export async function* asCompleted<T>(tasks: Iterable<Task<T>>): AsyncGenerator<Completion<T>> {
  const queue: Completion<T>[] = [];
  let ring = (): void => {};
  let left = 0;
  for (const task of new Set(tasks)) {
    left += 1;
    const note = (outcome: PromiseSettledResult<T>): void => {
      queue.push({ task, ...outcome });
      ring();
    };
    void Promise.allSettled([task]).then(([outcome]) => note(outcome));
  }
  for (; left > 0; left -= 1) {
    while (queue.length === 0) await new Promise<void>((resolve) => (ring = resolve));
    const [first] = queue.splice(0, 1);
    yield first;
  }
}
