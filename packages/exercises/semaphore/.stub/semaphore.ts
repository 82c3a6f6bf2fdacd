import type { Awaitable } from '@teatime/core';

/** Lets only so many be at work at once. Everybody else waits in line. Mirrors `asyncio.Semaphore`. */
export class Semaphore {
  /** @param value how many permits there are in the beginning */
  constructor(value = 1) {
    throw new Error('Semaphore is empty. Begin by keeping the value in a field · Semaphore 还是空的，先用一个字段记下 value');
  }

  /**
   * Takes a permit, and waits in line while there is none.
   *
   * @param options.signal ends the waiting: `acquire` then fails with its reason
   */
  async acquire(options: { readonly signal?: AbortSignal } = {}): Promise<void> {}

  /** Gives a permit back: to whoever has waited longest, if somebody waits. */
  release(): void {}

  /** Whether `acquire` would have to wait. */
  locked(): boolean {
    return false;
  }

  /** Does the work with a permit, and gives the permit back when the work has ended, well or not. Mirrors `async with`. */
  async use<T>(work: () => Awaitable<T>): Promise<T> {
    return await work();
  }
}

/** A semaphore that never has more permits than in the beginning: one `release` too many throws. */
export class BoundedSemaphore extends Semaphore {}
