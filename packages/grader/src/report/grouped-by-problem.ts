import type { CheckResult } from '../verdict/result.ts';

/** Checks that failed for the same reason, such as a function that is still empty, share one explanation: that of the first. */
export function groupedByProblem(checks: readonly CheckResult[]): readonly (readonly CheckResult[])[] {
  const alike = ({ id, message = id, location }: CheckResult): string => JSON.stringify([message, location]);
  return [...Map.groupBy(checks, alike).values()];
}
