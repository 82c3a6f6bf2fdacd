import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import { FileProblem } from '../files/file-problem.ts';

/** A file as it lies on the disk, byte for byte. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The declared files of an exercise that there are in a folder. Nothing is asked of what is in them.
 *
 * @throws {FileProblem} for one that is there and cannot be read: that is not the same as none
 */
export function filesIn(folder: string, { files }: Pick<Exercise, 'files'>): readonly StoredFile[] {
  return files.flatMap((name) => {
    const bytes = bytesOf(join(folder, name));
    return bytes === undefined ? [] : [{ name, bytes }];
  });
}

/** When one of them was last written to, in milliseconds since 1970; undefined when there are none. */
export function lastChange(folder: string, { files }: Pick<Exercise, 'files'>): number | undefined {
  const times = files.flatMap((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

/**
 * The same for the same answer: of names and contents. A byte order mark and the kind of line endings do not count,
 * which git and editors change by themselves.
 */
export function contentHash(files: readonly StoredFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) {
    const content = Buffer.from(bytes).toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '').replaceAll('\r\n', '\n');
    hash.update(`${name} ${content.length}\n`).update(content, 'latin1');
  }
  return `sha256-${hash.digest('hex')}`;
}

/** The hash of the declared files in a folder. What cannot be read is like nothing that can. */
export function currentContent(folder: string, exercise: Pick<Exercise, 'files'>): string {
  try {
    return contentHash(filesIn(folder, exercise));
  } catch {
    return 'unreadable';
  }
}

export function sameFiles(some: readonly StoredFile[], others: readonly StoredFile[]): boolean {
  return some.length === others.length && some.every((file) => isAmong(file, others));
}

export function isAmong({ name, bytes }: StoredFile, files: readonly StoredFile[]): boolean {
  return files.some((file) => file.name === name && Buffer.compare(file.bytes, bytes) === 0);
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    // A pipe would be waited for, and never end.
    if (!statSync(path).isFile()) throw new FileProblem('not-a-file', path);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw FileProblem.from(error, path);
  }
}
