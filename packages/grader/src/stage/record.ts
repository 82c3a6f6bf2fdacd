import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Recording } from '../player/replay.ts';
import type { RecordingOrder } from './recording-order.ts';

/** What the process answers. */
export type Recorded = { readonly recordings: readonly Recording[] } | { readonly error: string };

function isRecorded(value: unknown): value is Recorded {
  return typeof value === 'object' && value !== null && ('recordings' in value || 'error' in value);
}

/**
 * Runs stories and programs on a virtual clock, one after the other in a process of their own, and writes down what happens, with
 * the line at which each task stands. The same order gives the same recording.
 *
 * @throws Error with what the first of them threw that did not come to its end
 */
export async function record(orders: readonly RecordingOrder[]): Promise<readonly Recording[]> {
  const child = fork(fileURLToPath(new URL('recording-process.ts', import.meta.url)), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'json' });
  const answer = Promise.withResolvers<unknown>();
  child.once('message', answer.resolve);
  child.once('error', answer.reject);
  child.once('exit', () => answer.reject(new Error('A program ended the process that records it.')));
  child.send(orders);
  try {
    const recorded = await answer.promise;
    if (!isRecorded(recorded)) throw new Error('A program spoke to the process that records it.');
    if ('error' in recorded) throw new Error(recorded.error);
    return recorded.recordings;
  } finally {
    child.kill();
  }
}
