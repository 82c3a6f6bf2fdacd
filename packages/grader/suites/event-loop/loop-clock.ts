import { elapsed, type Lab } from '@teatime/grader/kit';

/** How often the time may be asked for within one instant before that counts as watching the clock. */
const patience = 500;

/** Says that the loop watches the clock instead of waiting. */
export class WatchesClock extends Error {
  override readonly name = 'WatchesClock';
}

/** Says that the loop waits for a time at which no deadline of the check can be. */
export class WaitsAmiss extends Error {
  override readonly name = 'WaitsAmiss';
  /** How long it would be; not above 0 when it waits in vain. */
  readonly ms: number;

  constructor(ms: number) {
    super();
    this.ms = ms;
  }
}

/** How far ahead a wait may be, in milliseconds: no check lasts as long. */
const farAway = 60_000;

/** The clock that a student's loop gets. It does not begin at zero, moves when the loop waits, and remembers the waits. */
export class TestClock {
  readonly #lab: Lab;
  readonly #start: number;
  readonly #waits: number[] = [];
  #reads = 0;
  #vainWaits = 0;

  constructor(lab: Lab) {
    this.#lab = lab;
    this.#start = lab.random.int(1000, 9999);
  }

  now(): number {
    this.#reads += 1;
    if (this.#reads > patience) throw new WatchesClock();
    return this.#start + elapsed(this.#lab);
  }

  waitUntil(time: number): void {
    this.#reads = 0;
    const wait = time - this.#start - elapsed(this.#lab);
    this.#vainWaits = wait > 0 ? 0 : this.#vainWaits + 1;
    if (this.#vainWaits > patience || wait > farAway) throw new WaitsAmiss(wait);
    if (!(wait > 0)) return;
    this.#waits.push(time - this.#start);
    this.#lab.clock.block(wait);
  }

  /** Takes time, as work in a coroutine does. */
  work(ms: number): void {
    this.#reads = 0;
    this.#lab.clock.block(ms);
  }

  /** Until when the loop has waited, each time, in milliseconds since the check began. */
  get waits(): readonly number[] {
    return this.#waits;
  }
}
