// fails: all-at-once, any-awaitable, first-error, siblings-run-on, return-exceptions, same-twice, many
// Awaits each in turn: a coroutine starts only when its turn has come.
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
  for (const awaitable of awaitables) {
    try {
      results.push(await awaitable);
    } catch (error) {
      if (!options.returnExceptions) throw error;
      results.push(error);
    }
  }
  return results;
}
