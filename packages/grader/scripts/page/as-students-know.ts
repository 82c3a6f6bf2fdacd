import type { Exercise } from '../../src/course/course.ts';
import { hiddenChecks, hiddenPoints } from '../../src/course/course.ts';

/** Of what is hidden, no more than how many checks that are and what they are worth. */
export function asStudentsKnow(exercise: Exercise): Exercise {
  const hidden = hiddenChecks(exercise);
  if (hidden.length === 0) return exercise;
  const isHidden = (id: string): boolean => hidden.some((one) => one.id === id);
  return {
    ...exercise,
    checks: exercise.checks.filter(({ id }) => !isHidden(id)),
    hints: exercise.hints.map((hint) => ({ ...hint, ...(hint.checks && { checks: hint.checks.filter((id) => !isHidden(id)) }) })),
    atHandIn: { checks: hidden.length, points: hiddenPoints(exercise) },
  };
}
