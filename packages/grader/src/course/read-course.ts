import { join } from 'node:path';
import { adviceText } from './advice.ts';
import type { Course, Exercise } from './course.ts';
import { CourseError } from './course-error.ts';
import type { CourseProblem } from './course-error.ts';
import { courseLayout } from './layout.ts';
import { readManifest } from './read-manifest.ts';
import { courseSchema, exerciseSchema } from './schema.ts';

/** `course.json`, before its exercises are read. */
export type CourseOutline = Omit<Course, 'exercises'> & { readonly exercises: readonly string[] };

/**
 * Reads the course below `root`: `course.json` and the `exercise.json` of every exercise that it names.
 *
 * @throws {CourseError} naming everything that is wrong, in all of its files
 */
export async function readCourse(root: string): Promise<Course> {
  const outline = await readCourseOutline(root);
  const read = await Promise.allSettled(outline.exercises.map((id) => readExercise(root, id)));
  const problems: CourseProblem[] = [];
  const exercises: Exercise[] = [];
  for (const result of read) {
    if (result.status === 'fulfilled') exercises.push(result.value);
    else if (result.reason instanceof CourseError) problems.push(...result.reason.problems);
    else throw result.reason;
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
  return { id, ...manifest };
}
