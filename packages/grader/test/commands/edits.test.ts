import { describe, expect, test } from 'vitest';
import { applyEdit, EditProblem } from '../../src/commands/check-course/answers/edit.ts';

const solution = `import { createTask } from '@teatime/core';

export async function makeTea(boil, listen) {
  const boiling = createTask(boil());
  const listening = createTask(listen());

  await listening;
  return await boiling;
}

export async function makeCoffee(boil, listen) {
  const boiling = createTask(boil());
  return await boiling;
}
`;

const moduleOf = (edit: string, text = solution): string => applyEdit({ path: 'wrong/x.edit', text: edit }, { path: 'tea.ts', text }).source;

describe('An edit of the solution', () => {
  test('takes lines out and puts others in their place, below its own first lines', () => {
    expect(moduleOf('// fails: errors\n// Starts too late.\n\n@@\n-  const listening = createTask(listen());\n+  const listening = listen();\n')).toBe(
      `// fails: errors\n// Starts too late.\n${solution.replace('createTask(listen())', 'listen()')}`,
    );
  });

  test('finds its place by lines that stay, and adds beside them', () => {
    expect(moduleOf('// fails: a\n@@\n   await listening;\n+  await boiling;\n')).toContain('  await listening;\n  await boiling;\n  return');
    expect(moduleOf('// fails: a\n@@\n+  await boiling;\n   await listening;\n')).toContain('  await boiling;\n  await listening;\n');
  });

  test('may have several blocks, in any order, set apart by empty lines; an empty line in between is one of the solution', () => {
    const made = moduleOf('// fails: a\n@@ the end\n-  return await boiling;\n+  return 0;\n }\n\n export async function makeCoffee(boil, listen) {\n\n@@ -7 +6,0 @@\n-  await listening;\n');
    expect(made).toBe(`// fails: a\n${solution.replace('return await boiling', 'return 0').replace('  await listening;\n', '')}`);
  });

  test('names the lines between two others with an ellipsis', () => {
    expect(moduleOf('// fails: a\n@@\n-export async function makeTea(boil, listen) {\n-…\n-  return await boiling;\n+export async function makeTea() {\n+  return 0;\n')).toContain(
      "core';\n\nexport async function makeTea() {\n  return 0;\n}\n\nexport async function makeCoffee",
    );
  });

  test('fits a solution with other line ends', () => {
    const made = moduleOf('// fails: a\r\n@@\r\n-  await listening;\r\n', solution);
    expect(made).not.toContain('await listening');
    expect(moduleOf('// fails: a\n@@\n-  await listening;\n', solution.replaceAll('\n', '\r\n'))).not.toContain('await listening');
  });

  test('knows which line of the module is its own', () => {
    const { origins } = applyEdit({ path: 'x', text: '// fails: a\n@@\n-  await listening;\n+  await 0;\n+  await 1;\n' }, { path: 'y', text: solution });
    expect(origins.flatMap((line, index) => (line === undefined ? [] : [[index + 1, line]]))).toEqual([[1, 1], [8, 4], [9, 5]]);
  });
});

describe('An edit that makes no module says why, with the line, in both languages:', () => {
  test.each([
    ['an empty one', '', 'wrong/x.edit: this changes nothing. Write a line `@@`', 'wrong/x.edit：这里什么都没有改'],
    ['one of comments alone', '// fails: a\n', 'wrong/x.edit: this changes nothing.', '什么都没有改'],
    ['an empty block', '// fails: a\n@@\n\n', 'wrong/x.edit:2: this changes nothing.', 'wrong/x.edit:2：这里什么都没有改'],
    ['a block of lines that stay', '// fails: a\n@@\n   await listening;\n', 'wrong/x.edit:2: this changes nothing.', '什么都没有改'],
    ['lines that come back as they were', '// fails: a\n@@\n-  await listening;\n+  await listening;\n', 'wrong/x.edit:2: this block changes nothing: what comes is what goes', '换上的就是去掉的'],
    ['a line above the first block', '// fails: a\nimport x;\n@@\n-  await listening;\n', 'wrong/x.edit:2: above the first `@@` stand comments only', '只能写注释'],
    ['the head of a diff', '--- a/tea.ts\n+++ b/tea.ts\n@@\n-  await listening;\n', 'wrong/x.edit:1: above the first', '只能写注释'],
    ['a whole module', solution, 'wrong/x.edit:1: above the first', '只能写注释'],
    ['a line without a mark', '// fails: a\n@@\n-  await listening;\nawait 0;\n', 'wrong/x.edit:4: below `@@`, a line begins with', '这一行都不是'],
    ['a block without a place', '// fails: a\n@@\n+  await 0;\n', 'wrong/x.edit:2: this block says what comes, but not where', '没有写加在哪里'],
    ['an ellipsis without an end', '// fails: a\n@@\n-  await listening;\n-…\n+  await 0;\n', 'wrong/x.edit:2: `-…` stands for the lines between two others', '代表两行之间'],
    ['a line that is gone', '// fails: a\n@@\n-  await music;\n', 'wrong/x.edit:3: it no longer applies: tea.ts has no `await music;` here. Write the lines as they stand there now', '已经用不上了'],
    ['a line that changed behind one that did not', '// fails: a\n@@\n   await listening;\n-  return boiling;\n', 'wrong/x.edit:4: it no longer applies: tea.ts has no `return boiling;` here. Line 8 is `return await boiling;`', '第 8 行是'],
    ['a line with other spaces', '// fails: a\n@@\n-    await listening;\n', 'Line 7 is `  await listening;`: is that the one?', '是不是它'],
    ['the end of an ellipsis that is gone', '// fails: a\n@@\n-  await listening;\n-…\n-  return tea;\n', 'wrong/x.edit:5: it no longer applies', '用不上'],
    ['lines that stand there twice', '// fails: a\n@@\n-  return await boiling;\n', 'wrong/x.edit:2: it applies 2 times: these lines stand in tea.ts at lines 8, 13', '有 2 处符合'],
    ['blocks on the same lines', '// fails: a\n@@\n-  await listening;\n-  return await boiling;\n@@\n-  await listening;\n', 'wrong/x.edit:5: this block and the one at line 2 change the same lines', '第 2 行'],
    ['mixed line ends', '// fails: a\r\n@@\n-  await listening;\r\n', 'wrong/x.edit ends some lines with LF and some with CRLF', '统一成一种'],
  ])('%s', (_, edit, en, zh) => {
    const problem = problemOf(() => moduleOf(edit));
    expect(problem?.text.en).toContain(en);
    expect(problem?.text['zh-CN']).toContain(zh);
  });

  test('a solution with mixed line ends', () => {
    expect(problemOf(() => moduleOf('// fails: a\n@@\n-  await listening;\n', solution.replace('\n', '\r\n')))?.text.en).toContain('tea.ts ends some lines with LF');
  });
});

function problemOf(run: () => unknown): EditProblem | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof EditProblem) return error;
    throw error;
  }
}
