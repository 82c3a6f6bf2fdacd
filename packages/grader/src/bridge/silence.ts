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
  #residentBytes = 0;
  #isExtended = false;

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
    this.#isExtended = false;
  }

  /** When it is worth asking how it stands. */
  get lookAt(): number {
    return this.#since + (this.#allowance?.lookAtMs ?? budget.glanceMs);
  }

  standing(at: number): Standing {
    if (!this.#allowance) {
      // Nearly every turn is over before that; from here on it is measured.
      if (at >= this.lookAt) this.#measure(at, this.#limitMs);
      return { t: 'going', lookAgainMs: this.lookAt - at };
    }
    const standing = this.#allowance.standing(at - this.#since);
    if (standing.t !== 'over' || standing.how !== 'worked' || this.#isExtended || !this.#fillsMemory) return standing;
    // Where memory is slow to be had, its end is further off than that of the time, and says more.
    this.#isExtended = true;
    this.#measure(at, 2 * this.#limitMs);
    return { t: 'going', lookAgainMs: this.lookAt - at };
  }

  #measure(at: number, workMs: number): void {
    this.#allowance = new Allowance(this.#meter, { workMs, stillMs: 2 * this.#limitMs });
    this.#residentBytes = this.#meter.residentBytes();
    this.#since = at;
  }

  get #fillsMemory(): boolean {
    return this.#meter.residentBytes() - this.#residentBytes > budget.noticeableBytes;
  }
}
