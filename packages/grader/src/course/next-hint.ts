import type { Hint } from './course.ts';

/** How far somebody has come with the hints of an exercise. */
export interface HintsSeen {
  /** How many have been shown. */
  readonly shown: number;
  /** The checks that did not pass in the last grade, by their ids, the most telling first. */
  readonly failed: readonly string[];
}

/**
 * The number of the hint to show next, from 1: the one after those that were seen, or the first about what the last grade told
 * first. After the last one it is the last one again.
 */
export function nextHint(hints: readonly Hint[], { shown, failed: [failed] }: HintsSeen): number {
  const fitting = failed === undefined ? 0 : hints.findIndex(({ checks = [] }) => checks.includes(failed)) + 1;
  return Math.min(Math.max(shown + 1, fitting), hints.length);
}
