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

/** A few workers, and jobs for them that wait in line. Mirrors `concurrent.futures.ProcessPoolExecutor` with `loop.run_in_executor`. */
export class WorkerPool {
  /**
   * @param start starts a worker
   * @param size how many workers there may be at once: 1 or more
   */
  constructor(start: () => WorkerLike, size: number) {
    throw new Error('WorkerPool is empty. Begin by keeping start and size in fields · WorkerPool 还是空的，先用字段记下 start 和 size');
  }

  /**
   * Has a job done by a worker, and waits in line while all are busy.
   *
   * @param options.signal ends the waiting, and the worker that is at it: `run` then fails with its reason
   */
  async run(job: unknown, options: { readonly signal?: AbortSignal } = {}): Promise<unknown> {
    return undefined;
  }

  /** Takes no more jobs, finishes those that it has, and ends the workers. */
  async close(): Promise<void> {}
}
