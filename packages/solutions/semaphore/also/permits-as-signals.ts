// Right as well: a permit comes as a signal, and AbortSignal.any waits for it and for the caller's own.
import type { Awaitable } from '@teatime/core';

export class Semaphore {
  protected free: number;
  #line: AbortController[] = [];

  constructor(value = 1) {
    if (value < 0) throw new RangeError(`${value} permits`);
    this.free = value;
  }

  acquire(options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    const { signal = new AbortController().signal } = options;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (this.free > 0) return resolve(void (this.free -= 1));
      const permit = new AbortController();
      this.#line.push(permit);
      AbortSignal.any([permit.signal, signal]).addEventListener('abort', () => {
        this.#line = this.#line.filter((other) => other !== permit);
        if (permit.signal.aborted) resolve();
        else reject(signal.reason);
      });
    });
  }

  release(): void {
    const next = this.#line.at(0);
    if (next) next.abort();
    else this.free += 1;
  }

  locked(): boolean {
    return this.free < 1;
  }

  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await this.acquire();
    using permit = new DisposableStack();
    permit.defer(() => this.release());
    return await work();
  }
}

export class BoundedSemaphore extends Semaphore {
  readonly #most: number;

  constructor(most = 1) {
    super(most);
    this.#most = most;
  }

  override release(): void {
    if (this.free === this.#most) throw new Error('too many');
    super.release();
  }
}
