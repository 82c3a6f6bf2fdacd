import type { Exercise } from '../course/course.ts';
import { usage } from '../messages/usage.ts';
import { requireKnown } from './open-course.ts';
import { UsageError } from './usage-error.ts';

/** @throws {UsageError} when there is not exactly one name, or one that the course does not have */
export function oneExercise(command: string, names: readonly string[], exercises: readonly Exercise[]): Exercise {
  const exercise = oneOrNone(command, names, exercises);
  if (exercise === undefined) throw new UsageError(usage.oneExercise(command, exercises.map(({ id }) => id)));
  return exercise;
}

/** @throws {UsageError} for more than one name, or one that the course does not have */
export function oneOrNone(command: string, names: readonly string[], exercises: readonly Exercise[]): Exercise | undefined {
  const ids = exercises.map(({ id }) => id);
  requireKnown(names, ids);
  if (names.length > 1) throw new UsageError(usage.oneExercise(command, ids));
  return exercises.find(({ id }) => id === names[0]);
}
