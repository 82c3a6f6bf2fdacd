// fails: all-at-once, input-order, on-time, empty, falsy, any-awaitable, return-exceptions, same-twice, input-untouched, separate-calls
// Looks every millisecond whether all are done.
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
export async function gather(
  awaitables: readonly Awaitable<unknown>[],
  options: GatherOptions = {},
): Promise<unknown[]> {
  const results: unknown[] = [];
  const promises = new Map<Awaitable<unknown>, Promise<unknown>>();
  let done = 0;
  let failed = false;
  let failure: unknown;
  awaitables.forEach((awaitable, i) => {
    const promise = promises.get(awaitable) ?? Promise.resolve(awaitable);
    promises.set(awaitable, promise);
    promise.then(
      (value) => {
        results[i] = value;
        done += 1;
      },
      (error: unknown) => {
        results[i] = error;
        done += 1;
        if (!failed) failure = error;
        failed = true;
      },
    );
  });
  return await new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      if (failed && !options.returnExceptions) {
        clearInterval(timer);
        reject(failure);
      } else if (done === awaitables.length) {
        clearInterval(timer);
        resolve(results);
      }
    }, 1);
  });
}
