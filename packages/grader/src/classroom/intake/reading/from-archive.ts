import { basename, dirname, parse } from 'node:path/posix';
import { archiveStem } from '../../../files/archive-name.ts';
import { archiveFormat, ArchiveTooLarge, visitArchive } from '../../../files/archive.ts';
import type { ArchiveEntry, EntrySink } from '../../../files/archive-entry.ts';
import { intakeNotes } from '../../../messages/hand-ins.ts';
import { visibleName } from '../../../messages/visible.ts';
import { mayAnswer } from '../../../submission/find-file.ts';
import { byteLimit } from '../../../submission/byte-limit.ts';
import { HandInProblem } from '../../hand-in-problem.ts';
import type { Collection } from './collection.ts';
import { insidePath } from './inside.ts';
import { isJunk } from './junk.ts';

const most = { entries: 200_000, nestedBytes: 50_000_000, nesting: 2 };

/** An archive, and the folder of the hand-in that its files are put in. */
export interface Packed {
  /** As people read it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Empty, or with a slash at its end. */
  readonly into: string;
  /** In how many archives it lies. */
  readonly depth?: number;
}

/**
 * Collects what could be an answer out of an archive, and out of one in it. Nothing is unpacked to the disk, and all of an archive
 * is left out when a part of it cannot be read: half an answer is a wrong one.
 *
 * @param declared the names of the files that exercises ask for
 */
export async function collectArchive(packed: Packed, declared: readonly string[], collection: Collection): Promise<void> {
  const { name, bytes, into, depth = 0 } = packed;
  const format = archiveFormat(bytes);
  const shown = visibleName(name);
  if (format === undefined) throw new HandInProblem('unreadable', intakeNotes.damaged(shown));
  if (format === 'foreign') throw new HandInProblem('unreadable', intakeNotes.foreign(shown));
  const reading = new Reading(shown, declared, collection, depth < most.nesting);
  try {
    await visitArchive(bytes, format, (entry) => reading.visit(entry));
  } catch (cause) {
    if (cause instanceof HandInProblem) throw cause;
    throw new HandInProblem('unreadable', cause instanceof ArchiveTooLarge ? intakeNotes.tooMuch : intakeNotes.damaged(shown), { cause });
  }
  for (const [path, content] of reading.files) collection.add(`${into}${path}`, content);
  for (const [path, content] of reading.archives) {
    const folder = dirname(path) === '.' ? '' : `${dirname(path)}/`;
    await collectNested({ name: path, bytes: content, into: `${into}${folder}${stemOf(path)}/`, depth: depth + 1 }, declared, collection);
  }
}

/** An archive beside other things: when it cannot be read, that is said, and the rest is taken. */
export async function collectNested(packed: Packed, declared: readonly string[], collection: Collection): Promise<void> {
  try {
    await collectArchive(packed, declared, collection);
  } catch (error) {
    if (!(error instanceof HandInProblem)) throw error;
    collection.note(error);
  }
}

/** The folder that an archive would be unpacked to. */
export function stemOf(path: string): string {
  const name = basename(path);
  const stem = archiveStem(name) ?? parse(name).name;
  return stem === '' ? name : stem;
}

/** Takes out of one archive what could be an answer, within the limits. */
class Reading {
  readonly files = new Map<string, Uint8Array>();
  readonly archives = new Map<string, Uint8Array>();
  readonly #name: string;
  readonly #declared: readonly string[];
  readonly #collection: Collection;
  readonly #goesDeeper: boolean;
  #entries = 0;
  #bytes = 0;

  constructor(name: string, declared: readonly string[], collection: Collection, goesDeeper: boolean) {
    this.#name = name;
    this.#declared = declared;
    this.#collection = collection;
    this.#goesDeeper = goesDeeper;
  }

  visit(entry: ArchiveEntry): EntrySink | undefined {
    this.#entries += 1;
    if (this.#entries > most.entries) throw new ArchiveTooLarge();
    if (entry.kind === 'folder' || entry.name.split(/[\\/]/).some((part) => part !== '..' && part !== '.' && isJunk(part))) return undefined;
    const path = insidePath(entry.name);
    const wanted = path === undefined ? undefined : this.#wanted(basename(path));
    if (path === undefined) this.#collection.leaveOut('outside', entry.name);
    else if (wanted === undefined) this.#collection.leaveOut('no-code', path);
    else if (entry.kind !== 'file') this.#collection.leaveOut('link', path);
    else if (entry.isEncrypted) throw new HandInProblem('unreadable', intakeNotes.encrypted(this.#name));
    else return wanted === 'answer' ? this.#answer(path) : this.#archive(path);
    return undefined;
  }

  #wanted(name: string): 'answer' | 'archive' | undefined {
    if (mayAnswer(name, this.#declared)) return 'answer';
    return archiveStem(name) === undefined ? undefined : 'archive';
  }

  /** Of a file that is too large, enough for the gate to say so. */
  #answer(path: string): EntrySink {
    return this.#sink(path, this.files, (length) => length <= byteLimit);
  }

  #archive(path: string): EntrySink | undefined {
    if (this.#goesDeeper) {
      return this.#sink(path, this.archives, (length) => {
        if (length > most.nestedBytes) throw new ArchiveTooLarge();
        return true;
      });
    }
    this.#collection.leaveOut('nested', path);
    return undefined;
  }

  #sink(path: string, into: Map<string, Uint8Array>, wantsMore: (length: number) => boolean): EntrySink {
    const pieces: Uint8Array[] = [];
    let length = 0;
    return {
      write: (piece) => {
        pieces.push(piece);
        length += piece.length;
        this.#bytes += piece.length;
        if (this.#bytes > 2 * most.nestedBytes) throw new ArchiveTooLarge();
        return wantsMore(length);
      },
      end: () => {
        if (into.has(path)) this.#collection.leaveOut('twice', path);
        const content = Buffer.concat(pieces);
        into.set(path, into === this.files ? content.subarray(0, byteLimit + 1) : content);
      },
    };
  }
}
