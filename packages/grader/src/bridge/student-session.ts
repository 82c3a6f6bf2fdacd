import type { ClockEvent } from '@teatime/core';
import type { WireWorld as World } from '../wire/frames.ts';
import type { Blame, Death } from './death.ts';
import type { Location } from '../verdict/result.ts';

export type { World };

/**
 * The submission that a suite meets, as the kit sees it. The judge supplies one that speaks with the student process;
 * under a plain `vitest run` the module lives next to the suite.
 */
export interface StudentSession {
  /** Begins a check: a fresh copy of the module, loaded on its first use. */
  begin(world: World): void | Promise<void>;
  /** What the simulated modules see from now on. */
  setWorld(world: World): void;
  /** Runs calls of the submission as one turn: its microtasks run only after the last of them. Gives what `calls` gives. */
  atOnce<T>(calls: () => T): T;
  /** Lets work go on that needs real time. True when something moved. */
  nudge(): boolean | Promise<boolean>;
  /** The end of what the submission has other threads do, while they do it. Not there where a turn does not end before. */
  realWork?(): Promise<void> | undefined;
  /** Whether the check has called the submission, however that ended. */
  called(): boolean;
  /** Is told of all that happens on the check's clock, at once: for a submission that sets its timers there. */
  onClock?(event: ClockEvent): void;
  /** How many timers of the submission are still set. */
  timers(): number;
  /**
   * Processor time, in real milliseconds, that the thread of the submission has used in this check, loading included;
   * undefined before the check has called it, and where nobody can tell.
   */
  workedMs(): number | undefined;
  /** Lines printed by the submission since the check began. */
  output(): readonly string[];
  /** Where an error was thrown, when the submission threw it; undefined for the suite's own errors. */
  blame(error: unknown): Blame | undefined;
  /** Ends the check and says what happened on the way. */
  end(): StudentReport;
}

export interface StudentReport {
  /** Which functions and classes of the submission the check used. */
  readonly called: readonly string[];
  /** Set when the student's code could not go on. */
  readonly death?: Death;
  /** Rejections that nobody handled, and errors thrown out of timer callbacks. */
  readonly unhandled: readonly unknown[];
  /** Virtual milliseconds spent in loops that watch the clock, as the submission's side counted them. */
  readonly spunMs: number;
  /** Where the first of those loops is. */
  readonly spunAt?: Location;
  /** Where a timer was set that is still running. */
  readonly timerAt?: Location;
}
