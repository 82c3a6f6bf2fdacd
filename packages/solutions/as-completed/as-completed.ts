import type { Completion, Task } from '@teatime/core';

/**
 * Gives the tasks in the order in which they are done, each at the moment it is done and together with its outcome.
 * Like `asyncio.as_completed` with `async for`. The cost grows with the number of tasks, not with its square.
 */
export function asCompleted<T>(tasks: readonly Task<T>[]): AsyncIterableIterator<Completion<T>> {
  const different = new Set(tasks);
  // One place for every task. Whoever is done takes the next one, whether or not anybody asks for it already.
  const places = Array.from(different, () => Promise.withResolvers<Completion<T>>());
  const free = places.values();

  for (const task of different) {
    task.then(
      (value) => free.next().value?.resolve({ task, status: 'fulfilled', value }),
      (reason: unknown) => free.next().value?.resolve({ task, status: 'rejected', reason }),
    );
  }
  return handOut(places);
}

async function* handOut<Item>(places: readonly PromiseWithResolvers<Item>[]): AsyncGenerator<Item, void> {
  for (const { promise } of places) yield await promise;
}
