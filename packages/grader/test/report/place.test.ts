import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { terminalReport } from '../../src/report/terminal/terminal-report.ts';
import { exerciseResult } from '../../src/verdict/exercise-result.ts';
import { gradeResult } from '../../src/verdict/grade-result.ts';
import { quoteSource } from '../../src/verdict/quote-source.ts';
import { finding } from '../support/evidence.ts';
import { gather } from '../support/grades.ts';
import { provenance } from '../support/provenance.ts';

interface Place {
  readonly line?: number;
  readonly column: number;
}

/** The report's lines about a place in a source: where it is, and the excerpt. */
function excerpt(source: string, { line = 1, column }: Place, width = 80): readonly string[] {
  const refusal = { ...finding('gate', 'error', 'gate'), location: { file: 'gather.ts', line, column } };
  const evidence = quoteSource({ refusal }, [{ name: 'gather.ts', source }]);
  const result = gradeResult(provenance, [exerciseResult(gather, evidence, 'en')]);
  const report = terminalReport(result, { language: 'en', width, colors: false, answersTo: () => '.' });
  const lines = report.split('\n').map((one) => one.slice(4));
  const from = lines.findIndex((one) => one.startsWith('./gather.ts:'));
  return lines.slice(from, lines.indexOf('', from));
}

const long = `const water = [${Array.from({ length: 40 }, (_, index) => `cup${index}`).join(', ')}];`;

test('A line that is too long is shown around the place', () => {
  const column = long.indexOf('cup20') + 1;
  const [place, code = '', caret = ''] = excerpt(long, { column });
  expect(place).toBe(`./gather.ts:1:${column}`);
  expect(code).toMatch(/^1 │ ….*cup19, cup20, cup21.*…$/);
  expect(code.slice(caret.indexOf('^'))).toMatch(/^cup20, /);
});

test('Its beginning is kept where the place is near, its end where that is near', () => {
  expect(excerpt(long, { column: 16 })[1]).toMatch(/^1 │ const water = .*…$/);
  expect(excerpt(long, { column: long.length })[1]).toMatch(/^1 │ ….*cup39\];$/);
});

test('The end of a file with a bracket that is never closed becomes the end of its code, without a caret', () => {
  const source = 'export function gather() {\n  pour(\'// 茶\'); // here\n\n  // }\n/* }\n */\n';
  for (const line of [7, 8, 99]) {
    expect(excerpt(source, { line, column: 1 })).toEqual(['./gather.ts:2:24', '2 │ pour(\'// 茶\'); // here']);
  }
});

test('A file without any code has no excerpt', () => {
  expect(excerpt('\n// tea\n\n', { line: 4, column: 1 })).toEqual(['./gather.ts:4:1']);
});

const characters = ['a', '(', ' ', '茶', '，', '🍵', 'e\u0301', '👩‍🍳', 'ﾊ', '~', '。'];

test('For any line, width and column the caret stands under the character of that column', () => {
  const places = fc
    .array(fc.constantFrom(...characters), { maxLength: 130 })
    .chain((inner) => fc.record({ parts: fc.constant(['x', ...inner, 'x']), index: fc.nat(inner.length + 1), width: fc.integer({ min: 20, max: 110 }) }));
  fc.assert(
    fc.property(places, ({ parts, index, width }) => {
      const text = parts.join('');
      const offset = parts.slice(0, index).join('').length;
      const [, code = '', caret = ''] = excerpt(text, { column: offset + 1 }, width).map((line) => line.slice('1 │ '.length));
      expect(stringWidth(code)).toBeLessThanOrEqual(width - 8);
      const before = beginning(code, caret.indexOf('^'));
      const [shownBefore, shownAfter] = [before.replace(/^…/, ''), code.slice(before.length).replace(/…$/, '')];
      expect(text.slice(0, offset).endsWith(shownBefore)).toBe(true);
      expect(text.slice(offset).startsWith(shownAfter)).toBe(true);
      expect(shownAfter).not.toBe('');
      expect(shownAfter.startsWith(parts[index] ?? '')).toBe(true);
    }),
  );
});

/** The characters that take so many columns. */
function beginning(line: string, columns: number): string {
  let taken = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (stringWidth(taken) >= columns) break;
    taken += segment;
  }
  expect(stringWidth(taken)).toBe(columns);
  return taken;
}
