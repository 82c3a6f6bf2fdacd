import { type Clock, currentClock } from '@teatime/core';
import type { WirePlace } from '../wire/wire-value.ts';

interface StudentTimer {
  readonly clock: Clock;
  readonly handle: number;
  readonly place: WirePlace | undefined;
  /** False when it keeps nobody waiting. */
  awaited: boolean;
}

/** The submission's timers, set on the clock of the suite: its time is the suite's time. */
export class StudentTimers {
  readonly #timers = new Map<number, StudentTimer>();
  #awaited = 0;
  readonly #onFire: (id: number) => void;

  constructor(onFire: (id: number) => void) {
    this.#onFire = onFire;
  }

  /** How many are set. */
  get size(): number {
    return this.#timers.size;
  }

  /** How many of them keep somebody waiting. */
  get awaited(): number {
    return this.#awaited;
  }

  /** Where one of these was set. */
  get place(): WirePlace | undefined {
    return this.#timers.values().find(({ awaited, place }) => awaited && place !== undefined)?.place;
  }

  /** Sets the timer that the submission calls `id`, `ms` virtual milliseconds from now. */
  set(id: number, ms: number, place?: WirePlace): void {
    this.clear(id);
    const clock = currentClock();
    const fire = (): void => {
      this.#forget(id);
      this.#onFire(id);
    };
    this.#awaited += 1;
    this.#timers.set(id, { clock, handle: clock.setTimer(fire, ms), place, awaited: true });
  }

  clear(id: number): void {
    const timer = this.#timers.get(id);
    timer?.clock.clearTimer(timer.handle);
    this.#forget(id);
  }

  keepWaiting(id: number, keeps: boolean): void {
    const timer = this.#timers.get(id);
    if (timer === undefined || timer.awaited === keeps) return;
    timer.awaited = keeps;
    this.#awaited += keeps ? 1 : -1;
  }

  clearAll(): void {
    for (const id of [...this.#timers.keys()]) this.clear(id);
  }

  #forget(id: number): void {
    if (this.#timers.get(id)?.awaited === true) this.#awaited -= 1;
    this.#timers.delete(id);
  }
}
