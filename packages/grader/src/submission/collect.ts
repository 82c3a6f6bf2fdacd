import { basename, join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { HeldFolder } from '../files/held-folder.ts';
import { collecting } from '../messages/submission.ts';
import { visibleName } from '../messages/visible.ts';
import { fileNames, filesFor } from './find-file.ts';
import type { Search } from './find-folder.ts';
import { readPlainFile } from './read-plain-file.ts';
import { SubmissionProblem } from './submission-problem.ts';

/** A declared file as the student wrote it. */
export interface CollectedFile {
  readonly name: string;
  readonly source: string;
  /** The name that it had, where that was another. */
  readonly foundAs?: string;
}

/**
 * Reads the files that an exercise declares from the folder of an answer, and nothing else.
 *
 * @throws {SubmissionProblem} when one of them is not there, or is no plain text file of a sensible size
 */
export function collectFiles(exercise: Exercise, folder: string, search: Search = 'handed-in'): readonly CollectedFile[] {
  const shown = (name: string): string => visibleName(`${basename(folder)}/${name}`);
  const names = namesIn(folder);
  return exercise.files.map((name) => {
    const [found = name, another] = filesFor(name, names, exercise.files.length === 1);
    if (another !== undefined && search === 'handed-in') {
      throw new SubmissionProblem('several-files', collecting.severalFiles(exercise.id, filesFor(name, names, false).map(shown)));
    }
    if (found !== name && search === 'own') {
      throw new SubmissionProblem('missing', collecting.otherName(shown(name), visibleName(found)));
    }
    const source = readPlainFile(join(folder, found), shown(found), exercise.id);
    return { name, source, ...(found !== name && { foundAs: found }) };
  });
}

function namesIn(path: string): readonly string[] {
  try {
    using folder = HeldFolder.open(path);
    return fileNames(folder.entries());
  } catch {
    // Reading the file that is declared will say why.
    return [];
  }
}
