import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FileProblem } from '../../files/file-problem.ts';
import { replaceFile } from '../../files/replace-file.ts';

/** A file to be written. */
export interface FileToWrite {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files that are not there yet, and then another one in the place of an old one, which makes them count: all of it or
 * nothing.
 *
 * @throws {FileProblem} and then everything is as it was
 */
export function writeAll(files: readonly FileToWrite[], last: FileToWrite): void {
  const made: string[] = [];
  let current = last.path;
  try {
    for (const { path, text } of files) {
      current = path;
      made.push(...folderFor(path));
      writeFileSync(path, text, { flag: 'wx' });
      made.push(path);
    }
    current = last.path;
    replaceFile(last.path, last.text);
  } catch (error) {
    for (const path of made.toReversed()) rmSync(path, { force: true, recursive: true });
    throw FileProblem.from(error, current);
  }
}

/** Makes the folder of a file, and gives the topmost one that had to be made. */
function folderFor(path: string): readonly string[] {
  if (existsSync(dirname(path))) return [];
  const first = mkdirSync(dirname(path), { recursive: true });
  return first === undefined ? [] : [first];
}
