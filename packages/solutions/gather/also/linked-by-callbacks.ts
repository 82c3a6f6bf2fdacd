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
  options: GatherOptions = {},
): Promise<unknown[]> {
  const tasks = new Map<Awaitable<unknown>, PromiseLike<unknown>>();
  const results: unknown[] = [];
  let pending = 0;
  let over = false;
  const listeners: { done?: () => void; failed?: (reason: unknown) => void } = {};
  for (const [index, awaitable] of awaitables.entries()) {
    results[index] = undefined;
    pending += 1;
    const known = tasks.get(awaitable);
    const item = known ?? (awaitable instanceof Coroutine ? createTask(awaitable, { name: `item ${index}` }) : (async () => await awaitable)());
    tasks.set(awaitable, item);
    const arrive = (outcome: unknown): void => {
      results[index] = outcome;
      pending -= 1;
      if (pending === 0 && over) listeners.done?.();
    };
    item.then(arrive, (reason: unknown) => {
      if (options.returnExceptions) arrive(reason);
      else listeners.failed?.(reason);
    });
  }
  over = true;
  return new Promise((resolve, reject) => {
    listeners.done = () => resolve(results.slice());
    listeners.failed = reject;
    if (pending === 0) resolve([]);
  });
}
