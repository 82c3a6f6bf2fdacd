// fails: all-at-once, input-order, on-time, falsy, any-awaitable, first-error, siblings-run-on, return-exceptions, same-twice, input-untouched, separate-calls
// Has Web Crypto work again and again, and looks in between whether all are done.
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
  const bytes = new Uint8Array(1);
  while (done < awaitables.length) {
    await crypto.subtle.digest('SHA-256', bytes);
    if (failed && !options.returnExceptions) throw failure;
  }
  return results;
}
