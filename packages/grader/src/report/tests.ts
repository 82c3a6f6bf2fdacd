import { reportWords } from '../messages/report.ts';
import type { Language } from '../messages/text.ts';
import { isJudged } from '../verdict/grade-result.ts';
import type { ExerciseResult, GradeResult, UnscoredCheck } from '../verdict/result.ts';
import { explainCheck } from './terminal/explain-check.ts';
import { codeFrame, placeOf } from './terminal/place.ts';
import { createStyle } from './terminal/style.ts';

/** A check as other programs know it: one test in a list. */
export interface Test {
  readonly exercise: ExerciseResult;
  readonly check: UnscoredCheck;
  /** `gather/input-order`: no other test of the grade has it. */
  readonly id: string;
  /** `Gather: Results come back in the order given`. */
  readonly title: string;
  /** The same, with a word where students are not given the check. */
  readonly markedTitle: string;
  /** As most programs put it: what was skipped is no success. */
  readonly outcome: 'pass' | 'fail' | 'error';
  /** Absent where the exercise could not be judged: then nothing of it counts. */
  readonly points?: number;
  /** Where it went wrong, and what is to be said about it, of at most 80 columns; empty where it passed. */
  readonly text: string;
}

/** Every check of a grade, in its order. */
export function testsOf(result: GradeResult, language: Language): readonly Test[] {
  return result.exercises.flatMap((exercise) => testsOfExercise(exercise, language));
}

export function testsOfExercise(exercise: ExerciseResult, language: Language): readonly Test[] {
  const { hidden: hiddenWord } = reportWords[language];
  const test = (check: UnscoredCheck): Test => ({
    exercise,
    check,
    id: `${exercise.id}/${check.id}`,
    title: `${exercise.title}: ${check.title}`,
    markedTitle: `${exercise.title}: ${check.title}${check.hidden === true ? hiddenWord : ''}`,
    outcome: check.status === 'passed' ? 'pass' : check.status === 'failed' ? 'fail' : 'error',
    text: check.status === 'passed' ? '' : [...placeIn(exercise, check, language), explainCheck(check, language)].join('\n'),
  });
  return isJudged(exercise) ? exercise.checks.map((check) => ({ ...test(check), points: check.points })) : exercise.checks.map(test);
}

function placeIn({ id }: ExerciseResult, { location }: UnscoredCheck, language: Language): readonly string[] {
  if (location === undefined) return [];
  return [placeOf(location, id), ...codeFrame(location, 80, createStyle({ language, width: 80, colors: false }))];
}

/** What a grade says of an exercise as a whole, and of what is in doubt. */
export function remarksOf(result: GradeResult): readonly string[] {
  return result.exercises.flatMap(({ id, message }) => (message === undefined ? [] : [`${id}: ${message}`]));
}
