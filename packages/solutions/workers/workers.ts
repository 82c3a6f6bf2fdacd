/** What a worker sends back for a job: the result, or the error that the job failed with. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

/** A thread of its own. A `Worker` of `node:worker_threads` is one; the checks give you others, which you treat alike. */
export interface WorkerLike {
  /** Sends a copy of the job to the worker. @throws DataCloneError when it cannot be copied */
  postMessage(job: unknown): void;
  /** The job has been done. */
  on(event: 'message', listener: (answer: Answer) => void): void;
  /** The worker has died, of this error. 'exit' follows. */
  on(event: 'error', listener: (error: unknown) => void): void;
  /** The worker is gone: dead, terminated, or ended by itself. */
  on(event: 'exit', listener: (code: number) => void): void;
  /** Ends the worker, in the middle of a job if need be. Resolves when it is gone. */
  terminate(): Promise<number>;
}

/** A job that somebody waits for. */
interface Order {
  readonly job: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** A few workers, and jobs for them that wait in line. Mirrors `concurrent.futures.ProcessPoolExecutor` with `loop.run_in_executor`. */
export class WorkerPool {
  readonly #start: () => WorkerLike;
  readonly #size: number;
  /** Jobs that no worker has, the oldest first. */
  readonly #line = new Set<Order>();
  /** Workers that are there: with nothing to do, and at work. One that was told to end is neither. */
  readonly #idle = new Set<WorkerLike>();
  readonly #busy = new Map<WorkerLike, Order>();
  /** Calls of `run` that have not settled, and workers that are not gone yet: `close` waits for both. */
  readonly #open = new Set<Promise<unknown>>();
  readonly #ending = new Set<Promise<unknown>>();
  #isClosed = false;

  /**
   * @param start starts a worker
   * @param size how many workers there may be at once: 1 or more
   */
  constructor(start: () => WorkerLike, size: number) {
    this.#start = start;
    this.#size = size;
  }

  /**
   * Has a job done by a worker, and waits in line while all are busy.
   *
   * @param options.signal ends the waiting, and the worker that is at it: `run` then fails with its reason
   */
  async run(job: unknown, { signal }: { readonly signal?: AbortSignal } = {}): Promise<unknown> {
    if (this.#isClosed) throw new Error('this pool is closed');
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const order: Order = { job, resolve, reject };
    const giveUp = (): void => {
      reject(signal?.reason);
      this.#drop(order);
    };
    signal?.addEventListener('abort', giveUp);
    this.#open.add(promise);
    this.#line.add(order);
    this.#next();
    try {
      return await promise;
    } finally {
      this.#open.delete(promise);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  /** Takes no more jobs, finishes those that it has, and ends the workers. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#open);
    for (const worker of this.#idle) this.#end(worker);
    await Promise.allSettled(this.#ending);
  }

  /** Gives out jobs for as long as there is somebody to do them. */
  #next(): void {
    for (const order of this.#line) {
      const worker = this.#free();
      if (worker === undefined) return;
      this.#line.delete(order);
      try {
        worker.postMessage(order.job);
        this.#idle.delete(worker);
        this.#busy.set(worker, order);
      } catch (error) {
        // It cannot be copied. Nothing has happened to the worker.
        order.reject(error);
      }
    }
  }

  /** A worker with nothing to do, new if need be; undefined while all that there may be are busy. */
  #free(): WorkerLike | undefined {
    const { value: idle } = this.#idle.values().next();
    if (idle !== undefined || this.#busy.size >= this.#size) return idle;
    const worker = this.#start();
    this.#idle.add(worker);
    worker.on('message', (answer) => {
      const order = this.#busy.get(worker);
      if (order === undefined) return;
      this.#busy.delete(worker);
      this.#idle.add(worker);
      if (answer.ok) order.resolve(answer.value);
      else order.reject(answer.error);
      this.#next();
    });
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', (code) => this.#lose(worker, new Error(`the worker ended with code ${code}`)));
    return worker;
  }

  /** The worker is gone. Of those that died, 'error' tells first; of those that were told to end, nothing is left to do. */
  #lose(worker: WorkerLike, error: unknown): void {
    this.#busy.get(worker)?.reject(error);
    this.#busy.delete(worker);
    this.#idle.delete(worker);
    this.#next();
  }

  /** Nobody waits for it any more. */
  #drop(order: Order): void {
    this.#line.delete(order);
    for (const [worker, job] of this.#busy) if (job === order) this.#end(worker);
    this.#next();
  }

  #end(worker: WorkerLike): void {
    this.#idle.delete(worker);
    this.#busy.delete(worker);
    const gone = worker.terminate().finally(() => this.#ending.delete(gone));
    this.#ending.add(gone);
  }
}
