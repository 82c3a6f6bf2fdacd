import { systemClock } from './system-clock.ts';

/** Where time comes from. All durations are milliseconds. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()` gives them. */
  now(): number;
  /** Calls back once, `ms` milliseconds from now at the earliest, never before this returns. */
  setTimer(callback: () => void, ms: number): number;
  /** Forgets a timer; one that has fired, or never was, is no error. */
  clearTimer(id: number): void;
  /** Holds up the whole thread: time passes and nothing else happens. */
  block(ms: number): void;
  /** Milliseconds since this clock began. Unlike `now`, asking has no effect on a clock that ticks when it is read. */
  elapsed?(): number;
}

let current: Clock = systemClock;

/** The clock that `sleep`, `stopwatch` and `blockFor` go by: the system's, unless another one is installed. */
export function currentClock(): Clock {
  return current;
}

/** Only `installClock` calls this: a clock that is current but not installed would disagree with `Date`. */
export function makeCurrent(clock: Clock): void {
  current = clock;
}
