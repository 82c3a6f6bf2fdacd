import type { ExerciseResult, GradeResult, Provenance } from './result.ts';
import { totalOf } from './total.ts';

/** Adds up what the exercises gave. A grade of nothing is no pass. */
export function gradeResult(provenance: Provenance, exercises: readonly ExerciseResult[]): GradeResult {
  return {
    version: 1,
    ...provenance,
    passed: exercises.length > 0 && exercises.every(({ status }) => status === 'passed'),
    ...totalOf(exercises),
    exercises,
  };
}
