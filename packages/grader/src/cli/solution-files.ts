import { join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { sealedSolution } from '../course/layout.ts';
import type { CourseLayout } from '../course/layout.ts';
import { filesIn } from '../progress/student-files.ts';
import type { StoredFile } from '../progress/student-files.ts';
import { unsealFile } from '../seal/seal.ts';

/** The solution of an exercise, as this edition has it. */
export interface Solution {
  /** Where its files lie; or where they count as lying, beside the student's, so that they find what those find. */
  readonly folder: string;
  readonly files: readonly StoredFile[];
  /** Whether they are on the disk in sealed form only. */
  readonly sealed: boolean;
}

/** The solution of an exercise; without files in an edition that has none. @throws {SealError} */
export function solutionFiles(exercise: Exercise, layout: CourseLayout): Solution {
  const opened = unsealFile(sealedSolution(layout, exercise.id));
  if (opened === undefined) {
    const folder = join(layout.solutions, exercise.id);
    return { folder, files: filesIn(folder, exercise), sealed: false };
  }
  const files = exercise.files.flatMap((name) => (opened[name] === undefined ? [] : [{ name, bytes: Buffer.from(opened[name]) }]));
  return { folder: join(layout.exercises, exercise.id, 'solution'), files, sealed: true };
}
