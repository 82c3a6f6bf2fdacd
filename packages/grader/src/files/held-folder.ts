import { closeSync, constants, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import type { BigIntStats, Dirent } from 'node:fs';
import { join, parse, relative, sep } from 'node:path';
import { errorCode } from '../messages/error-code.ts';
import { FileProblem } from './file-problem.ts';

export interface HoldingOptions {
  /** Whether to make the folders on the way that are not there. */
  readonly make?: boolean;
  /** `names` holds a folder where the system has no better way, and is there to be tried. */
  readonly by?: 'descriptor' | 'names';
}

/**
 * A folder that was reached without following a link, and is held: what is then looked up in it is looked up in this folder,
 * whatever is put in the place of its name, or of a name above it, meanwhile.
 *
 * Node has no `openat`. Linux offers the same as a path below `/proc/self/fd`. Elsewhere every folder on the way is compared
 * with what it was, before and after: whoever swaps one for a link and back again, twice at the right moments, is not noticed.
 */
export class HeldFolder implements Disposable {
  readonly path: string;
  readonly #descriptor: number | undefined;
  readonly #way: readonly Landmark[];

  private constructor(path: string, descriptor: number | undefined, way: readonly Landmark[]) {
    this.path = path;
    this.#descriptor = descriptor;
    this.#way = way;
  }

  /**
   * @param path absolute
   * @throws {FileProblem} when a part of the way is a link or no folder, and the error of the system when it is not there
   */
  static open(path: string, { make = false, by = bestWay }: HoldingOptions = {}): HeldFolder {
    const { root } = parse(path);
    let folder = new HeldFolder(root, by === 'descriptor' ? openSync(root, folderOnly) : undefined, []);
    for (const name of relative(root, path).split(sep).filter(Boolean)) {
      using above = folder;
      folder = above.enter(name, make);
    }
    return folder;
  }

  /** A folder in this one. Both have to be let go. */
  enter(name: string, make = false): HeldFolder {
    const path = join(this.path, name);
    if (make) this.#make(name);
    const stats = lstatSync(this.at(name), { bigint: true });
    if (stats.isSymbolicLink()) throw new FileProblem('link', path);
    if (!stats.isDirectory()) throw new FileProblem('not-a-folder', path);
    if (this.#descriptor === undefined) {
      this.confirm();
      return new HeldFolder(path, undefined, [...this.#way, { path, stats }]);
    }
    try {
      return new HeldFolder(path, openSync(this.at(name), folderOnly), []);
    } catch (error) {
      if (errorCode(error) === 'ENOTDIR' || errorCode(error) === 'ELOOP') throw new FileProblem('link', path);
      throw error;
    }
  }

  /** What to hand to the system for a file of this folder, now. */
  at(name: string): string {
    return this.#descriptor === undefined ? join(this.path, name) : `/proc/self/fd/${this.#descriptor}/${name}`;
  }

  entries(): readonly Dirent[] {
    const entries = readdirSync(this.at('.'), { withFileTypes: true });
    this.confirm();
    return entries;
  }

  /**
   * To be called after something was looked up in this folder, before anything is believed of it.
   *
   * @param file what was opened by a name of this folder
   * @throws {FileProblem} when the path leads elsewhere by now, and so may have led elsewhere then
   */
  confirm(file?: { readonly name: string; readonly stats: BigIntStats }): void {
    if (this.#descriptor !== undefined) return;
    for (const { path, stats } of this.#way) confirmSame(path, stats);
    if (file !== undefined) confirmSame(this.at(file.name), file.stats);
  }

  /** Has the names in this folder written to the disk, where the system lets a program ask for it. Windows does not. */
  sync(): void {
    if (process.platform === 'win32') return;
    const folder = openSync(this.at('.'), constants.O_RDONLY);
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }

  [Symbol.dispose](): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
  }

  #make(name: string): void {
    try {
      mkdirSync(this.at(name));
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return;
      throw error;
    }
    this.sync();
  }
}

/** What was written to it meanwhile does not count. */
function confirmSame(path: string, { dev, ino }: BigIntStats): void {
  const now = lstatSync(path, { bigint: true });
  if (now.dev !== dev || now.ino !== ino) throw new FileProblem('moved', path);
}

/** A folder on the way, as it was found. */
interface Landmark {
  readonly path: string;
  readonly stats: BigIntStats;
}

/** Linux: only to look names up in it, which asks for less than reading it does. The same number wherever Node runs. */
const pathOnly = 0o10_000_000;

const folderOnly = pathOnly | constants.O_DIRECTORY | constants.O_NOFOLLOW;

const bestWay = process.platform === 'linux' && existsSync('/proc/self/fd') ? 'descriptor' : 'names';
