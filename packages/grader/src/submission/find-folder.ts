import type { Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { FileProblem } from '../files/file-problem.ts';
import { HeldFolder } from '../files/held-folder.ts';
import { errorCode } from '../messages/error-code.ts';
import { collecting } from '../messages/submission.ts';
import { visibleName } from '../messages/visible.ts';
import { SubmissionProblem } from './submission-problem.ts';

/**
 * The folder below `from` that answers an exercise: `gather`, `04-gather`, or `from` itself when it is such a folder
 * or holds one of the files.
 *
 * @throws {SubmissionProblem} when there is none, more than one, or a link
 */
export function findFolder({ id, files }: Exercise, from: string): string {
  const entries = entriesOf(from);
  const folders = entries.filter((entry) => namesExercise(entry.name, id) && canBeFolder(entry));
  const [folder, another] = folders;
  if (another !== undefined) {
    const names = folders.map((entry) => `${entry.name}/`).sort();
    throw new SubmissionProblem('several-folders', collecting.severalFolders(id, names));
  }
  if (folder !== undefined) {
    if (folder.isSymbolicLink()) throw new SubmissionProblem('link', collecting.link(folder.name));
    return join(from, folder.name);
  }
  const holdsOne = entries.some(({ name }) => files.includes(name));
  if (holdsOne || namesExercise(basename(from), id)) return from;
  throw new SubmissionProblem('no-folder', collecting.noFolder(id, files, shownNames(entries)));
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    using folder = HeldFolder.open(path);
    return folder.entries();
  } catch (error) {
    if (error instanceof FileProblem) throw new SubmissionProblem('link', collecting.link(visibleName(error.path)));
    throw new SubmissionProblem('unreadable', collecting.unreadable(visibleName(path), errorCode(error)));
  }
}

/** `gather`, `04-gather`, `4_gather`, `04. gather`. */
function namesExercise(name: string, exercise: string): boolean {
  return name.endsWith(exercise) && /^(\d+[-_. ]+)?$/.test(name.slice(0, -exercise.length));
}

function canBeFolder(entry: Dirent): boolean {
  return entry.isDirectory() || entry.isSymbolicLink();
}

/** The first few, in the order of the alphabet, so that somebody sees what was meant. Whoever chose the names may have meant harm. */
function shownNames(entries: readonly Dirent[]): readonly string[] {
  const names = entries.map((entry) => `${shortened(entry.name)}${entry.isDirectory() ? '/' : ''}`).sort();
  return names.length > mostNames ? [...names.slice(0, mostNames), '…'] : names;
}

const mostNames = 5;

function shortened(name: string): string {
  const shown = visibleName(name);
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
