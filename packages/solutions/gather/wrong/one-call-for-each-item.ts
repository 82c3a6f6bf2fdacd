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
export function gather(
  awaitables: readonly Awaitable<unknown>[],
  { returnExceptions = false }: GatherOptions = {},
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const results: unknown[] = awaitables.map(() => undefined);
    let missing = awaitables.length;
    if (missing === 0) resolve(results);
    listen(start(awaitables), 0, (promise, place) => {
      const done = (outcome: unknown): void => {
        results[place] = outcome;
        missing -= 1;
        if (missing === 0) resolve(results);
      };
      promise.then(done, returnExceptions ? done : reject);
    });
  });
}

/** Listens to the first one, and has another call of itself listen to the rest. */
function listen(
  [first, ...rest]: readonly Promise<unknown>[],
  place: number,
  follow: (promise: Promise<unknown>, place: number) => void,
): void {
  if (rest.length > 0) listen(rest, place + 1, follow);
  if (first !== undefined) follow(first, place);
}

function start(awaitables: readonly Awaitable<unknown>[]): readonly Promise<unknown>[] {
  const running = new Map<Awaitable<unknown>, Promise<unknown>>();
  for (const awaitable of awaitables) if (!running.has(awaitable)) running.set(awaitable, Promise.resolve(awaitable));
  return awaitables.map((awaitable) => Promise.resolve(running.get(awaitable)));
}
