import stringWidth from 'string-width';
import type { Location } from '../../verdict/result.ts';
import { clip } from '../layout.ts';
import type { Style } from './style.ts';

/** A place in the form that editors and terminals make a link of. */
export function placeOf({ file, line, column }: Location, folder: string): string {
  return `${folder}/${file}:${line}:${column}`;
}

/** The line of the source at a place, with a caret under its column. */
export function codeFrame({ line, column, text }: Location, width: number, style: Style): readonly string[] {
  if (text === undefined || text.trim() === '') return [];
  const number = String(line);
  const margin = text.length - text.trimStart().length;
  const code = clip(text.trim(), width - number.length - 3);
  const before = stringWidth(text.slice(margin, Math.max(margin, column - 1)));
  const gutter = (label: string): string => style.dim(`${label.padStart(number.length)} │`);
  if (before >= stringWidth(code)) return [`${gutter(number)} ${code}`];
  return [`${gutter(number)} ${code}`, `${gutter('')} ${' '.repeat(before)}${style.tint('failed', '^')}`];
}
