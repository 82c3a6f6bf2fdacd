import type { Awaitable } from '@teatime/core';

/** What ends waiting before its time. */
export interface WaitOptions {
  /** Whoever waits gives up when it aborts: the call fails with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Held by one at a time. Everybody else waits in line. Mirrors `asyncio.Lock`. */
export class Lock {
  /** Takes the lock, and waits in line while somebody holds it. */
  async acquire(options: WaitOptions = {}): Promise<void> {
    throw new Error('acquire is empty. Begin with a lock that is free · acquire 还是空的，先写锁空闲的情况');
  }

  /** Gives the lock to whoever has waited longest, or frees it if nobody waits. */
  release(): void {
    throw new Error('release is empty. Begin with nobody in line · release 还是空的，先写没有人排队的情况');
  }

  /** Whether somebody holds the lock. */
  locked(): boolean {
    return false;
  }

  /** Does the work with the lock, and gives the lock back when the work has ended, well or not. Mirrors `async with`. */
  async use<T>(work: () => Awaitable<T>): Promise<T> {
    return await work();
  }
}

/** Shut in the beginning. While it is shut, whoever comes waits; when it opens, all go on. Mirrors `asyncio.Event`. */
export class Gate {
  /** Opens the gate: all who wait go on. */
  set(): void {
    throw new Error('set is empty. Begin by keeping whether the gate is open · set 还是空的，先记下闸门是否打开');
  }

  /** Shuts the gate: whoever comes from now on waits. */
  clear(): void {
    throw new Error('clear is empty · clear 还是空的');
  }

  /** Whether the gate is open. */
  isSet(): boolean {
    return false;
  }

  /** Waits until the gate is open. */
  async wait(options: WaitOptions = {}): Promise<void> {
    throw new Error('wait is empty. Begin with a gate that is open · wait 还是空的，先写闸门打开的情况');
  }
}

/** Where the coins are. Both may take their time, and both may fail. */
export interface Jar {
  /** How many coins are in the jar. */
  read(): Awaitable<number>;
  /** From now on there are so many. */
  write(coins: number): Awaitable<void>;
}

/** The tea fund. It works, as long as its friends come one by one. */
export class TeaFund {
  readonly #jar: Jar;

  constructor(jar: Jar) {
    this.#jar = jar;
  }

  /** Puts coins into the jar, and gives how many there are then. */
  async add(coins: number): Promise<number> {
    const before = await this.#jar.read();
    const after = before + coins;
    await this.#jar.write(after);
    return after;
  }

  /** How many coins there are, with those of every `add` that was called before. */
  async total(): Promise<number> {
    return await this.#jar.read();
  }
}
