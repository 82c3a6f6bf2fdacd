import type { Clock } from '@teatime/core';

const origins = new WeakMap<Clock, number>();

/** Milliseconds since 1970 on a clock, without the ticking that reading a virtual clock can cause. */
export function timeOf(clock: Clock): number {
  const elapsed = clock.elapsed?.();
  if (elapsed === undefined) return clock.now();
  const origin = origins.get(clock) ?? clock.now() - elapsed;
  origins.set(clock, origin);
  return origin + elapsed;
}
