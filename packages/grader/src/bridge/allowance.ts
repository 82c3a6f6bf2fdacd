import type { Look, Meter, Use } from '../machine/meter.ts';
import { type Limits, type Standing, standingOf } from '../machine/standing.ts';

/**
 * Processor time that something of the student's may use. Real time is the most that it can have used, and is known for
 * nothing: what the process really had is looked up only when so much of that has passed.
 */
export class Allowance {
  readonly #meter: Meter;
  readonly #limits: Limits;
  readonly #began: Look;
  #lookAtMs: number;

  constructor(meter: Meter, limits: Limits) {
    this.#meter = meter;
    this.#limits = limits;
    this.#began = meter.look();
    this.#lookAtMs = limits.workMs;
  }

  /** Real milliseconds from the beginning on after which the next look is worth its cost. */
  get lookAtMs(): number {
    return this.#lookAtMs;
  }

  /** @param realMs how long the student's side has had the turn since the beginning */
  standing(realMs: number): Standing {
    if (realMs < this.#lookAtMs) return { t: 'going', lookAgainMs: this.#lookAtMs - realMs };
    const { workedMs, waitedMs } = this.use;
    const standing = standingOf({ realMs, workedMs, waitedMs }, this.#limits);
    if (standing.t === 'going') this.#lookAtMs = realMs + standing.lookAgainMs;
    return standing;
  }

  /** What was had since the beginning. */
  get use(): Use {
    return this.#meter.since(this.#began);
  }
}
