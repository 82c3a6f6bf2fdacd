import type { Lab } from '@teatime/grader/kit';

/**
 * How often the time may be asked for within one instant before that counts as watching the clock, and how often the loop may
 * wait: no check has as many deadlines.
 */
const patience = 500;

/** Says that the loop watches the clock instead of waiting. */
export class WatchesClock extends Error {
  override readonly name = 'WatchesClock';
}

/** Says that the loop waits a little and looks, again and again, instead of waiting for a deadline. */
export class WaitsInBits extends Error {
  override readonly name = 'WaitsInBits';
}

/** Says that the loop waits for something that is no time at all. */
export class NoTime extends Error {
  override readonly name = 'NoTime';
  readonly time: unknown;

  constructor(time: unknown) {
    super();
    this.time = time;
  }
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
const farAway = 100 * 24 * 3_600_000;

/**
 * The clock that a student's loop gets. It does not begin at zero, moves when the loop waits or a coroutine works, and
 * remembers the waits. Its times may be fractions, in eighths, so that all sums are exact; the check's own clock, which
 * timelines are drawn by, goes along in whole milliseconds.
 */
export class TestClock {
  readonly #lab: Lab;
  readonly #start: number;
  readonly #waits: number[] = [];
  #elapsed = 0;
  #calls = 0;
  #reads = 0;
  #vainWaits = 0;

  constructor(lab: Lab, start: number) {
    this.#lab = lab;
    this.#start = start;
  }

  now(): number {
    this.#reads += 1;
    if (this.#reads > patience) throw new WatchesClock();
    return this.#start + this.#elapsed;
  }

  waitUntil(time: number): void {
    this.#reads = 0;
    this.#calls += 1;
    if (typeof time !== 'number' || Number.isNaN(time)) throw new NoTime(time);
    const wait = time - this.#start - this.#elapsed;
    if (wait > farAway) throw new WaitsAmiss(wait);
    if (!(wait > 0)) {
      this.#vainWaits += 1;
      if (this.#vainWaits > patience) throw new WaitsAmiss(wait);
      return;
    }
    this.#waits.push(time - this.#start);
    if (this.#waits.length > patience) throw new WaitsInBits();
    this.#pass(wait);
  }

  /** Takes time, as work in a coroutine does. */
  work(ms: number): void {
    this.#pass(ms);
  }

  /** Milliseconds since the clock was made. Unlike `now`, it may be asked at any time. */
  elapsed(): number {
    return this.#elapsed;
  }

  /** Until when the loop has waited, each time, in milliseconds since the clock was made. */
  get waits(): readonly number[] {
    return this.#waits;
  }

  /** How often the loop has called `waitUntil`, also in vain. */
  get calls(): number {
    return this.#calls;
  }

  #pass(ms: number): void {
    this.#reads = 0;
    this.#vainWaits = 0;
    this.#elapsed += ms;
    const behind = Math.round(this.#elapsed) - this.#lab.elapsed();
    // Two clocks of one check share its own clock: whoever is behind catches up. A month is more than a timer can count.
    if (behind > 0) this.#lab.clock.block(Math.min(behind, 2 ** 31 - 1));
  }
}
