import type { CheckResult } from '../verdict/result.ts';

/** Checks that failed for the same reason, such as a function that is still empty, share one explanation. */
export function groupedByProblem(checks: readonly CheckResult[]): readonly (readonly CheckResult[])[] {
  const alike = (check: CheckResult): string => JSON.stringify([check.message ?? check.id, check.location, check.timeline]);
  return [...Map.groupBy(checks, alike).values()];
}
