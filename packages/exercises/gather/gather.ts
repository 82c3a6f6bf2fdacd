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
 * The next two declarations let TypeScript know the type of every single result: leave them as they are.
 */
export function gather<T extends readonly Awaitable<unknown>[] | []>(
  awaitables: T,
  options?: { readonly returnExceptions?: false },
): Promise<Results<T>>;
export function gather<T extends readonly Awaitable<unknown>[] | []>(
  awaitables: T,
  options: GatherOptions,
): Promise<ResultsOrErrors<T>>;

// Your code goes into this function. Functions of your own go below it: nothing may stand between it and the two
// declarations above.
export async function gather(
  awaitables: readonly Awaitable<unknown>[],
  options: GatherOptions = {},
): Promise<unknown[]> {
  throw new Error('gather is empty. Begin by starting every awaitable · gather 还是空的，先把列表里的每一个都启动起来');
}
