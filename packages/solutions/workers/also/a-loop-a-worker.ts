// Right as well: a loop for each worker takes from a list of jobs. All workers are started in the constructor.
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

export interface WorkerLike {
  postMessage(job: unknown): void;
  on(event: 'message', listener: (answer: Answer) => void): void;
  on(event: 'error', listener: (error: unknown) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  terminate(): Promise<number>;
}

type Settle = (outcome: Answer) => void;

interface Entry {
  readonly job: unknown;
  readonly signal: AbortSignal | undefined;
  readonly settle: Settle;
}

export class WorkerPool {
  #entries: Entry[] = [];
  #wake: (() => void)[] = [];
  #loops: Promise<void>[] = [];
  #closing = false;
  readonly #start: () => WorkerLike;

  constructor(start: () => WorkerLike, size: number) {
    this.#start = start;
    for (let i = 0; i < size; i++) this.#loops.push(this.#loop());
  }

  run(job: unknown, options?: { readonly signal?: AbortSignal }): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const signal = options?.signal;
      if (this.#closing) throw new Error('closed');
      if (signal?.aborted) throw signal.reason;
      const onAbort = (): void => entry.settle({ ok: false, error: signal?.reason });
      const entry: Entry = {
        job,
        signal,
        settle: (outcome) => {
          signal?.removeEventListener('abort', onAbort);
          this.#entries = this.#entries.filter((other) => other !== entry);
          if (outcome.ok) resolve(outcome.value);
          else reject(outcome.error);
        },
      };
      signal?.addEventListener('abort', onAbort);
      this.#entries.push(entry);
      this.#wakeAll();
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#wakeAll();
    await Promise.all(this.#loops);
  }

  #wakeAll(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  async #loop(): Promise<void> {
    let worker = this.#launch();
    for (;;) {
      const entry = this.#entries.shift();
      if (entry === undefined) {
        if (this.#closing) break;
        await new Promise<void>((resolve) => this.#wake.push(resolve));
        continue;
      }
      if (worker.gone()) worker = this.#launch();
      const isWell = await worker.does(entry);
      if (!isWell) worker = this.#launch();
    }
    await worker.end();
  }

  #launch() {
    const worker = this.#start();
    let gone = false;
    let done: ((isWell: boolean) => void) | undefined;
    let current: Entry | undefined;
    const over = (outcome: Answer, isWell: boolean): void => {
      if (!isWell) gone = true;
      current?.settle(outcome);
      current = undefined;
      done?.(isWell);
    };
    worker.on('message', (answer) => over(answer, true));
    worker.on('error', (error) => over({ ok: false, error }, false));
    worker.on('exit', (code) => over({ ok: false, error: new Error(String(code)) }, false));
    return {
      gone: () => gone,
      end: () => worker.terminate(),
      does: (entry: Entry): Promise<boolean> =>
        new Promise((resolve) => {
          const stop = (): void => {
            current = undefined;
            gone = true;
            void worker.terminate().then(() => finish(false));
          };
          const finish = (isWell: boolean): void => {
            entry.signal?.removeEventListener('abort', stop);
            resolve(isWell);
          };
          done = finish;
          try {
            worker.postMessage(entry.job);
          } catch (error) {
            entry.settle({ ok: false, error });
            finish(true);
            return;
          }
          current = entry;
          entry.signal?.addEventListener('abort', stop);
        }),
    };
  }
}
