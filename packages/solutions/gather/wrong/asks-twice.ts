// fails: any-awaitable, same-twice
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
  const running = new Map(
    [...new Set(awaitables)].map((awaitable) => [awaitable, awaitable instanceof Coroutine ? createTask(awaitable) : awaitable]),
  );
  return new Promise((resolve, reject) => {
    const results: unknown[] = awaitables.map(() => undefined);
    let missing = awaitables.length;
    if (missing === 0) resolve(results);
    awaitables.forEach((awaitable, i) => {
      const item = running.get(awaitable) ?? awaitable;
      const done = (outcome: unknown): void => {
        results[i] = outcome;
        missing -= 1;
        if (missing === 0) resolve(results);
      };
      item.then(done, () => {});
      item.then(undefined, returnExceptions ? done : reject);
    });
  });
}
