import stringWidth from 'string-width';
import type { ExerciseResult, GradedPart, GradeResult } from '../../verdict/result.ts';
import { isJudged, isTroubled } from '../../verdict/grade-result.ts';
import { totalOf } from '../../verdict/total.ts';
import { indent, pad, spread, wrap } from '../layout.ts';
import { outputBlock } from './output-block.ts';
import type { Style } from './style.ts';

const outputLimit = 4;

/** A line for every exercise, with the first of what it printed, unless that exercise is told of in detail anyway. */
export function overview({ exercises, parts }: GradeResult, detailed: string | undefined, style: Style): readonly string[] {
  const idWidth = Math.max(...exercises.map(({ id }) => stringWidth(id)));
  const lines = (exercise: ExerciseResult): readonly string[] => exerciseLines(exercise, detailed, idWidth, style);
  if (parts === undefined) return exercises.flatMap(lines);
  return parts.flatMap((part, index) => {
    const own = exercises.filter(({ id }) => part.exercises.includes(id));
    return [...(index > 0 ? [''] : []), partHeading(part, own, style), ...own.flatMap(lines)];
  });
}

function partHeading({ number, title }: GradedPart, exercises: readonly ExerciseResult[], { words, width, bold }: Style): string {
  const maxPoints = exercises.reduce((sum, exercise) => sum + exercise.maxPoints, 0);
  const judged = exercises.filter(isJudged).filter((exercise) => !isTroubled(exercise));
  const points = judged.length === exercises.length ? totalOf(judged).points : '?';
  return bold(spread(words.part(number, title), `${points}/${maxPoints}`, width));
}

function exerciseLines(exercise: ExerciseResult, detailed: string | undefined, idWidth: number, style: Style): readonly string[] {
  const { id, title, status, maxPoints, output } = exercise;
  const points = isJudged(exercise) && !isTroubled(exercise) ? exercise.points : '?';
  const line = spread(`${pad(id, idWidth)}  ${title}`, `${points}/${maxPoints}`, style.width - 4);
  const printed = id === detailed ? [] : outputBlock(output, outputLimit, style.width - 4, style);
  const mark = exercise.begun === false ? style.notBegun : style.mark(points === '?' ? 'unjudged' : status);
  return [`  ${mark} ${line}`, ...indent(printed, 4)];
}

/** The course and its sum, over the exercises or under them. */
export function totals(result: GradeResult, style: Style): readonly string[] {
  if ('unjudged' in result) return [style.bold(style.words.noTotal(result.unjudged))];
  const troubled = result.exercises.filter(isTroubled);
  if (troubled.length > 0) return [style.bold(style.words.noTotal(troubled.map(({ id }) => id)))];
  const { points, maxPoints, atHandIn, passed } = result;
  const text = style.words.points(points, maxPoints, atHandIn);
  // A score of which something is left is a sentence, and gets a line of its own.
  const gap = atHandIn === undefined ? ' ' : '\n';
  const isFlawless = result.exercises.every(({ checks }) => checks.every(({ status }) => status === 'passed'));
  const joy = isFlawless ? style.words.allPassed(atHandIn) : style.words.enough;
  const lines = wrap(passed ? `${joy}${gap}${text}` : text, style.width);
  return lines.map((line) => style.bold(passed ? style.tint('passed', line) : line));
}
