import { TSESLint } from '@typescript-eslint/utils';
import * as parser from '@typescript-eslint/parser';
import { describe, expect, test } from 'vitest';
import { teatime } from '../../../src/lint/plugin.ts';

function lint(code: string, language?: 'en' | 'zh-CN'): readonly TSESLint.Linter.LintMessage[] {
  const rule: TSESLint.FlatConfig.RuleEntry = ['error', language === undefined ? {} : { language }];
  const config = { files: ['**'], languageOptions: { parser }, plugins: { teatime }, rules: { 'teatime/no-blocking-call': rule } };
  return new TSESLint.Linter({ configType: 'flat' }).verify(code, [config], { filename: 'util.ts' });
}

const direct = "import * as fs from 'node:fs';\nexport const load = async () =>\n  fs.readFileSync('a', 'utf8');\n";
const helper = `
import fs from 'node:fs';
const loadConfig = () => parse(read());
const read = () => fs.readFileSync('config.json', 'utf8');
const parse = (text) => JSON.parse(text);
export const start = async () => loadConfig();
`;

describe('a message', () => {
  test('names the call, what happens, and the replacement', () => {
    expect(lint(direct)[0]?.message).toBe(
      '`fs.readFileSync()` blocks the event loop: until it returns, no timer fires and no other task moves on. ' +
        'Use `await readFile(…)`.',
    );
  });

  test('says the same in Chinese', () => {
    expect(lint(direct, 'zh-CN')[0]?.message).toBe(
      '`fs.readFileSync()` 会阻塞事件循环：在它返回之前，定时器不会触发，其他任务也动不了。请改用 `await readFile(…)`。',
    );
  });

  test("shows the way through the project's own functions, and where it ends", () => {
    expect(lint(helper)[0]?.message).toContain('loadConfig → read → fs.readFileSync (util.ts:4)');
  });

  test.each([
    ["cp['exec' + 'Sync']('ls')", 'cp[…]()'],
    ["(await commands)[0].execSync('ls')", '…[0].execSync()'],
    ["cp['execSync']('ls')", 'cp.execSync()'],
  ])('names what %s calls', (call, name) => {
    const code = `import * as cp from 'child_process'; const commands = Promise.resolve([cp]); export async function f() { ${call}; }`;
    expect(lint(code)[0]?.message).toContain(`\`${name}\``);
  });

  test.each([
    ['a loop that waits for a clock', 'async function f(end) { while (Date.now() < end); }', 'asking the clock'],
    ['a loop that waits for a flag', 'let done = false; setTimeout(() => (done = true)); async function f() { while (!done); }', 'cannot come'],
    ['a loop that waits for a timer in microtasks', 'let done = false; setTimeout(() => (done = true)); async function f() { while (!done) await null; }', 'only microtasks'],
    ['a loop that waits for another thread', 'async function f(c) { while (Atomics.load(c, 0) === 0) Atomics.pause(); }', 'Atomics.waitAsync'],
    ['a loop that never ends', 'async function f() { for (;;); }', 'never ends'],
    ['a function that is handed over', "import fs from 'fs'; async function f(p) { return p.map(fs.statSync); }", 'called back'],
  ])('tells why %s blocks', (_what, code, words) => {
    expect(lint(code)[0]?.message).toContain(words);
    expect(lint(code, 'zh-CN')[0]?.message).toMatch(/\p{Script=Han}{8}/u);
  });

  test.each([
    direct,
    helper,
    'async function f(end) { while (Date.now() < end); }',
    'let done = false; async function f() { while (!done); }',
    'let done = false; async function f() { while (!done) await null; }',
    'async function f(c) { while (Atomics.load(c, 0) === 0) Atomics.pause(); }',
    "import fs from 'fs'; async function f(p) { return p.map(fs.statSync); }",
  ])('fits one hover', (code) => {
    expect(lint(code)[0]?.message.length).toBeLessThan(240);
  });
});

describe('in an editor', () => {
  test('the squiggle sits on the last name of the call', () => {
    expect(lint(direct)[0]).toMatchObject({ line: 3, column: 6, endLine: 3, endColumn: 18 });
  });

  test.each([
    ['a helper', "import fs from 'fs'; const load = () => fs.readFileSync('a');\nasync function f() { load(); }", 22, 26],
    ['what is handed over', "import fs from 'fs';\nasync function f(p) { return p.map(fs.statSync); }", 36, 47],
    ['what is constructed', "import { DatabaseSync } from 'node:sqlite';\nasync function f() { new DatabaseSync('a'); }", 26, 38],
  ])('on the name of %s', (_what, code, column, endColumn) => {
    expect(lint(code)).toMatchObject([{ line: 2, column, endLine: 2, endColumn }]);
  });

  test('or on the word that begins a loop', () => {
    expect(lint('async function f(end) { while (Date.now() < end) {\n} }')[0]).toMatchObject({ column: 25, endLine: 1, endColumn: 30 });
  });

  test('a suggestion says what it will write, in the language of the message', () => {
    const code = "import { existsSync } from 'node:fs';\nexport const has = async (path) => existsSync(path);\n";
    expect(lint(code)[0]?.suggestions?.[0]?.desc).toBe('Use `await access(…).then(() => true, () => false)`.');
    expect(lint(code, 'zh-CN')[0]?.suggestions?.[0]?.desc).toMatch(/^改用/);
  });

  test.each([
    [
      'a call and its import',
      "import { existsSync } from 'node:fs';\nexport const has = async (path) => existsSync(path);\n",
      "import { access } from 'node:fs/promises';\nexport const has = async (path) => await access(path).then(() => true, () => false);\n",
    ],
    [
      'an import that others still need',
      "import { blockFor, seconds } from '@teatime/core';\nexport async function pause() {\n  blockFor(seconds(1));\n}\n",
      "import { sleep, seconds } from '@teatime/core';\nexport async function pause() {\n  await sleep(seconds(1));\n}\n",
    ],
  ])('a suggestion writes %s in one edit, after which nothing is left to report', (_what, before, after) => {
    const edit = lint(before)[0]?.suggestions?.[0]?.fix;
    const written = edit && before.slice(0, edit.range[0]) + edit.text + before.slice(edit.range[1]);
    expect(written).toBe(after);
    expect(lint(after)).toEqual([]);
  });
});
