// Right as well: items in a ring that grows, lines as linked lists, and every wait with two signals: the own one, and that of the shutdown.
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
  readonly #closing = new AbortController();
  readonly #getters: Line<(item: T) => void> = { first: undefined, last: undefined };
  readonly #putters: Line<() => void> = { first: undefined, last: undefined };
  #ring: { readonly item: T }[] = new Array<{ item: T }>(4);
  #head = 0;
  #count = 0;
  #unfinished = 0;
  #finish = Promise.withResolvers<void>();

  constructor(maxsize = 0) {
    this.#maxsize = maxsize;
    this.#finish.resolve();
  }

  get size(): number {
    return this.#count;
  }

  put(item: T, { signal }: WaitOptions = {}): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (this.#closing.signal.aborted || this.#maxsize === 0 || this.#count < this.#maxsize) return resolve(this.putNowait(item));
      stand(this.#putters, this.#both(signal), reject, () => {
        this.#bring(item);
        resolve();
      });
    });
  }

  get({ signal }: WaitOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (this.#closing.signal.aborted || this.#count > 0) return resolve(this.getNowait());
      stand(this.#getters, this.#both(signal), reject, resolve);
    });
  }

  putNowait(item: T): void {
    this.#closing.signal.throwIfAborted();
    if (this.#maxsize !== 0 && this.#count >= this.#maxsize) throw new QueueFull();
    this.#bring(item);
  }

  getNowait(): T {
    if (this.#count === 0) {
      this.#closing.signal.throwIfAborted();
      throw new QueueEmpty();
    }
    const { item } = this.#ring[this.#head];
    this.#head = (this.#head + 1) % this.#ring.length;
    this.#count -= 1;
    serve(this.#putters)?.();
    return item;
  }

  taskDone(): void {
    if (this.#unfinished === 0) throw new Error('too often');
    this.#unfinished -= 1;
    if (this.#unfinished === 0) this.#finish.resolve();
  }

  join(): Promise<void> {
    return this.#finish.promise;
  }

  shutdown(): void {
    this.#closing.abort(new QueueShutDown());
  }

  #both(signal: AbortSignal | undefined): AbortSignal {
    return signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal;
  }

  #bring(item: T): void {
    if (this.#unfinished === 0) this.#finish = Promise.withResolvers<void>();
    this.#unfinished += 1;
    const getter = serve(this.#getters);
    if (getter) return getter(item);
    if (this.#count === this.#ring.length) {
      this.#ring = [...this.#ring.slice(this.#head), ...this.#ring.slice(0, this.#head), ...new Array<{ item: T }>(this.#count)];
      this.#head = 0;
    }
    this.#ring[(this.#head + this.#count) % this.#ring.length] = { item };
    this.#count += 1;
  }
}

interface Place<W> {
  who: W | undefined;
  next: Place<W> | undefined;
}

interface Line<W> {
  first: Place<W> | undefined;
  last: Place<W> | undefined;
}

function stand<W>(line: Line<W>, signal: AbortSignal, reject: (reason: unknown) => void, who: W): void {
  const place: Place<W> = { who, next: undefined };
  if (line.last) line.last.next = place;
  else line.first = place;
  line.last = place;
  // The place stays in the line, and is empty: it is passed over.
  signal.addEventListener('abort', () => {
    place.who = undefined;
    reject(signal.reason);
  });
}

function serve<W>(line: Line<W>): W | undefined {
  while (line.first) {
    const { who } = line.first;
    line.first = line.first.next;
    if (!line.first) line.last = undefined;
    if (who) return who;
  }
  return undefined;
}
