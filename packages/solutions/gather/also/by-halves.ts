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
  return await halves(start(awaitables, returnExceptions));
}

/** The results of both halves, one after the other: the depth grows with the logarithm of the list. */
async function halves(promises: readonly Promise<unknown>[]): Promise<unknown[]> {
  const [first] = promises;
  if (first === undefined) return [];
  if (promises.length === 1) return [await first];
  const middle = Math.ceil(promises.length / 2);
  return await both(halves(promises.slice(0, middle)), halves(promises.slice(middle)));
}

function both(left: Promise<unknown[]>, right: Promise<unknown[]>): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    left.catch(reject);
    right.catch(reject);
    void left.then((first) => right.then((second) => resolve([...first, ...second]))).catch(() => {});
  });
}

function start(awaitables: readonly Awaitable<unknown>[], returnExceptions: boolean): readonly Promise<unknown>[] {
  const running = new Map<Awaitable<unknown>, Promise<unknown>>();
  return awaitables.map((awaitable) => {
    const promise = running.get(awaitable) ?? Promise.resolve(awaitable);
    running.set(awaitable, promise);
    return returnExceptions ? promise.catch((error: unknown) => error) : promise;
  });
}
