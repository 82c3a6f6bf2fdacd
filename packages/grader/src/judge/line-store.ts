import type { MessagePort } from 'node:worker_threads';
import { threadId } from 'node:worker_threads';
import { Lines } from '../bridge/line.ts';
import type { Line, LineOptions } from '../bridge/line.ts';

/** Where the threads of a judge get their lines to student processes: the thread that keeps them, and which store it is. */
export interface LineAddress {
  readonly thread: number;
  readonly store: number;
}

/** What a thread sends to ask for a line. The line comes through the port. */
export interface LineRequest extends Pick<LineAddress, 'store'> {
  readonly t: 'teatime-line';
  readonly reply: MessagePort;
}

let stores = 0;

export interface LineStoreOptions extends LineOptions {
  /** How many lines are opened ahead, at most, for runs that are to come. */
  readonly ahead: number;
}

/**
 * Keeps lines to student processes that have been opened before they are needed: a process takes longer to start than
 * most suites to run. Each serves one run and is gone with it.
 */
export class LineStore implements AsyncDisposable {
  readonly #lines: Lines;
  readonly #ahead: number;
  readonly #number = ++stores;
  readonly #spare: Line[] = [];
  #expected = 0;

  constructor({ ahead, ...options }: LineStoreOptions) {
    this.#lines = new Lines(options);
    this.#ahead = ahead;
    process.on('workerMessage', this.#onMessage);
  }

  get address(): LineAddress {
    return { thread: threadId, store: this.#number };
  }

  /** So many runs are still to come. */
  expect(runs: number): void {
    this.#expected = runs;
    while (this.#spare.length < Math.min(runs, this.#ahead)) this.#spare.push(this.#lines.open());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    process.off('workerMessage', this.#onMessage);
    await this.#lines[Symbol.asyncDispose]();
  }

  readonly #onMessage = (message: unknown): void => {
    if (!isRequest(message) || message.store !== this.#number) return;
    const line = this.#spare.shift() ?? this.#lines.open();
    message.reply.postMessage(line, [line.port]);
    message.reply.close();
    this.expect(Math.max(0, this.#expected - 1));
  };
}

function isRequest(message: unknown): message is LineRequest {
  return typeof message === 'object' && message !== null && 't' in message && message.t === 'teatime-line';
}
