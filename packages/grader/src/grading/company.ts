/** Work that goes on side by side, and now and then some that wants to be alone: it waits for all other, and all other for it. */
export class Company {
  readonly #running = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();

  /** Does some work beside other. */
  async together<T>(work: () => Promise<T>): Promise<T> {
    for (let awaited: unknown; awaited !== this.#alone; ) {
      awaited = this.#alone;
      await awaited;
    }
    const done = work();
    this.#running.add(done);
    try {
      return await done;
    } finally {
      this.#running.delete(done);
    }
  }

  /** Does some work while nothing else goes on. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#alone.then(async () => {
      await Promise.allSettled(this.#running);
      return await work();
    });
    this.#alone = done.catch(() => undefined);
    return done;
  }
}
