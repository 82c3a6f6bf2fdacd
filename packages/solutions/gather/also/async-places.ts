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
/** One small async function for each place, and a counter. The promise of each awaitable is kept, for doubles. */
export function gather(awaitables: readonly Awaitable<unknown>[], options: GatherOptions = {}): Promise<unknown[]> {
  const asked = new Map<Awaitable<unknown>, Promise<unknown>>();
  return new Promise((resolve, reject) => {
    const results: unknown[] = awaitables.map(() => undefined);
    let left = results.length;

    async function fill(place: number, promise: Promise<unknown>): Promise<void> {
      try {
        results[place] = await promise;
      } catch (error) {
        if (!options.returnExceptions) return reject(error);
        results[place] = error;
      }
      left -= 1;
      if (left === 0) resolve(results);
    }

    if (left === 0) resolve(results);
    for (const [place, awaitable] of awaitables.entries()) {
      const promise = asked.get(awaitable) ?? Promise.resolve(awaitable);
      asked.set(awaitable, promise);
      void fill(place, promise);
    }
  });
}
