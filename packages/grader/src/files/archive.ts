import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Parser } from 'tar';
import type { ReadEntry } from 'tar';
import type { ArchiveEntry, EntryVisitor } from './archive-entry.ts';
import { visitZip } from './visit-zip.ts';

/** What bytes are by their beginning, whatever the name of their file says. `foreign`: an archive that nothing here can read. */
export type ArchiveFormat = 'zip' | 'tar' | 'gzip' | 'foreign';

/** More comes out of an archive than anything that is read here has. */
export class ArchiveTooLarge extends Error {
  override readonly name = 'ArchiveTooLarge';
}

/** What files of other kinds begin with. */
const foreign: readonly string[] = ['Rar!', '7z\u00BC\u00AF', '\u00FD7zXZ', 'BZh', '\u0028\u00B5\u002F\u00FD'];

export function archiveFormat(bytes: Uint8Array): ArchiveFormat | undefined {
  const at = (start: number, end: number): string => Buffer.from(bytes.subarray(start, end)).toString('latin1');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(at(0, 4))) return 'zip';
  if (at(0, 2) === '\u001F\u008B') return 'gzip';
  if (at(257, 262) === 'ustar') return 'tar';
  return foreign.some((begin) => at(0, begin.length) === begin) ? 'foreign' : undefined;
}

/**
 * Goes through an archive in memory: nothing is ever unpacked to where an entry says. Names are handed on as they are, also those
 * that lead out.
 *
 * @throws what the visitor throws, {@link ArchiveTooLarge}, and errors of the libraries for what is broken
 */
export async function visitArchive(bytes: Uint8Array, format: Exclude<ArchiveFormat, 'foreign'>, visit: EntryVisitor): Promise<void> {
  await (format === 'zip' ? visitZip(bytes, visit) : visitTar(bytes, format, visit));
}

/** Of a tar, all has to be unpacked to get at its last file. */
const mostUnpacked = 500_000_000;

async function visitTar(bytes: Uint8Array, format: 'tar' | 'gzip', visit: EntryVisitor): Promise<void> {
  const parser = new Parser({
    strict: true,
    brotli: false,
    zstd: false,
    onReadEntry(entry) {
      try {
        take(entry, visit, stop);
      } catch (error) {
        entry.resume();
        stop(error);
      }
    },
  });
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const stop = (error: unknown): void => {
    reject(error);
    parser.abort(error instanceof Error ? error : new Error(String(error)));
  };
  // Behind its end the parser would copy what is left again with each piece; and what is broken need not be unpacked to its end.
  let state: 'reading' | 'at-end' | 'broken' = 'reading';
  const feed = (piece: Uint8Array): void => {
    if (state === 'broken') throw new Error('broken');
    if (state === 'reading') parser.write(Buffer.from(piece));
  };
  parser.on('eof', () => (state = 'at-end'));
  parser.on('error', (error) => {
    state = 'broken';
    reject(error);
  });
  parser.on('end', () => resolve(undefined));
  const feedAll = async (): Promise<void> => {
    if (format === 'gzip') await gunzip(bytes, feed);
    else for (let at = 0; at < bytes.length; at += pieceBytes) feed(bytes.subarray(at, at + pieceBytes));
    parser.end();
  };
  feedAll().catch(stop);
  await promise;
}

const pieceBytes = 65_536;

async function gunzip(bytes: Uint8Array, feed: (piece: Uint8Array) => void): Promise<void> {
  let unpacked = 0;
  const unzip = createGunzip({ chunkSize: pieceBytes });
  unzip.end(bytes);
  await pipeline(unzip, async (pieces: AsyncIterable<Uint8Array>) => {
    for await (const piece of pieces) {
      // The parser would unpack this once more, with nobody counting.
      if (unpacked === 0 && archiveFormat(piece) === 'gzip') throw new Error('gzip in gzip');
      unpacked += piece.length;
      if (unpacked > mostUnpacked) throw new ArchiveTooLarge();
      feed(piece);
    }
  });
}

function take(entry: ReadEntry, visit: EntryVisitor, stop: (error: unknown) => void): void {
  const kind = kindOf(entry.type);
  const name = kind === 'folder' && !entry.path.endsWith('/') ? `${entry.path}/` : entry.path;
  const sink = visit({ name, kind, isEncrypted: false });
  if (sink === undefined || kind !== 'file') {
    entry.resume();
    return;
  }
  let isWanted = true;
  const guarded = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      isWanted = false;
      stop(error);
    }
  };
  entry.on('data', (piece) => guarded(() => {
    if (isWanted) isWanted = sink.write(piece);
  }));
  entry.on('end', () => guarded(() => sink.end()));
}

function kindOf(type: string): ArchiveEntry['kind'] {
  switch (type) {
    case 'File':
    case 'OldFile':
    case 'ContiguousFile':
      return 'file';
    case 'Directory':
      return 'folder';
    case 'Link':
    case 'SymbolicLink':
      return 'link';
    default:
      return 'other';
  }
}
