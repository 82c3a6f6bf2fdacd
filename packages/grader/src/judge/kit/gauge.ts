import { type Coroutine, coroutine } from '@teatime/core';

/**
 * Counts how many are inside at once: of work that a submission runs, and may not run all of at the same time.
 *
 * @example
 * const gauge = new Gauge();
 * const jobs = lab.jobs().map((job) => gauge.around(job.run));
 * await call(lab, () => gather(jobs.map((run) => run()))).fulfilled(says.neverEnds);
 * assert(gauge.most === jobs.length, says.other(gauge.most));
 */
export class Gauge {
  #now = 0;
  #most = 0;

  /** How many are inside now. */
  get now(): number {
    return this.#now;
  }

  /** The most that ever were inside at once. */
  get most(): number {
    return this.#most;
  }

  /** The same work, counted from its beginning to its end, well or not. */
  around<Args extends unknown[], T>(work: (...args: Args) => PromiseLike<T>): (...args: Args) => Coroutine<T> {
    return coroutine(async (...args: Args) => {
      this.#now += 1;
      this.#most = Math.max(this.#most, this.#now);
      try {
        return await work(...args);
      } finally {
        this.#now -= 1;
      }
    });
  }
}
