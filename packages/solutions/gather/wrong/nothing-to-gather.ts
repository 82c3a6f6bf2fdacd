// fails: all-at-once, input-order, on-time, falsy, any-awaitable, first-error, siblings-run-on, later-errors-silent, return-exceptions, same-twice, separate-calls, many
// Gives the list back as it is: nothing was started and nothing awaited.
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
  return [...awaitables];
}
