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
  const running = new Map<Awaitable<unknown>, Promise<unknown>>();
  for (const awaitable of new Set(awaitables)) running.set(awaitable, outcomeOf(awaitable, returnExceptions));
  const failure = new Promise<never>((_, reject) => {
    for (const promise of running.values()) promise.catch(reject);
  });
  failure.catch(() => {});
  const results: unknown[] = [];
  for await (const result of inOrder(awaitables, running, failure)) results.push(result);
  return results;
}

async function* inOrder(
  awaitables: readonly Awaitable<unknown>[],
  running: ReadonlyMap<Awaitable<unknown>, Promise<unknown>>,
  failure: Promise<never>,
): AsyncGenerator {
  for (const awaitable of awaitables) yield await firstOf(Promise.resolve(running.get(awaitable)), failure);
}

function firstOf(promise: Promise<unknown>, failure: Promise<never>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    promise.then(resolve, reject);
    failure.catch(reject);
  });
}

async function outcomeOf(awaitable: Awaitable<unknown>, returnExceptions: boolean): Promise<unknown> {
  try {
    return await awaitable;
  } catch (error) {
    if (returnExceptions) return error;
    throw error;
  }
}
