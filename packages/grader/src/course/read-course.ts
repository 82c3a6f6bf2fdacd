import { join } from 'node:path';
import { adviceText } from './advice.ts';
import type { Course, Exercise } from './course.ts';
import { CourseError } from './course-error.ts';
import type { CourseProblem } from './course-error.ts';
import { isDraft } from './draft.ts';
import { courseLayout } from './layout.ts';
import { readManifest } from './read-manifest.ts';
import { courseSchema, exerciseSchema } from './schema.ts';

/** `course.json`, before its exercises are read. */
export type CourseOutline = Omit<Course, 'exercises'> & { readonly exercises: readonly string[] };

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
  return { ...outline, exercises };
}

/** @throws {CourseError} */
export function readCourseOutline(root: string): Promise<CourseOutline> {
  return readManifest(courseSchema, courseLayout(root).manifest, root);
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
