import type { Meter } from '../machine/meter.ts';
import type { Standing } from '../machine/standing.ts';
import { Allowance } from './allowance.ts';
import { budget } from './budget.ts';

/** The time in which nothing is heard of the student's side, though it has the turn. Moments are real milliseconds. */
export class Silence {
  readonly #meter: Meter;
  readonly #limitMs: number;
  #since: number;
  #allowance: Allowance | undefined;

  /** @param limitMs processor time that may pass without a sign of life */
  constructor(meter: Meter, limitMs: number, since: number) {
    this.#meter = meter;
    this.#limitMs = limitMs;
    this.#since = since;
  }

  /** A sign of life. */
  break(at: number): void {
    this.#since = at;
    this.#allowance = undefined;
  }

  /** When it is worth asking how it stands. */
  get lookAt(): number {
    return this.#since + (this.#allowance?.lookAtMs ?? budget.glanceMs);
  }

  standing(at: number): Standing {
    if (this.#allowance) return this.#allowance.standing(at - this.#since);
    if (at >= this.lookAt) {
      // Nearly every turn is over before that; from here on it is measured.
      this.#allowance = new Allowance(this.#meter, { workMs: this.#limitMs, stillMs: 2 * this.#limitMs });
      this.#since = at;
    }
    return { t: 'going', lookAgainMs: this.lookAt - at };
  }
}
