import type { Cause } from './cause.ts';
import { isJudged } from './grade-result.ts';
import type { CheckResult, ExerciseResult } from './result.ts';

/**
 * What a student is told in an exam: which check failed, by its title and its points, and not what was seen or why it
 * matters. Only what keeps the code from running at all is told in full, as any compiler would.
 */
export function inExam(exercise: ExerciseResult): ExerciseResult {
  return isJudged(exercise) ? { ...exercise, checks: exercise.checks.map(briefly) } : exercise;
}

function briefly(check: CheckResult): CheckResult {
  const { hint: _, timeline: __, ...told } = check;
  if (check.kind === 'gate' || check.kind === 'types' || (check.cause !== undefined && cannotRun.has(check.cause))) return told;
  const { message: ___, location: ____, ...title } = told;
  return title;
}

const cannotRun: ReadonlySet<Cause> = new Set(['load', 'missing', 'syntax', 'refused']);
