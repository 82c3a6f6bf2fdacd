import { rulings } from '../messages/checks.ts';
import type { ExpectedCheck } from './checks.ts';
import type { Evidence, SuiteEvidence } from './evidence.ts';
import type { Finding } from './finding.ts';

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
      return onlyFinding(check, evidence.lint);
  }
}

function ruleOnRefused(check: ExpectedCheck, refusal: Finding): Ruling {
  if (check.kind === 'gate') return refusal;
  return { status: check.kind === 'suite' ? 'error' : 'skipped', message: rulings.refused };
}

function ruleOnSuite(check: ExpectedCheck, suite: SuiteEvidence): Ruling {
  if (suite.trouble !== undefined) return { status: 'error', message: suite.trouble };
  if (suite.canary !== 'failed') return { status: 'error', message: rulings.provesNothing };
  return onlyFinding(check, suite.findings);
}

function onlyFinding(check: ExpectedCheck, findings: readonly Finding[]): Ruling {
  const [finding, another] = findings.filter(({ id, kind }) => id === check.id && kind === check.kind);
  if (finding === undefined) return { status: 'error', message: rulings.didNotRun };
  return another === undefined ? finding : { status: 'error', message: rulings.ranTwice };
}
