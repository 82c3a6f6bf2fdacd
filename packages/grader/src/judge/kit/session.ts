import type { Location } from '../../verdict/result.ts';

/** What the simulated modules of a submission see: its files, and what reading one and hashing cost. */
export interface World {
  readonly files: Readonly<Record<string, string>>;
  /** Virtual milliseconds for reading one file. */
  readonly readMs: number;
  /** Virtual milliseconds for one key derivation. */
  readonly hashMs: number;
}

/**
 * The submission that a suite meets, as the kit sees it. The judge supplies one that speaks with the student process;
 * under a plain `vitest run` the module lives next to the suite.
 */
export interface StudentSession {
  /** Begins a check: a fresh copy of the module, loaded on its first use. */
  begin(world: World): void;
  /** What the simulated modules see from now on. */
  setWorld(world: World): void;
  /** Lets work go on that needs real time. True when something moved. */
  nudge(): boolean | Promise<boolean>;
  /** Timers of the submission that are still set. */
  timers(): PendingTimers;
  /** Lines printed by the submission since the check began. */
  output(): readonly string[];
  /** Where an error was thrown, when the submission threw it; undefined for the suite's own errors. */
  blame(error: unknown): Blame | undefined;
  /** Ends the check and says what happened on the way. */
  end(): StudentReport;
}

export interface PendingTimers {
  readonly once: number;
  readonly repeating: number;
}

export interface Blame {
  readonly name: string;
  readonly message: string;
  readonly location?: Location;
}

export interface StudentReport {
  /** Set when the student's code could not go on. */
  readonly death?: Death;
  /** Rejections that nobody handled, and errors thrown out of timer callbacks. */
  readonly unhandled: readonly unknown[];
}

/** Why the student's code could not go on. */
export type Death =
  | { readonly cause: 'hang'; readonly location?: Location; readonly functionName?: string }
  | { readonly cause: 'load-hang'; readonly location?: Location; readonly functionName?: string }
  | { readonly cause: 'load-error'; readonly blame: Blame }
  | { readonly cause: 'missing-export'; readonly file: string; readonly name: string }
  | { readonly cause: 'exit' }
  | { readonly cause: 'memory' }
  | { readonly cause: 'refused'; readonly what: string }
  | { readonly cause: 'flood' }
  | { readonly cause: 'budget' };

let current: StudentSession | undefined;

/** Makes a session the one that the checks registered from now on belong to. */
export function useSession(session: StudentSession): void {
  current = session;
}

/** The session of the submission that the suite imported, if the judge supplied one. */
export function currentSession(): StudentSession | undefined {
  return current;
}
