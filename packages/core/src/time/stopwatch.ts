import { currentClock } from '../clock/current-clock.ts';

/** Starts a stopwatch: the function it returns gives the milliseconds since then, as often as it is asked. */
export function stopwatch(): () => number {
  const clock = currentClock();
  const start = clock.now();
  return () => clock.now() - start;
}
