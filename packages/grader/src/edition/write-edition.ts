import { existsSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionFiles } from './file-list.ts';
import { readList } from './file-list.ts';
import { previousFolder, replaceFiles, settle } from './journal.ts';
import { holds } from './places.ts';

/** What writing an edition changes in its folder. */
export interface Changes {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** Why a folder cannot take an edition. */
export type Unfit = 'not-a-folder' | 'not-empty' | undefined;

/** An edition goes into a folder that is not there, is empty, has nothing but git's own, or holds an edition. */
export function unfitness(folder: string): Unfit {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) return 'not-a-folder';
  if (readList(folder) !== undefined) return undefined;
  return readdirSync(folder).every((name) => name === '.git' || name === '.teatime') ? undefined : 'not-empty';
}

/** What would change in a folder: files that are the same stay untouched, and what the edition before had and this one has not goes. */
export function changesIn(folder: string, files: EditionFiles): Changes {
  const before = Object.keys(readList(folder) ?? {});
  return {
    written: Array.from(files).filter(([path, bytes]) => !holds(join(folder, path), bytes)).map(([path]) => path),
    removed: before.filter((path) => !files.has(path) && existsSync(join(folder, path))),
  };
}

/** Writes an edition in one step or not at all. Files that no edition had stay. */
export function writeEdition(folder: string, files: EditionFiles): Changes {
  const isNew = !existsSync(folder);
  mkdirSync(folder, { recursive: true });
  try {
    settle(folder);
    const changes = changesIn(folder, files);
    if (changes.written.length + changes.removed.length === 0) return changes;
    const puts = new Map(Array.from(files).filter(([path]) => changes.written.includes(path)));
    replaceFiles(folder, { puts, removes: changes.removed, aside: '.teatime/backups/release' });
    // An instructor has git to go back with.
    rmSync(join(folder, previousFolder), { recursive: true, force: true });
    removeIfEmpty(join(folder, '.teatime'));
    return changes;
  } catch (error) {
    if (isNew) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
