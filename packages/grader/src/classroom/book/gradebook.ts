import type { Exercise } from '../../course/course.ts';
import { gradebookTexts } from '../../messages/gradebook.ts';
import type { Language } from '../../messages/text.ts';
import type { Row } from '../../report/spreadsheet.ts';
import { isJudged } from '../../verdict/grade-result.ts';
import type { ExerciseResult, GradeResult } from '../../verdict/result.ts';
import type { ClassRow, Outcome } from '../outcome.ts';

/** The columns of `gradebook.csv`. They are the same in every language, so that a program can read it. */
export function gradebookColumns(exercises: readonly Pick<Exercise, 'id'>[]): readonly string[] {
  return [
    ...['student', 'id', 'key', 'email', 'number', 'files', 'sha256', 'handedInAt', 'late', 'course', 'courseHash', 'grader', 'seed', 'sandbox'],
    ...['outcome', 'reason', 'points', 'maxPoints', 'passed'],
    ...exercises.flatMap(({ id }) => [`${id} points`, `${id} state`]),
    ...['doubtful', 'notes'],
  ];
}

/** One student's line. Points stand only where they can be recorded: what a person has to decide is empty, and no zero. */
export function gradebookRow(row: ClassRow, language: Language): Row {
  const { handIn, sha256 = '', notes, outcome } = row;
  const { name, key = '', email = '', number = '' } = handIn.student;
  const late = handIn.late === undefined ? '' : yesOrNo(handIn.late);
  return {
    student: name,
    id: handIn.id,
    key,
    email,
    number,
    sha256,
    handedInAt: handIn.handedInAt ?? '',
    late,
    ...(outcome.state === 'graded' ? graded(outcome.result, language) : { outcome: outcome.state, reason: outcome.reason[language] }),
    notes: [...handIn.notes, ...notes].map((note) => note[language]).join('\n'),
  };
}

function graded(result: GradeResult, language: Language): Row {
  const { course, courseHash, grader, seed, sandbox, exercises, maxPoints } = result;
  const files = exercises.flatMap((exercise) => (exercise.files ?? []).map(({ path }) => path));
  return {
    files: [...new Set(files)].join('\n'),
    course,
    courseHash,
    grader,
    seed,
    sandbox,
    ...('unjudged' in result
      ? { outcome: 'unjudged', reason: gradebookTexts.unjudged(result.unjudged)[language] }
      : { outcome: 'graded', points: result.points, passed: yesOrNo(result.passed) }),
    maxPoints,
    ...Object.fromEntries(exercises.flatMap(ofExercise)),
    doubtful: exercises.filter((exercise) => !isJudged(exercise)).length,
  };
}

function ofExercise(exercise: ExerciseResult): readonly (readonly [string, string | number])[] {
  const { id, begun, status } = exercise;
  const state = begun === false ? 'not begun' : status;
  return isJudged(exercise) ? [[`${id} points`, exercise.points], [`${id} state`, state]] : [[`${id} state`, state]];
}

function yesOrNo(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no';
}

/** The points that can be recorded. */
export function pointsOf(outcome: Outcome): number | undefined {
  return outcome.state === 'graded' && !('unjudged' in outcome.result) ? outcome.result.points : undefined;
}
