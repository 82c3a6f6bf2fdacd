// fails: no-more-than-size, one-at-a-time-each, worker-dies, cancelled-at-work, cancelled-in-line, ends-in-silence, close-in-trouble, in-one-breath
// Hands each job to the next worker at once, whether it is busy or not.
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

export interface WorkerLike {
  postMessage(job: unknown): void;
  on(event: 'message', listener: (answer: Answer) => void): void;
  on(event: 'error', listener: (error: unknown) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  terminate(): Promise<number>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

interface Slot {
  readonly worker: WorkerLike;
  readonly waiting: Waiting[];
}

export class WorkerPool {
  readonly #slots: Slot[];
  #next = 0;
  #open: Promise<unknown>[] = [];
  #isClosed = false;

  constructor(start: () => WorkerLike, size: number) {
    this.#slots = Array.from({ length: size }, () => {
      const slot: Slot = { worker: start(), waiting: [] };
      slot.worker.on('message', (answer: Answer) => {
        const first = slot.waiting.shift();
        if (answer.ok) first?.resolve(answer.value);
        else first?.reject(answer.error);
      });
      slot.worker.on('error', (error) => slot.waiting.shift()?.reject(error));
      return slot;
    });
  }

  run(job: unknown, _options: { readonly signal?: AbortSignal } = {}): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new Error('closed'));
    const slot = this.#slots[this.#next++ % this.#slots.length];
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    slot?.worker.postMessage(job);
    slot?.waiting.push({ resolve, reject });
    this.#open.push(promise);
    return promise;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#open);
    await Promise.all(this.#slots.map(({ worker }) => worker.terminate()));
  }
}
