import { type PoolOptions, type PoolRunnerInitializer, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = Parameters<PoolWorker['on']>[1];

/**
 * Vitest's own threads, which outlive a run: to start one takes longer than most suites. Vitest starts and stops what it
 * takes for a thread of its own; the thread behind it hears of the first start and of the end only.
 */
export class WarmThreads implements AsyncDisposable {
  /** What Vitest takes as its pool. */
  readonly pool: PoolRunnerInitializer = {
    name: 'warm-threads',
    createPoolWorker: (options) => new Turn({ take: () => this.#free.pop() ?? this.#thread(options), giveBack: (thread) => this.#back(thread) }),
  };
  readonly #free: Thread[] = [];
  readonly #most: number;
  /** The threads of now: what was lent before a renewal does not come back. */
  #current = new Set<Thread>();

  /** @param most so many threads are kept when nothing runs */
  constructor(most: number) {
    this.#most = most;
  }

  /** Ends the threads that nothing runs in; the next run begins with new ones. */
  async renew(): Promise<void> {
    this.#current = new Set();
    await Promise.all(this.#free.splice(0).map((thread) => thread.end()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.renew();
  }

  /** What a suite left behind may bring its thread to an end when nothing runs there any more. */
  #thread(options: PoolOptions): Thread {
    const thread: Thread = new Thread(options, () => {
      const index = this.#free.indexOf(thread);
      if (index >= 0) this.#free.splice(index, 1);
    });
    this.#current.add(thread);
    return thread;
  }

  async #back(thread: Thread): Promise<void> {
    if (thread.isWell && this.#current.has(thread) && this.#free.length < this.#most) {
      this.#free.push(thread);
      return;
    }
    this.#current.delete(thread);
    await thread.end();
  }
}

class Thread {
  readonly worker: ThreadsPoolWorker;
  readonly #onOver: () => void;
  isStarted = false;
  /** Whether it is there, and the last run came to its proper end. */
  isWell = false;

  constructor(options: PoolOptions, onOver: () => void) {
    this.worker = new ThreadsPoolWorker(options);
    this.#onOver = onOver;
  }

  async start(): Promise<void> {
    if (this.isStarted) return;
    await this.worker.start();
    const over = (): void => {
      this.isWell = false;
      this.#onOver();
    };
    // Between runs nobody else listens, and an error that nobody hears ends the process.
    this.worker.on('error', over);
    this.worker.on('exit', over);
  }

  async end(): Promise<void> {
    await this.worker.stop();
  }
}

interface Lending {
  readonly take: () => Thread;
  readonly giveBack: (thread: Thread) => Promise<void>;
}

/** A thread as long as Vitest calls it its own: from `start` to `stop`. */
class Turn implements PoolWorker {
  readonly name = 'warm-threads';
  readonly #lending: Lending;
  readonly #listeners: (readonly [event: string, listener: Listener])[] = [];
  #thread: Thread | undefined;

  constructor(lending: Lending) {
    this.#lending = lending;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    this.#thread?.worker.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.#thread?.worker.off(event, listener);
  }

  send(message: WorkerRequest): void {
    const thread = this.#thread;
    if (thread === undefined) return;
    if (message.type === 'start' && thread.isStarted) return this.#answer('started');
    if (message.type === 'stop') {
      thread.isWell = true;
      return this.#answer('stopped');
    }
    if (message.type === 'start') thread.isStarted = true;
    thread.worker.send(message);
  }

  async start(): Promise<void> {
    this.#thread = this.#lending.take();
    await this.#thread.start();
    this.#thread.isWell = false;
  }

  async stop(): Promise<void> {
    const thread = this.#thread;
    if (thread === undefined) return;
    for (const [event, listener] of this.#listeners) thread.worker.off(event, listener);
    await this.#lending.giveBack(thread);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  /** Says what the thread itself would have said. */
  #answer(type: 'started' | 'stopped'): void {
    for (const [event, listener] of this.#listeners) if (event === 'message') listener({ type, __vitest_worker_response__: true });
  }
}
