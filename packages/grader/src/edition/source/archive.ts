import { readFile, stat } from 'node:fs/promises';
import { archiveFormat, ArchiveTooLarge, visitArchive } from '../../files/archive.ts';
import type { ArchiveEntry, EntrySink } from '../../files/archive-entry.ts';
import { isInside } from '../file-list.ts';
import type { EditionFiles } from '../file-list.ts';
import { SourceProblem } from './source-problem.ts';

/** What an edition could never need; an archive that unpacks to more is not unpacked. */
const most = { bytes: 100_000_000, entries: 20_000 };

/**
 * The files of an archive, in memory: nothing is ever unpacked to where an entry says.
 *
 * @throws {SourceProblem} for links, for paths that lead out, for what is too large, and for what is no archive
 */
export async function readArchive(path: string): Promise<EditionFiles> {
  if ((await stat(path)).size > most.bytes) throw new SourceProblem('too-large', path);
  const bytes = await readFile(path);
  const format = archiveFormat(bytes);
  if (format !== 'zip' && format !== 'gzip') throw new SourceProblem('no-archive', path);
  const unpacked = new Unpacked();
  try {
    await visitArchive(bytes, format, (entry) => unpacked.visit(entry));
  } catch (cause) {
    if (cause instanceof SourceProblem) throw cause;
    throw new SourceProblem(cause instanceof ArchiveTooLarge ? 'too-large' : 'no-archive', path, { cause });
  }
  return unpacked.files;
}

/** Collects what is taken out of an archive, within the limits. */
class Unpacked {
  readonly files = new Map<string, Uint8Array>();
  #bytes = 0;
  #entries = 0;

  visit(entry: ArchiveEntry): EntrySink | undefined {
    if (!this.#takes(entry)) return undefined;
    if (entry.isEncrypted) throw new SourceProblem('no-archive', entry.name);
    const pieces: Uint8Array[] = [];
    return {
      write: (piece) => {
        this.#bytes += piece.length;
        if (this.#bytes > most.bytes) throw new SourceProblem('too-large', entry.name);
        pieces.push(piece);
        return true;
      },
      end: () => this.files.set(entry.name.replace(/^\.\//, ''), Buffer.concat(pieces)),
    };
  }

  /** Whether an entry is to be read. What students have beside the course, such as `node_modules`, is passed over. */
  #takes({ name, kind }: ArchiveEntry): boolean {
    this.#entries += 1;
    if (this.#entries > most.entries) throw new SourceProblem('too-large', name);
    const path = name.replace(/^\.\//, '');
    if (path.split('/').some((part) => ['node_modules', '.git', '.teatime'].includes(part))) return false;
    if (!isInside(path.replace(/\/$/, '')) && path !== '' && path !== '.') throw new SourceProblem('strange-path', name);
    if (kind === 'link' || kind === 'other') throw new SourceProblem('link', name);
    return kind === 'file' && path !== '' && path !== '.';
  }
}
