import { join } from 'node:path';
import { adviceText } from './advice.ts';
import { finaleWith } from './course.ts';
import type { Course, Exercise } from './course.ts';
import { CourseError } from './course-error.ts';
import type { CourseProblem } from './course-error.ts';
import { courseSchema } from './course-schema.ts';
import { isDraft } from './draft.ts';
import { courseLayout } from './layout.ts';
import { readManifest } from './read-manifest.ts';
import { exerciseSchema } from './exercise-schema.ts';

/** `course.json`, before its exercises are read. */
export interface CourseOutline extends Omit<Course, 'exercises'> {
  /** The ids of all exercises, those in parts too. */
  readonly exercises: readonly string[];
  /** The share of the points that passes an exercise that says nothing of its own. */
  readonly passAt?: number | undefined;
  /** Exercises that lie here and are not in the course. */
  readonly leftOut?: readonly string[] | undefined;
}

/**
 * Reads the course below `root`: `course.json` and the `exercise.json` of every exercise that it names, but for drafts.
 *
 * @param named exercises that are asked for. They are read though they are drafts, and what is wrong with the others, which
 *   are then missing from the course, is no concern of theirs
 * @throws {CourseError} naming everything that is wrong, in all of its files
 */
export async function readCourse(root: string, named: readonly string[] = []): Promise<Course> {
  const outline = await readCourseOutline(root);
  const isNamed = (id: string): boolean => named.includes(id);
  const drafts = await Promise.all(outline.exercises.map((id) => isDraft(root, id)));
  const ids = outline.exercises.filter((id, index) => isNamed(id) || drafts[index] !== true);
  if (ids.length === 0) throw new CourseError([{ file: 'course.json', path: 'exercises', advice: adviceText('onlyDrafts') }]);
  const read = await Promise.allSettled(ids.map((id) => readExercise(root, id)));
  const problems: CourseProblem[] = [];
  const exercises: Exercise[] = [];
  for (const [index, result] of read.entries()) {
    if (result.status === 'fulfilled') exercises.push(result.value);
    else if (!(result.reason instanceof CourseError)) throw result.reason;
    else if (named.length === 0 || isNamed(ids[index] ?? '')) problems.push(...result.reason.problems);
  }
  if (problems.length > 0) throw new CourseError(problems);
  const { leftOut: _, passAt, parts, finale, ...course } = outline;
  const there = exercises.map(({ id }) => id);
  const told = finaleWith(finale, there);
  return {
    ...course,
    exercises: exercises.map((exercise) => (passAt === undefined || exercise.passAt !== undefined ? exercise : { ...exercise, passAt })),
    ...(told && { finale: told }),
    ...(parts && { parts: parts.map((part) => ({ ...part, exercises: part.exercises.filter((id) => there.includes(id)) })) }),
  };
}

/** @throws {CourseError} */
export async function readCourseOutline(root: string): Promise<CourseOutline> {
  const { exercises, parts, ...outline } = await readManifest(courseSchema, courseLayout(root).manifest, root);
  const ids = exercises ?? parts?.flatMap((part) => part.exercises) ?? [];
  return { ...outline, exercises: ids, ...(parts && { parts }) };
}

/** @throws {CourseError} */
export async function readExercise(root: string, id: string): Promise<Exercise> {
  const path = join(courseLayout(root).exercises, id, 'exercise.json');
  const manifest = await readManifest(exerciseSchema, path, root);
  if (manifest.files[0] !== `${id}.ts`) {
    const file = `packages/exercises/${id}/exercise.json`;
    throw new CourseError([{ file, path: 'files[0]', advice: adviceText('firstFile') }]);
  }
  const { draft: _, ...exercise } = manifest;
  return { id, ...exercise };
}
