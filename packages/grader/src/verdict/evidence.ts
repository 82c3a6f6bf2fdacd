import type { Text } from '../messages/text.ts';
import type { Finding } from './finding.ts';

/** All that is known about an answer to one exercise: the gate refused it, or it was linted and its suite ran. */
export type Evidence =
  | { readonly refusal: Finding }
  | { readonly lint: readonly Finding[]; readonly suite: SuiteEvidence };

/** What the verdict needs of a suite run. */
export interface SuiteEvidence {
  readonly findings: readonly Finding[];
  /** The check that must fail: anything but `failed` means that the run proves nothing. */
  readonly canary: 'failed' | 'passed' | 'missing';
  /** Set when the suite itself could not run, through no fault of the submission. */
  readonly trouble?: Text;
  readonly output: readonly string[];
  readonly durationMs: number;
}
