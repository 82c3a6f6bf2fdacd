import type { Awaitable } from '@teatime/core';

/** What ends waiting before its time. */
export interface WaitOptions {
  /** Whoever waits gives up when it aborts: the call fails with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Held by one at a time. Everybody else waits in line. Mirrors `asyncio.Lock`. */
export class Lock {
  #held = false;
  readonly #line = new Line();

  /** Takes the lock, and waits in line while somebody holds it. */
  async acquire({ signal }: WaitOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    if (this.#held) await this.#line.wait(signal);
    else this.#held = true;
  }

  /** Gives the lock to whoever has waited longest, or frees it if nobody waits. */
  release(): void {
    if (!this.#held) throw new Error('a lock that is free cannot be released');
    // Handed over, not freed: nobody who comes between can take it.
    if (!this.#line.letFirstGo()) this.#held = false;
  }

  /** Whether somebody holds the lock. */
  locked(): boolean {
    return this.#held;
  }

  /** Does the work with the lock, and gives the lock back when the work has ended, well or not. Mirrors `async with`. */
  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }
}

/** Shut in the beginning. While it is shut, whoever comes waits; when it opens, all go on. Mirrors `asyncio.Event`. */
export class Gate {
  #open = false;
  readonly #line = new Line();

  /** Opens the gate: all who wait go on. */
  set(): void {
    this.#open = true;
    // Told here and now: who looked again later might find the gate shut.
    this.#line.letAllGo();
  }

  /** Shuts the gate: whoever comes from now on waits. */
  clear(): void {
    this.#open = false;
  }

  /** Whether the gate is open. */
  isSet(): boolean {
    return this.#open;
  }

  /** Waits until the gate is open. */
  async wait({ signal }: WaitOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    if (!this.#open) await this.#line.wait(signal);
  }
}

/** Where the coins are. Both may take their time, and both may fail. */
export interface Jar {
  /** How many coins are in the jar. */
  read(): Awaitable<number>;
  /** From now on there are so many. */
  write(coins: number): Awaitable<void>;
}

/** The tea fund: however many come at once, no coin is lost. */
export class TeaFund {
  readonly #jar: Jar;
  /** Held from reading to writing: what was read has to be true until it is written. */
  readonly #lock = new Lock();

  constructor(jar: Jar) {
    this.#jar = jar;
  }

  /** Puts coins into the jar, and gives how many there are then. */
  async add(coins: number): Promise<number> {
    return await this.#lock.use(async () => {
      const before = await this.#jar.read();
      const after = before + coins;
      await this.#jar.write(after);
      return after;
    });
  }

  /** How many coins there are, with those of every `add` that was called before. */
  async total(): Promise<number> {
    return await this.#lock.use(() => this.#jar.read());
  }
}

/** Those who wait, the longest first. */
class Line {
  readonly #waiting = new Set<() => void>();

  /** Waits to be let go. Who gives up leaves the line, and fails with the signal's reason. */
  async wait(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const goOn = (): void => resolve(undefined);
    const giveUp = (): void => {
      this.#waiting.delete(goOn);
      // Does nothing when this one was let go a moment ago.
      reject(signal?.reason);
    };
    this.#waiting.add(goOn);
    signal?.addEventListener('abort', giveUp);
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  /** @returns whether somebody was there */
  letFirstGo(): boolean {
    for (const goOn of this.#waiting) {
      this.#waiting.delete(goOn);
      goOn();
      return true;
    }
    return false;
  }

  letAllGo(): void {
    for (const goOn of this.#waiting) goOn();
    this.#waiting.clear();
  }
}
