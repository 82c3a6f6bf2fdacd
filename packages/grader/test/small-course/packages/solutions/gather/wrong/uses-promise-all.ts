// fails: restrictions
import type { Awaitable } from '@teatime/core';

export function gather<T>(awaitables: readonly Awaitable<T>[]): Promise<Awaited<T>[]> {
  return Promise.all(awaitables) as Promise<Awaited<T>[]>;
}
