// fails: get-waits, backpressure, getters-in-line, putters-in-line, given-up, join, shutdown-wakes, never-too-full, nothing-lost
// Looks every ten milliseconds whether something has changed.
import { sleep } from '@teatime/core';

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
  readonly #items: T[] = [];
  #unfinished = 0;
  #isShut = false;

  constructor(maxsize = 0) {
    this.maxsize = maxsize;
  }

  get size(): number {
    return this.#items.length;
  }

  async put(item: T, { signal }: WaitOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    while (this.#isFull() && !this.#isShut) await sleep(10, { signal });
    this.putNowait(item);
  }

  async get({ signal }: WaitOptions = {}): Promise<T> {
    signal?.throwIfAborted();
    while (this.size === 0 && !this.#isShut) await sleep(10, { signal });
    return this.getNowait();
  }

  putNowait(item: T): void {
    if (this.#isShut) throw new QueueShutDown();
    if (this.#isFull()) throw new QueueFull();
    this.#items.push(item);
    this.#unfinished += 1;
  }

  getNowait(): T {
    if (this.size === 0) throw this.#isShut ? new QueueShutDown() : new QueueEmpty();
    const [item] = this.#items.splice(0, 1);
    return item;
  }

  taskDone(): void {
    if (this.#unfinished === 0) throw new Error('too often');
    this.#unfinished -= 1;
  }

  async join(): Promise<void> {
    while (this.#unfinished > 0) await sleep(10);
  }

  shutdown(): void {
    this.#isShut = true;
  }

  #isFull(): boolean {
    return this.maxsize > 0 && this.size >= this.maxsize;
  }
}
