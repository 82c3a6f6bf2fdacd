import type { Awaitable } from '@teatime/core';

/** Waits for all of them. */
export function gather<T>(awaitables: readonly Awaitable<T>[]): Promise<T[]> {
  throw new Error('gather is empty · gather 还是空的');
}
