import { readFile, stat } from 'node:fs/promises';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { Parser } from 'tar';
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
  try {
    if (bytes.subarray(0, 2).toString('latin1') === 'PK') return await readZip(bytes);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return await readTar(bytes);
  } catch (cause) {
    throw cause instanceof SourceProblem ? cause : new SourceProblem('no-archive', path, { cause });
  }
  throw new SourceProblem('no-archive', path);
}

/** Collects what is taken out of an archive, within the limits. */
class Unpacked {
  readonly files = new Map<string, Uint8Array>();
  #bytes = 0;
  #entries = 0;

  /** Whether an entry is to be read. What students have beside the course, such as `node_modules`, is passed over. */
  takes(name: string, isLink: boolean): boolean {
    this.#entries += 1;
    if (this.#entries > most.entries) throw new SourceProblem('too-large', name);
    const path = name.replace(/^\.\//, '');
    if (path.split('/').some((part) => ['node_modules', '.git', '.teatime'].includes(part))) return false;
    if (!isInside(path.replace(/\/$/, '')) && path !== '' && path !== '.') throw new SourceProblem('strange-path', name);
    if (isLink) throw new SourceProblem('link', name);
    return !path.endsWith('/') && path !== '' && path !== '.';
  }

  /** To be told of each piece as it comes: what an archive says of its own sizes may be a lie. */
  grow(bytes: number, name: string): void {
    this.#bytes += bytes;
    if (this.#bytes > most.bytes) throw new SourceProblem('too-large', name);
  }

  add(name: string, content: Uint8Array): void {
    this.files.set(name.replace(/^\.\//, ''), content);
  }
}

function readTar(bytes: Uint8Array): Promise<EditionFiles> {
  const unpacked = new Unpacked();
  const { promise, resolve, reject } = Promise.withResolvers<EditionFiles>();
  const parser = new Parser({
    strict: true,
    onReadEntry(entry) {
      try {
        const isLink = entry.type === 'Link' || entry.type === 'SymbolicLink';
        const isFile = entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile';
        const isFolder = entry.type === 'Directory';
        if (!unpacked.takes(isFolder && !entry.path.endsWith('/') ? `${entry.path}/` : entry.path, isLink || (!isFile && !isFolder))) {
          entry.resume();
          return;
        }
        const pieces: Buffer[] = [];
        entry.on('data', (piece) => {
          try {
            unpacked.grow(piece.length, entry.path);
            pieces.push(piece);
          } catch (error) {
            stop(error);
          }
        });
        entry.on('end', () => unpacked.add(entry.path, Buffer.concat(pieces)));
      } catch (error) {
        entry.resume();
        stop(error);
      }
    },
  });
  const stop = (error: unknown): void => {
    reject(error);
    parser.abort(error instanceof Error ? error : new Error(String(error)));
  };
  parser.on('error', reject);
  parser.on('end', () => resolve(unpacked.files));
  parser.end(Buffer.from(bytes));
  return promise;
}

async function readZip(bytes: Uint8Array): Promise<EditionFiles> {
  const unpacked = new Unpacked();
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true, useWebWorkers: false });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      const name = entry.directory && !entry.filename.endsWith('/') ? `${entry.filename}/` : entry.filename;
      if (!unpacked.takes(name, entry.symlink) || entry.directory) continue;
      if (entry.encrypted) throw new SourceProblem('no-archive', name);
      const pieces: Uint8Array[] = [];
      await entry.getData(new WritableStream<Uint8Array>({
        write(piece) {
          unpacked.grow(piece.length, name);
          pieces.push(Uint8Array.from(piece));
        },
      }));
      unpacked.add(name, Buffer.concat(pieces));
    }
    return unpacked.files;
  } finally {
    await reader.close();
  }
}
