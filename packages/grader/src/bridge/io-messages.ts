import type { MessagePort } from 'node:worker_threads';

/** What an I/O thread is started with. */
export interface IoThreadData {
  /** How a student process is started: a program and its arguments. */
  readonly command: readonly string[];
  /** What every student process is told first. */
  readonly firstFrame: string;
  /** Bytes that one student process may send. */
  readonly mostBytes: number;
  /** Bytes of its standard output and error that are kept. */
  readonly mostNoise: number;
}

/** A line, as the I/O thread gets it. */
export interface LineAtThread {
  readonly port: MessagePort;
  /** Counts the messages that were posted; the bridge sleeps on it. */
  readonly signal: SharedArrayBuffer;
}

export type ToIoThread = ({ readonly t: 'serve' } & LineAtThread) | { readonly t: 'close' };

/** What goes over a line to the I/O thread. */
export type ToLine =
  | { readonly t: 'start'; readonly generation: number }
  | { readonly t: 'prepare' }
  | { readonly t: 'bytes'; readonly bytes: Uint8Array }
  | { readonly t: 'kill' }
  | { readonly t: 'close' };

/**
 * What there is to tell about a process. The first is where it can be looked at, its number and that of the thread which serves it,
 * and where it may be written to by other threads, as `openInput` tells.
 */
export type ProcessMessage =
  | { readonly t: 'process'; readonly pid: number; readonly servedBy: number | undefined; readonly input: number | undefined }
  | { readonly t: 'frames'; readonly texts: readonly string[] }
  | { readonly t: 'noise'; readonly text: string }
  | { readonly t: 'end'; readonly why: ProcessEnd; readonly detail: string };

/** Every message names the process it is about by its generation: a killed one may still have some under way. */
export type FromLine = ProcessMessage & { readonly generation: number };

/** It could not be started, it ended by itself, or it was ended for sending too much. */
export type ProcessEnd = 'start' | 'exit' | 'flood';
