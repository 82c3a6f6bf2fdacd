import { readdir } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { collecting } from '../messages/submission.ts';
import { SubmissionProblem } from './submission-problem.ts';

/**
 * The folder below `from` that answers an exercise: `gather`, `04-gather`, or `from` itself when it is such a folder
 * or holds one of the files.
 *
 * @throws {SubmissionProblem} when there is none, more than one, or a link
 */
export async function findFolder({ id, files }: Exercise, from: string): Promise<string> {
  const entries = await readdir(from, { withFileTypes: true });
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
  const line = name.replaceAll('\n', '␊');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
