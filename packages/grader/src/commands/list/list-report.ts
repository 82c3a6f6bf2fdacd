import stringWidth from 'string-width';
import type { NumberedPart } from '../../course/course.ts';
import { asTyped } from '../../messages/commands.ts';
import type { Typing } from '../../messages/commands.ts';
import { listWords } from '../../messages/list.ts';
import type { ListWords } from '../../messages/list.ts';
import { sentenceIn } from '../../messages/sentence-in.ts';
import type { ExerciseState, Standing } from '../../progress/standing.ts';
import { indent, pad, spread, wrap } from '../../report/layout.ts';
import { createStyle } from '../../report/terminal/style.ts';
import type { Style, StyleOptions } from '../../report/terminal/style.ts';
import { atHandInOf, totalOf } from '../../verdict/total.ts';
import { timeAgo } from './time-ago.ts';

export interface ListReportOptions extends StyleOptions {
  readonly now: Date;
  /** Whether to say what to type next. */
  readonly withNextSteps: boolean;
  /** Whether there are no hints. */
  readonly exam: boolean;
  /** The folder of the answer to an exercise, as the reader would type it. */
  answersTo(exercise: string): string;
  /** What titles are in. */
  readonly courseLanguage: string;
  /** The parts that the course has. */
  readonly parts: readonly NumberedPart[];
  /** How the reader types commands. */
  readonly typing: Typing;
  /** The file that explains an exercise, as the reader would type it. */
  taskOf(exercise: string): string;
}

/** A line for every exercise, an arrow at the one that is next, and what to do about it. */
export function listReport(standings: readonly Standing[], next: Standing | undefined, options: ListReportOptions): string {
  const style = createStyle(options);
  const words = listWords[options.language];
  const rows = standings.map((standing) => rowOf(standing, standing === next, words, options));
  const passed = standings.filter(({ state }) => state === 'passed').length;
  const { points, maxPoints } = totalOf(standings);
  const left = atHandInOf(standings.map(({ exercise }) => exercise));
  const blocks = [
    ...tables(rows, options, style),
    wrap(words.sum(passed, standings.length, style.words.points(points, maxPoints, left)), style.width).map(style.bold),
    ...(next === undefined ? [wrap(words.done(left), style.width).map((line) => style.tint('passed', line))] : []),
    ...(next !== undefined && options.withNextSteps ? [nextSteps(next.exercise.id, words, options, style)] : []),
  ];
  return `\n${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly score: string;
  readonly state: ExerciseState;
  readonly stateWord: string;
  readonly changed: string;
  readonly isNext: boolean;
}

function rowOf(standing: Standing, isNext: boolean, words: ListWords, { now, language, courseLanguage }: ListReportOptions): Row {
  const { exercise, state, points, maxPoints } = standing;
  const since = stateSince(standing);
  return {
    id: exercise.id,
    title: sentenceIn(exercise.title, courseLanguage),
    score: `${points}/${maxPoints}`,
    state,
    stateWord: state === 'passed' && exercise.atHandIn !== undefined ? words.passedSoFar : words.states[state],
    changed: since === undefined ? '' : timeAgo(since, now, language),
    isNext,
  };
}

/** Since when an exercise has been in its state: when it passed, when it was graded, or when it was changed. */
function stateSince({ state, changedAt, record }: Standing): Date | undefined {
  const moment = { passed: record.passedAt, failed: record.graded?.at, changed: undefined, 'not-graded': undefined, 'not-started': undefined }[state];
  return moment === undefined ? changedAt : new Date(moment);
}

/** One for the whole course, or one for each of its parts, with a heading. Columns are as wide in each. */
function tables(rows: readonly Row[], { parts, courseLanguage }: ListReportOptions, style: Style): readonly (readonly string[])[] {
  const lines = table(rows, style);
  if (parts.length === 0) return [lines(rows)];
  return parts.map(({ number, title, exercises }) => [
    style.bold(style.words.part(number, sentenceIn(title, courseLanguage))),
    ...lines(rows.filter(({ id }) => exercises.includes(id))),
  ]);
}

/** Where there is not room for everything, first the titles give way, then the times of change. */
function table(all: readonly Row[], style: Style): (rows: readonly Row[]) => readonly string[] {
  const widest = (column: 'id' | 'score' | 'stateWord' | 'changed'): number =>
    Math.max(...all.map((row) => stringWidth(row[column])));
  const changed = widest('changed') + 2;
  // An arrow, a mark, and two spaces after the id and before the state.
  const room = style.width - 4 - widest('id') - 2 - widest('score') - 2 - widest('stateWord');
  const showsChange = room - changed >= 12;
  const what = widest('id') + 2 + widest('score') + Math.max(6, showsChange ? room - changed : room);
  return (rows) => rows.map(({ id, title, score, state, stateWord, ...row }) => {
    const text = spread(`${pad(id, widest('id'))}  ${title}`, score, what);
    const end = showsChange ? `  ${style.dim(row.changed)}` : '';
    const line = `${row.isNext ? style.bold(text) : text}  ${tint(state, pad(stateWord, widest('stateWord')), style)}`;
    return `${row.isNext ? style.bold('→') : ' '} ${mark(state, style)} ${line}${end}`.trimEnd();
  });
}

function mark(state: ExerciseState, style: Style): string {
  switch (state) {
    case 'passed':
    case 'failed':
      return style.mark(state);
    case 'changed':
    case 'not-graded':
      return style.tint('skipped', '~');
    case 'not-started':
      return style.dim('·');
  }
}

function tint(state: ExerciseState, text: string, style: Style): string {
  switch (state) {
    case 'passed':
    case 'failed':
      return style.tint(state, text);
    case 'changed':
    case 'not-graded':
      return style.tint('skipped', text);
    case 'not-started':
      return style.dim(text);
  }
}

function nextSteps(
  id: string,
  words: ListWords,
  options: ListReportOptions,
  style: Style,
): readonly string[] {
  const [heading, ...steps] = words.next(id, options.taskOf(id), `${options.answersTo(id)}/${id}.ts`, options.exam);
  const typed = steps.map((step) => asTyped(options.typing, step));
  return [style.bold(heading), ...indent(typed.flatMap((step) => wrap(step, style.width - 2)), 2)];
}
