// fails: errors
// A whole module, where an edit of the solution would not be shorter.
import type { Coroutine } from '@teatime/core';

export async function __name__(first: () => Coroutine<string>, second: () => Coroutine<string>): Promise<string[]> {
  try {
    return [await first(), await second()];
  } catch {
    return [];
  }
}
