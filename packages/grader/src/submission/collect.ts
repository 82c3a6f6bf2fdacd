import { basename, join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { visibleName } from '../messages/visible.ts';
import { readPlainFile } from './read-plain-file.ts';

/** A declared file as the student wrote it. */
export interface CollectedFile {
  readonly name: string;
  readonly source: string;
}

/**
 * Reads the files that an exercise declares from the folder of an answer, and nothing else.
 *
 * @throws {SubmissionProblem} when one of them is not there, or is no plain text file of a sensible size
 */
export function collectFiles(exercise: Exercise, folder: string): readonly CollectedFile[] {
  const named = visibleName(basename(folder));
  return exercise.files.map((name) => ({ name, source: readPlainFile(join(folder, name), `${named}/${name}`, exercise.id) }));
}
