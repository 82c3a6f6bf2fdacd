// fails: empty
import type { Awaitable } from '@teatime/core';

export function gather<T>(awaitables: readonly Awaitable<T>[]): Promise<T[]> {
  const results: T[] = [];
  let missing = awaitables.length;
  return new Promise((resolve) => {
    awaitables.forEach((awaitable, i) => {
      void awaitable.then((value) => {
        results[i] = value;
        missing -= 1;
        if (missing === 0) resolve(results);
      });
    });
  });
}
