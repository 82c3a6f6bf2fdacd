// fails: many
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
  return await rest(start(awaitables), 0, returnExceptions);
}

/** All of them are listened to, each inside of the one before, and the results are put together from behind. */
async function rest(promises: readonly Promise<unknown>[], from: number, returnExceptions: boolean): Promise<unknown[]> {
  const promise = promises[from];
  if (promise === undefined) return [];
  const others = rest(promises, from + 1, returnExceptions);
  return await new Promise((resolve, reject) => {
    others.catch(reject);
    promise.then(
      (value) => void others.then((results) => resolve([value, ...results]), () => {}),
      (error: unknown) => (returnExceptions ? void others.then((results) => resolve([error, ...results])) : reject(error)),
    );
  });
}

function start(awaitables: readonly Awaitable<unknown>[]): readonly Promise<unknown>[] {
  const running = new Map<Awaitable<unknown>, Promise<unknown>>();
  for (const awaitable of awaitables) if (!running.has(awaitable)) running.set(awaitable, Promise.resolve(awaitable));
  return awaitables.map((awaitable) => Promise.resolve(running.get(awaitable)));
}
