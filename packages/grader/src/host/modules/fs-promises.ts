import { sleep } from '@teatime/core';
import { contentOf, type ReadOptions, sizeOf } from './files.ts';
import { currentHost } from './host.ts';

/*
 * `node:fs/promises` for a submission: files that the suite made up, and reading that takes virtual time without
 * holding anybody up.
 */

export async function readFile(path: unknown, options?: ReadOptions): Promise<string | Uint8Array> {
  await sleep(currentHost().world().readMs);
  return contentOf(path, options);
}

export async function access(path: unknown): Promise<void> {
  await sleep(0);
  contentOf(path);
}

export async function stat(path: unknown): Promise<FileStats> {
  await sleep(0);
  return { size: sizeOf(path), isFile: () => true, isDirectory: () => false };
}

export async function open(path: unknown): Promise<FileHandle> {
  await sleep(0);
  contentOf(path);
  return {
    readFile: (options) => readFile(path, options),
    close: () => sleep(0),
    [Symbol.asyncDispose]: () => sleep(0),
  };
}

export interface FileStats {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

export interface FileHandle extends AsyncDisposable {
  readFile(options?: ReadOptions): Promise<string | Uint8Array>;
  close(): Promise<void>;
}


const promises = { readFile, access, stat, open };

export { promises as default };
