import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { errorCode } from '../messages/error-code.ts';
import { collecting } from '../messages/submission.ts';
import { SubmissionProblem } from './submission-problem.ts';

/** Decimal kilobytes: a large answer has ten. */
const kilobyteLimit = 200;
const byteLimit = kilobyteLimit * 1000;

// Without blocking, a pipe in the place of the file cannot hold the grade up. Windows knows neither of the last two:
// there they are undefined, which counts as 0.
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The text of an ordinary file, without its byte order mark.
 *
 * @param shown the path as messages show it
 * @param exercise the id of the exercise whose answer it belongs to, if it is a student's
 * @throws {SubmissionProblem} for a link, a folder, a pipe or a device, for more than 200 kB, and for other than UTF-8
 */
export async function readPlainFile(path: string, shown: string, exercise?: string): Promise<string> {
  try {
    const named = await lstat(path);
    if (named.isSymbolicLink()) throw new SubmissionProblem('link', collecting.link(shown));
    if (!named.isFile()) throw new SubmissionProblem('not-a-file', collecting.notAFile(shown));
    await using file = await open(path, readOnly);
    // What was opened counts, not what stood there a moment ago.
    if (!(await file.stat()).isFile()) throw new SubmissionProblem('not-a-file', collecting.notAFile(shown));
    return decode(await readUpTo(byteLimit, file, shown), shown);
  } catch (error) {
    throw problemOf(error, shown, exercise);
  }
}

async function readUpTo(limit: number, file: FileHandle, shown: string): Promise<Uint8Array> {
  const buffer = new Uint8Array(limit + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
  }
  throw new SubmissionProblem('too-large', collecting.tooLarge(shown, kilobyteLimit));
}

function decode(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SubmissionProblem('not-text', collecting.notText(shown));
  }
}

function problemOf(error: unknown, shown: string, exercise: string | undefined): SubmissionProblem {
  if (error instanceof SubmissionProblem) return error;
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
      return new SubmissionProblem('missing', collecting.missing(shown, exercise));
    case 'ELOOP':
      return new SubmissionProblem('link', collecting.link(shown));
    default:
      return new SubmissionProblem('unreadable', collecting.unreadable(shown, code));
  }
}
