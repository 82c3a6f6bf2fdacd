import type { InsteadOfExport } from '../messages/missing-export.ts';
import type { Location } from '../verdict/result.ts';

/** An error of the submission: what it says and where it was thrown. */
export interface Blame {
  readonly name: string;
  readonly message: string;
  readonly location?: Location;
  /** What the file may import, where a name that it does not know could be meant. */
  readonly imports?: readonly string[];
  /** Where the file itself calls a function that the checks are to call. */
  readonly ownCall?: OwnCall;
}

export interface OwnCall {
  readonly name: string;
  readonly location: Location;
}

/** The name under which what was thrown is blamed when it is no error. */
export const noError = 'throw';

/** Where a loop was found that does not end. */
export interface StuckPlace {
  readonly location?: Location;
  readonly functionName?: string;
}

/** Why the student's code could not go on. */
export type Death =
  /** With `awaits` where the loop stops at an `await` each time, and still lets nothing else run. */
  | ({ readonly cause: 'hang'; readonly awaits?: true } & StuckPlace)
  | ({ readonly cause: 'load-hang' } & StuckPlace)
  /** It does not work either: it waits, and lets nothing else run. */
  | ({ readonly cause: 'standstill' } & StuckPlace)
  /** More than anybody takes in: of what it printed, or of calls and timers. */
  | ({ readonly cause: 'flood'; readonly of?: 'output' } & StuckPlace)
  /** Its top level awaits what never happens. */
  | ({ readonly cause: 'load-waits' } & StuckPlace)
  | ({ readonly cause: 'exit' } & StuckPlace)
  | ({ readonly cause: 'endless-timer' } & StuckPlace)
  | { readonly cause: 'load-error'; readonly blame: Blame }
  | { readonly cause: 'missing-export'; readonly file: string; readonly name: string; readonly instead: InsteadOfExport }
  | { readonly cause: 'no-function'; readonly file: string; readonly name: string }
  | { readonly cause: 'refused'; readonly what: string }
  | { readonly cause: 'memory' | 'check-budget' | 'budget' | 'submission-budget' | 'starts' }
  /** Not the submission's fault: others had the processor, so that nobody can tell how it would have gone on. */
  | { readonly cause: 'starved' }
  /** Not the submission's fault: its process could not be started. */
  | { readonly cause: 'no-process'; readonly detail: string };

/** Thrown into the suite when it calls student code that cannot go on. */
export class StudentGone extends Error {
  override readonly name = 'StudentGone';
  readonly death: Death;

  constructor(death: Death) {
    super(`the student's code could not go on: ${death.cause}`);
    this.death = death;
  }
}
