import { expect, test } from 'vitest';
import { withGuards } from '../../src/page/guards.ts';

const code = `function f() {  let n = 0;   while (true) { n += 1; } }\r
const g = () => (1), h = () => f();
if (1) f(); else { f(); g(); }
for (const x of []) x();`;

test('Every word of guarded code is known by the column at which it stood', () => {
  const { code: guarded, columnBefore } = withGuards(code);
  const lines = guarded.split('\n');
  for (const [index, line] of code.split('\n').entries()) {
    const words = (text: string): readonly RegExpExecArray[] => [...text.matchAll(/(?<![\w$])(?!__teatimeGuard)\w+/g)];
    expect(words(lines[index] ?? '').map((word) => columnBefore(index + 1, word.index + 1))).toEqual(words(line).map((word) => word.index + 1));
  }
});

test('Within a guard is where it was put', () => {
  const { code: guarded, columnBefore } = withGuards('  again();');
  expect(guarded.indexOf('again')).toBeGreaterThan(2);
  expect(columnBefore(1, 5)).toBe(3);
});
