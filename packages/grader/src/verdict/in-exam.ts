import type { Cause } from './cause.ts';
import { isJudged } from './grade-result.ts';
import type { ExerciseResult, UnscoredCheck } from './result.ts';

/**
 * What a student is told in an exam: which check failed, by its title and its points, and not what was seen or why it
 * matters. Only what keeps the code from running at all, or from being judged, is told in full.
 */
export function inExam(exercise: ExerciseResult): ExerciseResult {
  if (!isJudged(exercise)) return { ...exercise, checks: exercise.checks.map(briefly) };
  return { ...exercise, checks: exercise.checks.map((check) => ({ ...briefly(check), points: check.points })) };
}

function briefly(check: UnscoredCheck): UnscoredCheck {
  const { hint: _, timeline: __, ...told } = check;
  if (check.kind === 'gate' || check.kind === 'types' || (check.cause !== undefined && cannotRun.has(check.cause))) return told;
  const { message: ___, location: ____, ...title } = told;
  return title;
}

const cannotRun: ReadonlySet<Cause> = new Set(['load', 'missing', 'syntax', 'refused', 'unjudged']);
