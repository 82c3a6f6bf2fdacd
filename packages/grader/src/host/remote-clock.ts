import type { Clock } from '@teatime/core';
import type { FrameFromStudent } from '../wire/frames.ts';
import type { WirePlace } from '../wire/wire-value.ts';
import { placeOf } from './place.ts';

/** How often the time may be read within one turn before reading it counts as waiting in a loop. */
const freeReads = 200;

/** Of so many timers in a check it is told where they were set: finding that out takes longer than setting one. */
const mostPlaces = 2000;

interface Timer {
  readonly callback: () => void;
  readonly place: WirePlace | undefined;
}

/**
 * The suite's clock as the student's code sees it. It stands still within a turn; but whoever reads it again and again
 * is waiting in a loop, and then it ticks one millisecond a read, so that the loop comes to its end.
 */
export class RemoteClock implements Clock {
  readonly #write: (frame: FrameFromStudent) => void;
  readonly #timers = new Map<number, Timer>();
  #begin = 0;
  #now = 0;
  #reads = 0;
  #spun = 0;
  #lastId = 0;
  #spinningAt: WirePlace | undefined;
  #placed = 0;
  /** Where the timer was set that is going off: an interval is set anew by nobody's line. */
  #firing: WirePlace | undefined;

  constructor(write: (frame: FrameFromStudent) => void) {
    this.#write = write;
  }

  /** The other side tells the time; reading it is free again. */
  set(now: number): void {
    if (this.#begin === 0) this.#begin = now;
    this.#now = now;
    this.#reads = 0;
  }

  now(): number {
    if (++this.#reads > freeReads) {
      if (this.#spun === 0) this.#spinningAt = placeOf(new Error());
      this.#now++;
      this.#spun++;
    }
    return this.#now;
  }

  elapsed(): number {
    return this.#now - this.#begin;
  }

  setTimer(callback: () => void, ms: number): number {
    const id = ++this.#lastId;
    const place = this.#placeOfTimer();
    this.#timers.set(id, { callback, place });
    this.#write({ t: 'timer', id, ms, ...(place && { place }) });
    return id;
  }

  clearTimer(id: number): void {
    if (this.#timers.delete(id)) this.#write({ t: 'clear', id });
  }

  keepWaiting(id: number, keeps: boolean): void {
    if (this.#timers.has(id)) this.#write({ t: 'waiting', id, keeps });
  }

  block(ms: number): void {
    this.#now += ms;
    this.#write({ t: 'block', ms, spinning: false });
  }

  /** Runs what a timer was set for; nothing when it was cleared meanwhile. */
  fire(id: number): void {
    const timer = this.#timers.get(id);
    this.#timers.delete(id);
    this.#firing = timer?.place;
    try {
      timer?.callback();
    } finally {
      this.#firing = undefined;
    }
  }

  #placeOfTimer(): WirePlace | undefined {
    return ++this.#placed > mostPlaces ? undefined : (placeOf(new Error()) ?? this.#firing);
  }

  /** Forgets all timers: they belonged to a check that is over. */
  reset(): void {
    this.#timers.clear();
    this.#spun = 0;
    this.#placed = 0;
  }

  /** Tells how long loops have waited on this clock since they were last told of, and where. */
  tellSpun(): void {
    if (this.#spun === 0) return;
    const ms = this.#spun;
    const place = this.#spinningAt;
    this.#spun = 0;
    this.#write({ t: 'block', ms, spinning: true, ...(place && { place }) });
  }
}
