import { FileProblem } from '../files/file-problem.ts';
import type { HoldingOptions } from '../files/held-folder.ts';
import { readOrdinaryFile } from '../files/read-file.ts';
import { collecting } from '../messages/submission.ts';
import { visibleName } from '../messages/visible.ts';
import { byteLimit, kilobyteLimit } from './byte-limit.ts';
import { SubmissionProblem } from './submission-problem.ts';

/**
 * The text of an ordinary file, without its byte order mark.
 *
 * @param path absolute, with no link on the way
 * @param shown the path as messages show it
 * @param exercise the id of the exercise whose answer it belongs to, if it is a student's
 * @throws {SubmissionProblem} for a link, a file with two names, a folder, a pipe or a device, for more than 200 kB, and
 *   for other than UTF-8
 */
export function readPlainFile(path: string, shown: string, exercise?: string, options?: Pick<HoldingOptions, 'by'>): string {
  try {
    return decode(readOrdinaryFile(path, byteLimit, options), shown);
  } catch (error) {
    throw problemOf(error, path, shown, exercise);
  }
}

function decode(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SubmissionProblem('not-text', collecting.notText(shown));
  }
}

function problemOf(error: unknown, path: string, shown: string, exercise: string | undefined): SubmissionProblem {
  if (error instanceof SubmissionProblem) return error;
  const problem = FileProblem.from(error, path);
  const named = problem.path === path ? shown : visibleName(problem.path);
  switch (problem.code) {
    case 'ENOENT':
      return new SubmissionProblem('missing', collecting.missing(shown, exercise));
    case 'link':
      return new SubmissionProblem('link', collecting.link(named));
    case 'hard-link':
      return new SubmissionProblem('hard-link', collecting.hardLink(named));
    case 'not-a-file':
    case 'not-a-folder':
      return new SubmissionProblem('not-a-file', collecting.notAFile(named));
    case 'too-large':
      return new SubmissionProblem('too-large', collecting.tooLarge(named, kilobyteLimit));
    case 'moved':
      return new SubmissionProblem('unreadable', collecting.moved(named));
    default:
      return new SubmissionProblem('unreadable', collecting.unreadable(named, problem.code));
  }
}
