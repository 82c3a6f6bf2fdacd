import { editTexts } from '../../../messages/edits.ts';
import type { Text } from '../../../messages/text.ts';

/*
 * A wrong answer as an edit of the solution, in the form of a diff without its numbers:
 *
 *   // fails: errors
 *   // Gives nothing where the work fails.
 *   @@
 *      try {
 *   -    return await work();
 *   -…
 *   -  }
 *   +    return await work().catch(() => undefined);
 *
 * `-…` stands for all lines between the one before it and the one behind it.
 */

/** A text file, and its path as messages show it. */
export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** The module that an edit makes of the solution. */
export interface EditedModule {
  readonly source: string;
  /** For each line of the module, the line of the edit that it comes from; undefined for one of the solution. */
  readonly origins: readonly (number | undefined)[];
}

/** An edit makes no module of the solution that there is. */
export class EditProblem extends Error {
  override readonly name = 'EditProblem';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** Makes the whole module of a wrong answer. @throws {EditProblem} where the edit does not apply exactly once, or is none */
export function applyEdit(edit: NamedText, solution: NamedText): EditedModule {
  const { head, blocks } = parse(edit);
  const lines = linesOf(solution);
  const places = blocks.map((block) => placeOf(block, edit.path, solution.path, lines)).toSorted((a, b) => a.from - b.from);
  let end = 0;
  const body: Line[] = [];
  for (const [index, { from, to, block }] of places.entries()) {
    if (from < end) throw new EditProblem(editTexts.overlap(`${edit.path}:${block.line}`, places[index - 1]?.block.line ?? 0));
    body.push(...lines.slice(end, from).map(kept), ...block.fresh);
    end = to;
  }
  const module = [...head, ...body, ...lines.slice(end).map(kept)];
  return { source: `${module.map(({ text }) => text).join('\n').trimEnd()}\n`, origins: module.map(({ line }) => line) };
}

interface Line {
  readonly text: string;
  /** Where it stands in the edit; undefined for a line of the solution. */
  readonly line: number | undefined;
}

interface Block {
  /** The line of its `@@`. */
  readonly line: number;
  /** What has to stand in the solution: runs of lines, with anything in between. */
  readonly runs: readonly (readonly Line[])[];
  readonly fresh: readonly Line[];
}

interface Place {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

const gap = '-…';

function kept(text: string): Line {
  return { text, line: undefined };
}

function linesOf({ path, text }: NamedText): readonly string[] {
  const ends = text.match(/\r?\n/g) ?? [];
  if (new Set(ends).size > 1) throw new EditProblem(editTexts.mixedEnds(path));
  return text.split(/\r?\n/);
}

function parse(edit: NamedText): { readonly head: readonly Line[]; readonly blocks: readonly Block[] } {
  const lines = linesOf(edit).map((text, index) => ({ text, line: index + 1 }));
  const starts = lines.flatMap(({ text }, index) => (text.startsWith('@@') ? [index] : []));
  const head = lines.slice(0, starts[0] ?? lines.length).filter(({ text }) => text.trim() !== '');
  const stray = head.find(({ text }) => !text.startsWith('//'));
  if (stray !== undefined) throw new EditProblem(editTexts.notAComment(`${edit.path}:${stray.line}`));
  if (starts.length === 0) throw new EditProblem(editTexts.noBlocks(edit.path));
  return { head, blocks: starts.map((start, index) => blockOf(edit.path, start + 1, lines.slice(start + 1, starts[index + 1]))) };
}

function blockOf(path: string, line: number, lines: readonly Required<Line>[]): Block {
  const place = `${path}:${line}`;
  const isFull = ({ text }: Line): boolean => text !== '';
  // Empty lines at both ends only set the block apart; one in between stays, as in any diff.
  const inside = lines.slice(Math.max(0, lines.findIndex(isFull)), lines.findLastIndex(isFull) + 1);
  const unmarked = inside.find(({ text }) => !/^(?:[ +-]|$)/.test(text));
  if (unmarked !== undefined) throw new EditProblem(editTexts.noMark(`${path}:${unmarked.line ?? line}`));
  const without = ({ text, line: at }: Line): Line => ({ text: text.slice(1), line: at });
  const old = inside.filter(({ text }) => !text.startsWith('+'));
  const fresh = inside.filter(({ text }) => !text.startsWith('-')).map(without);
  if (!inside.some(({ text }) => /^[+-]/.test(text))) throw new EditProblem(editTexts.noBlocks(place));
  if (old.length === 0) throw new EditProblem(editTexts.noPlace(place));
  const runs: Line[][] = [[]];
  for (const one of old) {
    if (one.text === gap) runs.push([]);
    else runs.at(-1)?.push(without(one));
  }
  if (runs.some((run) => run.length === 0)) throw new EditProblem(editTexts.looseGap(place));
  const textOf = (list: readonly Line[]): string => list.map(({ text }) => text).join('\n');
  if (runs.length === 1 && textOf(runs.flat()) === textOf(fresh)) throw new EditProblem(editTexts.idle(place));
  return { line, runs, fresh };
}

/** The one place of the solution that a block is about. */
function placeOf(block: Block, path: string, solution: string, lines: readonly string[]): Place {
  const [first = [], ...rest] = block.runs;
  const starts = matches(first, lines, 0);
  const [from, another] = starts;
  if (from === undefined) throw gone(first, path, solution, lines, 0);
  if (another !== undefined) throw new EditProblem(editTexts.twice(`${path}:${block.line}`, solution, starts.map((start) => start + 1)));
  let to = from + first.length;
  for (const run of rest) {
    const next = matches(run, lines, to)[0];
    if (next === undefined) throw gone(run, path, solution, lines, to);
    to = next + run.length;
  }
  return { block, from, to };
}

/** Where a run of lines begins in the solution, from a line on. */
function matches(run: readonly Line[], lines: readonly string[], from: number): readonly number[] {
  return lines.flatMap((_, start) => (start >= from && agreeing(run, lines, start) === run.length ? [start] : []));
}

/** How many lines of a run stand in the solution from `start` on, one after another. */
function agreeing(run: readonly Line[], lines: readonly string[], start: number): number {
  const differs = run.findIndex(({ text }, index) => lines[start + index] !== text);
  return differs < 0 ? run.length : differs;
}

/** Names the first line that is not there, at the place where most of the lines before it are; and what stands there instead. */
function gone(run: readonly Line[], path: string, solution: string, lines: readonly string[], from: number): EditProblem {
  const starts = lines.map((_, start) => start).filter((start) => start >= from);
  const best = starts.toSorted((a, b) => agreeing(run, lines, b) - agreeing(run, lines, a))[0] ?? from;
  const agreed = agreeing(run, lines, best);
  const missing = run[agreed] ?? { text: '', line: 0 };
  const bare = (text: string): string => text.replaceAll(/\s+/g, '');
  const alike = lines.findIndex((text, index) => index >= from && bare(text) !== '' && bare(text) === bare(missing.text) && text !== missing.text);
  const at = agreed > 0 ? best + agreed : alike;
  const text = lines[at]?.trim() ?? '';
  const meant = at >= 0 && text !== '' ? { line: at + 1, text: alike === at ? (lines[at] ?? '') : text } : undefined;
  return new EditProblem(editTexts.gone(`${path}:${missing.line ?? 0}`, solution, missing.text.trim() === '' ? missing.text : missing.text.trim(), meant));
}
