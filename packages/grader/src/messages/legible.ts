import { randomInt } from 'node:crypto';
import { deceptive, picture } from './visible.ts';

/**
 * What leaves the program for a terminal or a log: everything in it that would be obeyed rather than read is made visible,
 * whoever it came from: names of files, arguments, the system's errors, answers. Only what `ownSequence` and `ownCommand` made goes through.
 *
 * A line is no command to the machine that keeps the log, either. GitHub obeys a line that begins with `::`, spaces or not, and
 * `##[…]` anywhere in a line; Azure `##vso[…]`, TeamCity `##teamcity[…]`. A space between the two signs makes words of them.
 */
export function legible(text: string): string {
  return text.split(commands).map((part, index) => (index % 2 === 1 ? part : withoutCommands(part))).join('');
}

function withoutCommands(text: string): string {
  const parts = text.split(own);
  const shown = parts.map((part, index) => (index % 2 === 1 ? part : readable(part)));
  return shown.join('').replace(/^(\s*:)(?=:)/gm, '$1 ').replace(/#(?=#\w*\[)/g, '# ');
}

/** A control sequence for the terminal that is ours. Nobody whose text is quoted can make one: the mark is drawn anew in every process. */
export function ownSequence(sequence: `\r` | `\u001B[${string}`): string {
  return `${mark}${sequence}`;
}

function readable(text: string): string {
  return text.toWellFormed().replace(/\r\n/g, '\n').replace(deceptive, (character) => (character === '\t' ? character : picture(character.codePointAt(0) ?? 0)));
}

/** A line that the machine which keeps the log shall obey: `::error …`, with everything in it that is quoted escaped already. */
export function ownCommand(line: `::${string}`): string {
  return `${mark}${line}\n`;
}

/** Without a width, as every sequence of its form. */
const mark = `\u001B[${Array.from({ length: 5 }, () => randomInt(1000, 10_000)).join(';')}m`;

const own = new RegExp(`${RegExp.escape(mark)}(\\r|\\u001B\\[\\d*[A-Za-z])`);

const commands = new RegExp(`${RegExp.escape(mark)}(::[^\\n]*\\n)`);
