// Right as well: no generators. Iterators written by hand, which have a `next` and a `return`; the consumer waits in a line.
export function take<T>(source: AsyncIterable<T>, count: number): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      let left = count;
      let iterator: AsyncIterator<T> | undefined;
      const end = async (): Promise<IteratorResult<T>> => {
        left = 0;
        const open = iterator;
        iterator = undefined;
        await open?.return?.();
        return { done: true, value: undefined };
      };
      return {
        async next() {
          if (left <= 0) return end();
          left -= 1;
          iterator ??= source[Symbol.asyncIterator]();
          try {
            const step = await iterator.next();
            if (step.done) {
              left = 0;
              iterator = undefined;
            }
            return step;
          } catch (error) {
            left = 0;
            iterator = undefined;
            throw error;
          }
        },
        return: end,
      };
    },
  };
}

export function buffer<T>(source: AsyncIterable<T>, size: number): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => new Belt(() => [source], size) };
}

export function merge<T>(...sources: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => new Belt(() => sources, 0) };
}

/** Whoever asks stands in line; whoever reads puts on the belt, and stops while it is full. */
class Belt<T> implements AsyncIterator<T> {
  readonly #open: () => readonly AsyncIterable<T>[];
  readonly #size: number;
  readonly #belt: T[] = [];
  readonly #line: PromiseWithResolvers<IteratorResult<T>>[] = [];
  #readers: Set<AsyncIterator<T>> | undefined;
  #idle: (() => void)[] = [];
  #error: { readonly reason: unknown } | undefined;
  #isLeft = false;

  constructor(open: () => readonly AsyncIterable<T>[], size: number) {
    this.#open = open;
    this.#size = size;
  }

  next(): Promise<IteratorResult<T>> {
    const place = Promise.withResolvers<IteratorResult<T>>();
    this.#line.push(place);
    if (this.#readers === undefined && !this.#isLeft) {
      this.#readers = new Set(this.#open().map((source) => source[Symbol.asyncIterator]()));
      for (const reader of this.#readers) void this.#read(reader);
    }
    this.#serve();
    return place.promise;
  }

  async return(): Promise<IteratorResult<T>> {
    this.#isLeft = true;
    this.#belt.length = 0;
    this.#error = undefined;
    const readers = [...(this.#readers ?? [])];
    this.#readers = new Set();
    this.#serve();
    this.#wakeReaders();
    await Promise.allSettled(readers.map(async (reader) => await reader.return?.()));
    return { done: true, value: undefined };
  }

  async #read(reader: AsyncIterator<T>): Promise<void> {
    try {
      while (!this.#isLeft && !this.#error) {
        const step = await reader.next();
        if (step.done || this.#isLeft) break;
        this.#belt.push(step.value);
        this.#serve();
        while (!this.#isLeft && this.#belt.length > 0 && this.#belt.length >= this.#size) await new Promise<void>((wake) => this.#idle.push(wake));
      }
    } catch (reason) {
      this.#readers?.delete(reader);
      this.#fail(reason);
    }
    if (!this.#isLeft && !this.#error) this.#readers?.delete(reader);
    this.#serve();
  }

  #fail(reason: unknown): void {
    if (this.#isLeft || this.#error) return;
    this.#error = { reason };
    const others = [...(this.#readers ?? [])];
    this.#readers = new Set();
    for (const other of others) Promise.resolve(other.return?.()).catch(() => {});
  }

  #serve(): void {
    while (this.#line.length > 0) {
      const isOver = this.#isLeft || this.#error !== undefined || this.#readers?.size === 0;
      if (this.#belt.length === 0 && !isOver) return;
      const place = this.#line.shift();
      const [item] = this.#belt;
      if (this.#belt.length > 0) {
        this.#belt.splice(0, 1);
        place?.resolve({ done: false, value: item });
      } else if (this.#error) {
        place?.reject(this.#error.reason);
        this.#error = undefined;
        this.#isLeft = true;
      } else place?.resolve({ done: true, value: undefined });
    }
    this.#wakeReaders();
  }

  #wakeReaders(): void {
    for (const wake of this.#idle.splice(0)) wake();
  }
}
