/** There is nothing to take, and `getNowait` does not wait. */
export class QueueEmpty extends Error {
  override readonly name = 'QueueEmpty';
}

/** There is no room, and `putNowait` does not wait. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/** The queue was shut down: nothing comes in any more, and there is nothing left to take. */
export class QueueShutDown extends Error {
  override readonly name = 'QueueShutDown';
}

/** What ends waiting before its time. */
export interface WaitOptions {
  /** Whoever waits leaves the line when it aborts, and `put` or `get` fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Somebody in a line. */
type Waiter<T> = PromiseWithResolvers<T>;

/** Somebody who waits for room, with what is to come in. */
interface Putter<T> extends Waiter<undefined> {
  readonly item: T;
}

/** First in, first out, as `asyncio.Queue`; items go from hand to hand: nobody waits while there is something to take. */
export class Queue<T> {
  readonly maxsize: number;
  readonly #items: T[] = [];
  // A Set keeps the order of coming, and lets somebody leave from the middle.
  readonly #getters = new Set<Waiter<T>>();
  readonly #putters = new Set<Putter<T>>();
  readonly #joiners = new Set<Waiter<undefined>>();
  #unfinished = 0;
  #isShut = false;

  /** @param maxsize how many items there is room for; 0: for any number */
  constructor(maxsize = 0) {
    this.maxsize = maxsize;
  }

  /** How many items are in the queue now. Those that still wait to get in do not count. */
  get size(): number {
    return this.#items.length;
  }

  /**
   * Puts an item in, and waits for room where there is none.
   *
   * @throws QueueShutDown, or the signal's reason
   */
  async put(item: T, { signal }: WaitOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    if (this.#isFull() && !this.#isShut) {
      const putter: Putter<T> = { item, ...Promise.withResolvers<undefined>() };
      await standIn(this.#putters, putter, signal);
    } else {
      this.putNowait(item);
    }
  }

  /**
   * Takes the item that has been in longest, and waits for one where there is none.
   *
   * @throws QueueShutDown, or the signal's reason
   */
  async get({ signal }: WaitOptions = {}): Promise<T> {
    signal?.throwIfAborted();
    if (this.#isShut || this.size > 0) return this.getNowait();
    return await standIn(this.#getters, Promise.withResolvers<T>(), signal);
  }

  /** Puts an item in at once. @throws QueueFull, or QueueShutDown */
  putNowait(item: T): void {
    if (this.#isShut) throw new QueueShutDown();
    if (this.#isFull()) throw new QueueFull();
    this.#enter(item);
  }

  /** Takes an item at once. @throws QueueEmpty, or QueueShutDown */
  getNowait(): T {
    if (this.size === 0) throw this.#isShut ? new QueueShutDown() : new QueueEmpty();
    const item = this.#items[0];
    this.#items.shift();
    const putter = firstOf(this.#putters);
    if (putter) {
      this.#enter(putter.item);
      putter.resolve(undefined);
    }
    return item;
  }

  /** Tells that one of the items that were taken is dealt with. @throws RangeError when there are no more of them */
  taskDone(): void {
    if (this.#unfinished === 0) throw new RangeError('taskDone was called more often than there were items');
    this.#unfinished -= 1;
    if (this.#unfinished > 0) return;
    for (const joiner of this.#joiners) joiner.resolve(undefined);
    this.#joiners.clear();
  }

  /** Waits until every item that was put in is dealt with. */
  async join(): Promise<void> {
    if (this.#unfinished > 0) await standIn(this.#joiners, Promise.withResolvers<undefined>());
  }

  /** Lets nothing in any more. What is in can still be taken; after that, and to those who wait, it is QueueShutDown. */
  shutdown(): void {
    this.#isShut = true;
    for (const waiter of [...this.#getters, ...this.#putters]) waiter.reject(new QueueShutDown());
    this.#getters.clear();
    this.#putters.clear();
  }

  #isFull(): boolean {
    return this.maxsize > 0 && this.size >= this.maxsize;
  }

  #enter(item: T): void {
    this.#unfinished += 1;
    const getter = firstOf(this.#getters);
    if (getter) getter.resolve(item);
    else this.#items.push(item);
  }
}

/** Waits in a line, and leaves it when the signal aborts. To be told of both is fine: what is settled stays settled. */
async function standIn<T>(line: Set<Waiter<T>>, waiter: Waiter<T>, signal?: AbortSignal): Promise<T> {
  const leave = (): void => {
    line.delete(waiter);
    waiter.reject(signal?.reason);
  };
  line.add(waiter);
  signal?.addEventListener('abort', leave);
  try {
    return await waiter.promise;
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}

/** Takes the first one out of a line. */
function firstOf<W>(line: Set<W>): W | undefined {
  for (const waiter of line) {
    line.delete(waiter);
    return waiter;
  }
  return undefined;
}
