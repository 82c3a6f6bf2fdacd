import type { Lab } from './lab.ts';

/**
 * What a heart went through while it beat.
 *
 * @example
 * const heart = new Heart(lab, 10);
 * await call(lab, lab.job().run).fulfilled(says.neverEnds);
 * const { missed, longestSilence }: Pulse = heart.stop();
 * assert(missed === 0, says.late(longestSilence));
 */
export interface Pulse {
  /** How many beats were due. */
  readonly due: number;
  /** How many of them did not come on time. */
  readonly missed: number;
  /** The longest time without a beat, in virtual milliseconds. */
  readonly longestSilence: number;
}

/**
 * Beats every few milliseconds for as long as the event loop is free. Whoever blocks the loop makes it miss beats.
 *
 * @example
 * const heart = new Heart(lab, 10);
 * await call(lab, () => makeTea(lab.job().run, lab.job().run)).fulfilled(says.neverEnds);
 * assert(heart.stop().missed === 0, says.late(lab.blockedMs()));
 */
export class Heart {
  readonly #lab: Lab;
  readonly #every: number;
  readonly #begin: number;
  readonly #beats: number[] = [];
  readonly #timer: ReturnType<typeof setInterval>;

  /** Begins to beat. @param every virtual milliseconds from beat to beat */
  constructor(lab: Lab, every: number) {
    this.#lab = lab;
    this.#every = every;
    this.#begin = lab.elapsed();
    this.#timer = setInterval(() => this.#beat(), every);
  }

  /** Stops the heart and tells how it went. Beats that are due at this very instant do not count. */
  stop(): Pulse {
    clearInterval(this.#timer);
    const lived = this.#lab.elapsed() - this.#begin;
    const onTime = new Set(this.#beats);
    const due = Math.max(0, Math.ceil(lived / this.#every) - 1);
    const missed = Array.from({ length: due }, (_, i) => (i + 1) * this.#every).filter((beat) => !onTime.has(beat));
    const moments = [0, ...this.#beats, lived];
    const silences = moments.map((moment, i) => moment - (moments[i - 1] ?? 0));
    return { due, missed: missed.length, longestSilence: Math.max(...silences) };
  }

  #beat(): void {
    this.#beats.push(this.#lab.elapsed() - this.#begin);
    this.#lab.expectTimers(1);
  }
}
