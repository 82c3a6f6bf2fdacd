import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionFiles, FileList } from './file-list.ts';
import { fileListPath, hashOf, readList } from './file-list.ts';
import { filesBelow, previousFolder } from './journal.ts';
import { bytesAt, holds, isThere } from './places.ts';

/** What an update does with the files of a course. */
export interface UpdatePlan {
  readonly puts: EditionFiles;
  readonly removes: readonly string[];
  /** What stands in the way and is none of the course's, or was changed by the student: it is kept elsewhere. */
  readonly theirs: readonly string[];
}

/** What is to be done for another edition to take the place of the one that lies in `root`. */
export function planUpdate(root: string, files: EditionFiles): UpdatePlan {
  const before = readList(root) ?? {};
  const removes = Object.keys(before).filter((path) => !files.has(path) && isThere(join(root, path)));
  const puts = new Map(Array.from(files).filter(([path, bytes]) => !holds(join(root, path), bytes)).toSorted(lastWhatIsInstalled));
  return { puts, removes, theirs: [...puts.keys(), ...removes].filter((path) => isTheirs(root, path, before)) };
}

/** What is to be done for the edition before to come back; undefined where there is none. */
export function planReturn(root: string): UpdatePlan | undefined {
  const folder = join(root, previousFolder);
  const before = readList(folder);
  const now = readList(root);
  if (before === undefined || now === undefined) return undefined;
  const kept = new Map(filesBelow(folder).map((path): [string, Uint8Array] => [path, readFileSync(join(folder, path))]));
  const removes = Object.keys(now).filter((path) => !Object.hasOwn(before, path) && !kept.has(path) && existsSync(join(root, path)));
  const puts = new Map([...kept].toSorted(lastWhatIsInstalled));
  return { puts, removes, theirs: [...puts.keys(), ...removes].filter((path) => isTheirs(root, path, now)) };
}

/** Where what is installed does not fit, the package manager sets to work before this program can: these change at the same time. */
const installed = /^(?:package\.json|packages\/[^/]+\/package\.json|pnpm-[^/]+\.yaml)$/;

function lastWhatIsInstalled([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return Number(installed.test(a)) - Number(installed.test(b)) || (a < b ? -1 : 1);
}

/** Whether what stands in a place is not as the course put it there. */
function isTheirs(root: string, path: string, list: FileList): boolean {
  if (path === fileListPath) return false;
  const place = join(root, path);
  if (!isThere(place)) return false;
  const bytes = bytesAt(place);
  return bytes === undefined || hashOf(bytes) !== list[path];
}
