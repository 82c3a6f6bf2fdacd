import type { Exercise } from '../../../course/course.ts';
import { breaches } from '../../../messages/breaches.ts';
import { refusing } from '../../../messages/submission.ts';
import type { SuiteMistake } from '../../../verdict/evidence.ts';
import type { CheckResult, JudgedExercise } from '../../../verdict/result.ts';
import { declaredFailures } from '../answers/answers.ts';
import type { CourseAnswer } from '../answers/answers.ts';
import type { Breach } from '../breach/breach.ts';

/** An answer of the course, and what `grade` made of it. */
export interface GradedAnswer {
  readonly answer: CourseAnswer;
  readonly result: JudgedExercise;
  /** Checks whose verdict was not the same in every run. */
  readonly unsteady: readonly CheckResult[];
  /** What checks did wrong themselves when they met it; their verdicts mean nothing. */
  readonly mistakes: readonly SuiteMistake[];
}

/**
 * The promises about its own answers that an exercise breaks.
 *
 * @param spared checks that some wrong answer is to fail which could not be judged
 */
export function answerBreaches(exercise: Exercise, graded: readonly GradedAnswer[], spared: readonly string[] = []): readonly Breach[] {
  return [
    ...mistakeBreaches(graded),
    ...graded.flatMap((one) => breachesOf(exercise, one)),
    ...coverageBreaches(exercise, graded, spared),
  ];
}

/** Each mistake of the suite once, with the answers that brought it to light. */
export function mistakeBreaches(graded: readonly GradedAnswer[]): readonly Breach[] {
  const met = graded.flatMap(({ answer, mistakes }) => mistakes.map((mistake) => ({ ...mistake, path: answer.path })));
  return [...Map.groupBy(met, ({ check, place }) => `${check} ${place}`).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ promise: 'suite', details: breaches.mistake(first, [first, ...others].map(({ path }) => path)) } as const],
  );
}

function isMistaken(check: string, { mistakes }: GradedAnswer): boolean {
  return mistakes.some((mistake) => mistake.check === check);
}

function breachesOf(exercise: Exercise, graded: GradedAnswer): readonly Breach[] {
  const { answer, result } = graded;
  // Where the suite did not run, what an answer fails on means nothing.
  if (result.message !== undefined) return [{ promise: 'suite', details: breaches.trouble(answer.path, result.message) }];
  return [...steadyBreaches(graded), ...(gateBreach(graded) ?? roleBreaches(exercise, graded))];
}

/** The gate refuses an answer, which nobody said that it would: nothing else about it was tried. */
function gateBreach(graded: GradedAnswer): readonly Breach[] | undefined {
  const { answer } = graded;
  const gate = failuresOf(graded).find(({ kind }) => kind === 'gate');
  if (gate === undefined || declaredFailures(answer)?.includes(gate.id) === true) return undefined;
  const { message = '', location } = gate;
  const path = location === undefined ? answer.path : pathOf(answer, location.file);
  const line = location === undefined || answer.origins === undefined ? location?.line : answer.origins[location.line - 1];
  const reason = syntaxPrefixes.find((prefix) => message.startsWith(prefix));
  const say = reason === undefined ? breaches.refused : breaches.notTypeScript;
  return [{ promise: answer.role, details: say(path, line, message.slice(reason?.length ?? 0)) }];
}

const syntaxPrefixes = Object.values(refusing.syntax({ en: '', 'zh-CN': '' }));

/** Where a file of an answer lies: only the first one of a variant is its own. */
function pathOf({ path, files }: CourseAnswer, name: string): string {
  return name === files[0]?.name ? path : path.replace(/(?:\/also|\/wrong)?\/[^/]*$/, `/${name}`);
}

function steadyBreaches({ answer, unsteady }: GradedAnswer): readonly Breach[] {
  return about(unsteady, (checks, message) => ({ promise: 'steady', details: breaches.unsteady(answer.path, checks, message) }));
}

/** What to say about some checks of an answer: each once, with its own message, and together where they say the same. */
function about<T>(checks: readonly CheckResult[], breach: (ids: readonly string[], message: string) => T): readonly T[] {
  const byMessage = Map.groupBy(checks, ({ message }) => message ?? '');
  return [...byMessage].map(([message, same]) => breach(same.map(({ id }) => id), message));
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

function stubBreaches(exercise: Exercise, graded: GradedAnswer): readonly Breach[] {
  const failures = failuresOf(graded);
  const passed = exercise.checks.map(({ id }) => id)
    .filter((id) => !isMistaken(id, graded) && !failures.some((check) => check.id === id));
  return passed.length === 0 ? [] : [{ promise: 'stub', details: breaches.passes(graded.answer.path, passed) }];
}

function failureBreaches(
  promise: 'solution' | 'also',
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
  const passed = checks.filter((check) => declared.includes(check.id) && check.status === 'passed' && !isMistaken(check.id, graded)).map(({ id }) => id);
  const undeclared = failures.filter(({ id }) => !declared.includes(id));
  return [
    ...(unknown.length > 0 ? [breaches.declaresUnknown(path, unknown)] : []),
    ...(passed.length > 0 ? [breaches.passesDeclared(path, passed)] : []),
    ...about(undeclared, (ids, message) => breaches.failsUndeclared(path, ids, message)),
  ].map((details) => ({ promise: 'wrong', details }));
}

function coverageBreaches(exercise: Exercise, graded: readonly GradedAnswer[], spared: readonly string[]): readonly Breach[] {
  const wrong = graded.filter(({ answer }) => answer.role === 'wrong');
  // A check that went wrong itself is told of already.
  const failed = new Set([...spared, ...wrong.flatMap((one) => failuresOf(one).map(({ id }) => id)), ...graded.flatMap(({ mistakes }) => mistakes.map(({ check }) => check))]);
  const never = exercise.checks.map(({ id }) => id).filter((id) => !failed.has(id));
  return never.length === 0 ? [] : [{ promise: 'coverage', details: breaches.neverFailed(never) }];
}

/**
 * What an answer fails on, but for what is unsteady, which is a breach of its own. Where the gate refuses an answer,
 * that alone: nothing else was tried.
 */
function failuresOf(graded: GradedAnswer): readonly CheckResult[] {
  const { result, unsteady } = graded;
  const failures = result.checks.filter((check) => check.status !== 'passed' && !unsteady.includes(check) && !isMistaken(check.id, graded));
  const gate = failures.find(({ kind }) => kind === 'gate');
  return gate === undefined ? failures : [gate];
}
