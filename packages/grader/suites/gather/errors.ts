/** Whether this is what a coroutine says when it is awaited once more. */
export function isAboutReuse(reason: unknown): boolean {
  return reason instanceof Error && reason.message.includes('cannot reuse already awaited coroutine');
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
