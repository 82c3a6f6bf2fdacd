import type { Text } from '@teatime/grader/kit';
import { says } from './says.ts';

/** What to tell of what a coroutine says when it is awaited once more. */
export function aboutReuse(reason: unknown): Text | undefined {
  return reason instanceof Error && reason.message.includes('cannot reuse already awaited coroutine') ? says.awaitedTwice : undefined;
}

/** Whether this is what JavaScript says when somebody changes a frozen list. */
export function isAboutFrozen(reason: unknown): boolean {
  const words = /read only|not extensible|cannot (add|assign|delete|define|redefine)/i;
  return reason instanceof TypeError && words.test(reason.message);
}

/** Whether functions called each other until there was no room left. */
export function isAboutDepth(reason: unknown): boolean {
  return reason instanceof RangeError && reason.message.includes('call stack');
}
