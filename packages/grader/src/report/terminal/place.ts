import stringWidth from 'string-width';
import type { Location } from '../../verdict/result.ts';
import type { Style } from './style.ts';

/** A place in the form that editors and terminals make a link of. */
export function placeOf({ file, line, column }: Location, folder: string): string {
  return `${folder}/${file}:${line}:${column}`;
}

/**
 * The line of the source at a place, with a caret under its column; of a line that is too long, the part around the
 * column. A column behind the end of the line has no caret.
 */
export function codeFrame({ line, column, text }: Location, width: number, style: Style): readonly string[] {
  if (text === undefined || text.trim() === '') return [];
  const number = String(line);
  const margin = text.length - text.trimStart().length;
  const { code, caret } = partAround(Math.max(0, column - 1 - margin), text.trim(), width - number.length - 3);
  const gutter = (label: string): string => style.dim(`${label.padStart(number.length)} │`);
  if (caret === undefined) return [`${gutter(number)} ${code}`];
  return [`${gutter(number)} ${code}`, `${gutter('')} ${' '.repeat(caret)}${style.tint('failed', '^')}`];
}

interface Part {
  readonly code: string;
  /** The column of the caret, from 0. */
  readonly caret: number | undefined;
}

interface Character {
  readonly segment: string;
  readonly width: number;
  readonly offset: number;
}

/**
 * What fits of a line into `width` columns, with the character at an offset in it and an ellipsis where it was cut.
 * The beginning of the line is preferred, since that is what it is recognized by.
 */
function partAround(offset: number, line: string, width: number): Part {
  const characters = charactersOf(line);
  const target = characters.findLastIndex((character) => character.offset <= offset);
  const [from, to] = windowAround(target, characters, Math.max(width, smallestPart));
  const shown = characters.slice(from, to).map(({ segment }) => segment).join('');
  const [before, after] = [from > 0 ? '…' : '', to < characters.length ? '…' : ''];
  const caret = offset < line.length ? before.length + widthOf(characters.slice(from, target)) : undefined;
  return { code: before + shown + after, caret };
}

/** Room for two ellipses and a wide character. */
const smallestPart = 4;

/** The characters that are shown, from the first of them to the one behind the last. */
function windowAround(target: number, characters: readonly Character[], width: number): readonly [from: number, to: number] {
  const end = characters.length;
  if (widthOf(characters) <= width) return [0, end];
  if (widthOf(characters.slice(0, target + 1)) < width) return [0, fitting(characters, width - 1)];
  // Some of what follows the place, and as much before it as there is room for.
  const room = width - 2;
  const targetWidth = characters[target]?.width ?? 0;
  const to = target + 1 + fitting(characters.slice(target + 1), Math.floor((room - targetWidth) / 3));
  const atEnd = to === end ? 1 : 0;
  const from = to - fitting(characters.slice(0, to).reverse(), room + atEnd);
  return [from, to];
}

/** How many of them, from the first on, fit into a width. */
function fitting(characters: readonly Character[], width: number): number {
  let used = 0;
  const tooMuch = characters.findIndex((character) => (used += character.width) > width);
  return tooMuch < 0 ? characters.length : tooMuch;
}

function charactersOf(line: string): readonly Character[] {
  return Array.from(graphemes.segment(line), ({ segment, index }) => ({ segment, width: stringWidth(segment), offset: index }));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function widthOf(characters: readonly Character[]): number {
  return characters.reduce((sum, { width }) => sum + width, 0);
}
