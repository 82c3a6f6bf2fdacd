import type { Text } from '../messages/text.ts';
import type { Cause } from './cause.ts';
import type { ProblemReason } from './problem-reason.ts';
import type { CheckKind, Location, Status, TimelinePair } from './result.ts';

/** What one check found, before points and the language are known. The suite, lint, types and the gate all report these. */
export type Finding = Outcome & {
  readonly id: string;
  readonly kind: CheckKind;
  /** Set when the hidden suite has found it. */
  readonly hidden?: true;
};

/** What became of a check. */
export type Outcome = Passed | NotPassed;

export interface Passed extends Details {
  readonly status: 'passed';
}

export interface NotPassed extends Details {
  readonly status: Exclude<Status, 'passed'>;
  readonly cause: Cause;
}

interface Details {
  readonly message?: Text;
  readonly location?: Location;
  readonly timeline?: TimelinePair;
  /** Where the check knows that something began too late, or never. */
  readonly begins?: 'late' | 'never';
  /** Of a check that was not passed: which functions and classes of the submission it used. */
  readonly called?: readonly string[];
  /** What the submission printed while the check ran, line by line. */
  readonly output?: readonly string[];
  /** Of the gate: why no answer could be taken at all. */
  readonly reason?: ProblemReason;
  /** False when the check ran several times and its verdict was not always the same. */
  readonly steady?: false;
}
