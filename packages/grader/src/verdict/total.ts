import type { AtHandIn } from '../course/course.ts';

/** Points, and the most that there could be. */
export interface Score {
  readonly points: number;
  readonly maxPoints: number;
}

/** What several exercises leave to be decided when they are handed in; undefined where that is nothing. */
export function atHandInOf(exercises: readonly { readonly atHandIn?: AtHandIn | undefined }[]): AtHandIn | undefined {
  const left = exercises.flatMap(({ atHandIn }) => (atHandIn === undefined ? [] : [atHandIn]));
  if (left.length === 0) return undefined;
  return {
    checks: left.reduce((sum, { checks }) => sum + checks, 0),
    points: left.reduce((sum, { points }) => sum + points, 0),
  };
}

/** What several checks or exercises give together. */
export function totalOf(scores: readonly Score[]): Score {
  return {
    points: scores.reduce((sum, { points }) => sum + points, 0),
    maxPoints: scores.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
  };
}
