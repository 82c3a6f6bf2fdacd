import { realpathSync } from 'node:fs';
import type { Course, Exercise } from '../course/course.ts';
import { courseLayout, findCourseRoot } from '../course/layout.ts';
import type { CourseLayout, OpenCourse } from '../course/layout.ts';
import { readCourse } from '../course/read-course.ts';
import { nearest } from '../messages/nearest.ts';
import { usage } from '../messages/usage.ts';
import type { Context } from './context.ts';
import { UsageError } from './usage-error.ts';

/**
 * The course that the user stands in, or else the one that this grader belongs to.
 *
 * @throws {CourseError} when it is broken
 */
export async function openCourse(context: Pick<Context, 'cwd'>): Promise<OpenCourse> {
  const layout = findCourse(context);
  return { layout, course: await readCourse(layout.root) };
}

/** @throws {UsageError} when there is none */
export function findCourse({ cwd }: Pick<Context, 'cwd'>): CourseLayout {
  const root = findCourseRoot(cwd) ?? findCourseRoot(import.meta.dirname);
  if (root === undefined) throw new UsageError(usage.noCourse);
  // No part of its path is a link: what is written and read below it goes this way.
  return courseLayout(realpathSync(root));
}

/**
 * The exercises that were named, in the order of the course; all of them when none was.
 *
 * @throws {UsageError} for a name that the course does not have
 */
export function selectExercises(course: Course, names: readonly string[]): readonly Exercise[] {
  requireKnown(names, course.exercises.map(({ id }) => id));
  return names.length === 0 ? course.exercises : course.exercises.filter(({ id }) => names.includes(id));
}

/** @throws {UsageError} */
export function requireKnown(names: readonly string[], ids: readonly string[]): void {
  const unknown = names.find((name) => !ids.includes(name));
  if (unknown !== undefined) throw new UsageError(usage.unknownExercise(unknown, nearest(unknown, ids), ids));
}
