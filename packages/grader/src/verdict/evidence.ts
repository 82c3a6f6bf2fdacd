import type { Text } from '../messages/text.ts';
import type { Finding } from './finding.ts';

/** All that is known about an answer to one exercise: the gate refused it, or it was linted and its suite ran. */
export type Evidence =
  | { readonly refusal: Finding }
  /** Without `lint` where nobody looked at the source, and those checks are decided elsewhere. */
  | { readonly lint: readonly Finding[] | undefined; readonly suite: SuiteEvidence };

/** What the verdict needs of a suite run. */
export interface SuiteEvidence {
  readonly findings: readonly Finding[];
  /** The check that must fail: anything but `failed` means that the run proves nothing. */
  readonly canary: 'failed' | 'passed' | 'missing';
  /** Set when the suite itself could not run, through no fault of the submission. */
  readonly trouble?: Text;
  /** What checks did wrong themselves; they have nothing to say about the answer. */
  readonly mistakes?: readonly SuiteMistake[];
  readonly output: readonly string[];
  readonly durationMs: number;
}

/** A mistake of a suite's own, for whoever can mend it: the error is not the answer's, whatever brought it about. */
export interface SuiteMistake {
  readonly check: string;
  readonly what: Text;
  /** The file of the suite, from the root of the course, and where it is known the line: `packages/grader/suites/tea.suite.ts:12`. */
  readonly place: string;
}
