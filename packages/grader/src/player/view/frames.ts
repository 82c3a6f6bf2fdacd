import type { Replay } from '../replay.ts';

/** A step of all shown runs together: at which of its moments each of them is then. */
export interface Frame {
  readonly t: number;
  /** Which run makes the step. */
  readonly run: number;
  /** The moment of each run. */
  readonly moments: readonly number[];
}

/** The steps of runs that are shown side by side, in the order of their times. */
export function framesOf(replays: readonly Replay[]): readonly Frame[] {
  const steps = replays.flatMap(({ moments }, run) => moments.slice(1).map(({ t }, index) => ({ t, run, moment: index + 1 })));
  const frames: Frame[] = [{ t: 0, run: 0, moments: replays.map(() => 0) }];
  for (const { t, run, moment } of steps.toSorted((a, b) => a.t - b.t)) {
    const before = frames.at(-1)?.moments ?? [];
    frames.push({ t, run, moments: before.with(run, moment) });
  }
  return frames;
}
