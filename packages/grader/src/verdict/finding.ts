import type { Text } from '../messages/text.ts';
import type { Cause } from './cause.ts';
import type { CheckKind, Location, Status, TimelinePair } from './result.ts';

/** What one check found, before points and the language are known. The suite, lint, types and the gate all report these. */
export type Finding = Outcome & {
  readonly id: string;
  readonly kind: CheckKind;
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
  /** What the submission printed while the check ran, line by line. */
  readonly output?: readonly string[];
  /** False when the check ran several times and its verdict was not always the same. */
  readonly steady?: false;
}
