// fails: first-error, later-errors-silent, return-exceptions
// Starts everything, then awaits in the order of the list: an error further down is heard too late, and by nobody.
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
  const running = new Map<Awaitable<unknown>, Promise<unknown>>();
  for (const awaitable of awaitables) {
    if (!running.has(awaitable)) running.set(awaitable, Promise.resolve(awaitable));
  }
  const results: unknown[] = [];
  for (const awaitable of awaitables) {
    try {
      results.push(await running.get(awaitable));
    } catch (error) {
      if (!options.returnExceptions) throw error;
      results.push(error);
    }
  }
  return results;
}
