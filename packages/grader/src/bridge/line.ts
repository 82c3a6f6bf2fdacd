import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { FrameToStudent, ModuleImage } from '../wire/frames.ts';
import type { IoThreadData, ToIoThread } from './io-messages.ts';

export interface LineOptions {
  /** How a student process is started: a program and its arguments. */
  readonly command: readonly string[];
  readonly image: ModuleImage;
  readonly entry: string;
}

/** The near end of a line to student processes. It may be handed to another thread, and serves one conversation. */
export interface Line {
  readonly port: MessagePort;
  /** Counts the messages that have come. */
  readonly signal: SharedArrayBuffer;
}

/**
 * Opens a line: an I/O thread that starts student processes, the first one now, so that it is at hand when the
 * conversation begins. Closing the port, in whatever thread, ends all of it.
 */
export function openLine({ command, image, entry }: LineOptions): Line {
  const signal = new SharedArrayBuffer(4);
  const { port1, port2 } = new MessageChannel();
  const firstFrame: FrameToStudent = { t: 'start', entry, modules: image };
  const data: IoThreadData = {
    port: port2,
    signal,
    command,
    firstFrame: JSON.stringify(firstFrame),
    mostBytes: 64 * 2 ** 20,
    mostNoise: 16 * 2 ** 10,
  };
  const thread = new Worker(new URL('./io-thread.ts', import.meta.url), { workerData: data, transferList: [port2], execArgv: [] });
  thread.unref();
  const prepare: ToIoThread = { t: 'prepare' };
  port1.postMessage(prepare);
  port1.unref();
  return { port: port1, signal };
}

/** Ends a line's thread and its student processes; resolves when they have been ended. */
export async function closeLine({ port }: Line): Promise<void> {
  const closed = once(port, 'close');
  // What was said and not heard stands before the word that the other end is closed: it is dropped.
  port.start();
  // Until it is closed, the line keeps nobody from ending; its end is worth waiting for.
  port.ref();
  const close: ToIoThread = { t: 'close' };
  port.postMessage(close);
  await closed;
}
