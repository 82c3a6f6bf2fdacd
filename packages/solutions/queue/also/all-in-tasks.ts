// Right as well: every put, get and join is a task, and each of them has a task of the library to wait with.
import { coroutine, createTask } from '@teatime/core';

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
  readonly #items: T[] = [];
  readonly #takers: Post<T>[] = [];
  readonly #bringers: { readonly item: T; readonly post: Post<undefined> }[] = [];
  #joiners: Post<undefined>[] = [];
  #open = 0;
  #state: 'open' | 'shut' = 'open';

  constructor(maxsize?: number) {
    this.#maxsize = maxsize || Infinity;
  }

  get size(): number {
    return this.#items.length;
  }

  async put(item: T, options?: WaitOptions): Promise<void> {
    await createTask(this.#put(item, options?.signal));
  }

  async get(options?: WaitOptions): Promise<T> {
    return await createTask(this.#get(options?.signal));
  }

  async join(): Promise<void> {
    await createTask(this.#join());
  }

  readonly #put = coroutine(async (item: T, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    if (this.#state === 'shut' || this.size < this.#maxsize) return this.putNowait(item);
    const post = new Post<undefined>();
    const bringer = { item, post };
    this.#bringers.push(bringer);
    await createTask(post.wait(signal, () => take(this.#bringers, bringer)));
  });

  readonly #get = coroutine(async (signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted();
    if (this.#state === 'shut' || this.size > 0) return this.getNowait();
    const post = new Post<T>();
    this.#takers.push(post);
    return await createTask(post.wait(signal, () => take(this.#takers, post)));
  });

  readonly #join = coroutine(async (): Promise<void> => {
    while (this.#open > 0) {
      const post = new Post<undefined>();
      this.#joiners.push(post);
      await createTask(post.wait(undefined, () => {}));
    }
  });

  putNowait(item: T): void {
    if (this.#state === 'shut') throw new QueueShutDown();
    if (this.size >= this.#maxsize) throw new QueueFull();
    this.#bring(item);
  }

  getNowait(): T {
    if (this.size === 0) throw this.#state === 'shut' ? new QueueShutDown() : new QueueEmpty();
    const [item] = this.#items.splice(0, 1);
    const bringer = this.#bringers.shift();
    if (bringer) {
      this.#bring(bringer.item);
      bringer.post.send(undefined);
    }
    return item;
  }

  taskDone(): void {
    if (this.#open < 1) throw new RangeError('nothing is unfinished');
    if (--this.#open > 0) return;
    const joiners = this.#joiners;
    this.#joiners = [];
    for (const joiner of joiners) joiner.send(undefined);
  }

  shutdown(): void {
    this.#state = 'shut';
    for (const post of [...this.#takers.splice(0), ...this.#bringers.splice(0).map(({ post }) => post)]) post.fail(new QueueShutDown());
  }

  #bring(item: T): void {
    this.#open++;
    const taker = this.#takers.shift();
    if (taker) taker.send(item);
    else this.#items.push(item);
  }
}

function take<V>(list: V[], value: V): void {
  const place = list.indexOf(value);
  if (place !== -1) list.splice(place, 1);
}

/** Where something will arrive. */
class Post<V> {
  send: (value: V) => void = () => {};
  fail: (reason: unknown) => void = () => {};
  readonly #arrival = new Promise<V>((resolve, reject) => {
    this.send = resolve;
    this.fail = reject;
  });

  readonly wait = coroutine(async (signal: AbortSignal | undefined, leave: () => void): Promise<V> => {
    signal?.addEventListener('abort', () => {
      leave();
      this.fail(signal.reason);
    });
    return await this.#arrival;
  });
}
