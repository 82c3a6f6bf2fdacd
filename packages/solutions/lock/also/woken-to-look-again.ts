// Right as well: asyncio's own way. release frees the lock and wakes the head of the line, which stays in it until it has looked.
import type { Awaitable } from '@teatime/core';

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
}

interface Waiter {
  readonly wake: () => void;
  cancelled: boolean;
}

export class Lock {
  #locked = false;
  #waiters: Waiter[] = [];

  async acquire({ signal }: WaitOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    if (!this.#locked && this.#waiters.every(({ cancelled }) => cancelled)) {
      this.#locked = true;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = { wake: resolve, cancelled: false };
    this.#waiters.push(waiter);
    const cancel = (): void => {
      waiter.cancelled = true;
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      await promise;
      this.#locked = true;
    } catch (error) {
      waiter.cancelled = true;
      if (!this.#locked) this.#wakeUpFirst(waiter);
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.#waiters = this.#waiters.filter((other) => other !== waiter);
    }
  }

  release(): void {
    if (!this.#locked) throw new Error('Lock is not acquired.');
    this.#locked = false;
    this.#wakeUpFirst();
  }

  locked(): boolean {
    return this.#locked;
  }

  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }

  #wakeUpFirst(besides?: Waiter): void {
    this.#waiters.find((waiter) => waiter !== besides && !waiter.cancelled)?.wake();
  }
}

export class Gate {
  #value = false;
  readonly #waiters: PromiseWithResolvers<boolean>[] = [];

  isSet(): boolean {
    return this.#value;
  }

  set(): void {
    if (this.#value) return;
    this.#value = true;
    for (const { resolve } of this.#waiters) resolve(true);
  }

  clear(): void {
    this.#value = false;
  }

  async wait(options: WaitOptions = {}): Promise<void> {
    options.signal?.throwIfAborted();
    if (this.#value) return;
    const waiter = Promise.withResolvers<boolean>();
    this.#waiters.push(waiter);
    const cancel = (): void => waiter.reject(options.signal?.reason);
    options.signal?.addEventListener('abort', cancel);
    try {
      await waiter.promise;
    } finally {
      options.signal?.removeEventListener('abort', cancel);
      this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
    }
  }
}

export interface Jar {
  read(): Awaitable<number>;
  write(coins: number): Awaitable<void>;
}

/** A lock for each jar, whoever looks after it. */
const locks = new WeakMap<Jar, Lock>();

export class TeaFund {
  readonly #jar: Jar;

  constructor(jar: Jar) {
    this.#jar = jar;
    if (!locks.has(jar)) locks.set(jar, new Lock());
  }

  async add(coins: number): Promise<number> {
    const lock = locks.get(this.#jar);
    await lock?.acquire();
    try {
      let sum = await this.#jar.read();
      sum += coins;
      await this.#jar.write(sum);
      return sum;
    } finally {
      lock?.release();
    }
  }

  async total(): Promise<number> {
    // What was called before is done; what comes later may come now.
    await locks.get(this.#jar)?.use(async () => undefined);
    return await this.#jar.read();
  }
}
