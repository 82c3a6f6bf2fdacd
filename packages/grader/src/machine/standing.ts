import type { Use } from './meter.ts';

/** How far something has come that may use some processor time and no more. */
export type Standing =
  /** @param lookAgainMs real time in which that cannot change */
  | { readonly t: 'going'; readonly lookAgainMs: number }
  /** It has used its time up, or has stood still for long without anybody keeping it from working. */
  | { readonly t: 'over'; readonly how: 'worked' | 'stood-still' }
  /** Others had the processor nearly all the time: nobody can tell. */
  | { readonly t: 'starved' };

/** How often its processor time may pass in real time: the last wall. */
const wall = 30;

export interface Limits {
  /** Processor time that it may use. */
  readonly workMs: number;
  /** Time that it may stand still without being kept from working: it may have to wait for a disk, or for somebody else's work. */
  readonly stillMs: number;
}

export function standingOf({ realMs, workedMs, waitedMs }: Omit<Use, 'mainMs'>, { workMs, stillMs }: Limits): Standing {
  const stoodStillMs = realMs - workedMs - waitedMs;
  if (workedMs >= workMs) return { t: 'over', how: 'worked' };
  if (stoodStillMs >= stillMs) return { t: 'over', how: 'stood-still' };
  if (realMs >= wall * workMs) return { t: 'starved' };
  const lookAgainMs = Math.min(workMs - workedMs, stillMs - stoodStillMs, wall * workMs - realMs);
  return { t: 'going', lookAgainMs: Math.max(shortestLook, lookAgainMs) };
}

/** To look more often would cost more than it tells: the system counts in steps of some milliseconds. */
const shortestLook = 10;
