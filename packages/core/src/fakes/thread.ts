import { currentClock } from '../clock/current-clock.ts';
import type { Awaitable } from '../task/awaitable.ts';
import { sleep } from '../time/sleep.ts';

/**
 * What a thread has of its own while it works on a message.
 *
 * @example
 * const impatient = thread(async (ms: unknown, { signal, exit }: ThreadSide) => {
 *   await sleep(Number(ms), { signal });
 *   exit(3);
 * });
 */
export interface ThreadSide {
  /** Aborts when the thread is terminated, or ends in another way: a real thread stops in the middle of its work. */
  readonly signal: AbortSignal;
  /** Ends the thread, as `process.exit` does in a real one: 'exit' comes, and no 'error'. It can be called at any time. */
  readonly exit: (code?: number) => void;
}

/**
 * What runs in a thread: it is called with one message after the other. What it gives is sent back; what it throws is caught by nobody,
 * and the thread dies of it.
 *
 * @example
 * const double: ThreadScript<number> = async (message) => {
 *   await sleep(seconds(3));
 *   return 2 * Number(message);
 * };
 */
export type ThreadScript<Answer> = (message: unknown, side: ThreadSide) => Answer | Awaitable<Answer>;

/**
 * How long a thread takes for what is not work.
 *
 * @example
 * const options: ThreadOptions = { endMs: 20 };
 * const elapsed = stopwatch();
 * await thread(() => 'tea', options).terminate();
 * console.log(elapsed()); // 20
 */
export interface ThreadOptions {
  /** Milliseconds from the call of `terminate` until the thread is gone; 0 when not given. */
  readonly endMs?: number;
}

/**
 * A thread, seen from outside. A `Worker` of `node:worker_threads` is one, too.
 *
 * @example
 * const ask = (solver: Thread<string>, puzzle: string): Promise<string> =>
 *   new Promise((resolve, reject) => {
 *     solver.on('message', resolve);
 *     solver.on('error', reject);
 *     solver.postMessage(puzzle);
 *   });
 */
export interface Thread<Answer = unknown> {
  /**
   * Sends a copy of the message. The thread takes one at a time; one that is gone takes none, and says nothing.
   *
   * @throws DOMException 'DataCloneError' for what `structuredClone` refuses, such as a function
   */
  postMessage(message: unknown): void;
  /** Adds a listener: for each answer, for the error that the thread dies of, and for its end, whatever brought it about. */
  on(event: 'message', listener: (answer: Answer) => void): void;
  on(event: 'error', listener: (error: unknown) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  /** Ends the thread, in the middle of its work if need be. @returns the exit code, once the thread is gone */
  terminate(): Promise<number>;
}

/**
 * A thread that is none: its script takes time on the clock that everybody goes by, and holds nobody up. For programs on a virtual clock,
 * where a real thread, whose time is real, would have no place. As with a real one, an 'error' that nobody listens to is uncaught, and
 * so is what a listener throws. Other than there, answers are not copied.
 *
 * @param script what runs in it; it must wait with `sleep`, since `blockFor` holds up everybody
 *
 * @example
 * const solver = thread(async (puzzle, { signal }) => {
 *   await sleep(seconds(3), { signal });
 *   return `${String(puzzle)}: solved`;
 * });
 * solver.on('message', (answer) => console.log(answer)); // crossword: solved
 * solver.postMessage('crossword');
 */
export function thread<Answer>(script: ThreadScript<Answer>, { endMs = 0 }: ThreadOptions = {}): Thread<Answer> {
  return new SimulatedThread(script, endMs);
}

/** What `on` of a thread is called with. */
type Listening<Answer> =
  | [event: 'message', listener: (answer: Answer) => void]
  | [event: 'error', listener: (error: unknown) => void]
  | [event: 'exit', listener: (code: number) => void];

class SimulatedThread<Answer> implements Thread<Answer> {
  readonly #script: ThreadScript<Answer>;
  readonly #endMs: number;
  readonly #hearAnswers: ((answer: Answer) => void)[] = [];
  readonly #hearErrors: ((error: unknown) => void)[] = [];
  readonly #hearExit: ((code: number) => void)[] = [];
  readonly #mailbox: unknown[] = [];
  readonly #stop = new AbortController();
  readonly #gone = Promise.withResolvers<number>();
  #isAtWork = false;

  constructor(script: ThreadScript<Answer>, endMs: number) {
    this.#script = script;
    this.#endMs = endMs;
  }

  postMessage(message: unknown): void {
    const copy: unknown = structuredClone(message);
    if (this.#hasStopped) return;
    this.#mailbox.push(copy);
    if (!this.#isAtWork) void this.#work();
  }

  on(...[event, listener]: Listening<Answer>): void {
    switch (event) {
      case 'message':
        this.#hearAnswers.push(listener);
        break;
      case 'error':
        this.#hearErrors.push(listener);
        break;
      case 'exit':
        this.#hearExit.push(listener);
    }
  }

  terminate(): Promise<number> {
    if (!this.#hasStopped) {
      this.#stop.abort();
      void sleep(this.#endMs).then(() => this.#leave(1));
    }
    return this.#gone.promise;
  }

  get #hasStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async #work(): Promise<void> {
    this.#isAtWork = true;
    const side: ThreadSide = { signal: this.#stop.signal, exit: (code = 0) => this.#exit(code) };
    try {
      while (this.#mailbox.length > 0) {
        const answer = await this.#script(this.#mailbox.shift(), side);
        if (this.#hasStopped) return;
        tell(this.#hearAnswers, answer);
      }
    } catch (error) {
      this.#die(error);
    }
    this.#isAtWork = false;
  }

  #die(error: unknown): void {
    if (this.#hasStopped) return;
    this.#stop.abort();
    if (this.#hearErrors.length === 0) throwUncaught(error);
    tell(this.#hearErrors, error);
    this.#leave(1);
  }

  #exit(code: number): void {
    if (this.#hasStopped) return;
    this.#stop.abort();
    this.#leave(code);
  }

  #leave(code: number): void {
    tell(this.#hearExit, code);
    this.#gone.resolve(code);
  }
}

/** One listener that throws keeps no other from hearing. Those that are added meanwhile hear what comes next. */
function tell<T>(listeners: readonly ((value: T) => void)[], value: T): void {
  for (const listener of listeners.slice()) {
    try {
      listener(value);
    } catch (error) {
      throwUncaught(error);
    }
  }
}

/** Where no caller can catch it. */
function throwUncaught(error: unknown): void {
  currentClock().setTimer(() => {
    throw error;
  }, 0);
}
