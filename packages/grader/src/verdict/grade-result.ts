import type { ExerciseResult, GradedPart, GradeResult, JudgedExercise, Provenance } from './result.ts';
import { atHandInOf, totalOf } from './total.ts';

/** Adds up what the exercises gave. A grade of nothing is no pass, and one that is in doubt no sum. */
export function gradeResult(provenance: Provenance, exercises: readonly ExerciseResult[], parts: readonly GradedPart[] = []): GradeResult {
  const atHandIn = atHandInOf(exercises);
  const graded = { version: 1, ...provenance, ...(parts.length > 0 && { parts }) } as const;
  const judged = exercises.filter(isJudged);
  if (judged.length < exercises.length) {
    const maxPoints = exercises.reduce((sum, exercise) => sum + exercise.maxPoints, 0);
    const unjudged = exercises.filter((exercise) => !isJudged(exercise)).map(({ id }) => id);
    return { ...graded, unjudged, maxPoints, ...(atHandIn && { atHandIn }), exercises };
  }
  return {
    ...graded,
    passed: judged.length > 0 && judged.every(({ status }) => status === 'passed'),
    ...totalOf(judged),
    ...(atHandIn && { atHandIn }),
    exercises: judged,
  };
}

export function isJudged(exercise: ExerciseResult): exercise is JudgedExercise {
  return exercise.status !== 'unjudged';
}

/** Whether it could not be judged through a fault of the course or of the run: it is told as an error, and gives no result. */
export function isTroubled(exercise: ExerciseResult): boolean {
  return isJudged(exercise) && exercise.message !== undefined;
}
