// fails: restrictions
// Leaves the work to Promise.all and its sister.
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
  const running = new Map([...new Set(awaitables)].map((awaitable) => [awaitable, Promise.resolve(awaitable)]));
  const promises = awaitables.map((awaitable) => running.get(awaitable));
  if (!options.returnExceptions) return await Promise.all(promises);
  const outcomes = await Promise.allSettled(promises);
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason));
}
