// Right as well: a count that goes below zero, by one for everybody who waits, as Dijkstra had it.
import type { Awaitable } from '@teatime/core';

export class Semaphore {
  #count: number;
  readonly #line: PromiseWithResolvers<void>[] = [];

  constructor(value = 1) {
    if (!(value >= 0)) throw new RangeError(String(value));
    this.#count = value;
  }

  acquire(options?: { readonly signal?: AbortSignal }): Promise<void> {
    const signal = options?.signal;
    if (signal?.aborted) return Promise.reject(signal.reason);
    this.#count -= 1;
    if (this.#count >= 0) return Promise.resolve();
    const waiter = Promise.withResolvers<void>();
    this.#line.push(waiter);
    if (signal !== undefined) {
      const leave = (): void => {
        this.#line.splice(this.#line.indexOf(waiter), 1);
        this.#count += 1;
        waiter.reject(signal.reason);
      };
      signal.addEventListener('abort', leave);
      const { resolve } = waiter;
      waiter.resolve = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
    }
    return waiter.promise;
  }

  release(): void {
    this.#count += 1;
    this.#line.shift()?.resolve();
  }

  locked(): boolean {
    return this.#count <= 0;
  }

  use<T>(work: () => Awaitable<T>): Promise<T> {
    return this.acquire()
      .then(() => work())
      .finally(() => this.release());
  }
}

export class BoundedSemaphore extends Semaphore {
  #out = 0;

  override async acquire(options?: { readonly signal?: AbortSignal }): Promise<void> {
    await super.acquire(options);
    this.#out += 1;
  }

  override release(): void {
    if (this.#out === 0) throw new Error('nobody has a permit of this semaphore');
    this.#out -= 1;
    super.release();
  }
}
