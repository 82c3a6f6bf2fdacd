import { copyFileSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, closeSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * Replaces many files of a folder in one step or not at all. Everything is laid ready first: the new files, and copies of what
 * they replace. Then the journal gets its name, which is the one step: from there on a process that is killed leaves
 * work that the next one does to its end, by nothing but renames, for which a full disk has room. Where one of them fails, since
 * a file is held open, say, the journal gets its other name, and everything goes back in the same way.
 *
 * This is the first that every start of the command loads, and the sources of the command may be half old and half new
 * then. So it imports nothing of them.
 */

/** What is to become of a folder. Paths are relative, with forward slashes. */
export interface Plan {
  readonly puts: ReadonlyMap<string, Uint8Array>;
  readonly removes: readonly string[];
  /** Where what somebody else wrote goes that stands in the way: below the folder. */
  readonly aside: string;
}

interface Journal {
  readonly puts: readonly string[];
  readonly removes: readonly string[];
  readonly aside: string;
}

/** Where, in the folder, the work lies that goes on; and what was replaced by the last. */
export const workFolder = '.teatime/update';
export const previousFolder = '.teatime/previous';

/** A step failed, and everything is again as it was. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/**
 * @throws the error of the system where it cannot be laid ready: then nothing has changed
 * @throws {RolledBack} where it could not be done: then everything is as it was
 */
export function replaceFiles(root: string, { puts, removes, aside }: Plan): void {
  const work = join(root, workFolder);
  rmSync(work, { recursive: true, force: true });
  try {
    for (const [path, bytes] of puts) writeDown(join(work, 'new', path), bytes);
    for (const path of [...puts.keys(), ...removes]) keepCopy(root, path);
    const journal: Journal = { puts: [...puts.keys()], removes, aside };
    writeDown(join(work, 'draft.json'), JSON.stringify(journal));
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
  renameSync(join(work, 'draft.json'), join(work, 'forward.json'));
  try {
    goForward(root);
  } catch (cause) {
    renameSync(join(work, 'forward.json'), join(work, 'back.json'));
    goBack(root);
    throw new RolledBack('everything is as it was', { cause });
  }
}

/** Brings to its end what a process left that was killed. @returns whether there was anything to do */
export function settle(root: string): boolean {
  const work = join(root, workFolder);
  if (existsSync(join(work, 'back.json'))) goBack(root);
  else if (existsSync(join(work, 'forward.json'))) goForward(root);
  else return false;
  return true;
}

function goForward(root: string): void {
  const work = join(root, workFolder);
  const journal = readJournal(join(work, 'forward.json'));
  if (journal === undefined) return;
  for (const path of journal.puts) put(root, path, journal.aside);
  for (const path of journal.removes) remove(root, path, journal.aside);
  if (existsSync(join(work, 'old'))) {
    rmSync(join(work, 'discarded'), { recursive: true, force: true });
    moveIfThere(join(root, previousFolder), join(work, 'discarded'));
    moveIfThere(join(work, 'old'), join(root, previousFolder));
  }
  rmSync(join(work, 'forward.json'), { force: true });
  rmSync(work, { recursive: true, force: true });
}

function goBack(root: string): void {
  const work = join(root, workFolder);
  const journal = readJournal(join(work, 'back.json'));
  if (journal === undefined) return;
  for (const path of [...journal.puts, ...journal.removes]) {
    const [place, old, fresh] = [join(root, path), join(work, 'old', path), join(work, 'new', path)];
    // What has not been put yet still lies in `new`; then there is nothing to take back.
    if (journal.puts.includes(path) && !isThere(fresh)) moveIfThere(place, fresh);
    if (isThere(old) && !isThere(place)) moveIfThere(old, place);
    if (!isThere(place)) tidyAbove(root, path);
  }
  rmSync(join(work, 'back.json'), { force: true });
  rmSync(work, { recursive: true, force: true });
}

function put(root: string, path: string, aside: string): void {
  const [place, fresh] = [join(root, path), join(root, workFolder, 'new', path)];
  if (!isThere(fresh)) return;
  makeFoldersFor(root, path, aside);
  if (isThere(place) && !isAsCopied(root, path)) moveAside(root, path, aside);
  moveIfThere(fresh, place);
}

function remove(root: string, path: string, aside: string): void {
  const place = join(root, path);
  if (!isThere(place)) return;
  if (isAsCopied(root, path)) rmSync(place);
  else moveAside(root, path, aside);
  tidyAbove(root, path);
}

/** What stands in a place, byte for byte as it was when the copy was made. */
function isAsCopied(root: string, path: string): boolean {
  const [place, copy] = [join(root, path), join(root, workFolder, 'old', path)];
  return lstatSync(place).isFile() && isThere(copy) && readFileSync(place).equals(readFileSync(copy));
}

function moveAside(root: string, path: string, aside: string): void {
  const target = freeName(join(root, aside, path));
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(root, path), target);
}

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : `${path}.${number}`;
    if (!isThere(name)) return name;
  }
}

/** A file or a link of that name is somebody's own, and goes aside: nothing is written where a link leads. */
function makeFoldersFor(root: string, path: string, aside: string): void {
  const names = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= names.length; depth += 1) {
    const folder = names.slice(0, depth).join('/');
    const stats = lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) continue;
    if (stats !== undefined) moveAside(root, folder, aside);
    mkdirSync(join(root, folder));
  }
}

/** Removes the folders above that are empty now. */
function tidyAbove(root: string, path: string): void {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}

function keepCopy(root: string, path: string): void {
  const [place, copy] = [join(root, path), join(root, workFolder, 'old', path)];
  mkdirSync(join(root, workFolder, 'old'), { recursive: true });
  if (!isWithinFolders(root, path) || lstatSync(place, { throwIfNoEntry: false })?.isFile() !== true) return;
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(place, copy);
  sync(copy);
}

/** Whether every name on the way is a folder, and none a link. */
function isWithinFolders(root: string, path: string): boolean {
  const names = path.split('/').slice(0, -1);
  return names.every((_, index) => lstatSync(join(root, ...names.slice(0, index + 1)), { throwIfNoEntry: false })?.isDirectory() === true);
}

function writeDown(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  // As package managers leave it, and git would otherwise see a change.
  const isScript = Buffer.from(content).subarray(0, 2).toString('latin1') === '#!';
  writeFileSync(path, content, { flush: true, mode: isScript ? 0o755 : 0o644 });
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Another process may be doing the same. */
function moveIfThere(from: string, to: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function readJournal(path: string): Journal | undefined {
  if (!existsSync(path)) return undefined;
  const journal: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isJournal(journal)) throw new TypeError(`${path} is no journal`);
  return journal;
}

function isJournal(value: unknown): value is Journal {
  if (typeof value !== 'object' || value === null) return false;
  return 'puts' in value && Array.isArray(value.puts) && 'removes' in value && Array.isArray(value.removes) && 'aside' in value && typeof value.aside === 'string';
}

/** The files below a folder, links too, each by its path from there with forward slashes; in order. */
export function filesBelow(folder: string): readonly string[] {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .toSorted();
}
