// fails: many
import type { Awaitable } from '@teatime/core';

export interface GatherOptions {
  /** When true, an error stands in the list in the place of the result, and gather does not fail. */
  readonly returnExceptions?: boolean;
}

/** What gather gives: a list as long as the one it got, with each result in the place of its awaitable. */
export type Results<T extends readonly Awaitable<unknown>[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/** The same when errors may stand among the results. */
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
  { returnExceptions = false }: GatherOptions = {},
): Promise<unknown[]> {
  const results: unknown[] = awaitables.map(() => undefined);
  const failure = Promise.withResolvers<never>();
  const order = [...new Set(awaitables)];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let awaitable = order[next++]; awaitable !== undefined; awaitable = order[next++]) {
      let outcome: unknown;
      try {
        outcome = await awaitable;
      } catch (error) {
        if (!returnExceptions) failure.reject(error);
        outcome = error;
      }
      awaitables.forEach((each, i) => {
        if (each === awaitable) results[i] = outcome;
      });
    }
  };
  const workers = Array.from({ length: 50 }, worker);
  failure.promise.catch(() => {});
  const all = (async () => {
    for (const one of workers) await one;
  })();
  return await new Promise((resolve, reject) => {
    failure.promise.catch(reject);
    void all.then(() => resolve(results));
  });
}
