// fails: siblings-run-on, on-time, many
import { sleep } from '@teatime/core';
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
  failure.promise.catch(() => {});
  const running = new Map<Awaitable<unknown>, Promise<unknown>>();
  let failed = false;
  for (const awaitable of awaitables) {
    if (failed) break;
    if (running.has(awaitable)) continue;
    const promise = Promise.resolve(awaitable);
    running.set(awaitable, promise);
    promise.catch((error: unknown) => {
      if (returnExceptions) return;
      failed = true;
      failure.reject(error);
    });
    // A turn for it to begin.
    await sleep(0);
  }
  return await new Promise((resolve, reject) => {
    failure.promise.catch(reject);
    let missing = awaitables.length;
    if (missing === 0) resolve(results);
    awaitables.forEach((awaitable, i) => {
      const done = (outcome: unknown): void => {
        results[i] = outcome;
        missing -= 1;
        if (missing === 0) resolve(results);
      };
      running.get(awaitable)?.then(done, returnExceptions ? done : () => {});
    });
  });
}
