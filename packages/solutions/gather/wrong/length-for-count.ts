// fails: all-at-once, input-order, falsy, any-awaitable, same-twice, many
// Takes the length of the list of results for the number of results: the last place may be filled first.
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
export function gather(
  awaitables: readonly Awaitable<unknown>[],
  options: GatherOptions = {},
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const results: unknown[] = [];
    const promises = new Map<Awaitable<unknown>, Promise<unknown>>();
    if (awaitables.length === 0) resolve(results);
    const done = (): void => {
      if (results.length === awaitables.length) resolve(results);
    };
    awaitables.forEach((awaitable, i) => {
      const promise = promises.get(awaitable) ?? Promise.resolve(awaitable);
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
