// Right as well: asyncio's own way. release frees the permit and wakes the head of the line, which stays in it until it has looked.
import type { Awaitable } from '@teatime/core';

interface Waiter {
  readonly wake: () => void;
  woken: boolean;
}

export class Semaphore {
  protected value: number;
  #line: Waiter[] = [];

  constructor(value = 1) {
    if (value < 0) throw new RangeError('the initial value must not be below 0');
    this.value = value;
  }

  async acquire(options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    const { signal } = options;
    signal?.throwIfAborted();
    if (!this.locked()) {
      this.value -= 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = { wake: resolve, woken: false };
    this.#line.push(waiter);
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      await promise;
      this.value -= 1;
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#line = this.#line.filter((other) => other !== waiter);
      this.#wakeNext();
    }
  }

  release(): void {
    this.value += 1;
    this.#wakeNext();
  }

  /** Who comes now stands behind those who wait, also when a permit lies ready for them. */
  locked(): boolean {
    return this.value === 0 || this.#line.length > 0;
  }

  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }

  /** Wakes as many as there are permits for. */
  #wakeNext(): void {
    for (const waiter of this.#line.slice(0, this.value)) {
      if (waiter.woken) continue;
      waiter.woken = true;
      waiter.wake();
    }
  }
}

export class BoundedSemaphore extends Semaphore {
  readonly #bound: number;

  constructor(value = 1) {
    super(value);
    this.#bound = value;
  }

  override release(): void {
    if (this.value >= this.#bound) throw new Error('BoundedSemaphore released too many times');
    super.release();
  }
}
