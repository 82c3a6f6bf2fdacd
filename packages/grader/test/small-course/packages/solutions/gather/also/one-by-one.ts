import { createTask, Coroutine } from '@teatime/core';
import type { Awaitable } from '@teatime/core';

export async function gather<T>(awaitables: readonly Awaitable<T>[]): Promise<T[]> {
  const started = awaitables.map((awaitable) => (awaitable instanceof Coroutine ? createTask(awaitable) : awaitable));
  const results: T[] = [];
  for (const one of started) results.push(await one);
  return results;
}
