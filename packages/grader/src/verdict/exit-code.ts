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

/** Of a grade that could be made. One that could not is no grade, not even a bad one, and ends with `trouble`. */
export function exitCodeOf(result: GradeResult): ExitCode {
  if ('unjudged' in result) return exitCodes.trouble;
  return result.passed ? exitCodes.passed : exitCodes.failed;
}
