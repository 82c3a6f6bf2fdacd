import { join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { CourseError } from '../course/course-error.ts';
import type { CourseLayout } from '../course/layout.ts';
import { replaceFile } from '../files/replace-file.ts';
import { contentHash, currentContent, filesIn, isAmong } from './student-files.ts';
import type { StoredFile } from './student-files.ts';

/** The folder, inside of an exercise's own, with its files as they were handed out. A student edits the ones beside it. */
export const stubFolder = '.stub';

/**
 * The files of an exercise as they were handed out.
 *
 * @throws {CourseError} when the course lacks one
 */
export function pristineStub(exercise: Exercise, layout: CourseLayout): readonly StoredFile[] {
  const { id, files } = exercise;
  const found = filesIn(join(layout.exercises, id, stubFolder), exercise);
  const missing = files.filter((file) => !found.some(({ name }) => name === file));
  if (missing.length === 0) return found;
  throw new CourseError(
    missing.map((name) => ({
      file: `packages/exercises/${id}/${stubFolder}/${name}`,
      path: '',
      advice: {
        en: `this file is missing: \`pnpm check-course ${id} --keep-stubs\` writes it`,
        'zh-CN': `缺少这个文件：运行 \`pnpm check-course ${id} --keep-stubs\` 可以生成`,
      },
    })),
  );
}

/** Whether files are as the exercise was handed out. */
export function isAsHandedOut(files: readonly StoredFile[], exercise: Exercise, layout: CourseLayout): boolean {
  return contentHash(files) === currentContent(join(layout.exercises, exercise.id, stubFolder), exercise);
}

/**
 * Makes the files of an exercise, as they are now, the ones that were handed out. For authors.
 *
 * @returns those that were others before, by their names
 * @throws {FileProblem}
 */
export function keepStub(exercise: Exercise, layout: CourseLayout): readonly string[] {
  const folder = join(layout.exercises, exercise.id);
  const before = filesIn(join(folder, stubFolder), exercise);
  const changed = filesIn(folder, exercise).filter((file) => !isAmong(file, before));
  for (const { name, bytes } of changed) replaceFile(join(folder, stubFolder, name), bytes, { make: true });
  return changed.map(({ name }) => name);
}
