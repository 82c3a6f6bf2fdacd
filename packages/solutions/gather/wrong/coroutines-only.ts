// fails: input-order, on-time, any-awaitable, siblings-run-on, same-twice, many
// Hands everything to createTask, which takes coroutines only.
import { createTask } from '@teatime/core';
import type { Awaitable, Coroutine, Task } from '@teatime/core';

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
export function gather(
  awaitables: readonly Awaitable<unknown>[],
  options: GatherOptions = {},
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const results: unknown[] = [];
    const promises = new Map<Awaitable<unknown>, Task<unknown>>();
    let left = awaitables.length;
    if (left === 0) resolve(results);
    const done = (): void => {
      left -= 1;
      if (left === 0) resolve(results);
    };
    awaitables.forEach((awaitable, i) => {
      const promise = promises.get(awaitable) ?? createTask(awaitable as Coroutine<unknown>);
      promises.set(awaitable, promise);
      promise.then(
        (value) => {
          results[i] = value;
          done();
        },
        (error: unknown) => {
          if (!options.returnExceptions) return reject(error);
          results[i] = error;
          done();
        },
      );
    });
  });
}
