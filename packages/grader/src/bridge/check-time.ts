import type { Meter } from '../machine/meter.ts';
import type { Standing } from '../machine/standing.ts';
import { Allowance } from './allowance.ts';

/** The time of one check: that in which the student's side has the turn. Moments are real milliseconds. */
export class CheckTime {
  readonly #allowance: Allowance;
  /** Of the turns that are over. */
  #realMs = 0;
  #turnBegan: number | undefined;

  /** @param limitMs processor time that the check may use; what the suite does while the student's side waits counts like it */
  constructor(meter: Meter, limitMs: number) {
    // Thousands of turns on a busy machine add up to much that nobody can be charged with: threads of the grader that work
    // for the turn, or wait for each other. What stands still within one turn is found by its silence, long before.
    this.#allowance = new Allowance(meter, { workMs: limitMs, stillMs: 4 * limitMs });
  }

  beginTurn(at: number): void {
    this.#turnBegan = at;
  }

  endTurn(at: number): void {
    this.#realMs = this.#realMsAt(at);
    this.#turnBegan = undefined;
  }

  /** When, within this turn, it is worth asking how it stands. */
  get lookAt(): number {
    return (this.#turnBegan ?? Infinity) + this.#allowance.lookAtMs - this.#realMs;
  }

  standing(at: number): Standing {
    return this.#allowance.standing(this.#realMsAt(at));
  }

  /** Its real milliseconds, less those in which others had the processor. */
  costMs(at: number): number {
    const realMs = this.#realMsAt(at);
    if (realMs < worthALook) return realMs;
    const { workedMs, waitedMs } = this.#allowance.use;
    return Math.min(realMs, Math.max(workedMs, realMs - waitedMs));
  }

  /** Processor time, in milliseconds, of the thread that the student's code runs on; undefined where the system does not tell. */
  get mainMs(): number | undefined {
    return this.#allowance.use.mainMs;
  }

  #realMsAt(at: number): number {
    return this.#realMs + (this.#turnBegan === undefined ? 0 : at - this.#turnBegan);
  }
}

/** A check that took less may as well have worked all of it. */
const worthALook = 50;
