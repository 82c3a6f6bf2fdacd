// fails: any-awaitable, same-twice, many
// After every result it asks all that are left once more: the work grows with the square of the list.
import { Coroutine, createTask } from '@teatime/core';
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
  const running = new Map(
    [...new Set(awaitables)].map((awaitable) => [awaitable, awaitable instanceof Coroutine ? createTask(awaitable) : awaitable]),
  );
  const results: unknown[] = awaitables.map(() => undefined);
  const open = new Set(running.keys());
  while (open.size > 0) {
    const { next } = await new Promise<{ next: Awaitable<unknown> }>((resolve, reject) => {
      for (const awaitable of open) {
        const tell = (): void => resolve({ next: awaitable });
        running.get(awaitable)?.then(tell, options.returnExceptions ? tell : reject);
      }
    });
    open.delete(next);
    const outcome: unknown = await Promise.resolve(running.get(next)).catch((error: unknown) => error);
    awaitables.forEach((awaitable, i) => {
      if (awaitable === next) results[i] = outcome;
    });
  }
  return results;
}
