import { Random, type Recorder, sleep, type VirtualClock } from '@teatime/core';
import type { StudentSession, World } from '../../bridge/student-session.ts';
import { durations, type DurationOptions } from './inputs/durations.ts';
import { jobPlans, type JobsPlan } from './inputs/jobs.ts';
import { type NameOptions, names } from './inputs/names.ts';
import { error, reasons, text, texts, values } from './inputs/values.ts';
import { Job, type JobPlan, type JobWish, type Site } from './job.ts';
import type { Platform } from './platform.ts';
import type { TimerWatch } from './timer-watch.ts';

/**
 * What a check works with. All times are virtual milliseconds.
 *
 * What it hands out is lively: waits of milliseconds and of minutes, results that are falsy, equal or errors, reasons that are
 * no errors, names in no order. A check that needs less asks for less.
 *
 * @example
 * check('errors', async (lab: Lab) => {
 *   for (const reason of lab.reasons()) {
 *     const broken = lab.job({ ms: lab.duration({ to: 500 }), ending: { throws: reason } });
 *     const making = call(lab, () => makeTea(lab.job().run, broken.run));
 *     const settled = await making.rejected({ hangs: says.neverEnds, gave: says.other });
 *     assert(sameValue(settled.reason, reason), says.other(settled.reason));
 *   }
 * });
 */
export interface Lab extends Site {
  /** The clock of the check. Asked for what `elapsed`, `timers` and `blockedMs` do not tell. */
  readonly clock: VirtualClock;
  /** All chance of the check comes from here, so that a seed repeats it. */
  readonly random: Random;

  /** A long wait, or one within the limits that are given, in virtual milliseconds. */
  duration(options?: Pick<DurationOptions, 'from' | 'to'>): number;
  /** `count` different durations, ascending, from some milliseconds to two minutes; one alone is long. */
  durations(count: number, options?: DurationOptions): readonly number[];
  /** Names that nobody else in the check has, some with odd characters, in no order that sorting could give. */
  names(count: number, options?: NameOptions): readonly string[];
  /** A text that nobody can guess. */
  text(): string;
  /** An error that nobody can guess. */
  error(what?: string): Error;
  /** Results of all kinds: falsy, equal, errors, data. All kinds are among ten and more; ten when no count is given. */
  values(count?: number): readonly unknown[];
  /** The same where only texts will do: the empty one, equal ones. All kinds are among five and more. */
  texts(count?: number): readonly string[];
  /** Reasons of all kinds to throw: errors, a frozen one, falsy ones. All kinds are among seven and more. */
  reasons(count?: number): readonly unknown[];
  /** A piece of work for the submission, which stands in the timeline. What is not planned: a name, a long wait, a text that nobody can guess. */
  job(plan?: JobWish<string>): Job<string>;
  job<T>(plan: JobWish<T> & Pick<JobPlan<T>, 'ending'>): Job<T>;
  /** A list of pieces of work, of which nothing is in order. */
  jobs(plan?: JobsPlan): readonly Job<unknown>[];

  /**
   * Runs a part of the check twice at once, each with inputs and a time of its own: the second begins while the first is
   * under way. What a submission keeps outside of its functions is shared by both.
   */
  sideBySide(part: (lab: Lab) => Promise<void>): Promise<void>;
  /**
   * Runs several calls of the submission in one breath, and gives what they give: `lab.atOnce(() => { release(); acquire(); })`.
   * What the submission does later, on a microtask, it does after the last of them; without this, it does so after each.
   */
  atOnce<T>(calls: () => T): T;
  /** A rejection with this very reason that nobody handles is no fault of the submission in this check. */
  pardon(reason: unknown): void;
  /** What the simulated `node:fs` and `node:crypto` of the submission see; what is not given stays as it was. */
  world(changes: Partial<World>): void;
  /**
   * How many timers of the submission are set now. While it waits for nothing but a promise, there should be none: who has one
   * looks every now and then. When it is done, there should be none either, though a check fails by itself for one that stays.
   */
  timers(): number;
  /** Virtual milliseconds in which the thread was blocked: `blockFor`, a synchronous call, a loop that watches the clock. */
  blockedMs(): number;
  /**
   * Processor time, in real milliseconds, that the thread of the submission has used in this check so far; undefined before it
   * was called, and where nobody can tell. Compare it with `workOf`: a machine can be slow.
   */
  workedMs(): number | undefined;
  /**
   * Processor time, in real milliseconds, that the suite itself needs for some work: `lab.workOf(() => hash(password))`. It is
   * done three times, and the least counts, since the first also warms up and others may be disturbed.
   */
  workOf(work: () => void): number;
  /** What the submission printed in this check, line by line. */
  output(): readonly string[];
}

