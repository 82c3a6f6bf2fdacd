import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staysInside } from '../files/stays-inside.ts';

/** The files of an edition by their paths, with forward slashes. */
export type EditionFiles = ReadonlyMap<string, Uint8Array>;

/** What an edition consists of: the hash of each file by its path. Whatever else lies in its folder is the student's. */
export type FileList = Readonly<Record<string, string>>;

/** Where an edition has its list. It is the one file that does not stand in it. */
export const fileListPath = 'packages/grader/edition.json';

/** SHA-256 of a file as git may lay it out on any system. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1').digest('hex');
}

export function listOf(files: EditionFiles): FileList {
  const paths = [...files.keys()].filter((path) => path !== fileListPath).toSorted();
  return Object.fromEntries(paths.map((path) => [path, hashOf(files.get(path) ?? new Uint8Array())]));
}

export function packList(list: FileList): string {
  return `${JSON.stringify({ files: list }, undefined, 1)}\n`;
}

/** The list of the edition in a folder; undefined when there is none that can be read. */
export function readList(root: string): FileList | undefined {
  try {
    return unpackList(readFileSync(join(root, fileListPath), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns undefined for what is no such list, or names a path that leads out of the folder */
export function unpackList(text: string): FileList | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const files = typeof parsed === 'object' && parsed !== null && 'files' in parsed ? parsed.files : undefined;
    if (typeof files !== 'object' || files === null) return undefined;
    const entries: unknown[][] = Object.entries(files);
    const list = entries.flatMap(([path, hash]) => (typeof path === 'string' && typeof hash === 'string' && isInside(path) ? [[path, hash] as const] : []));
    return list.length === entries.length ? Object.fromEntries(list) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a path is one that an edition may have: it stays in the folder, and away from what is the student's or the system's. */
export function isInside(path: string): boolean {
  const [first = ''] = path.split('/');
  return staysInside(path) && !['.teatime', '.git', 'node_modules'].includes(first.toLowerCase());
}
