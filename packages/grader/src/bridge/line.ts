import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { FrameToStudent, ModuleImage } from '../wire/frames.ts';
import type { IoThreadData, ToIoThread, ToLine } from './io-messages.ts';

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
 * Opens lines. Each has an I/O thread to itself, which serves the next one when it is closed: what carries frames takes a
 * while to start, and longer to get fast.
 */
export class Lines implements AsyncDisposable {
  readonly #data: IoThreadData;
  readonly #threads = new Set<Worker>();
  readonly #idle: Worker[] = [];

  constructor({ command, image, entry }: LineOptions) {
    const firstFrame: FrameToStudent = { t: 'start', entry, modules: image };
    this.#data = { command, firstFrame: JSON.stringify(firstFrame), mostBytes: 64 * 2 ** 20, mostNoise: 16 * 2 ** 10 };
  }

  /** A line whose first student process starts now, so that it is at hand when the conversation begins. */
  open(): Line {
    const signal = new SharedArrayBuffer(4);
    const { port1, port2 } = new MessageChannel();
    const serve: ToIoThread = { t: 'serve', port: port2, signal };
    (this.#idle.pop() ?? this.#start()).postMessage(serve, [port2]);
    const prepare: ToLine = { t: 'prepare' };
    port1.postMessage(prepare);
    port1.unref();
    return { port: port1, signal };
  }

  /** Ends all lines and their student processes. */
  async [Symbol.asyncDispose](): Promise<void> {
    const close: ToIoThread = { t: 'close' };
    await Promise.all([...this.#threads].map(async (thread) => {
      const exit = once(thread, 'exit');
      thread.ref();
      thread.postMessage(close);
      await exit;
    }));
  }

  #start(): Worker {
    const thread = new Worker(new URL('./io-thread.ts', import.meta.url), { workerData: this.#data, execArgv: [], stdout: true, stderr: true });
    this.#threads.add(thread);
    // Its only word: the line that it served is closed.
    thread.on('message', () => this.#idle.push(thread));
    thread.unref();
    return thread;
  }
}

/** Ends a line and its student processes; resolves when they have been ended. It may be called in whatever thread has the line. */
export async function closeLine({ port }: Line): Promise<void> {
  const closed = once(port, 'close');
  // What was said and not heard stands before the word that the other end is closed: it is dropped.
  port.start();
  // Until it is closed, the line keeps nobody from ending; its end is worth waiting for.
  port.ref();
  const close: ToLine = { t: 'close' };
  port.postMessage(close);
  await closed;
}
