/** Counts work that runs outside of virtual time: a turn is not over before it is done. */
export class RealWork {
  readonly #nextRound: (callback: () => void) => unknown;
  #running = 0;
  #finished = 0;
  #whenDone: (() => void)[] = [];

  /** @param nextRound calls back in the next round of the real event loop */
  constructor(nextRound: (callback: () => void) => unknown = setImmediate) {
    this.#nextRound = nextRound;
  }

  get pending(): boolean {
    return this.#running > 0;
  }

  /** Counts a piece of work until it is settled, and returns it. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#running++;
    const done = (): void => {
      this.#running--;
      this.#finished++;
      if (this.#running === 0) for (const tell of this.#whenDone.splice(0)) tell();
    };
    work.then(done, done);
    return work;
  }

  /** Resolves when none is under way, and what waited for it has set its timers. */
  async done(): Promise<void> {
    while (this.pending) {
      await new Promise<void>((resolve) => this.#whenDone.push(resolve));
      await new Promise<void>((resolve) => this.#nextRound(resolve));
    }
  }

  /** Lets the real event loop run while some work is under way. Resolves to whether any came to its end. */
  async settled(): Promise<boolean> {
    const finished = this.#finished;
    for (let round = 0; round < 20 || this.pending; round++) {
      await new Promise<void>((resolve) => this.#nextRound(resolve));
      if (this.#finished > finished) return true;
    }
    return false;
  }
}
