// fails: input-untouched
// Takes the items out of the list of the caller one by one.
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
  const list = awaitables as Awaitable<unknown>[];
  const total = list.length;
  return await new Promise((resolve, reject) => {
    const results: unknown[] = [];
    const promises = new Map<Awaitable<unknown>, Promise<unknown>>();
    let done = 0;
    if (total === 0) resolve(results);
    for (let i = 0; i < total; i += 1) {
      const awaitable = list.shift();
      if (!awaitable) break;
      const promise = promises.get(awaitable) ?? Promise.resolve(awaitable);
      promises.set(awaitable, promise);
      const settle = (outcome: unknown): void => {
        results[i] = outcome;
        done += 1;
        if (done === total) resolve(results);
      };
      promise.then(settle, options.returnExceptions ? settle : reject);
    }
  });
}
