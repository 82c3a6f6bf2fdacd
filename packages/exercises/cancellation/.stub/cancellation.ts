import type { Coroutine } from '@teatime/core';

/**
 * Does one piece of work after another.
 *
 * @returns both results, that of the first one first
 */
export async function cancellation(first: () => Coroutine<string>, second: () => Coroutine<string>): Promise<string[]> {
  throw new Error('cancellation is empty. Begin with await first() · cancellation 还是空的，先写 await first()');
}
