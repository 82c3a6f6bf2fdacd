// fails: separate
// Permits are counted outside of the class, and so of all semaphores together.
import type { Awaitable } from '@teatime/core';

let free = 0;

export class Semaphore {
  readonly #line = new Set<() => void>();

  constructor(value = 1) {
    if (value < 0) throw new RangeError(`a semaphore cannot begin with ${value} permits`);
    free = value;
  }

  async acquire({ signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const giveUp = (): void => {
      this.#line.delete(resolve);
      reject(signal?.reason);
    };
    this.#line.add(resolve);
    signal?.addEventListener('abort', giveUp);
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  release(): void {
    const [next] = this.#line;
    if (next === undefined) {
      free += 1;
      return;
    }
    this.#line.delete(next);
    next();
  }

  locked(): boolean {
    return free === 0;
  }

  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }
}

export class BoundedSemaphore extends Semaphore {
  readonly #most: number;

  constructor(value = 1) {
    super(value);
    this.#most = value;
  }

  override release(): void {
    if (free >= this.#most) throw new RangeError('this semaphore has all its permits already');
    super.release();
  }
}
