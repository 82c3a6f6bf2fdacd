// Right as well: no await, and promises in the place of it.
import type { Coroutine } from '@teatime/core';

export function __name__(first: () => Coroutine<string>, second: () => Coroutine<string>): Promise<string[]> {
  return Promise.resolve(first()).then((one) => Promise.resolve(second()).then((other) => [one, other]));
}
