import type { Awaitable } from '@teatime/core';

/** Lets only so many be at work at once. Everybody else waits in line. Mirrors `asyncio.Semaphore`. */
export class Semaphore {
  /** Permits that nobody has. While somebody waits, there are none. */
  protected free: number;
  /** Who waits, the longest first: a call hands over a permit. */
  readonly #line = new Set<() => void>();

  /** @param value how many permits there are in the beginning */
  constructor(value = 1) {
    if (value < 0) throw new RangeError(`a semaphore cannot begin with ${value} permits`);
    this.free = value;
  }

  /**
   * Takes a permit, and waits in line while there is none.
   *
   * @param options.signal ends the waiting: `acquire` then fails with its reason
   */
  async acquire({ signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    signal?.throwIfAborted();
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const letIn = (): void => resolve(undefined);
    const giveUp = (): void => {
      this.#line.delete(letIn);
      // Does nothing when the permit was handed over a moment ago: the caller has it, and will give it back.
      reject(signal?.reason);
    };
    this.#line.add(letIn);
    signal?.addEventListener('abort', giveUp);
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  /** Gives a permit back: to whoever has waited longest, if somebody waits. */
  release(): void {
    const { value: next } = this.#line.values().next();
    if (next === undefined) {
      this.free += 1;
      return;
    }
    // Handed over, not freed: nobody who comes between can take it.
    this.#line.delete(next);
    next();
  }

  /** Whether `acquire` would have to wait. */
  locked(): boolean {
    return this.free === 0;
  }

  /** Does the work with a permit, and gives the permit back when the work has ended, well or not. Mirrors `async with`. */
  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }
}

/** A semaphore that never has more permits than in the beginning: one `release` too many throws. */
export class BoundedSemaphore extends Semaphore {
  readonly #most: number;

  constructor(value = 1) {
    super(value);
    this.#most = value;
  }

  override release(): void {
    if (this.free >= this.#most) throw new RangeError('this semaphore has all its permits already');
    super.release();
  }
}
