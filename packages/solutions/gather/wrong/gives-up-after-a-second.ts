// fails: all-at-once, input-order, falsy, any-awaitable, first-error, siblings-run-on, later-errors-silent, return-exceptions, same-twice, input-untouched, separate-calls, on-time
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
  return new Promise((resolve, reject) => {
    const results: unknown[] = awaitables.map(() => undefined);
    let missing = awaitables.length;
    const done = (): void => {
      missing -= 1;
      if (missing === 0) resolve(results);
    };
    if (missing === 0) resolve(results);
    const timer = setTimeout(() => reject(new Error('gather waited for a second')), 1_000);
    const stop = (): void => clearTimeout(timer);
    for (const promise of start(awaitables)) promise.then(stop, stop);
    start(awaitables).forEach((promise, i) => {
      promise.then((value) => {
        results[i] = value;
        done();
      }, (error: unknown) => {
        if (!returnExceptions) return reject(error);
        results[i] = error;
        done();
      });
    });
  });
}

function start(awaitables: readonly Awaitable<unknown>[]): readonly Promise<unknown>[] {
  const running = new Map<Awaitable<unknown>, Promise<unknown>>();
  for (const awaitable of awaitables) if (!running.has(awaitable)) running.set(awaitable, Promise.resolve(awaitable));
  return awaitables.map((awaitable) => Promise.resolve(running.get(awaitable)));
}
