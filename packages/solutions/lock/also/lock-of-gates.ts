// Right as well: a lock made of gates, a gate that is an EventTarget, and a jar that is put right again when writing has failed.
import type { Awaitable } from '@teatime/core';

/** What ends waiting before its time. */
export interface WaitOptions {
  /** Whoever waits gives up when it aborts: the call fails with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Held by one at a time. Everybody else waits in line. Mirrors `asyncio.Lock`. */
export class Lock {
  #held = false;
  readonly gates: Gate[] = [];

  /** Takes the lock, and waits in line while somebody holds it. */
  async acquire({ signal }: WaitOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    if (!this.#held) {
      this.#held = true;
      return;
    }
    const gate = new Gate();
    this.gates.push(gate);
    try {
      await gate.wait(signal && { signal });
    } catch (error) {
      if (gate.isSet()) this.release();
      else this.gates.splice(this.gates.indexOf(gate), 1);
      throw error;
    }
  }

  /** Gives the lock to whoever has waited longest, or frees it if nobody waits. */
  release(): void {
    if (!this.#held) throw new Error('a lock that is free cannot be released');
    // Handed over, not freed: nobody who comes between can take it.
    const next = this.gates.shift();
    if (next) next.set();
    else this.#held = false;
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
  readonly #bell = new EventTarget();

  set(): void {
    this.#open = true;
    // Told here and now: who looked again later might find the gate shut.
    this.#bell.dispatchEvent(new Event('open'));
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
    if (this.#open) return;
    await new Promise<void>((resolve, reject) => {
      this.#bell.addEventListener('open', () => resolve(), { once: true });
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
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
      try {
        await this.#jar.write(after);
      } catch (error) {
        await this.#jar.write(before);
        throw error;
      }
      return after;
    });
  }

  /** How many coins there are, with those of every `add` that was called before. */
  async total(): Promise<number> {
    await this.#lock.acquire();
    this.#lock.release();
    return await this.#jar.read();
  }
}
