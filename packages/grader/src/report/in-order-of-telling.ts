import type { JudgedExercise } from '../verdict/result.ts';

/**
 * What the code did is told in the course's own words, and often says the same as the compiler, better. So the types come
 * last; but first where the code could not run and nobody knows where in it, since then the compiler knows more.
 */
export function inOrderOfTelling(exercise: JudgedExercise): JudgedExercise {
  const { checks } = exercise;
  if (checks.some(({ kind, status, location }) => kind === 'suite' && status === 'error' && location === undefined)) return exercise;
  const [types, others] = [checks.filter(({ kind }) => kind === 'types'), checks.filter(({ kind }) => kind !== 'types')];
  return { ...exercise, checks: [...others, ...types] };
}
