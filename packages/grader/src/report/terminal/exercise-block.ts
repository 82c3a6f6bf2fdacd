import type { JudgedExercise, UnjudgedExercise } from '../../verdict/result.ts';
import { isTroubled } from '../../verdict/grade-result.ts';
import { indent, spread, wrap } from '../layout.ts';
import { checksBlock, plannedChecks, plannedInBrief } from './checks-block.ts';
import type { Detail } from './checks-block.ts';
import { printedOf } from '../printed.ts';
import { outputBlock } from './output-block.ts';
import type { Style } from './style.ts';

/** One exercise: how it went, its checks, and what it printed. */
export function exerciseBlock(exercise: JudgedExercise, folder: string, detail: Detail, style: Style): readonly string[] {
  const { status, id, title, points, maxPoints, message } = exercise;
  const isTold = !isTroubled(exercise);
  const heading = style.bold(spread(`${id} · ${title}`, `${isTold ? points : '?'}/${maxPoints}`, style.width - 2));
  if (exercise.begun === false) {
    const invitation = indent(wrap(style.words.notBegun, style.width - 2), 2);
    const isBrief = detail.t === 'first' && detail.room !== 'ample';
    return [`${style.notBegun} ${heading}`, '', ...(isBrief ? [plannedInBrief(exercise, style)] : [...invitation, ...plannedChecks(exercise, style)])];
  }
  return [
    `${style.mark(isTold ? status : 'unjudged')} ${heading}`,
    ...(message === undefined ? [] : indent(wrap(message, style.width - 2), 2).map((line) => style.tint(status, line))),
    ...(detail.t === 'first' && detail.room === 'scant' ? [] : ['']),
    ...checksBlock(exercise, folder, detail, style),
    ...indent(aboutPassing(exercise, style), 2),
    ...indent(printedBlock(exercise, detail, style), 2),
  ];
}

/** Where the marks of the checks do not say whether it has passed. */
function aboutPassing({ status, points, pointsToPass, maxPoints, atHandIn, checks }: JudgedExercise, { words, width }: Style): readonly string[] {
  const isPassed = status === 'passed';
  if (isPassed && checks.every((check) => check.status === 'passed')) return [];
  const hasEnough = points >= (pointsToPass ?? maxPoints - (atHandIn?.points ?? 0));
  if (pointsToPass === undefined) return hasEnough ? ['', ...wrap(words.allPointsButNotPassed, width - 2)] : [];
  return ['', ...wrap(hasEnough && !isPassed ? words.enoughButNotPassed : words.pointsToPass(pointsToPass, isPassed), width - 2)];
}

/** One that could not be judged: why, and nothing about the answer. */
export function unjudgedBlock({ id, title, message, maxPoints }: UnjudgedExercise, style: Style): readonly string[] {
  const heading = style.bold(spread(`${id} · ${title}`, `?/${maxPoints}`, style.width - 2));
  return [`${style.mark('unjudged')} ${heading}`, ...indent(wrap(message, style.width - 2), 2)];
}

/** What it printed, each part below the check in which it did; a screen is not for more than so many lines. */
function printedBlock(exercise: JudgedExercise, detail: Detail, style: Style): readonly string[] {
  const width = style.width - 2;
  const blocks = printedOf(exercise, style.words).map(({ heading, lines }) => ({ heading: wrap(heading, width), lines }));
  const shown: string[] = [];
  const isBrief = detail.t === 'first' && detail.room !== 'ample' && exercise.status !== 'passed';
  let left = outputLimit(exercise, detail);
  for (const [index, { heading, lines }] of blocks.entries()) {
    if (left <= 0 || (index > 0 && isBrief)) {
      const more = blocks.slice(index).reduce((sum, block) => sum + block.lines.length, 0);
      return [...shown, '', style.dim(style.words.moreLines(more))];
    }
    const printed = outputBlock(lines, left, width, style);
    left -= printed.length;
    shown.push('', ...heading, ...printed);
  }
  return shown;
}

/** Lines of output: few beside a problem, which must not be pushed off the screen. */
function outputLimit({ status }: JudgedExercise, detail: Detail): number {
  if (detail.t === 'all' || status === 'passed') return 20;
  return { ample: 8, scarce: 3, tight: 2, scant: 2 }[detail.room];
}
