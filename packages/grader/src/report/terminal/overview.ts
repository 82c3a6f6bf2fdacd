import stringWidth from 'string-width';
import type { ExerciseResult, GradeResult } from '../../verdict/result.ts';
import { isJudged, isTroubled } from '../../verdict/grade-result.ts';
import { indent, pad, spread, wrap } from '../layout.ts';
import { outputBlock } from './output-block.ts';
import type { Style } from './style.ts';

const outputLimit = 4;

/** A line for every exercise, with the first of what it printed, unless that exercise is told of in detail anyway. */
export function overview(
  exercises: readonly ExerciseResult[],
  detailed: string | undefined,
  style: Style,
): readonly string[] {
  const idWidth = Math.max(...exercises.map(({ id }) => stringWidth(id)));
  return exercises.flatMap((exercise) => {
    const { id, title, status, maxPoints, output } = exercise;
    const points = isJudged(exercise) && !isTroubled(exercise) ? exercise.points : '?';
    const line = spread(`${pad(id, idWidth)}  ${title}`, `${points}/${maxPoints}`, style.width - 4);
    const printed = id === detailed ? [] : outputBlock(output, outputLimit, style.width - 4, style);
    const mark = exercise.begun === false ? style.notBegun : style.mark(points === '?' ? 'unjudged' : status);
    return [`  ${mark} ${line}`, ...indent(printed, 4)];
  });
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
  const lines = wrap(passed ? `${style.words.allPassed(atHandIn)}${gap}${text}` : text, style.width);
  return lines.map((line) => style.bold(passed ? style.tint('passed', line) : line));
}
