import type { Exercise } from '../../src/course/course.ts';
import { expectedChecks } from '../../src/verdict/checks.ts';
import type { Language } from '../../src/messages/text.ts';
import type { Evidence, SuiteEvidence } from '../../src/verdict/evidence.ts';
import { exerciseResult } from '../../src/verdict/exercise-result.ts';
import type { Cause } from '../../src/verdict/cause.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { isJudged } from '../../src/verdict/grade-result.ts';
import type { CheckKind, JudgedExercise, Status } from '../../src/verdict/result.ts';
import { text } from './manifests.ts';

/** Evidence of a run, before something is taken out of it or put in. */
export interface RunEvidence {
  readonly lint: readonly Finding[];
  readonly suite: SuiteEvidence;
}

export function finding(id: string, status: Status = 'passed', kind: CheckKind = 'suite', cause: Cause = 'wrong'): Finding {
  return status === 'passed' ? { id, kind, status } : { id, kind, status, cause, message: text(`${id} went wrong.`) };
}

/** What is found when everything about an answer is right. */
export function flawless(exercise: Exercise): RunEvidence {
  const findings = expectedChecks(exercise).map(({ id, kind }) => finding(id, 'passed', kind));
  return {
    lint: findings.filter(({ kind }) => kind === 'lint' || kind === 'types'),
    suite: suiteRun(findings.filter(({ kind }) => kind === 'suite')),
  };
}

export function suiteRun(findings: readonly Finding[], rest: Partial<SuiteEvidence> = {}): SuiteEvidence {
  return { findings, canary: 'failed', output: [], durationMs: 12.6, ...rest };
}

/** The result of an answer that could be judged. */
export function judgedResult(exercise: Exercise, evidence: Evidence, language: Language = 'en'): JudgedExercise {
  const result = exerciseResult(exercise, evidence, language);
  if (!isJudged(result)) throw new Error(result.message);
  return result;
}

/** The same evidence with some findings in the place of those of the same id. */
export function withFindings(evidence: RunEvidence, ...changed: readonly Finding[]): RunEvidence {
  const change = (found: Finding): Finding =>
    changed.find(({ id, kind }) => id === found.id && kind === found.kind) ?? found;
  return {
    lint: evidence.lint.map(change),
    suite: { ...evidence.suite, findings: evidence.suite.findings.map(change) },
  };
}
