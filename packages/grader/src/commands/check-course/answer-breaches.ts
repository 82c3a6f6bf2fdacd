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
  return [...graded.flatMap((one) => breachesOf(exercise, one)), ...coverageBreaches(exercise, graded)];
}

function breachesOf(exercise: Exercise, graded: GradedAnswer): readonly Breach[] {
  const { answer, result } = graded;
  // Where the suite did not run, what an answer fails on means nothing.
  if (result.message !== undefined) return [{ promise: 'suite', details: breaches.trouble(answer.path, result.message) }];
  return [...steadyBreaches(graded), ...roleBreaches(exercise, graded)];
}

function steadyBreaches({ answer, unsteady }: GradedAnswer): readonly Breach[] {
  return about(unsteady, (checks, message) => ({ promise: 'steady', details: breaches.unsteady(answer.path, checks, message) }));
}

/** One thing to say about some checks of an answer, with what the first of them says; none when there are none. */
function about<T>(checks: readonly CheckResult[], breach: (ids: readonly string[], message: string) => T): readonly T[] {
  const [first] = checks;
  return first === undefined ? [] : [breach(checks.map(({ id }) => id), first.message ?? '')];
}

function roleBreaches(exercise: Exercise, graded: GradedAnswer): readonly Breach[] {
  switch (graded.answer.role) {
    case 'stub':
      return stubBreaches(exercise, graded);
    case 'solution':
    case 'also':
      return failureBreaches(graded.answer.role, graded, failuresOf(graded));
    case 'wrong':
      return wrongBreaches(graded);
  }
}

/** A stub fails because nothing is written yet, not because it cannot be read. */
function stubBreaches(exercise: Exercise, graded: GradedAnswer): readonly Breach[] {
  const failures = failuresOf(graded);
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
  return about(failures, (checks, message) => ({ promise, details: breaches.doesNotPass(answer.path, checks, message) }));
}

function wrongBreaches(graded: GradedAnswer): readonly Breach[] {
  const { path } = graded.answer;
  const declared = declaredFailures(graded.answer);
  if (declared === undefined) return [{ promise: 'wrong', details: breaches.declaresNothing(path) }];
  const { checks } = graded.result;
  const failures = failuresOf(graded);
  const unknown = declared.filter((id) => !checks.some((check) => check.id === id));
  const passed = checks.filter((check) => declared.includes(check.id) && check.status === 'passed').map(({ id }) => id);
  const undeclared = failures.filter(({ id }) => !declared.includes(id));
  return [
    ...(unknown.length > 0 ? [breaches.declaresUnknown(path, unknown)] : []),
    ...(passed.length > 0 ? [breaches.passesDeclared(path, passed)] : []),
    ...about(undeclared, (ids, message) => breaches.failsUndeclared(path, ids, message)),
  ].map((details) => ({ promise: 'wrong', details }));
}

function coverageBreaches(exercise: Exercise, graded: readonly GradedAnswer[]): readonly Breach[] {
  const wrong = graded.filter(({ answer }) => answer.role === 'wrong');
  const failed = new Set(wrong.flatMap((one) => failuresOf(one).map(({ id }) => id)));
  const never = exercise.checks.map(({ id }) => id).filter((id) => !failed.has(id));
  return never.length === 0 ? [] : [{ promise: 'coverage', details: breaches.neverFailed(never) }];
}

/**
 * What an answer fails on, but for what is unsteady, which is a breach of its own. Where the gate refuses an answer,
 * that alone: nothing else was tried.
 */
function failuresOf({ result, unsteady }: GradedAnswer): readonly CheckResult[] {
  const failures = result.checks.filter((check) => check.status !== 'passed' && !unsteady.includes(check));
  const gate = failures.find(({ kind }) => kind === 'gate');
  return gate === undefined ? failures : [gate];
}
