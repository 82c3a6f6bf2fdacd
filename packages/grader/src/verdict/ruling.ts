import { rulings } from '../messages/checks.ts';
import type { ExpectedCheck } from './checks.ts';
import type { Evidence, SuiteEvidence } from './evidence.ts';
import type { Finding, Outcome } from './finding.ts';

/** What became of one expected check: never more than what was found. */
export function ruleOn(check: ExpectedCheck, evidence: Evidence): Outcome {
  if ('refusal' in evidence) return ruleOnRefused(check, evidence.refusal);
  switch (check.kind) {
    case 'gate':
      return { status: 'passed' };
    case 'suite':
      return ruleOnSuite(check, evidence.suite);
    case 'lint':
    case 'types':
      return onlyFinding(check, evidence.lint ?? []);
  }
}

function ruleOnRefused(check: ExpectedCheck, refusal: Finding): Outcome {
  if (check.kind === 'gate') return refusal;
  return { status: 'skipped', cause: 'not-run', message: rulings.refused };
}

function ruleOnSuite(check: ExpectedCheck, suite: SuiteEvidence): Outcome {
  if (suite.trouble !== undefined) return { status: 'error', cause: 'not-run', message: suite.trouble };
  if (suite.canary !== 'failed') return { status: 'error', cause: 'not-run', message: rulings.provesNothing };
  return onlyFinding(check, suite.findings);
}

function onlyFinding(check: ExpectedCheck, findings: readonly Finding[]): Outcome {
  const [finding, another] = findings.filter(({ id, kind }) => id === check.id && kind === check.kind);
  if (finding === undefined) return { status: 'error', cause: 'not-run', message: rulings.didNotRun };
  return another === undefined ? finding : { status: 'error', cause: 'not-run', message: rulings.ranTwice };
}
