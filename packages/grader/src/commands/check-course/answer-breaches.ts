import type { Exercise } from '../../course/course.ts';
import { breaches } from '../../messages/promises.ts';
import type { CheckResult, ExerciseResult } from '../../verdict/result.ts';
import { declaredFailures } from './answers.ts';
import type { CourseAnswer } from './answers.ts';
import type { Breach } from './breach.ts';

/** An answer of the course, and what `grade` made of it. */
export interface GradedAnswer {
  readonly answer: CourseAnswer;
  readonly result: ExerciseResult;
  /** Checks whose verdict was not the same in every run. */
  readonly unsteady: readonly CheckResult[];
}

/** The promises about its own answers that an exercise breaks. */
export function answerBreaches(exercise: Exercise, graded: readonly GradedAnswer[]): readonly Breach[] {
  return [
    ...graded.flatMap((one) => [...suiteBreaches(one), ...steadyBreaches(one), ...roleBreaches(exercise, one)]),
    ...coverageBreaches(exercise, graded),
  ];
}

function suiteBreaches({ answer, result }: GradedAnswer): readonly Breach[] {
  return result.message === undefined ? [] : [{ promise: 'suite', details: breaches.trouble(answer.path, result.message) }];
}

function steadyBreaches({ answer, unsteady }: GradedAnswer): readonly Breach[] {
  return unsteady.map(({ id, message = '' }) => ({
    promise: 'steady',
    details: breaches.unsteady(answer.path, id, message),
  }));
}

function roleBreaches(exercise: Exercise, graded: GradedAnswer): readonly Breach[] {
  switch (graded.answer.role) {
    case 'stub':
      return stubBreaches(exercise, graded);
    case 'solution':
    case 'also':
      return failureBreaches(graded.answer.role, graded, failuresOf(graded.result));
    case 'wrong':
      return wrongBreaches(graded);
  }
}

/** A stub fails because nothing is written yet, not because it cannot be read. */
function stubBreaches(exercise: Exercise, graded: GradedAnswer): readonly Breach[] {
  const failures = failuresOf(graded.result);
  const refused = failures.filter(({ kind }) => kind === 'gate');
  if (refused.length > 0) return failureBreaches('stub', graded, refused);
  const passed = exercise.checks.map(({ id }) => id).filter((id) => !failures.some((check) => check.id === id));
  return passed.length === 0 ? [] : [{ promise: 'stub', details: breaches.passes(graded.answer.path, passed) }];
}

function failureBreaches(
  promise: 'stub' | 'solution' | 'also',
  { answer }: GradedAnswer,
  failures: readonly CheckResult[],
): readonly Breach[] {
  return failures.map(({ id, message = '' }) => ({ promise, details: breaches.doesNotPass(answer.path, id, message) }));
}

function wrongBreaches({ answer, result }: GradedAnswer): readonly Breach[] {
  const { path } = answer;
  const declared = declaredFailures(answer);
  if (declared === undefined) return [{ promise: 'wrong', details: breaches.declaresNothing(path) }];
  const failures = failuresOf(result);
  const unknown = declared.filter((id) => !result.checks.some((check) => check.id === id));
  const passed = declared.filter((id) => !unknown.includes(id) && !failures.some((check) => check.id === id));
  const undeclared = failures.filter(({ id }) => !declared.includes(id));
  const details = [
    ...(unknown.length > 0 ? [breaches.declaresUnknown(path, unknown)] : []),
    ...passed.map((id) => breaches.passesDeclared(path, id)),
    ...undeclared.map(({ id, message = '' }) => breaches.failsUndeclared(path, id, message)),
  ];
  return details.map((text) => ({ promise: 'wrong', details: text }));
}

function coverageBreaches(exercise: Exercise, graded: readonly GradedAnswer[]): readonly Breach[] {
  const wrong = graded.filter(({ answer }) => answer.role === 'wrong');
  const failed = new Set(wrong.flatMap(({ result }) => failuresOf(result).map(({ id }) => id)));
  const never = exercise.checks.map(({ id }) => id).filter((id) => !failed.has(id));
  return never.length === 0 ? [] : [{ promise: 'coverage', details: breaches.neverFailed(never) }];
}

/** What an answer fails on. Where the gate refuses it, that alone: nothing else was tried. */
function failuresOf({ checks }: ExerciseResult): readonly CheckResult[] {
  const failures = checks.filter(({ status }) => status !== 'passed');
  const gate = failures.find(({ kind }) => kind === 'gate');
  return gate === undefined ? failures : [gate];
}
