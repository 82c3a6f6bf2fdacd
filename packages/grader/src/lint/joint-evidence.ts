import type { Restriction } from '../course/course.ts';
import type { Evidence, SuiteEvidence } from '../verdict/evidence.ts';
import { withUnawaited } from '../verdict/unawaited.ts';
import type { LintReply } from './lint-job.ts';
import { withUses } from './restricted-members/uses.ts';

/** A suite run, and what of the forbidden the answer was seen to use in it. */
export type WatchedSuite = SuiteEvidence & { readonly used: readonly string[] };

/** What is known of an answer that ran and was read: each of the two explains what the other has found. */
export function jointEvidence(suite: WatchedSuite, { findings, unawaited }: LintReply, restrictions: readonly Restriction[]): Evidence {
  return { suite: { ...suite, findings: withUnawaited(suite.findings, unawaited) }, lint: withUses(findings, suite.used, restrictions) };
}