export const emptyWorld: World = { files: {}, readMs: 20, hashMs: 20 };

interface LabParts {
  readonly session: StudentSession;
  readonly platform: Platform;
  readonly clock: VirtualClock;
  readonly recorder: Recorder;
  readonly watch: TimerWatch;
  /** Takes what the check pardons. */
  readonly pardoned: Set<unknown>;
  /** Takes the errors that the lab makes for the check to hand out. */
  readonly handedOut: Set<unknown>;
  readonly seed: number;
}

export function createLab({ session, platform, clock, recorder, watch, pardoned, handedOut, seed }: LabParts): Lab {
  const random = new Random(seed);
  const noted = <T>(items: readonly T[]): readonly T[] => {
    for (const item of items) handedOut.add(item);
    return items;
  };
  const taken = new Set<string>();
  let world = emptyWorld;

  const labFrom = (begin: number): Lab => {
    const made: Job<unknown>[] = [];
    const namesOf = (count: number, options?: NameOptions): readonly string[] => names(random, count, taken, options);
    const jobOf = <T>({ name, ms, ...plan }: JobWish<T> & Pick<JobPlan<T>, 'ending'>): Job<T> => {
      const [newName = ''] = name === undefined ? namesOf(1) : [name];
      return new Job(lab, { name: newName, ms: ms ?? lab.duration(), ...plan });
    };
    const lab: Lab = {
      clock,
      recorder,
      random,
      begin,
      made,
      elapsed: () => clock.elapsed() - begin,
      expectTimers: (count) => watch.expect(count),
      duration: (options) => durations(random, 1, options)[0] ?? 0,
      durations: (count, options) => durations(random, count, options),
      names: namesOf,
      text: () => text(random),
      error: (what) => {
        const made = error(random, what);
        handedOut.add(made);
        return made;
      },
      values: (count) => noted(values(random, count)),
      texts: (count) => texts(random, count),
      reasons: (count) => noted(reasons(random, count)),
      job: (plan: object = {}) => jobOf({ ending: { gives: text(random) }, ...plan }),
      jobs: (plan = {}) => jobPlans(random, plan, namesOf).map((one) => new Job(lab, one)),
      sideBySide: async (part) => {
        const begun = (): Promise<void> => {
          const own = labFrom(clock.elapsed());
          return part(own).finally(() => made.push(...own.made));
        };
        const first = begun();
        const second = sleep(random.int(1, 12)).then(begun);
        const [one, other] = await Promise.allSettled([first, second]);
        if (one.status === 'rejected') throw one.reason;
        if (other.status === 'rejected') throw other.reason;
      },
      pardon: (reason) => {
        pardoned.add(reason);
      },
      world: (changes) => {
        world = { ...world, ...changes };
        session.setWorld(world);
      },
      atOnce: (calls) => session.atOnce(calls),
      timers: () => session.timers(),
      blockedMs: () => clock.blockedMs,
      workedMs: () => session.workedMs(),
      workOf: (work) => {
        const once = (): number => {
          const before = platform.workedMs();
          work();
          return platform.workedMs() - before;
        };
        return Math.min(once(), once(), once());
      },
      output: () => session.output(),
    };
    return lab;
  };
  return labFrom(0);
}
