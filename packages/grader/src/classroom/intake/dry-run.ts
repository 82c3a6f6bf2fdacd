import { basename } from 'node:path';
import stringWidth from 'string-width';
import { dryRunWords } from '../../messages/dry-run.ts';
import type { Language } from '../../messages/text.ts';
import { visibleName } from '../../messages/visible.ts';
import type { HandIn } from '../hand-in.ts';
import type { FoundHandIns } from './find-hand-ins.ts';

/** What each of a class's hand-ins was taken for, as the lines of a table, and below it what was passed over. */
export function dryRunLines({ handIns, passedOver }: FoundHandIns, language: Language): readonly string[] {
  const words = dryRunWords[language];
  const rows = handIns.map((handIn) => ({ cells: cellsOf(handIn, language), notes: handIn.notes.map((note) => `  · ${note[language]}`) }));
  const widths = words.heading.map((word, column) => Math.max(...[word, ...rows.map(({ cells }) => cells[column] ?? '')].map((cell) => stringWidth(cell))));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))).join('  ').trimEnd();
  return [
    line(words.heading),
    ...rows.flatMap(({ cells, notes }) => [line(cells), ...notes]),
    ...(passedOver.length > 0 ? ['', words.passedOver, ...passedOver.map(({ name, reason }) => `  ${shortened(name)}: ${reason[language]}`)] : []),
    '',
    words.sum(handIns.filter(({ sources }) => sources.length > 0).length, handIns.filter(({ sources }) => sources.length === 0).length),
  ];
}

function cellsOf({ student, origin, sources, handedInAt, late }: HandIn, language: Language): readonly string[] {
  const words = dryRunWords[language];
  const [first, ...others] = sources.map((source) => shortened(basename(source)));
  return [
    shortened(student.name),
    words.origins[origin],
    first === undefined ? '–' : `${first}${others.length > 0 ? ` +${others.length}` : ''}`,
    handedInAt === undefined ? '–' : new Date(handedInAt).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' }),
    late === true ? words.late : '',
  ];
}

function shortened(name: string): string {
  const letters = Array.from(visibleName(name));
  return letters.length > 48 ? `${letters.slice(0, 47).join('')}…` : letters.join('');
}
