import { lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HeldFolder } from '../../../files/held-folder.ts';
import { isJunk } from './junk.ts';

/** Something below a folder, which was reached without following a link. */
export interface Walked {
  /** Within the folder, with forward slashes. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'other';
}

/** No hand-in has more; whoever hands in more shall not have all of a disk read. */
const most = { depth: 12, entries: 20_000 };

export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * What lies in a folder and below it, in the order of the alphabet, without what tools leave behind.
 *
 * @throws {TooMuch} and the errors of {@link HeldFolder}
 */
export function filesBelow(root: string): readonly Walked[] {
  const found: Walked[] = [];
  let left = most.entries;
  const enter = (folder: HeldFolder, within: string, depth: number): void => {
    if (depth > most.depth) throw new TooMuch();
    for (const entry of folder.entries().toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      left -= 1;
      if (left < 0) throw new TooMuch();
      if (isJunk(entry.name)) continue;
      const path = `${within}${entry.name}`;
      if (entry.isDirectory()) {
        using below = folder.enter(entry.name);
        enter(below, `${path}/`, depth + 1);
      } else {
        found.push({ path, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' });
      }
    }
  };
  using top = HeldFolder.open(root);
  enter(top, '', 0);
  return found;
}

/** When a file, or the newest of the files of a folder, was changed, in milliseconds; undefined where nothing tells. */
export function lastChange(path: string): number | undefined {
  try {
    using folder = HeldFolder.open(dirname(path));
    const stats = lstatSync(folder.at(basename(path)));
    if (!stats.isDirectory()) return stats.mtimeMs;
    const times = filesBelow(path).flatMap((file) => (file.kind === 'file' ? (lastChange(join(path, file.path)) ?? []) : []));
    return times.length === 0 ? undefined : Math.max(...times);
  } catch {
    // Reading it will say why.
    return undefined;
  }
}
