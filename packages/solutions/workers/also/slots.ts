// Right as well: a fixed number of slots, each with a worker from its first job on; it is replaced at once when it is gone.
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

export interface WorkerLike {
  postMessage(job: unknown): void;
  on(event: 'message', listener: (answer: Answer) => void): void;
  on(event: 'error', listener: (error: unknown) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  terminate(): Promise<number>;
}

class Job {
  readonly data: unknown;
  readonly result = Promise.withResolvers<unknown>();
  slot: Slot | null = null;
  over = false;

  constructor(data: unknown) {
    this.data = data;
    this.result.promise.then(() => (this.over = true), () => (this.over = true));
  }
}

class Slot {
  worker: WorkerLike | null = null;
  job: Job | null = null;
}

export class WorkerPool {
  private readonly start: () => WorkerLike;
  private readonly slots: readonly Slot[];
  private waiting: readonly Job[] = [];
  private jobs = new Set<Job>();
  private farewell: Promise<unknown> = Promise.resolve();
  private open = true;

  constructor(start: () => WorkerLike, size: number) {
    this.start = start;
    this.slots = Array.from({ length: size }, () => new Slot());
  }

  run = (data: unknown, options: { readonly signal?: AbortSignal } = {}): Promise<unknown> => {
    const { signal } = options;
    if (!this.open) return Promise.reject(new Error('closed'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    const job = new Job(data);
    const abort = (): void => this.cancel(job, signal?.reason);
    signal?.addEventListener('abort', abort);
    this.jobs.add(job);
    this.waiting = [...this.waiting, job];
    const forget = (): void => {
      this.jobs.delete(job);
      signal?.removeEventListener('abort', abort);
    };
    job.result.promise.then(forget, forget);
    this.dispatch();
    return job.result.promise;
  };

  close = async (): Promise<void> => {
    this.open = false;
    while (this.jobs.size > 0) await Promise.allSettled(Array.from(this.jobs, (job) => job.result.promise));
    for (const slot of this.slots) this.dismiss(slot);
    await this.farewell;
  };

  private dispatch(): void {
    for (const slot of this.slots) {
      while (slot.job === null && this.waiting.length > 0) {
        const [job, ...others] = this.waiting;
        this.waiting = others;
        if (job !== undefined) this.give(slot, job);
      }
    }
  }

  private give(slot: Slot, job: Job): void {
    const worker = (slot.worker ??= this.employ(slot));
    try {
      worker.postMessage(job.data);
    } catch (error) {
      job.result.reject(error);
      return;
    }
    slot.job = job;
    job.slot = slot;
  }

  private employ(slot: Slot): WorkerLike {
    const worker = this.start();
    const current = (): boolean => slot.worker === worker;
    const vacate = (): Job | null => {
      const { job } = slot;
      slot.job = null;
      if (job) job.slot = null;
      return job;
    };
    worker.on('message', (answer) => {
      if (!current()) return;
      const job = vacate();
      if (answer.ok) job?.result.resolve(answer.value);
      else job?.result.reject(answer.error);
      queueMicrotask(() => this.dispatch());
    });
    const fail = (error: unknown): void => {
      if (!current()) return;
      slot.worker = null;
      vacate()?.result.reject(error);
      this.dispatch();
    };
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`exit ${code}`)));
    return worker;
  }

  private cancel(job: Job, reason: unknown): void {
    job.result.reject(reason);
    this.waiting = this.waiting.filter((other) => other !== job);
    if (job.slot) {
      const { slot } = job;
      slot.job = null;
      job.slot = null;
      this.dismiss(slot);
    }
    this.dispatch();
  }

  private dismiss(slot: Slot): void {
    const { worker } = slot;
    slot.worker = null;
    if (worker) this.farewell = Promise.all([this.farewell, worker.terminate()]);
  }
}
