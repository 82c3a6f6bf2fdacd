import type { Rejected } from '@teatime/grader/kit';

const bugs = [TypeError, ReferenceError, RangeError, SyntaxError];

/**
 * What the answer threw of its own is told with its line: what comes before anything could have ended it, and what JavaScript throws
 * at a slip. The rest is for the check to judge.
 *
 * @param given what the check gave it to fail with
 */
export function requireNoBug({ reason, at }: Rejected, earliest: number, given?: unknown): void {
  if (reason !== undefined && reason === given) return;
  if (at < earliest || bugs.some((bug) => reason instanceof bug)) throw reason;
}
