// fails: any-awaitable, siblings-run-on
// A `then` that throws ends the loop, and the others are not started.
import { Coroutine, createTask } from '@teatime/core';
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
 * @throws what the first one to fail threw, unless `returnExceptions` is true
 */
export function gather<T extends readonly Awaitable<unknown>[] | []>(
  awaitables: T,
  options?: { readonly returnExceptions?: false },
): Promise<Results<T>>;
export function gather<T extends readonly Awaitable<unknown>[] | []>(
  awaitables: T,
  options: GatherOptions,
): Promise<ResultsOrErrors<T>>;
export function gather(
  awaitables: readonly Awaitable<unknown>[],
  { returnExceptions = false }: GatherOptions = {},
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const results = new Array<unknown>(awaitables.length);
    // Counted, not looked at: undefined is a result too.
    let missing = awaitables.length;
    if (missing === 0) resolve(results);

    for (const [awaitable, places] of placesOf(awaitables)) {
      const settle = (outcome: unknown): void => {
        for (const place of places) results[place] = outcome;
        missing -= places.length;
        if (missing === 0) resolve(results);
      };
      // The first rejection wins; later ones meet a promise that is settled, and vanish.
      awaitable.then(settle, returnExceptions ? settle : reject);
    }
  });
}

/** Where each awaitable stands in the list: a coroutine may be asked only once, however often it stands there. */
function placesOf(awaitables: readonly Awaitable<unknown>[]): Map<Awaitable<unknown>, number[]> {
  const places = new Map<Awaitable<unknown>, number[]>();
  awaitables.forEach((awaitable, index) => {
    const known = places.get(awaitable);
    if (known) known.push(index);
    else places.set(awaitable, [index]);
  });
  return places;
}

/** As asyncio does it: a coroutine becomes a task, everything else runs already. */
function start(awaitable: Awaitable<unknown>): PromiseLike<unknown> {
  return awaitable instanceof Coroutine ? createTask(awaitable) : Promise.resolve(awaitable);
}
