// fails: input-order
import type { Awaitable } from '@teatime/core';

export async function gather<T>(awaitables: readonly Awaitable<T>[]): Promise<T[]> {
  const results: T[] = [];
  const all = awaitables.map((awaitable) => awaitable.then((value) => results.push(value)));
  for (const one of all) await one;
  return results;
}
