import { sleep } from '@teatime/core';
import { bytesOf, contentOf, type FileStats, type ReadOptions, requirePath, statsOf } from './files.ts';
import { currentHost } from './host.ts';

/*
 * `node:fs/promises` for a submission: files that the suite made up, and reading that takes virtual time without
 * holding anybody up.
 */

export async function readFile(path: unknown, options?: ReadOptions): Promise<string | Buffer> {
  await sleep(currentHost().world().readMs);
  return contentOf(path, options);
}

export async function access(path: unknown): Promise<void> {
  await sleep(0);
  requirePath(path, 'access');
}

export async function stat(path: unknown): Promise<FileStats> {
  await sleep(0);
  return statsOf(path);
}

export async function open(path: unknown): Promise<FileHandle> {
  await sleep(0);
  requirePath(path, 'open');
  let position = 0;
  return {
    readFile: (options) => readFile(path, options),
    stat: () => stat(path),
    // The first reading costs what a file costs; what follows is in memory by then.
    read: async (buffer, offset = 0, length = buffer.length - offset, from = position) => {
      await sleep(from === 0 ? currentHost().world().readMs : 0);
      const bytesRead = bytesOf(path, 'read').copy(buffer, offset, from, from + length);
      position = from + bytesRead;
      return { bytesRead, buffer };
    },
    close: () => sleep(0),
    [Symbol.asyncDispose]: () => sleep(0),
  };
}

export interface FileHandle extends AsyncDisposable {
  readFile(options?: ReadOptions): Promise<string | Buffer>;
  stat(): Promise<FileStats>;
  read(buffer: Uint8Array, offset?: number, length?: number, from?: number): Promise<{ bytesRead: number; buffer: Uint8Array }>;
  close(): Promise<void>;
}

const promises = { readFile, access, stat, open };

export { promises as default };
