import type { CheckResult, ExerciseResult, Location } from '../../verdict/result.ts';
import { groupedByProblem } from '../grouped-by-problem.ts';
import { indent, spread, wrap } from '../layout.ts';
import { codeFrame, placeOf } from './place.ts';
import type { Style } from './style.ts';
import { timelineBlock } from './timeline-block.ts';

/** So many different problems are explained in full. Below them, one that reads on would find more than can be mended at once. */
const explainedInFull = 3;

/** Every check of an exercise in a line, and what went wrong where one did not pass. */
export function checksBlock(exercise: ExerciseResult, folder: string, style: Style): readonly string[] {
  const shown = exercise.checks.filter(({ status, maxPoints }) => status !== 'passed' || maxPoints > 0);
  const gate = shown.find(({ kind }) => kind === 'gate');
  if (gate !== undefined) return [...problem([gate], folder, true, style), '', `  ${style.words.didNotRun}`];
  const passed = shown.filter(({ status }) => status === 'passed').map((check) => titleLine(check, style));
  const groups = groupedByProblem(shown.filter(({ status }) => status !== 'passed'));
  const problems = groups.map((checks, index) => {
    const isKnown = groups.slice(0, index).some(([before]) => isSamePlace(before?.location, checks[0]?.location));
    return problem(checks, folder, index < explainedInFull, style, isKnown);
  });
  // What passed and gives no points all the same has its cause above it.
  return hasWithheldPoints(shown) ? [...problems.flat(), ...passed] : [...passed, ...problems.flat()];
}

/** The checks of an exercise that nobody has begun: what it will be asked for. */
export function plannedChecks({ checks }: ExerciseResult, style: Style): readonly string[] {
  const planned = checks.filter(({ maxPoints }) => maxPoints > 0);
  return planned.map(({ title, maxPoints }) => `  ${style.notBegun} ${spread(title, `0/${maxPoints}`, style.width - 4)}`);
}

function isSamePlace(one: Location | undefined, other: Location | undefined): boolean {
  return one !== undefined && one.file === other?.file && one.line === other.line;
}

function hasWithheldPoints(checks: readonly CheckResult[]): boolean {
  return checks.some(({ status, points, maxPoints }) => status === 'passed' && points < maxPoints);
}

/** @param isKnown whether the place of the problem was shown before */
function problem(checks: readonly CheckResult[], folder: string, inFull: boolean, style: Style, isKnown = false): readonly string[] {
  const titles = checks.map((check) => titleLine(check, style));
  const [first, another] = checks;
  if (first === undefined) return titles;
  const width = style.width - 4;
  const { location, timeline, hint, ...rest } = first;
  const told = inFull ? { ...rest, ...(timeline && { timeline }), ...(hint !== undefined && another === undefined && { hint }) } : rest;
  const lines = [
    ...explanation(told, { ...style, width }),
    ...(location === undefined ? [] : [style.dim(placeOf(location, folder))]),
    ...(location === undefined || !inFull || isKnown ? [] : codeFrame(location, width, style)),
  ];
  return [...titles, ...indent(lines, 4)];
}

/** What happened in a check that did not pass, the drawing of it, and why it matters. */
export function explanation({ message, timeline, hint }: Pick<CheckResult, 'message' | 'timeline' | 'hint'>, style: Style): readonly string[] {
  return [
    ...(message === undefined ? [] : wrap(message, style.width)),
    ...(timeline === undefined ? [] : timelineBlock(timeline, style.width, style)),
    ...(hint === undefined ? [] : wrap(style.words.why + hint, style.width).map(style.dim)),
  ];
}

function titleLine({ status, title, points, maxPoints }: CheckResult, style: Style): string {
  const score = maxPoints > 0 ? `${points}/${maxPoints}` : '';
  return `  ${style.mark(status)} ${spread(title, score, style.width - 4)}`;
}
