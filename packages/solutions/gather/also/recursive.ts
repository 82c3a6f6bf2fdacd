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
/** Halves the list until one is left: gather is the gather of two gathers. */
export async function gather(awaitables: readonly Awaitable<unknown>[], options: GatherOptions = {}): Promise<unknown[]> {
  const promises = new Map<Awaitable<unknown>, Promise<unknown>>();
  const promiseOf = (awaitable: Awaitable<unknown>): Promise<unknown> => {
    let promise = promises.get(awaitable);
    if (!promise) {
      promise = (async () => await awaitable)();
      if (options.returnExceptions) promise = promise.catch((error: unknown) => error);
      promises.set(awaitable, promise);
    }
    return promise;
  };
  return await collect(awaitables.map(promiseOf));
}

async function collect(promises: readonly Promise<unknown>[]): Promise<unknown[]> {
  const [only] = promises;
  if (only === undefined) return [];
  if (promises.length === 1) return [await only];
  const middle = Math.floor(promises.length / 2);
  return await both(collect(promises.slice(0, middle)), collect(promises.slice(middle)));
}

function both(left: Promise<unknown[]>, right: Promise<unknown[]>): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    left.then((first) => right.then((second) => resolve([...first, ...second]), reject), reject);
    right.catch(reject);
  });
}
