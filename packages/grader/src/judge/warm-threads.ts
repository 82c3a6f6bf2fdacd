import { type PoolRunnerInitializer, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = Parameters<PoolWorker['on']>[1];

/**
 * Vitest's own threads, which outlive a run: to start one takes longer than most suites. Vitest starts and stops what it
 * takes for a thread of its own; the thread behind it hears of the first start and of the end only.
 */
export class WarmThreads implements AsyncDisposable {
  /** What Vitest takes as its pool. */
  readonly pool: PoolRunnerInitializer = {
    name: 'warm-threads',
    createPoolWorker: (options) => new Turn(this.#free.pop() ?? new Thread(new ThreadsPoolWorker(options)), (thread) => this.#back(thread)),
  };
  readonly #free: Thread[] = [];
  readonly #most: number;

  /** @param most so many threads are kept when nothing runs */
  constructor(most: number) {
    this.#most = most;
  }

  /** Ends the threads that nothing runs in; the next run begins with new ones. */
  async renew(): Promise<void> {
    await Promise.all(this.#free.splice(0).map((thread) => thread.end()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.renew();
  }

  async #back(thread: Thread): Promise<void> {
    if (thread.isWell && this.#free.length < this.#most) this.#free.push(thread);
    else await thread.end();
  }
}

class Thread {
  readonly worker: ThreadsPoolWorker;
  isStarted = false;
  /** Whether the last run came to its proper end. */
  isWell = false;

  constructor(worker: ThreadsPoolWorker) {
    this.worker = worker;
  }

  async start(): Promise<void> {
    await this.worker.start();
    const lost = (): void => void (this.isWell = false);
    // Between runs nobody else listens, and an error that nobody hears ends the process.
    this.worker.on('error', lost);
    this.worker.on('exit', lost);
  }

  async end(): Promise<void> {
    await this.worker.stop();
  }
}

/** A thread as long as Vitest calls it its own. */
class Turn implements PoolWorker {
  readonly name = 'warm-threads';
  readonly #thread: Thread;
  readonly #giveBack: (thread: Thread) => Promise<void>;
  readonly #listeners: (readonly [event: string, listener: Listener])[] = [];

  constructor(thread: Thread, giveBack: (thread: Thread) => Promise<void>) {
    this.#thread = thread;
    this.#giveBack = giveBack;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    this.#thread.worker.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.#thread.worker.off(event, listener);
  }

  send(message: WorkerRequest): void {
    if (message.type === 'start' && this.#thread.isStarted) return this.#answer('started');
    if (message.type === 'stop') {
      this.#thread.isWell = true;
      return this.#answer('stopped');
    }
    if (message.type === 'start') this.#thread.isStarted = true;
    this.#thread.worker.send(message);
  }

  async start(): Promise<void> {
    if (!this.#thread.isStarted) await this.#thread.start();
    this.#thread.isWell = false;
  }

  async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners) this.#thread.worker.off(event, listener);
    await this.#giveBack(this.#thread);
  }

  deserialize(data: unknown): unknown {
    return this.#thread.worker.deserialize(data);
  }

  /** Says what the thread itself would have said. */
  #answer(type: 'started' | 'stopped'): void {
    for (const [event, listener] of this.#listeners) if (event === 'message') listener({ type, __vitest_worker_response__: true });
  }
}
