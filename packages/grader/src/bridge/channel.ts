import { receiveMessageOnPort } from 'node:worker_threads';
import type { FrameToStudent } from '../wire/frames.ts';
import { isRecord, type WireRecord } from '../wire/shape.ts';
import type { FromLine, ProcessMessage, ToLine } from './io-messages.ts';
import { framed } from './framed.ts';
import { closeLine } from './line.ts';
import type { Line } from './line.ts';
import { writeInput } from './student-input.ts';

/** What came from the student process, or that nothing did. */
export type Arrival =
  | { readonly t: 'frame'; readonly frame: WireRecord }
  | { readonly t: 'malformed' }
  | Exclude<ProcessMessage, { readonly t: 'frames' }>
  | { readonly t: 'timeout' };

// Taken before a suite can replace them.
const monotonicNow = performance.now.bind(performance);
const waitOn = Atomics.wait.bind(Atomics);

/**
 * A synchronous line to a student process: `receive` stands still until something arrives.
 * Real time, in milliseconds: what happens here happens outside of the suite's virtual time.
 */
export class Channel {
  readonly #line: Line;
  readonly #signal: Int32Array<SharedArrayBuffer>;
  #generation = 0;
  /** Frames that came together with the one before. */
  #frames: string[] = [];
  /** Where the process is written to from here. Until its first frame the I/O thread has something to write itself. */
  #input: { readonly fd: number; isFree: boolean } | undefined;

  constructor(line: Line) {
    line.port.unref();
    this.#line = line;
    this.#signal = new Int32Array(line.signal);
  }

  /** Starts a new student process; what the one before still says is not heard any more. */
  start(): void {
    this.#nextGeneration();
    this.#post({ t: 'start', generation: this.#generation });
  }

  /** Has a student process at hand for the next start. */
  prepare(): void {
    this.#post({ t: 'prepare' });
  }

  /** Ends the student process. */
  kill(): void {
    this.#nextGeneration();
    this.#post({ t: 'kill' });
  }

  send(frame: FrameToStudent): void {
    const bytes = framed(JSON.stringify(frame));
    const left = this.#input?.isFree === true ? writeInput(this.#input.fd, bytes) : bytes;
    if (left.length === 0) return;
    // From now on all goes there, or it would overtake what is still to be written.
    this.#input = undefined;
    this.#post({ t: 'bytes', bytes: left });
  }

  /** The next arrival, waiting for it until the deadline (as `Channel.now` counts). */
  receive(deadline: number): Arrival {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame !== undefined) return read(frame);
      const count = Atomics.load(this.#signal, 0);
      const received: { message: FromLine } | undefined = receiveMessageOnPort(this.#line.port);
      if (received) {
        const { message } = received;
        if (message.generation !== this.#generation) continue;
        if (message.t === 'process' && message.input !== undefined) this.#input = { fd: message.input, isFree: false };
        if (message.t !== 'frames') return message;
        if (this.#input) this.#input.isFree = true;
        this.#frames = [...message.texts];
        continue;
      }
      const left = deadline - Channel.now();
      if (left <= 0) return { t: 'timeout' };
      waitOn(this.#signal, 0, count, left);
    }
  }

  /** Ends the student process and the line to it. */
  async close(): Promise<void> {
    this.#nextGeneration();
    await closeLine(this.#line);
  }

  /** Real milliseconds on a clock that suites cannot replace. */
  static now(): number {
    return monotonicNow();
  }

  #nextGeneration(): void {
    this.#generation++;
    this.#frames = [];
    this.#input = undefined;
  }

  #post(message: ToLine): void {
    this.#line.port.postMessage(message);
  }
}

function read(text: string): Arrival {
  try {
    const frame: unknown = JSON.parse(text);
    return isRecord(frame) ? { t: 'frame', frame } : { t: 'malformed' };
  } catch {
    return { t: 'malformed' };
  }
}
