// Right as well: a counter of permits and a stack of idle workers; a function a job; what cannot be copied is found out before.
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

export interface WorkerLike {
  postMessage(job: unknown): void;
  on(event: 'message', listener: (answer: Answer) => void): void;
  on(event: 'error', listener: (error: unknown) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  terminate(): Promise<number>;
}

export class WorkerPool {
  readonly start: () => WorkerLike;
  permits: number;
  line: (() => void)[] = [];
  idle: WorkerLike[] = [];
  dead = new WeakSet<WorkerLike>();
  pending = 0;
  ends: Promise<unknown>[] = [];
  closed: PromiseWithResolvers<void> | undefined;

  constructor(start: () => WorkerLike, size: number) {
    this.start = start;
    this.permits = size;
  }

  async run(job: unknown, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> {
    if (this.closed) throw new RangeError('no more');
    if (signal?.aborted) return Promise.reject(signal.reason);
    structuredClone(job);
    this.pending++;
    const aborted = Promise.withResolvers<never>();
    aborted.promise.catch(() => {});
    const onAbort = (): void => aborted.reject(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      await this.acquire(aborted.promise);
      return await this.work(job, aborted.promise, signal);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      this.pending--;
      this.lookWhetherDone();
    }
  }

  async close(): Promise<void> {
    this.closed ??= Promise.withResolvers<void>();
    if (this.pending > 0) await this.closed.promise;
    for (const worker of this.idle.splice(0)) await worker.terminate();
    await Promise.all(this.ends);
  }

  private lookWhetherDone(): void {
    if (this.pending === 0) this.closed?.resolve();
  }

  private async acquire(aborted: Promise<never>): Promise<void> {
    if (this.permits > 0) {
      this.permits--;
      return;
    }
    const turn = Promise.withResolvers<void>();
    const come = (): void => turn.resolve();
    this.line.push(come);
    try {
      await Promise.race([turn.promise, aborted]);
    } catch (reason) {
      // Its turn may have come in this very moment: then the permit goes on.
      if (this.line.includes(come)) this.line.splice(this.line.indexOf(come), 1);
      else this.release();
      throw reason;
    }
  }

  private release(): void {
    const next = this.line.shift();
    if (next) next();
    else this.permits++;
  }

  private async work(job: unknown, aborted: Promise<never>, signal: AbortSignal | undefined): Promise<unknown> {
    this.idle = this.idle.filter((one) => !this.dead.has(one));
    const worker = this.idle.pop() ?? this.start();
    const outcome = Promise.withResolvers<Answer>();
    worker.on('message', outcome.resolve);
    worker.on('error', (error) => {
      this.dead.add(worker);
      outcome.reject(error);
    });
    worker.on('exit', () => {
      this.dead.add(worker);
      outcome.reject(new Error('gone'));
    });
    outcome.promise.catch(() => {});
    try {
      if (signal?.aborted) throw signal.reason;
      worker.postMessage(job);
      const answer = await Promise.race([outcome.promise, aborted]);
      if (!this.dead.has(worker)) this.idle.push(worker);
      if (!answer.ok) throw answer.error;
      return answer.value;
    } catch (error) {
      if (signal?.aborted && !this.idle.includes(worker)) this.ends.push(worker.terminate());
      throw error;
    } finally {
      this.release();
    }
  }
}
