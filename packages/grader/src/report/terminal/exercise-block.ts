import type { ExerciseResult } from '../../verdict/result.ts';
import { indent, spread, wrap } from '../layout.ts';
import { checksBlock, plannedChecks } from './checks-block.ts';
import type { Detail } from './checks-block.ts';
import { outputBlock } from './output-block.ts';
import type { Style } from './style.ts';

const outputLimit = 20;

/** One exercise: how it went, its checks, and what it printed. */
export function exerciseBlock(exercise: ExerciseResult, folder: string, detail: Detail, style: Style): readonly string[] {
  const { status, id, title, points, maxPoints, message, output } = exercise;
  const heading = style.bold(spread(`${id} · ${title}`, `${points}/${maxPoints}`, style.width - 2));
  if (exercise.begun === false) {
    const invitation = indent(wrap(style.words.notBegun, style.width - 2), 2);
    return [`${style.notBegun} ${heading}`, '', ...invitation, ...plannedChecks(exercise, style)];
  }
  const printed = outputBlock(output, outputLimit, style.width - 2, style);
  return [
    `${style.mark(status)} ${heading}`,
    ...(message === undefined ? [] : indent(wrap(message, style.width - 2), 2).map((line) => style.tint(status, line))),
    '',
    ...checksBlock(exercise, folder, detail, style),
    ...(status !== 'passed' && points === maxPoints ? ['', ...indent(wrap(style.words.allPointsButNotPassed, style.width - 2), 2)] : []),
    ...(printed.length === 0 ? [] : ['', `  ${style.words.printed}`, ...indent(printed, 2)]),
  ];
}
