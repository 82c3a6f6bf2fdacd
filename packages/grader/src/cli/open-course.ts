import { realpathSync } from 'node:fs';
import type { Course, Exercise } from '../course/course.ts';
import { courseAbove, courseLayout } from '../course/layout.ts';
import type { CourseLayout, OpenCourse } from '../course/layout.ts';
import { readCourse } from '../course/read-course.ts';
import { nearest } from '../messages/nearest.ts';
import { usage } from '../messages/usage.ts';
import type { Context } from './context.ts';
import { UsageError } from './usage-error.ts';

/**
 * The course that this grader belongs to, for work in it.
 *
 * @param named the exercises that the command is about; all but the drafts when there are none. Where others are broken, the
 *   course is without them
 * @throws {UsageError} when it was typed in another course: that one's answers would be meant, and this one's checks be used
 * @throws {CourseError} when it is broken
 */
export function openCourse(context: Pick<Context, 'course' | 'cwd'>, named: readonly string[] = []): Promise<OpenCourse> {
  return open(findCourse(context), named);
}

/**
 * The same for work on what somebody handed in. It may be typed anywhere: what lies there, a `course.json` too, was handed
 * in and says nothing about how it is graded.
 *
 * @param named as above
 * @throws {CourseError} when it is broken
 */
export function openCourseFromAnywhere({ course }: Pick<Context, 'course'>, named: readonly string[]): Promise<OpenCourse> {
  return open(layoutOf(course), named);
}

/** Where the course that this grader belongs to lies. @throws {UsageError} when it was typed in another course */
export function findCourse({ course, cwd }: Pick<Context, 'course' | 'cwd'>): CourseLayout {
  const layout = layoutOf(course);
  const here = courseAbove(cwd);
  if (here !== undefined && realpathSync(here) !== layout.root) throw new UsageError(usage.otherCourse(here, layout.root));
  return layout;
}

async function open(layout: CourseLayout, named: readonly string[]): Promise<OpenCourse> {
  return { layout, course: await readCourse(layout.root, named) };
}

/** No part of its path is a link: what is written and read below it goes this way. */
function layoutOf(root: string): CourseLayout {
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
