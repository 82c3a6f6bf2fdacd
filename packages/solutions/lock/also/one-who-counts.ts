// Right as well: in the fund one loop alone touches the jar, and takes orders; lock and gate wait for signals.
import type { Awaitable } from '@teatime/core';

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Waits for the one signal, unless the other one aborts before. */
function heard(go: AbortSignal, signal = new AbortController().signal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (go.aborted) return resolve();
    AbortSignal.any([signal, go]).addEventListener('abort', () => (signal.aborted && !go.aborted ? reject(signal.reason) : resolve()));
  });
}

export class Lock {
  #holder: AbortController | null = null;
  #line: AbortController[] = [];

  acquire({ signal }: WaitOptions = {}): Promise<void> {
    const me = new AbortController();
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#holder === null) {
      this.#holder = me;
      return Promise.resolve();
    }
    this.#line = [...this.#line, me];
    const leave = (): void => {
      if (me !== this.#holder) this.#line = this.#line.filter((other) => other !== me);
    };
    signal?.addEventListener('abort', leave);
    return heard(me.signal, signal);
  }

  release(): void {
    if (!this.#holder) throw new TypeError('free already');
    const [next = null, ...others] = this.#line;
    this.#holder = next;
    this.#line = others;
    next?.abort();
  }

  locked(): boolean {
    return this.#holder !== null;
  }

  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await this.acquire();
    using held = new DisposableStack();
    held.defer(() => this.release());
    return await work();
  }
}

export class Gate {
  #opening = new AbortController();

  set(): void {
    this.#opening.abort();
  }

  clear(): void {
    if (this.isSet()) this.#opening = new AbortController();
  }

  isSet(): boolean {
    return this.#opening.signal.aborted;
  }

  wait(options?: WaitOptions): Promise<void> {
    return heard(this.#opening.signal, options?.signal);
  }
}

export interface Jar {
  read(): Awaitable<number>;
  write(coins: number): Awaitable<void>;
}

interface Order {
  readonly coins: number;
  readonly done: PromiseWithResolvers<number>;
}

export class TeaFund {
  readonly #jar: Jar;
  readonly #orders: Order[] = [];
  #atWork = false;

  constructor(jar: Jar) {
    this.#jar = jar;
  }

  add(coins: number): Promise<number> {
    return this.#order(coins);
  }

  /** No coins: nothing to write. */
  total(): Promise<number> {
    return this.#order(0);
  }

  #order(coins: number): Promise<number> {
    const done = Promise.withResolvers<number>();
    this.#orders.push({ coins, done });
    if (!this.#atWork) void this.#work();
    return done.promise;
  }

  async #work(): Promise<void> {
    this.#atWork = true;
    for (let order = this.#orders.shift(); order; order = this.#orders.shift()) {
      try {
        const sum = (await this.#jar.read()) + order.coins;
        if (order.coins !== 0) await this.#jar.write(sum);
        order.done.resolve(sum);
      } catch (error) {
        order.done.reject(error);
      }
    }
    this.#atWork = false;
  }
}
