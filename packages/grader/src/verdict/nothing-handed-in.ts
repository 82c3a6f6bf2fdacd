import { isJudged } from './grade-result.ts';
import { isNothing } from './problem-reason.ts';
import type { GradeResult } from './result.ts';

/** What the gate said of the first exercise, where not one answer was handed in: that is no zero. Undefined where there was one. */
export function nothingHandedIn({ exercises }: GradeResult): string | undefined {
  if (exercises.some((exercise) => !isJudged(exercise) || exercise.reason === undefined || !isNothing(exercise.reason))) return undefined;
  return exercises[0]?.checks.find(({ kind }) => kind === 'gate')?.message ?? '';
}
