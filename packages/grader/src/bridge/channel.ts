import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { FrameToStudent, ModuleImage } from '../wire/frames.ts';
import { isRecord, type WireRecord } from '../wire/shape.ts';
import type { FromIoThread, IoThreadData, ProcessEnd, ToIoThread } from './io-messages.ts';

export interface ChannelOptions {
  /** How a student process is started: a program and its arguments. */
  readonly command: readonly string[];
  readonly image: ModuleImage;
  readonly entry: string;
}

/** What came from the student process, or that nothing did. */
export type Arrival =
  | { readonly t: 'frame'; readonly frame: WireRecord }
  | { readonly t: 'malformed' }
  | { readonly t: 'noise'; readonly text: string }
  | { readonly t: 'end'; readonly why: ProcessEnd; readonly detail: string }
  | { readonly t: 'timeout' };

// Taken before a suite can replace them.
const monotonicNow = performance.now.bind(performance);
const waitOn = Atomics.wait.bind(Atomics);

/**
 * A synchronous line to a student process: `receive` stands still until something arrives.
 * Real time, in milliseconds: what happens here happens outside of the suite's virtual time.
 */
export class Channel {
  readonly #thread: Worker;
  readonly #ended: Promise<void>;
  readonly #port: MessagePort;
  readonly #signal: Int32Array<SharedArrayBuffer>;
  #generation = 0;

  constructor({ command, image, entry }: ChannelOptions) {
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
    this.#thread = new Worker(new URL('./io-thread.ts', import.meta.url), {
      workerData: data,
      transferList: [port2],
      execArgv: [],
    });
    this.#thread.unref();
    this.#ended = new Promise((resolve) => this.#thread.once('exit', () => resolve()));
    port1.unref();
    this.#port = port1;
    this.#signal = new Int32Array(signal);
  }

  /** Starts a new student process; what the one before still says is not heard any more. */
  start(): void {
    this.#generation++;
    this.#post({ t: 'start', generation: this.#generation });
  }

  /** Has a student process at hand for the next start. */
  prepare(): void {
    this.#post({ t: 'prepare' });
  }

  /** Ends the student process. */
  kill(): void {
    this.#generation++;
    this.#post({ t: 'kill' });
  }

  send(frame: FrameToStudent): void {
    this.#post({ t: 'frame', text: JSON.stringify(frame) });
  }

  /** The next arrival, waiting for it until the deadline (as `Channel.now` counts). */
  receive(deadline: number): Arrival {
    for (;;) {
      const count = Atomics.load(this.#signal, 0);
      const received: { message: FromIoThread } | undefined = receiveMessageOnPort(this.#port);
      if (received) {
        if (received.message.generation === this.#generation) return toArrival(received.message);
        continue;
      }
      const left = deadline - Channel.now();
      if (left <= 0) return { t: 'timeout' };
      waitOn(this.#signal, 0, count, left);
    }
  }

  /** Ends the student process and the line to it. */
  async close(): Promise<void> {
    this.#generation++;
    // Until it is closed, the thread keeps nobody from ending; its end is worth waiting for.
    this.#thread.ref();
    this.#post({ t: 'close' });
    await this.#ended;
  }

  /** Real milliseconds on a clock that suites cannot replace. */
  static now(): number {
    return monotonicNow();
  }

  #post(message: ToIoThread): void {
    this.#thread.postMessage(message);
  }
}

function toArrival(message: FromIoThread): Arrival {
  if (message.t !== 'frame') return message;
  try {
    const frame: unknown = JSON.parse(message.text);
    return isRecord(frame) ? { t: 'frame', frame } : { t: 'malformed' };
  } catch {
    return { t: 'malformed' };
  }
}
