// fails: any-awaitable, siblings-run-on, same-twice
// Needs more of a thenable than its `then`: what that gives need not have a `catch`, and `any` keeps TypeScript from saying so.
import { createTask, Coroutine } from '@teatime/core';
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
export async function gather(awaitables: readonly Awaitable<unknown>[], options: GatherOptions = {}): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const results: unknown[] = [];
    let n = 0;
    if (awaitables.length === 0) return resolve([]);
    const cache = new Map<unknown, any>();
    awaitables.forEach((a: any, i) => {
      const p = cache.get(a) ?? (a instanceof Coroutine ? createTask(a) : a); cache.set(a, p);
      const ok = (v: unknown) => { results[i] = v; if (++n === awaitables.length) resolve(results); };
      p.then(ok).catch((e: unknown) => options.returnExceptions ? ok(e) : reject(e));
    });
  });
}
