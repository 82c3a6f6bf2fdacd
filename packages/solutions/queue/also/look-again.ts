// Right as well: asyncio's own way. Items lie in the queue; who is woken looks again, and in vain waits again.
export class QueueEmpty extends Error {
  override readonly name = 'QueueEmpty';
}

export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

export class QueueShutDown extends Error {
  override readonly name = 'QueueShutDown';
}

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
}

export class Queue<T> {
  readonly #maxsize: number;
  #items: T[] = [];
  #getters: Sleeper[] = [];
  #putters: Sleeper[] = [];
  #joiners: Sleeper[] = [];
  #unfinished = 0;
  #isShut = false;

  constructor(maxsize = 0) {
    this.#maxsize = maxsize;
  }

  get size(): number {
    return this.#items.length;
  }

  async put(item: T, { signal }: WaitOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    while (this.#isFull() && !this.#isShut) await this.#sleep(this.#putters, signal, () => !this.#isFull());
    this.putNowait(item);
  }

  putNowait(item: T): void {
    if (this.#isShut) throw new QueueShutDown();
    if (this.#isFull()) throw new QueueFull();
    this.#items.push(item);
    this.#unfinished += 1;
    wakeNext(this.#getters);
  }

  async get({ signal }: WaitOptions = {}): Promise<T> {
    signal?.throwIfAborted();
    while (this.#items.length === 0 && !this.#isShut) await this.#sleep(this.#getters, signal, () => this.#items.length > 0);
    return this.getNowait();
  }

  getNowait(): T {
    if (this.#items.length === 0) throw this.#isShut ? new QueueShutDown() : new QueueEmpty();
    const [item] = this.#items.splice(0, 1);
    wakeNext(this.#putters);
    return item;
  }

  taskDone(): void {
    if (this.#unfinished === 0) throw new Error('taskDone() called too many times');
    this.#unfinished -= 1;
    if (this.#unfinished === 0) while (this.#joiners.length > 0) wakeNext(this.#joiners);
  }

  async join(): Promise<void> {
    if (this.#unfinished > 0) await this.#sleep(this.#joiners, undefined, () => false);
  }

  shutdown(): void {
    this.#isShut = true;
    while (this.#getters.length > 0) wakeNext(this.#getters);
    while (this.#putters.length > 0) wakeNext(this.#putters);
  }

  #isFull(): boolean {
    return this.#maxsize > 0 && this.#items.length >= this.#maxsize;
  }

  async #sleep(line: Sleeper[], signal: AbortSignal | undefined, isPossible: () => boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sleeper: Sleeper = { wake: resolve };
    const stop = (): void => reject(signal?.reason);
    line.push(sleeper);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', stop);
      const place = line.indexOf(sleeper);
      if (place >= 0) line.splice(place, 1);
    }
    // Woken, and stopped before it could go on: the turn goes to the next in line.
    if (signal?.aborted) {
      if (isPossible()) wakeNext(line);
      throw signal.reason;
    }
  }
}

interface Sleeper {
  readonly wake: () => void;
}

function wakeNext(line: Sleeper[]): void {
  line.shift()?.wake();
}
