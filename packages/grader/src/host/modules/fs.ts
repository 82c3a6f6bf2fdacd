import { sleep } from '@teatime/core';
import { Readable } from 'node:stream';
import { bytesOf, contentOf, encodingOf, type FileStats, pathExists, type ReadOptions, statsOf } from './files.ts';
import promises from './fs-promises.ts';
import { currentHost } from './host.ts';

/*
 * `node:fs` for a submission: files that the suite made up. What ends in Sync holds up the whole thread for as long as
 * the reading takes, as it does in life.
 */

export { promises };

type ReadCallback = (error: unknown, data?: string | Buffer) => void;

export function readFileSync(path: unknown, options?: ReadOptions): string | Buffer {
  const { clock, world } = currentHost();
  clock.block(world().readMs);
  return contentOf(path, options);
}

export function readFile(path: unknown, options: ReadOptions | ReadCallback, callback?: ReadCallback): void {
  const done = typeof options === 'function' ? options : callback;
  if (typeof done !== 'function') throw new TypeError('The "cb" argument must be of type function');
  const how = typeof options === 'function' ? undefined : options;
  encodingOf(how);
  promises.readFile(path, how).then(
    (data) => setTimeout(() => done(null, data), 0),
    (error: unknown) => setTimeout(() => done(error), 0),
  );
}

export function existsSync(path: unknown): boolean {
  currentHost().clock.block(1);
  return pathExists(path);
}

export function statSync(path: unknown): FileStats {
  currentHost().clock.block(1);
  return statsOf(path);
}

/** Piece by piece: a character of several bytes may lie in two pieces, and only an encoding of the stream puts it together. */
export function createReadStream(path: unknown, options?: ReadOptions): Readable {
  const encoding = encodingOf(options);
  async function* pieces(): AsyncGenerator<Buffer> {
    await sleep(currentHost().world().readMs);
    const bytes = bytesOf(path);
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
  return Readable.from(pieces(), { objectMode: false, ...(encoding && { encoding }) });
}

/** Bytes in a piece of a stream, as in Node. */
const pieceSize = 64 * 1024;

const fs = { promises, readFileSync, readFile, existsSync, statSync, createReadStream };

export { fs as default };
