import type { JudgedExercise } from '../verdict/result.ts';

/** The exercise that a student is at: the first that was begun and has not passed, or else the first that has not. */
export function exerciseAtWork(exercises: readonly JudgedExercise[]): JudgedExercise | undefined {
  const open = exercises.filter(({ status }) => status !== 'passed');
  return open.find(({ begun }) => begun !== false) ?? open[0];
}
