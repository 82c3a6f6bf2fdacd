import { currentClock } from '../clock/current-clock.ts';

/**
 * Starts a stopwatch: the function it returns gives the milliseconds since then, as often as it is asked. Two readings of
 * `time.perf_counter` do the same in Python.
 *
 * @example
 * const elapsed = stopwatch();
 * await sleep(20);
 * console.log(`${elapsed()} ms`);
 */
export function stopwatch(): () => number {
  const clock = currentClock();
  const start = clock.now();
  return () => clock.now() - start;
}
