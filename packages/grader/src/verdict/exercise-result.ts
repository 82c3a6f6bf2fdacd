import type { Exercise } from '../course/course.ts';
import { joined, rulings } from '../messages/checks.ts';
import { sentenceIn } from '../messages/sentence-in.ts';
import type { Text } from '../messages/text.ts';
import { visible } from '../messages/visible.ts';
import { expectedChecks, isMisplaced, isOfSource } from './checks.ts';
import type { ExpectedCheck } from './checks.ts';
import type { Evidence } from './evidence.ts';
import type { Finding, Outcome } from './finding.ts';
import { inDoubt } from './in-doubt.ts';
import type { CheckResult, ExerciseResult, Status } from './result.ts';
import { ruleOn } from './ruling.ts';
import { totalOf } from './total.ts';

/**
 * Judges an answer by its evidence. It passes when every expected check has exactly one result, all of them passed or, where
 * the exercise says so, a share of the points is there, and nothing else ran; whatever is missing, doubled or unknown makes it an error, and a check that did not pass gives
 * nothing. A restriction that is not kept withholds all points; and code of which nothing works earns none for what it
 * does not do wrong.
 */
export function exerciseResult(exercise: Exercise, evidence: Evidence, language: string): ExerciseResult {
  const expected = expectedChecks(exercise).filter((check) => isDecided(check, evidence));
  const ruled = expected.map((check) => ({ check, ruling: ruleOn(check, evidence) }));
  const isForbidden = ruled.some(({ check, ruling }) => check.id === 'restrictions' && ruling.status !== 'passed');
  const suite = ruled.filter(({ check }) => check.kind === 'suite');
  const nothingWorks = suite.length > 0 && suite.every(({ ruling }) => ruling.status !== 'passed');
  const withholds = isForbidden || nothingWorks;
  const checks = ruled.map(({ check, ruling }) => checkResult(check, ruling, withholds, language));
  const trouble = troubleOf(expected, evidence);
  const of = { id: exercise.id, title: sentenceIn(exercise.title, language) };
  const { atHandIn } = exercise;
  const { points, maxPoints: openPoints } = totalOf(checks);
  const { durationMs, output } = 'refusal' in evidence ? { durationMs: 0, output: [] } : evidence.suite;
  const pointsToPass = pointsNeeded(exercise, openPoints);
  const maxPoints = openPoints + (atHandIn?.points ?? 0);
  const facts = { maxPoints, ...(atHandIn && { atHandIn }), durationMs: Math.round(durationMs) };
  const printed = output.map(visible);
  if (trouble === undefined && inDoubt(evidence)) {
    const unscored = checks.map(({ points: _, ...check }) => check);
    return { ...of, status: 'unjudged', reason: 'busy', ...facts, message: sentenceIn(rulings.busy, language), checks: unscored, output: printed };
  }
  return {
    ...of,
    status: trouble === undefined ? overallStatus(checks, pointsToPass) : 'error',
    points,
    ...(pointsToPass !== undefined && { pointsToPass }),
    ...facts,
    ...('refusal' in evidence && evidence.refusal.reason && { reason: evidence.refusal.reason }),
    ...(trouble && { message: visible(sentenceIn(trouble, language)) }),
    checks,
    output: printed,
  };
}

/** Whether the check is one of those that this evidence is about. */
function isDecided(check: ExpectedCheck, evidence: Evidence): boolean {
  return 'refusal' in evidence || evidence.lint !== undefined || !isOfSource(check);
}

function checkResult(check: ExpectedCheck, ruling: Outcome, withholds: boolean, language: string): CheckResult {
  const { id, kind, hidden, points: maxPoints } = check;
  const { status, location, timeline, output = [] } = ruling;
  const message = messageOf(check, ruling);
  return {
    id,
    kind,
    status,
    ...(ruling.status !== 'passed' && { cause: ruling.cause }),
    points: status === 'passed' && !withholds ? maxPoints : 0,
    maxPoints,
    ...(hidden && { hidden }),
    title: sentenceIn(check.title, language),
    ...(message && { message: visible(sentenceIn(message, language)) }),
    ...(isAboutWhy(check, ruling) && { hint: sentenceIn(check.why, language) }),
    ...(location && { location }),
    ...(timeline && { timeline }),
    ...(output.length > 0 && { output: output.map(visible) }),
  };
}

/** Why a check matters is news where the code ran and was wrong: whoever forgot an import needs no word on the event loop. */
function isAboutWhy({ kind, id }: ExpectedCheck, ruling: Outcome): boolean {
  if (ruling.status === 'passed' || kind === 'types' || kind === 'gate') return false;
  return ruling.cause === 'wrong' || id === 'restrictions';
}

function messageOf({ id }: ExpectedCheck, { status, message }: Outcome): Text | undefined {
  if (id !== 'restrictions' || status !== 'failed') return message;
  return message === undefined ? rulings.withheld : joined(message, rulings.withheld);
}

/** What is wrong with the run as a whole, and would not show in any of the expected checks. */
function troubleOf(expected: readonly ExpectedCheck[], evidence: Evidence): Text | undefined {
  if ('refusal' in evidence) return undefined;
  if (evidence.suite.trouble !== undefined) return evidence.suite.trouble;
  const [mistake] = evidence.suite.mistakes ?? [];
  if (mistake !== undefined) return rulings.mistake(mistake);
  if (evidence.suite.canary !== 'failed') return rulings.provesNothing;
  const { suite, lint } = evidence;
  const unknown = [
    ...unexpected(suite.findings, expected.filter(({ kind }) => kind === 'suite')),
    ...unexpected(lint ?? [], expected.filter(isOfSource)),
  ];
  if (unknown.length > 0) return rulings.unknownChecks([...new Set(unknown)].toSorted());
  const misplaced = expected.filter((check) => suite.findings.some((finding) => finding.id === check.id && isMisplaced(finding, check)));
  if (misplaced.length > 0) return rulings.misplacedChecks(misplaced.map(({ id }) => id));
  const missing = expected.filter(({ id, kind }) => kind === 'suite' && !suite.findings.some((finding) => finding.id === id));
  return missing.length === 0 ? undefined : rulings.missingChecks(missing.map(({ id }) => id));
}

/** The ids of findings that belong to none of the checks. */
function unexpected(findings: readonly Finding[], checks: readonly ExpectedCheck[]): readonly string[] {
  return findings
    .filter((finding) => !checks.some(({ id, kind }) => id === finding.id && kind === finding.kind))
    .map(({ id }) => id);
}

/** Of the points that are decided here, how many pass; undefined where every check has to. */
function pointsNeeded({ passAt = 1 }: Exercise, openPoints: number): number | undefined {
  // Without points there is nothing to have a share of. A product such as 0.07 * 100 is a little too large.
  return passAt < 1 && openPoints > 0 ? Math.ceil(Number((passAt * openPoints).toFixed(6))) : undefined;
}

function overallStatus(checks: readonly CheckResult[], pointsToPass: number | undefined): Status {
  if (pointsToPass !== undefined && totalOf(checks).points >= pointsToPass && checks.every(isFineOrForPoints)) return 'passed';
  if (checks.some(({ status }) => status === 'error')) return 'error';
  return checks.every(({ status }) => status === 'passed') ? 'passed' : 'failed';
}

/** Where points decide, a check that costs points has had its effect; the gate, types and lint hold for every answer. */
function isFineOrForPoints({ status, kind, maxPoints }: CheckResult): boolean {
  return status === 'passed' || kind === 'suite' || maxPoints > 0;
}
