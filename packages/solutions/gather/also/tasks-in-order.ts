import { Coroutine, coroutine, createTask } from '@teatime/core';
import type { Task } from '@teatime/core';
import type { Awaitable } from '@teatime/core';

export interface GatherOptions {
  readonly returnExceptions?: boolean;
}

export type Results<T extends readonly Awaitable<unknown>[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

export type ResultsOrErrors<T extends readonly Awaitable<unknown>[]> = {
  -readonly [K in keyof T]: Awaited<T[K]> | Error;
};

export function gather<T extends readonly Awaitable<unknown>[] | []>(
  awaitables: T,
  options?: { readonly returnExceptions?: false },
): Promise<Results<T>>;
export function gather<T extends readonly Awaitable<unknown>[] | []>(
  awaitables: T,
  options: GatherOptions,
): Promise<ResultsOrErrors<T>>;
/** Everything becomes a task, one tick later; the tasks are awaited in order while a second listener waits for errors. */
export function gather(awaitables: readonly Awaitable<unknown>[], options: GatherOptions = {}): Promise<unknown[]> {
  const tasks = new Map<Awaitable<unknown>, Task<unknown>>();
  for (const awaitable of awaitables) {
    if (tasks.has(awaitable)) continue;
    const work = awaitable instanceof Coroutine ? awaitable : coroutine(async () => await awaitable)();
    tasks.set(awaitable, createTask(work));
  }

  return new Promise((resolve, reject) => {
    for (const task of tasks.values()) {
      task.catch((error) => {
        if (!options.returnExceptions) reject(error);
      });
    }
    void (async () => {
      const results: unknown[] = [];
      for (const awaitable of awaitables) {
        try {
          results.push(await tasks.get(awaitable));
        } catch (error) {
          results.push(error);
        }
      }
      resolve(results);
    })();
  });
}
