import { basename, join } from 'node:path';
import type { Exercise } from '../course/course.ts';
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
export async function collectFiles(exercise: Exercise, folder: string): Promise<readonly CollectedFile[]> {
  const files: CollectedFile[] = [];
  for (const name of exercise.files) {
    files.push({ name, source: await readPlainFile(join(folder, name), `${basename(folder)}/${name}`, exercise.id) });
  }
  return files;
}
