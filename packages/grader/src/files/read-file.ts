import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { basename, dirname } from 'node:path';
import { errorCode } from '../messages/error-code.ts';
import { FileProblem } from './file-problem.ts';
import { HeldFolder } from './held-folder.ts';
import type { HoldingOptions } from './held-folder.ts';

// Without blocking, a pipe in the place of the file cannot hold anybody up. Windows knows neither of the last two: there
// they are undefined, which counts as 0.
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

export interface ReadingOptions extends Pick<HoldingOptions, 'by'> {
  /** Whether the beginning is enough of a file that has more bytes. */
  readonly cut?: boolean;
}

/**
 * What is in an ordinary file that has this one name. What was opened counts, not what stood there a moment before; and a
 * file with a second name may be anybody's, such as the solution.
 *
 * @param path absolute; no part of it may be a link
 * @param mostBytes where reading stops
 * @throws {FileProblem} for what is no such file, and the error of the system when it is not there or may not be read
 */
export function readOrdinaryFile(path: string, mostBytes: number, { by, cut = false }: ReadingOptions = {}): Uint8Array {
  for (let tries = 1; ; tries += 1) {
    try {
      const bytes = readOnce(path, mostBytes, by && { by });
      if (bytes.length > mostBytes && !cut) throw new FileProblem('too-large', path);
      return bytes.subarray(0, mostBytes);
    } catch (error) {
      // An editor may have put a new file in the place of the old one.
      if (tries === mostTries || !(error instanceof FileProblem && error.code === 'moved')) throw error;
    }
  }
}

const mostTries = 5;

function readOnce(path: string, mostBytes: number, options?: HoldingOptions): Uint8Array {
  using folder = HeldFolder.open(dirname(path), options);
  const name = basename(path);
  // A pipe or a device is not even opened.
  expectOrdinary(lstatSync(folder.at(name), { bigint: true }), path);
  const file = openPlain(folder.at(name), path);
  try {
    const stats = fstatSync(file, { bigint: true });
    expectOrdinary(stats, path);
    if (stats.nlink > 1n) throw new FileProblem('hard-link', path);
    const bytes = readUpTo(mostBytes + 1, file, Number(stats.size));
    folder.confirm({ name, stats });
    return bytes;
  } finally {
    closeSync(file);
  }
}

function openPlain(at: string, path: string): number {
  try {
    return openSync(at, readOnly);
  } catch (error) {
    if (errorCode(error) === 'ELOOP') throw new FileProblem('link', path);
    throw error;
  }
}

function expectOrdinary(stats: BigIntStats, path: string): void {
  if (stats.isSymbolicLink()) throw new FileProblem('link', path);
  if (!stats.isFile()) throw new FileProblem('not-a-file', path);
}

/** It may grow while it is read. */
function readUpTo(most: number, file: number, expected: number): Uint8Array {
  let buffer = new Uint8Array(Math.min(most, expected + 1));
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length === most) return buffer.subarray(0, length);
    if (length === buffer.length) {
      const wider = new Uint8Array(Math.min(most, length * 2));
      wider.set(buffer);
      buffer = wider;
    }
  }
}
