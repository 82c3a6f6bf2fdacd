import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { editionIn } from '../../course/edition.ts';
import type { EditionOfCourse } from '../../course/edition.ts';
import { fileListPath, hashOf, unpackList } from '../file-list.ts';
import type { EditionFiles, FileList } from '../file-list.ts';
import { filesBelow } from '../journal.ts';
import { bytesAt } from '../places.ts';
import { readArchive } from './archive.ts';
import { cloneOf } from './clone.ts';
import { SourceProblem } from './source-problem.ts';

/** An edition that was read, whole and as it was released. */
export interface SourceEdition extends EditionOfCourse {
  readonly files: EditionFiles;
  readonly list: FileList;
}

/**
 * The edition that a folder, an archive or a git address holds.
 *
 * @param given as it was typed; a path is relative to `cwd`
 * @throws {SourceProblem}
 */
export async function openSource(given: string, path: string): Promise<SourceEdition> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() === true) return checked(await readArchive(path), path);
  if (stats?.isDirectory() === true && !isBareRepository(path)) return checked(readFolder(path), path);
  if (stats === undefined && !isAddress(given)) throw new SourceProblem('nothing', given);
  await using clone = await cloneOf(stats === undefined ? given : path);
  return checked(readFolder(clone.folder), given);
}

function isAddress(given: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(given) || /^[^\s/\\]+@[^\s/\\]+:/.test(given);
}

function isBareRepository(path: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(path, name)));
}

/** The files of the edition that lies in a folder, links left out. What else lies there is somebody's own. */
function readFolder(folder: string): EditionFiles {
  const paths = Object.keys(unpackList(bytesAt(join(folder, fileListPath))?.toString('utf8') ?? '') ?? {});
  const files = new Map<string, Uint8Array>();
  for (const path of [fileListPath, ...paths]) {
    const bytes = bytesAt(join(folder, path));
    if (bytes !== undefined) files.set(path, bytes);
  }
  if (files.size > 0 || existsSync(join(folder, 'course.json'))) return files;
  // An archive that somebody unpacked has all in one more folder.
  const inner = filesBelow(folder).find((path) => /^[^/]+\/packages\/grader\/edition\.json$/.test(path));
  return inner === undefined ? files : readFolder(join(folder, inner.slice(0, inner.indexOf('/'))));
}

/** @throws {SourceProblem} when it is no edition, or not the whole of one */
function checked(found: EditionFiles, from: string): SourceEdition {
  const all = withoutOuterFolder(found);
  const text = (path: string): string => Buffer.from(all.get(path) ?? '').toString('utf8');
  const list = unpackList(text(fileListPath));
  const edition = editionIn(text('course.json'));
  if (list === undefined || edition === undefined) throw new SourceProblem('no-edition', from);
  for (const [path, hash] of Object.entries(list)) {
    const bytes = all.get(path);
    if (bytes === undefined || hashOf(bytes) !== hash) throw new SourceProblem('damaged', path);
  }
  const files = new Map(Array.from(all).filter(([path]) => path === fileListPath || Object.hasOwn(list, path)));
  return { ...edition, files, list };
}

/** What git servers pack has all in one folder. */
function withoutOuterFolder(files: EditionFiles): EditionFiles {
  const place = [...files.keys()].find((path) => path === fileListPath || /^[^/]+\/packages\/grader\/edition\.json$/.test(path));
  const outer = place === undefined ? '' : place.slice(0, -fileListPath.length);
  return new Map(Array.from(files).flatMap(([path, bytes]) => (path.startsWith(outer) ? [[path.slice(outer.length), bytes] as const] : [])));
}
