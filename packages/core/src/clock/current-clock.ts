import type { Clock } from './clock.ts';
import { systemClock } from './system-clock.ts';

let current: Clock = systemClock;

/**
 * The clock that `sleep`, `stopwatch` and `blockFor` go by: the system's, unless another one is installed.
 *
 * @example
 * const begin = currentClock().now();
 * await sleep(20);
 * console.log(currentClock().now() - begin);
 */
export function currentClock(): Clock {
  return current;
}

/** Only `installClock` calls this: a clock that is current but not installed would disagree with `Date`. */
export function makeCurrent(clock: Clock): void {
  current = clock;
}
