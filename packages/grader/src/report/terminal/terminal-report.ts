import { asTyped } from '../../messages/commands.ts';
import type { Typing } from '../../messages/commands.ts';
import { isJudged } from '../../verdict/grade-result.ts';
import type { GradeResult, JudgedExercise } from '../../verdict/result.ts';
import { exerciseAtWork } from '../at-work.ts';
import { inOrderOfTelling } from '../in-order-of-telling.ts';
import { wrap } from '../layout.ts';
import type { Detail, Room } from './checks-block.ts';
import { exerciseBlock, unjudgedBlock } from './exercise-block.ts';
import { nextStep } from './next-step.ts';
import type { Watching } from './next-step.ts';
import { overview, totals } from './overview.ts';
import { createStyle } from './style.ts';
import type { Style, StyleOptions } from './style.ts';

export interface TerminalReportOptions extends StyleOptions {
  /** The folder of the answer to an exercise, as the reader would type it. */
  readonly answersTo: (exercise: string) => string;
  /** Set for the student of the course, who is told what to do next. */
  readonly student?: StudentReader;
}

export interface StudentReader {
  /** The file that explains an exercise, as they would type it. */
  readonly taskOf: (exercise: string) => string;
  /** How they type commands. */
  readonly typing?: Typing;
  /** Set when they asked for every problem, and not only for the most telling one. */
  readonly all?: boolean;
  /** Whether they were told before in which sandbox their code runs. */
  readonly knowsSandbox?: boolean;
  /** Set in an exam: there are no hints to point to. */
  readonly exam?: boolean | undefined;
  /** Set when their files are watched. */
  readonly watching?: Watching;
  /** How many lines of the report they see at once, if that is known. */
  readonly rows?: number | undefined;
}

/**
 * A grade: every exercise in a line, then the first that was begun and did not pass. Its student reads of one problem and
 * of the next step to take, and of less where their screen has no room; whoever else reads it, of every problem. A grade of
 * one exercise tells of it in any case. Who asks for all of it reads every problem of every exercise.
 */
export function terminalReport(result: GradeResult, options: TerminalReportOptions): string {
  const { rows = Infinity } = options.student ?? {};
  const fits = (report: string): boolean => report.split('\n').length <= rows;
  for (const room of ['ample', 'scarce', 'tight'] as const) {
    const report = render(result, options, room);
    if (fits(report)) return report;
  }
  return render(result, options, 'scant');
}

function render(result: GradeResult, options: TerminalReportOptions, room: Room): string {
  const style = createStyle(options);
  const { exercises } = result;
  const { answersTo, student } = options;
  const judged = result.exercises.filter(isJudged).map(inOrderOfTelling).map((exercise) => withCommands(exercise, student?.typing ?? {}));
  const stuck = exerciseAtWork(judged);
  const detailed = stuck ?? (exercises.length === 1 ? judged[0] : undefined);
  const told = student?.all === true ? judged.filter(({ status, begun }) => status !== 'passed' && begun !== false) : [];
  if (told.length === 0 && detailed !== undefined) told.push(detailed);
  // Who has not begun needs to know where to begin, more than what will be checked.
  const hasSteps = room === 'ample' || room === 'scarce' || detailed?.begun === false;
  const blocks: (readonly string[])[] = [
    exercises.length > 1 ? overview(result, detailed?.id, style) : [],
    ...exercises.flatMap((exercise) => (isJudged(exercise) ? [] : [unjudgedBlock(exercise, style)])),
    ...told.map((exercise) => exerciseBlock(exercise, answersTo(exercise.id), detailFor(student, exercise.id, room, style), style)),
    stuck === undefined || student === undefined || !hasSteps
      ? []
      : nextStep(stuck, { folder: answersTo(stuck.id), task: student.taskOf(stuck.id), typing: student.typing ?? {}, watching: student.watching, exam: student.exam ?? false }, style),
    student?.all === true ? [] : toldElsewhere(judged, detailed, student, style),
    result.sandbox === 'bubblewrap' || student?.knowsSandbox === true ? [] : wrap(style.words.selfCheck, style.width).map(style.dim),
    hasSteps || exercises.length > 1 ? totals(result, style) : [],
  ];
  const text = blocks.filter((block) => block.length > 0).map((block) => block.join('\n')).join('\n\n');
  return `\n${text}\n`;
}

/** What is said about checks names commands, too. */
function withCommands(exercise: JudgedExercise, typing: Typing): JudgedExercise {
  const checks = exercise.checks.map((check) => (check.message === undefined ? check : { ...check, message: asTyped(typing, check.message) }));
  return { ...exercise, checks };
}

function detailFor(student: StudentReader | undefined, exercise: string, room: Room, { words }: Style): Detail {
  if (student === undefined || student.all === true) return { t: 'all' };
  const others = student.watching === 'saves-and-keys' ? words.othersWithKeys : asTyped(student.typing ?? {}, words.others(exercise));
  return { t: 'first', others, room };
}

/** The exercises of which a line is all that was told, although there is more to tell, and how to read it. */
function toldElsewhere(
  exercises: readonly JudgedExercise[],
  detailed: JudgedExercise | undefined,
  student: StudentReader | undefined,
  { words, width }: Style,
): readonly string[] {
  const others = exercises.filter((exercise) => exercise !== detailed && exercise.status !== 'passed' && exercise.begun !== false);
  const [first] = others;
  // Whoever saves their way through the course comes to each of them.
  if (first === undefined || student?.watching !== undefined) return [];
  const command = student === undefined ? undefined : words.gradeCommand(first.id);
  return wrap(asTyped(student?.typing ?? {}, words.otherExercises(others.map(({ id }) => id), command)), width);
}
