import type { Course } from '../course/course.ts';
import type { ExerciseResult, GradeResult, SandboxName } from './result.ts';

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
    points: exercises.reduce((sum, { points }) => sum + points, 0),
    maxPoints: exercises.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    sandbox,
    exercises,
  };
}
