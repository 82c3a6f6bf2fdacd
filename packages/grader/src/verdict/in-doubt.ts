import type { Evidence } from './evidence.ts';

/** Whether something could not be found out, because others had the processor: tried again, it may well be. */
export function inDoubt(evidence: Evidence): boolean {
  const findings = 'refusal' in evidence ? [evidence.refusal] : [...(evidence.lint ?? []), ...evidence.suite.findings];
  return findings.some((finding) => finding.status !== 'passed' && finding.cause === 'unjudged');
}
