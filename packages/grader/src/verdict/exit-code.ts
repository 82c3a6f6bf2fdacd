import type { GradeResult } from './result.ts';

/** How the command ends, for scripts. */
export const exitCodes = {
  /** Everything that was asked for passed. */
  passed: 0,
  /** Something did not. */
  failed: 1,
  /** The command was used wrongly, or the course is broken. */
  misused: 2,
  /** The grader could not do its work. */
  trouble: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** @param trouble whether the grader itself failed somewhere: then no grade is to be trusted, not even a bad one */
export function exitCodeOf(result: Pick<GradeResult, 'passed'>, trouble: boolean): ExitCode {
  if (trouble) return exitCodes.trouble;
  return result.passed ? exitCodes.passed : exitCodes.failed;
}
