import { partsWith } from '../course/course.ts';
import type { Course } from '../course/course.ts';
import { usage } from '../messages/usage.ts';
import { UsageError } from './usage-error.ts';

/**
 * The ids of the exercises in a part of the course.
 *
 * @param given what was typed behind `--part`: its number, from 1
 * @throws {UsageError} where there is no such part
 */
export function exercisesOfPart(given: string, course: Course): readonly string[] {
  const parts = partsWith(course, course.exercises);
  if (parts.length === 0) throw new UsageError(usage.noParts);
  const part = parts.find(({ number }) => String(number) === given);
  if (part === undefined) throw new UsageError(usage.noSuchPart(given, parts));
  return part.exercises;
}
