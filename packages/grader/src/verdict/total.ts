/** Points, and the most that there could be. */
export interface Score {
  readonly points: number;
  readonly maxPoints: number;
}

/** What several checks or exercises give together. */
export function totalOf(scores: readonly Score[]): Score {
  return {
    points: scores.reduce((sum, { points }) => sum + points, 0),
    maxPoints: scores.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
  };
}
