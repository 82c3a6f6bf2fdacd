import { Random, type Recorder, type VirtualClock } from '@teatime/core';
import type { StudentSession, World } from '../../bridge/student-session.ts';

/** What a check works with. All times are virtual milliseconds. */
export interface Lab {
  readonly clock: VirtualClock;
  /** All chance of the check comes from here, so that a seed repeats it. */
  readonly random: Random;
  /** What ran; a failure that gives expected spans is drawn beside it. */
  readonly recorder: Recorder;
  /** Milliseconds since the check began. */
  elapsed(): number;
  /** What the simulated `node:fs` and `node:crypto` of the submission see; what is not given stays as it was. */
  world(changes: Partial<World>): void;
  /**
   * Runs several calls of the submission in one breath, and gives what they give: `lab.atOnce(() => { release(); acquire(); })`.
   * What the submission does later, on a microtask, it does after the last of them; without this, it does so after each.
   */
  atOnce<T>(calls: () => T): T;
  /** Milliseconds in which the thread was blocked: `blockFor`, a synchronous call, a loop that watches the clock. */
  blockedMs(): number;
  /** What the submission printed in this check, line by line. */
  output(): readonly string[];
}

export const emptyWorld: World = { files: {}, readMs: 20, hashMs: 20 };

interface LabParts {
  readonly session: StudentSession;
  readonly clock: VirtualClock;
  readonly recorder: Recorder;
  readonly seed: number;
}

export function createLab({ session, clock, recorder, seed }: LabParts): Lab {
  let world = emptyWorld;
  return {
    clock,
    recorder,
    random: new Random(seed),
    elapsed: () => clock.elapsed(),
    world: (changes) => {
      world = { ...world, ...changes };
      session.setWorld(world);
    },
    atOnce: (calls) => session.atOnce(calls),
    blockedMs: () => clock.blockedMs,
    output: () => session.output(),
  };
}
