import type { GradeResult } from './result.ts';

/** Whether something that was read back, or came from another machine, is a result of a grade of this version. */
export function isGradeResult(value: unknown): value is GradeResult {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) return false;
  const isTold = 'unjudged' in value ? Array.isArray(value.unjudged) : 'passed' in value && 'points' in value && Number.isFinite(value.points);
  return isTold && 'maxPoints' in value && 'exercises' in value && Array.isArray(value.exercises);
}
