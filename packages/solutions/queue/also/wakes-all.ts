// Right as well: whatever changes, everybody is woken and looks again, in the order of coming.
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
  readonly maxsize: number;
  #items: T[] = [];
  #sleepers: (() => void)[] = [];
  #isShut = false;
  #put = 0;
  #done = 0;

  constructor(maxsize = 0) {
    this.maxsize = maxsize;
  }

  get size(): number {
    return this.#items.length;
  }

  async put(item: T, options?: WaitOptions): Promise<void> {
    options?.signal?.throwIfAborted();
    while (!this.#isShut && !this.#hasRoom()) await this.#change(options?.signal);
    this.putNowait(item);
  }

  async get(options?: WaitOptions): Promise<T> {
    options?.signal?.throwIfAborted();
    while (!this.#isShut && this.size === 0) await this.#change(options?.signal);
    return this.getNowait();
  }

  async join(): Promise<void> {
    while (this.#done !== this.#put) await this.#change();
  }

  putNowait(item: T): void {
    if (this.#isShut) throw new QueueShutDown('no more puts');
    if (!this.#hasRoom()) throw new QueueFull(`there are ${this.size} items already`);
    this.#items = [...this.#items, item];
    this.#put += 1;
    this.#wakeAll();
  }

  getNowait(): T {
    if (this.size === 0) throw this.#isShut ? new QueueShutDown('nothing left') : new QueueEmpty('nothing here');
    const [item, ...others] = this.#items;
    this.#items = others;
    this.#wakeAll();
    return item;
  }

  taskDone(): void {
    if (this.#done === this.#put) throw new TypeError('there is nothing that could be done');
    this.#done += 1;
    this.#wakeAll();
  }

  shutdown(): void {
    this.#isShut = true;
    this.#wakeAll();
  }

  #hasRoom(): boolean {
    return this.maxsize === 0 || this.size < this.maxsize;
  }

  #wakeAll(): void {
    for (const wake of this.#sleepers.splice(0)) wake();
  }

  #change(signal?: AbortSignal): Promise<void> {
    return new Promise((wake, reject) => {
      this.#sleepers.push(wake);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  }
}
