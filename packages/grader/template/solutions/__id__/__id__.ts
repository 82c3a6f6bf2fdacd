import type { Coroutine } from '@teatime/core';

/**
 * Does one piece of work after another.
 *
 * @returns both results, that of the first one first
 */
export async function __name__(first: () => Coroutine<string>, second: () => Coroutine<string>): Promise<string[]> {
  const one = await first();
  const other = await second();
  return [one, other];
}
