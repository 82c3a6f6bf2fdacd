// Right as well: all in tasks, which begin a tick late; the lock as something to be disposed of; numbers, as at a counter.
import { coroutine, createTask, type Awaitable } from '@teatime/core';

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
}

export class Lock {
  #drawn = 0;
  #called = 0;
  readonly #held = new Map<number, () => void>();
  readonly #gone = new Set<number>();

  async acquire(options: WaitOptions = {}): Promise<void> {
    await createTask(this.#take(options.signal));
  }

  readonly #take = coroutine(async (signal: AbortSignal | undefined): Promise<void> => {
    if (signal?.aborted) throw signal.reason;
    const number = this.#drawn++;
    if (number === this.#called) return;
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        this.#gone.add(number);
        this.#held.delete(number);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#held.set(number, () => {
        signal?.removeEventListener('abort', leave);
        this.#held.delete(number);
        resolve();
      });
    });
  });

  release(): void {
    if (this.#drawn === this.#called) throw new RangeError('nobody has a number');
    do this.#called += 1;
    while (this.#gone.delete(this.#called));
    this.#held.get(this.#called)?.();
  }

  locked(): boolean {
    return this.#drawn > this.#called;
  }

  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await using _held = await this.#hold();
    return await work();
  }

  async #hold(): Promise<AsyncDisposable> {
    await this.acquire();
    return { [Symbol.asyncDispose]: async () => this.release() };
  }
}

export class Gate {
  #tasks = new Set<() => void>();
  #open = false;

  set(): void {
    this.#open = true;
    const goOn = [...this.#tasks];
    this.#tasks = new Set();
    goOn.reverse().forEach((resolve) => resolve());
  }

  clear(): void {
    this.#open = false;
  }

  isSet(): boolean {
    return this.#open;
  }

  async wait(options: WaitOptions = {}): Promise<void> {
    await createTask(this.#wait(options.signal));
  }

  readonly #wait = coroutine(async (signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted) throw signal.reason;
    if (this.#open) return;
    await new Promise<void>((resolve, reject) => {
      const stop = new AbortController();
      const goOn = (): void => {
        stop.abort();
        resolve();
      };
      this.#tasks.add(goOn);
      signal?.addEventListener('abort', () => (this.#tasks.delete(goOn), reject(signal.reason)), { signal: stop.signal });
    });
  });
}

export interface Jar {
  read(): Awaitable<number>;
  write(coins: number): Awaitable<void>;
}

export class TeaFund {
  readonly lock = new Lock();
  readonly read: () => Awaitable<number>;
  readonly write: (coins: number) => Awaitable<void>;

  constructor({ read, write }: Jar) {
    this.read = read;
    this.write = write;
  }

  readonly #add = coroutine(
    async (coins: number) =>
      await this.lock.use(async () => {
        const sum = (await this.read()) + coins;
        return (await this.write(sum), sum);
      }),
  );

  readonly #total = coroutine(async () => await this.lock.use(this.read));

  async add(coins: number): Promise<number> {
    return await createTask(this.#add(coins));
  }

  async total(): Promise<number> {
    return await createTask(this.#total());
  }
}
