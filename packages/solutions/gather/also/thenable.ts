import type { Awaitable } from '@teatime/core';

type Listener = () => void;

/** Gives a thenable of its own instead of a promise, and keeps the listeners itself. */
export function gather(awaitables: readonly Awaitable<unknown>[], options?: { returnExceptions?: boolean }): PromiseLike<unknown[]> {
  const results: unknown[] = [];
  const listeners: Listener[] = [];
  let state: 'pending' | 'done' | 'failed' = 'pending';
  let failure: unknown;
  let left = awaitables.length;

  const finish = (outcome: 'done' | 'failed'): void => {
    if (state !== 'pending') return;
    state = outcome;
    for (const listener of listeners.splice(0)) listener();
  };
  const fill = (places: readonly number[], value: unknown): void => {
    for (const place of places) results[place] = value;
    left -= places.length;
    if (left === 0) finish('done');
  };
  for (const [awaitable, places] of Map.groupBy(awaitables.keys(), (place) => awaitables[place])) {
    Promise.resolve(awaitable).then(
      (value) => fill(places, value),
      (error: unknown) => {
        if (options?.returnExceptions) return fill(places, error);
        failure = error;
        finish('failed');
      },
    );
  }
  if (left === 0) finish('done');

  const promise = (): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      const tell = (): void => (state === 'done' ? resolve(results) : reject(failure));
      if (state === 'pending') listeners.push(tell);
      else tell();
    });
  return { then: (onDone, onFailed) => promise().then(onDone, onFailed) };
}
