import type { Course } from '../course/course.ts';
import type { ExerciseResult, GradeResult, SandboxName } from './result.ts';
import { totalOf } from './total.ts';

/** Adds up what the exercises gave. A grade of nothing is no pass. */
export function gradeResult(
  course: Pick<Course, 'id'>,
  exercises: readonly ExerciseResult[],
  sandbox: SandboxName,
): GradeResult {
  return {
    version: 1,
    course: course.id,
    passed: exercises.length > 0 && exercises.every(({ status }) => status === 'passed'),
    ...totalOf(exercises),
    sandbox,
    exercises,
  };
}
