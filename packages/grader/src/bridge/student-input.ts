import { writeSync } from 'node:fs';
import type { Writable } from 'node:stream';

/*
 * A student process is served by an I/O thread, but who waits for the answer writes to it directly: to wake a thread for each frame
 * took a quarter of a turn. The number of a pipe has no public name in Node; where it is not to be had, as on Windows, the I/O thread
 * writes instead.
 */

/**
 * The number by which other threads may write to a pipe, as long as they have not asked for its end; undefined where there is none.
 * From now on only `destroy` closes it: with an end of its own it might be another file's number by the time that somebody writes.
 */
export function openInput(pipe: Writable): number | undefined {
  const handle: unknown = '_handle' in pipe ? pipe._handle : undefined;
  if (typeof handle !== 'object' || handle === null || !('fd' in handle) || !('readStop' in handle)) return undefined;
  const { fd } = handle;
  if (typeof fd !== 'number' || fd < 0 || typeof handle.readStop !== 'function') return undefined;
  // Nothing is read from it; but who reads is told of the other side's end, and then closes.
  Reflect.apply(handle.readStop, handle, []);
  return fd;
}

/** Writes as much as the pipe takes at once. Gives what is left; nothing when the process is gone, which is told elsewhere. */
export function writeInput(fd: number, bytes: Uint8Array): Uint8Array {
  let left = bytes;
  try {
    while (left.length > 0) left = left.subarray(writeSync(fd, left));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EPIPE' || error.code === 'ECONNRESET') return left.subarray(left.length);
    if (error.code !== 'EAGAIN') throw error;
  }
  return left;
}
