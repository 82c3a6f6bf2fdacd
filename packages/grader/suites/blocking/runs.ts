import { assert, call, fail, Heart } from '@teatime/grader/kit';
import type { Call, Fulfilled, Lab, Settled } from '@teatime/grader/kit';
import { says } from './says.ts';

/** Timers that a pause may set which waits in small steps, and looks at the clock between them. */
export const slices = 20_000;

/** A call of the student's function, by the name that messages and the timeline give it. */
export interface Run {
  readonly name: string;
  readonly call: Call<unknown>;
}

/** Begins a call of the student's function; `drawn` gives it a line in the timeline. */
export function begin(lab: Lab, name: string, work: () => PromiseLike<unknown>, drawn = true): Run {
  return { name, call: call(lab, async () => await work(), drawn ? name : undefined) };
}

/** How the run ended; waits far longer than it may take. One that does not still waits for a timer, or for nothing at all. */
export async function ended(lab: Lab, { name, call: running }: Run): Promise<Settled<unknown>> {
  return (await running.within()) ?? fail(lab.timers() > 0 ? says.takesFarTooLong(name) : says.neverEnds(name));
}

/** How the run ended; requires that nothing stood still for it, or for a run before it. */
export async function unblocked(lab: Lab, run: Run): Promise<Settled<unknown>> {
  const settled = await ended(lab, run);
  assert(lab.blockedMs() === 0, says.stoodStill(run.name, lab.blockedMs()));
  return settled;
}

/** In milliseconds. */
export const anHour = 3_600_000;

export function success(settled: Settled<unknown>): Fulfilled<unknown> {
  if (settled.status === 'rejected') throw settled.reason;
  return settled;
}

/** Runs something that takes about `ms` beside a beating heart, and requires that no beat was missed. */
export async function watched(lab: Lab, ms: number, start: () => Run): Promise<Settled<unknown>> {
  const heart = new Heart(lab, beat(lab, ms));
  const run = start();
  const settled = await run.call.within(10 * ms);
  requireBeats(lab, run.name, heart);
  return settled ?? (await ended(lab, run));
}

export function requireBeats(lab: Lab, name: string, heart: Heart): void {
  const pulse = heart.stop();
  assert(pulse.missed === 0, says.missedBeats(name, pulse, lab.blockedMs()));
  assert(lab.blockedMs() === 0, says.blocked(name, lab.blockedMs()));
}

/** Milliseconds from beat to beat: a few dozen beats for a run of `ms`, and no round number. */
export function beat(lab: Lab, ms: number): number {
  return Math.max(1, Math.floor(ms / 30)) + lab.random.pick([0, 1, 3]);
}
