import stringWidth from 'string-width';
import { matrixTexts } from '../../../messages/matrix.ts';
import { clip, indent, pad, wrap } from '../../../report/layout.ts';
import { createStyle } from '../../../report/terminal/style.ts';
import type { Style, StyleOptions } from '../../../report/terminal/style.ts';
import { isBroken } from './matrix.ts';
import type { Cell, Matrix, MatrixRow } from './matrix.ts';

/** Answers down, checks across, each by its number; below it which check has which number. Broken answers stand first. */
export function matrixReport({ checks, rows }: Matrix, options: StyleOptions): string {
  const style = createStyle(options);
  const { language, width } = options;
  const column = String(checks.length).length + 1;
  const most = Math.max(12, width - 4 - checks.length * column - 1);
  const names = rows.map((row) => clip(nameOf(row), most));
  const nameWidth = Math.max(...names.map((name) => stringWidth(name)));
  const head = checks.map((_, index) => String(index + 1).padStart(column)).join('');
  const lines = rows.map((row, index) => {
    const name = pad(names[index] ?? '', nameWidth);
    return `${isBroken(row) ? style.tint('failed', name) : name}${row.cells.map((cell) => ' '.repeat(column - 1) + drawn(cell, style)).join('')}`;
  });
  const legend = checks.map((check, index) => `${index + 1} ${check}`).join('  ');
  return [
    ...indent([style.dim(`${' '.repeat(nameWidth)}${head}`), ...lines], 4),
    '',
    ...indent(wrap(legend, width - 4), 4).map(style.dim),
    ...indent(wrap(matrixTexts.marks[language], width - 4), 4).map(style.dim),
    '',
  ].join('\n');
}

/** `wrong/forgets.edit`; the stub and the solution by what they are. */
function nameOf({ role, path }: MatrixRow): string {
  return role === 'stub' || role === 'solution' ? role : path.split('/').slice(-2).join('/');
}

const marks = { passed: '✓', failed: '✗', hung: '∞', broken: '!', untried: '·' } as const;

function drawn({ state, kept, status }: Cell, style: Style): string {
  if (state === 'untried') return kept ? style.dim(marks.untried) : style.tint('failed', marks.broken);
  if (state === 'hung') return kept ? style.dim(marks.hung) : style.tint('failed', marks.hung);
  if (state === 'broken') return style.tint('failed', marks.broken);
  return status === 'passed' ? style.tint('passed', marks.passed) : style.dim(marks.failed);
}
