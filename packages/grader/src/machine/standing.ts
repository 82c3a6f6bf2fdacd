import type { Use } from './meter.ts';

/** How far something has come that may use some processor time and no more. */
export type Standing =
  /** @param lookAgainMs real time in which that cannot change */
  | { readonly t: 'going'; readonly lookAgainMs: number }
  /** It has used its time up, or has stood still for long without anybody keeping it from working. */
  | { readonly t: 'over' }
  /** Others had the processor nearly all the time: nobody can tell. */
  | { readonly t: 'starved' };

/** How often its processor time something may stand still: it may have to wait for a disk. */
const stillness = 2;

/** How often its processor time may pass in real time: the last wall. */
const wall = 30;

/** @param limitMs of processor time that it may use */
export function standingOf({ realMs, workedMs, waitedMs }: Omit<Use, 'mainMs'>, limitMs: number): Standing {
  const stillMs = realMs - workedMs - waitedMs;
  if (workedMs >= limitMs || stillMs >= stillness * limitMs) return { t: 'over' };
  if (realMs >= wall * limitMs) return { t: 'starved' };
  const lookAgainMs = Math.min(limitMs - workedMs, stillness * limitMs - stillMs, wall * limitMs - realMs);
  return { t: 'going', lookAgainMs: Math.max(shortestLook, lookAgainMs) };
}

/** To look more often would cost more than it tells: the system counts in steps of some milliseconds. */
const shortestLook = 10;
