// fails: same-twice
// Takes care that a coroutine is awaited once, and nothing else: an object that begins when it is asked works twice.
import { Coroutine, createTask } from '@teatime/core';
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

/**
 * Runs all awaitables at the same time and gives their results in the order of the list, as `asyncio.gather` does.
 *
 * @throws what the first one to fail threw, unless `returnExceptions` is true
 */
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
  { returnExceptions = false }: GatherOptions = {},
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const results = new Array<unknown>(awaitables.length);
    // Counted, not looked at: undefined is a result too.
    let missing = awaitables.length;
    if (missing === 0) resolve(results);

    const started = new Map<Awaitable<unknown>, PromiseLike<unknown>>();
    for (const awaitable of awaitables) {
      if (awaitable instanceof Coroutine && !started.has(awaitable)) started.set(awaitable, createTask(awaitable));
    }
    awaitables.forEach((awaitable, place) => {
      const settle = (outcome: unknown): void => {
        results[place] = outcome;
        missing -= 1;
        if (missing === 0) resolve(results);
      };
      Promise.resolve(started.get(awaitable) ?? awaitable).then(settle, returnExceptions ? settle : reject);
    });
  });
}
