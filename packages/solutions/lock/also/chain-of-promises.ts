// Right as well: whoever comes waits for the promise of the one before, and leaves one for the next. Who gives up passes it on.
import type { Awaitable } from '@teatime/core';

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
}

export class Lock {
  #last: Promise<void> = Promise.resolve();
  #done: (() => void) | undefined;
  #free = true;

  async acquire(options?: WaitOptions): Promise<void> {
    const signal = options?.signal;
    signal?.throwIfAborted();
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    this.#free = false;
    try {
      await unlessAborted(before, signal);
    } catch (error) {
      void before.then(() => {
        if (this.#last === promise) this.#free = true;
        resolve();
      });
      throw error;
    }
    this.#done = () => {
      if (this.#last === promise) this.#free = true;
      resolve();
    };
  }

  release(): void {
    if (this.#done === undefined) throw new Error('nobody holds this lock');
    const done = this.#done;
    this.#done = undefined;
    done();
  }

  locked(): boolean {
    return !this.#free;
  }

  use<T>(work: () => Awaitable<T>): Promise<T> {
    return this.acquire()
      .then(() => work())
      .finally(() => this.release());
  }
}

export class Gate {
  #opened = Promise.withResolvers<void>();
  #open = false;

  set(): void {
    this.#open = true;
    this.#opened.resolve();
  }

  clear(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#opened = Promise.withResolvers<void>();
  }

  isSet(): boolean {
    return this.#open;
  }

  wait({ signal }: WaitOptions = {}): Promise<void> {
    return unlessAborted(this.#opened.promise, signal);
  }
}

/** The promise, or the reason of the signal if that aborts before. */
function unlessAborted(promise: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return promise;
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    void promise.then(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}

export interface Jar {
  read(): Awaitable<number>;
  write(coins: number): Awaitable<void>;
}

export class TeaFund {
  readonly jar: Jar;
  /** What was done last, however it ended. It needs no Lock. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(jar: Jar) {
    this.jar = jar;
  }

  add(coins: number): Promise<number> {
    return this.#next(async () => {
      const sum = coins + (await this.jar.read());
      await this.jar.write(sum);
      return sum;
    });
  }

  total(): Promise<number> {
    return this.#next(() => this.jar.read());
  }

  #next<T>(work: () => Awaitable<T>): Promise<T> {
    const result = this.#last.then(() => work());
    this.#last = result.catch(() => undefined);
    return result;
  }
}
