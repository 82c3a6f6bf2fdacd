import type { CheckResult, JudgedExercise, Location, Status } from '../../verdict/result.ts';
import { totalOf } from '../../verdict/total.ts';
import { groupedByProblem } from '../grouped-by-problem.ts';
import { indent, spread, wrap } from '../layout.ts';
import { codeFrame, placeOf } from './place.ts';
import type { Style } from './style.ts';
import { timelineBlock } from './timeline-block.ts';

/** How much of what went wrong is told: all of it, or the first problem and a word on how to read of the others. */
export type Detail = { readonly t: 'all' } | { readonly t: 'first'; readonly others: string; readonly room: Room };

/**
 * How much room a screen has: for a line for every check; only for the first problem and the steps to take, while the rest
 * is counted; not for the steps; or for nothing but what happened.
 */
export type Room = 'ample' | 'scarce' | 'tight' | 'scant';

/** Every check of an exercise in a line, and what went wrong where one did not pass. */
export function checksBlock(exercise: JudgedExercise, folder: string, detail: Detail, style: Style): readonly string[] {
  const shown = exercise.checks.filter(({ status, maxPoints }) => status !== 'passed' || maxPoints > 0);
  const gate = shown.find(({ kind }) => kind === 'gate');
  const left = undecidedLine(exercise, style);
  if (gate !== undefined) return [...problem([gate], folder, style), '', `  ${style.words.didNotRun}`];
  const passed = passedLines(shown.filter(({ status }) => status === 'passed'), detail, style);
  const groups = groupedByProblem(shown.filter(({ status }) => status !== 'passed'));
  const problems = detail.t === 'all' ? allProblems(groups, folder, style) : firstProblem(groups, folder, detail, style);
  // What passed and gives no points all the same has its cause above it.
  return hasWithheldPoints(shown) ? [...problems, ...passed, ...left] : [...passed, ...left, ...problems];
}

/** What is decided when the exercise is handed in, as one line among its checks. */
export function undecidedLine({ atHandIn }: JudgedExercise, style: Style): readonly string[] {
  if (atHandIn === undefined) return [];
  const score = atHandIn.points > 0 ? `?/${atHandIn.points}` : '';
  return [style.dim(`  · ${spread(style.words.atHandIn(atHandIn), score, style.width - 4)}`)];
}

/** What passed: a line each, or one for all where there is no room beside what did not. */
function passedLines(checks: readonly CheckResult[], detail: Detail, style: Style): readonly string[] {
  return detail.t === 'first' && detail.room !== 'ample' && checks.length > 1
    ? [countLine(checks, 'passed', style.words.passedChecks(checks.length), style)]
    : checks.map((check) => titleLine(check, style));
}

/** One line for several checks. */
function countLine(checks: readonly CheckResult[], status: Status, words: string, style: Style): string {
  const { points, maxPoints } = totalOf(checks);
  return `  ${style.mark(status)} ${spread(words, `${points}/${maxPoints}`, style.width - 4)}`;
}

type Problem = readonly CheckResult[];

function allProblems(problems: readonly Problem[], folder: string, style: Style): readonly string[] {
  return problems.flatMap((checks, index) => {
    const isKnown = problems.slice(0, index).some(([before]) => isSamePlace(before?.location, checks[0]?.location));
    return problem(checks, folder, style, isKnown);
  });
}

/** One thing to mend at a time. The rest may be gone with it, and would only push it off the screen. */
function firstProblem(
  [first, ...others]: readonly Problem[],
  folder: string,
  { others: aboutOthers, room }: Extract<Detail, { t: 'first' }>,
  style: Style,
): readonly string[] {
  if (first === undefined) return [];
  const titles = (checks: Problem, counted: string): readonly string[] =>
    room === 'ample' || checks.length < 2
      ? checks.map((check) => titleLine(check, style))
      : [countLine(checks, 'failed', counted, style)];
  const told = room === 'scant' ? first.map(({ hint: _, ...rest }) => rest) : first;
  const untold = others.flat();
  return [
    ...first.slice(0, 1).map((check) => titleLine(check, style)),
    ...titles(first.slice(1), style.words.moreAlike(first.length - 1)),
    ...account(told, folder, style),
    ...titles(untold, style.words.moreFailed(untold.length)),
    ...(untold.length === 0 ? [] : indent(wrap(aboutOthers, style.width - 4).map(style.dim), 4)),
  ];
}

/** The checks of an exercise that nobody has begun: what it will be asked for. */
export function plannedChecks(exercise: JudgedExercise, style: Style): readonly string[] {
  const planned = exercise.checks.filter(({ maxPoints }) => maxPoints > 0);
  return [
    ...planned.map((check) => `  ${style.notBegun} ${spread(titleOf(check, style), `0/${check.maxPoints}`, style.width - 4)}`),
    ...undecidedLine(exercise, style),
  ];
}

/** The same in a line, where there is no room for more. */
export function plannedInBrief({ checks }: JudgedExercise, style: Style): string {
  return `  ${style.words.notBegunBrief(checks.filter(({ maxPoints }) => maxPoints > 0).length)}`;
}

function isSamePlace(one: Location | undefined, other: Location | undefined): boolean {
  return one !== undefined && one.file === other?.file && one.line === other.line;
}

function hasWithheldPoints(checks: readonly CheckResult[]): boolean {
  return checks.some(({ status, points, maxPoints }) => status === 'passed' && points < maxPoints);
}

/** @param isKnown whether the place of the problem was shown before */
function problem(checks: Problem, folder: string, style: Style, isKnown = false): readonly string[] {
  return [...checks.map((check) => titleLine(check, style)), ...account(checks, folder, style, isKnown)];
}

/** What is to be said below the titles of the checks that a problem fails. */
function account([first, another]: Problem, folder: string, style: Style, isKnown = false): readonly string[] {
  if (first === undefined) return [];
  const width = style.width - 4;
  const { location, hint, ...rest } = first;
  const lines = [
    ...explanation({ ...rest, ...(hint !== undefined && another === undefined && { hint }) }, { ...style, width }),
    ...(location === undefined ? [] : [style.dim(placeOf(location, folder))]),
    ...(location === undefined || isKnown ? [] : codeFrame(location, width, style)),
  ];
  return indent(lines, 4);
}

/** What happened in a check that did not pass, the drawing of it, and why it matters. */
export function explanation({ message, timeline, hint }: Pick<CheckResult, 'message' | 'timeline' | 'hint'>, style: Style): readonly string[] {
  return [
    ...(message === undefined ? [] : wrap(message, style.width)),
    ...(timeline === undefined ? [] : timelineBlock(timeline, style.width, style)),
    ...(hint === undefined ? [] : wrap(style.words.why + hint, style.width).map(style.dim)),
  ];
}

function titleLine(check: CheckResult, style: Style): string {
  const { status, points, maxPoints } = check;
  const score = maxPoints > 0 ? `${points}/${maxPoints}` : '';
  return `  ${style.mark(status)} ${spread(titleOf(check, style), score, style.width - 4)}`;
}

function titleOf({ title, hidden }: CheckResult, { words }: Style): string {
  return hidden ? `${title}${words.hidden}` : title;
}
