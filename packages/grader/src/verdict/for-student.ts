import { forStudentTexts } from '../messages/for-student.ts';
import { sentenceIn } from '../messages/sentence-in.ts';
import { isJudged } from './grade-result.ts';
import type { CheckResult, ExerciseResult, GradeResult, JudgedExercise, UnjudgedExercise, UnscoredCheck } from './result.ts';
import { totalOf } from './total.ts';

/**
 * A grade as it can be handed back. Of the checks that students are not given it tells how many there are, how many passed and
 * what they gave; every sum stays as it was.
 */
export function forStudent(result: GradeResult, language: string): GradeResult {
  return { ...result, exercises: result.exercises.map((exercise) => withoutHidden(exercise, language)) };
}

function withoutHidden(exercise: ExerciseResult, language: string): ExerciseResult {
  if (!exercise.checks.some(({ hidden }) => hidden)) return exercise;
  return isJudged(exercise) ? judged(exercise, language) : unjudged(exercise, language);
}

function judged(exercise: JudgedExercise, language: string): JudgedExercise {
  const { message, checks, ...rest } = exercise;
  const open = checks.filter(({ hidden }) => !hidden);
  const hidden = checks.filter((check) => check.hidden);
  const passed = hidden.filter(({ status }) => status === 'passed').length;
  const title = sentenceIn(forStudentTexts.hiddenChecks(hidden.length, passed), language);
  const told: CheckResult = { ...together(hidden, title, passed === hidden.length), ...totalOf(hidden) };
  // What is wrong with the run as a whole can name checks.
  const trouble = message === undefined ? {} : { message: sentenceIn(forStudentTexts.trouble, language) };
  return { ...rest, ...trouble, checks: [...open, told], output: printedIn(open) };
}

function unjudged(exercise: UnjudgedExercise, language: string): UnjudgedExercise {
  const open = exercise.checks.filter(({ hidden }) => !hidden);
  const hidden = exercise.checks.filter((check) => check.hidden);
  const title = sentenceIn(forStudentTexts.hiddenChecks(hidden.length, undefined), language);
  return { ...exercise, checks: [...open, together(hidden, title, false)], output: printedIn(open) };
}

/** Several checks as one without a name. */
function together(checks: readonly UnscoredCheck[], title: string, isPassed: boolean): UnscoredCheck {
  const maxPoints = checks.reduce((sum, check) => sum + check.maxPoints, 0);
  const ending = isPassed ? ({ status: 'passed' } as const) : ({ status: 'failed', cause: 'wrong' } as const);
  return { id: 'decided-at-hand-in', kind: 'suite', ...ending, maxPoints, title };
}

/** What an answer prints in a check tells what it was given there. */
function printedIn(checks: readonly UnscoredCheck[]): readonly string[] {
  return checks.flatMap(({ output = [] }) => output);
}
