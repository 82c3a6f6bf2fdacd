import { basename, join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { findFolder } from './find-folder.ts';
import { readPlainFile } from './read-plain-file.ts';

/** A declared file as the student wrote it. */
export interface CollectedFile {
  readonly name: string;
  readonly source: string;
}

/**
 * Reads the files that an exercise declares from a folder of answers, and nothing else.
 *
 * @throws {SubmissionProblem} when one of them is not there, or is no plain text file of a sensible size
 */
export async function collectFiles(exercise: Exercise, from: string): Promise<readonly CollectedFile[]> {
  const folder = await findFolder(from, exercise.id, exercise.files[0] ?? `${exercise.id}.ts`);
  const shown = (name: string): string => (folder === from ? name : `${basename(folder)}/${name}`);
  const files: CollectedFile[] = [];
  for (const name of exercise.files) {
    files.push({ name, source: await readPlainFile(join(folder, name), shown(name)) });
  }
  return files;
}
