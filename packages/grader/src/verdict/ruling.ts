import { joined, rulings } from '../messages/checks.ts';
import type { ExpectedCheck } from './checks.ts';
import type { Evidence, SuiteEvidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Location, Status } from './result.ts';

/** What became of one expected check: never more than what was found. */
export type Ruling = Omit<Finding, 'id' | 'kind'>;

export function ruleOn(check: ExpectedCheck, evidence: Evidence): Ruling {
  if ('refusal' in evidence) return ruleOnRefused(check, evidence.refusal);
  switch (check.kind) {
    case 'gate':
      return { status: 'passed' };
    case 'suite':
      return ruleOnSuite(check, evidence.suite);
    case 'lint':
    case 'types':
      return merged(findingsFor(check, evidence.lint));
  }
}

function ruleOnRefused(check: ExpectedCheck, refusal: Finding): Ruling {
  if (check.kind === 'gate') return refusal;
  return { status: check.kind === 'suite' ? 'error' : 'skipped', message: rulings.refused };
}

function ruleOnSuite(check: ExpectedCheck, suite: SuiteEvidence): Ruling {
  if (suite.trouble !== undefined) return { status: 'error', message: suite.trouble };
  if (suite.canary !== 'failed') return { status: 'error', message: rulings.provesNothing };
  const [finding, another] = findingsFor(check, suite.findings);
  if (finding === undefined) return { status: 'error', message: rulings.didNotRun };
  return another === undefined ? finding : { status: 'error', message: rulings.ranTwice };
}

function findingsFor(check: ExpectedCheck, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ id, kind }) => id === check.id && kind === check.kind);
}

/** A static check may object to several places: the worst and first speaks, and names the others. */
function merged(findings: readonly Finding[]): Ruling {
  const worst = severity.find((status) => findings.some((finding) => finding.status === status));
  const [first, ...others] = findings.filter(({ status }) => status === worst).toSorted(byPlace);
  if (first === undefined) return { status: 'error', message: rulings.didNotRun };
  const places = others.flatMap(({ location }) => (location ? [`${location.file}:${location.line}`] : []));
  if (first.message === undefined || places.length === 0) return first;
  return { ...first, message: joined(first.message, rulings.also(places)) };
}

const severity: readonly Status[] = ['error', 'failed', 'skipped', 'passed'];

/** From the top of the first file down; those without a place last; told apart by their words where all else is equal. */
function byPlace(a: Finding, b: Finding): number {
  const [here, there] = [a.location ?? nowhere, b.location ?? nowhere];
  return compare(here.file, there.file)
    || here.line - there.line
    || here.column - there.column
    || compare(a.message?.en ?? '', b.message?.en ?? '');
}

const nowhere: Location = { file: '\uFFFF', line: 0, column: 0 };

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
