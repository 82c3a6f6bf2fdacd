// fails: input-untouched
// Writes every result over the awaitable in the list of the caller.
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
  const list = awaitables as unknown[];
  return await new Promise((resolve, reject) => {
    let left = list.length;
    if (left === 0) resolve(list);
    const promises = new Map<unknown, Promise<unknown>>();
    for (const [i, awaitable] of [...list].entries()) {
      const promise = promises.get(awaitable) ?? Promise.resolve(awaitable);
      promises.set(awaitable, promise);
      const settle = (outcome: unknown): void => {
        list[i] = outcome;
        left -= 1;
        if (left === 0) resolve(list);
      };
      promise.then(settle, options.returnExceptions ? settle : reject);
    }
  });
}
