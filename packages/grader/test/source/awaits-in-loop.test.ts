import { expect, test } from 'vitest';
import { awaitsInLoop } from '../../src/source/awaits-in-loop.ts';

test.each([
  ['an await in the head', 'while (await looks()) {\n  n++;\n}', [1, 2], true],
  ['an await in the body', 'while (!over) {\n  n++;\n  await null;\n}', [1, 2, 3], true],
  ['an await in the line', 'for (;;) await null;', [1], true],
  ['an await in a body without braces', 'while (!over)\n  await null;\nawait other();', [1, 2], true],
  ['an await behind the loop', 'const a = await one();\nwhile (!a.done()) {}\nreturn await a;', [2], false],
  ['an await behind a loop of one line', 'while (!over);\nreturn await a;', [1], false],
  ['an await around the inner loop', 'for (const one of all) {\n  await one;\n  while (busy()) {\n    n++;\n  }\n}', [3, 4], false],
  ['an await in a do', 'do {\n  await null;\n} while (!over);', [1, 2], true],
  ['an await in a comment', 'while (!over) {\n  // await it\n}', [1], false],
  ['no loop, but an await beside the line', 'async function again() {\n  await null;\n  return again();\n}', [3], true],
  ['spaces alone, as many as a file may have', ' '.repeat(190_000), [1], false],
  ['nothing at all', 'return again();', [1], false],
])('%s', (_what, code, lines, awaits) => {
  expect(lines.map((line) => awaitsInLoop(code, line))).toEqual(lines.map(() => awaits));
});
