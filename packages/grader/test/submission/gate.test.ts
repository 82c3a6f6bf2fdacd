import { expect, test } from 'vitest';
import { admit } from '../../src/submission/gate.ts';
import { TimeAccount } from '../../src/submission/submission-time.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { gatherExercise } from '../support/manifests.ts';

const exercise = gatherExercise({
  files: ['gather.ts', 'helper.ts'],
  imports: ['@teatime/core', 'node:fs'],
});

test('Types are stripped and everything else keeps its line and column', async () => {
  const source = 'import type { Task } from "anywhere";\r\nexport const 茶: "绿茶🍵" | Task = pour<"杯">(1 as number)!;\r\n';
  const admission = await admit(exercise, [{ name: 'gather.ts', source }]);
  if (!admission.admitted) throw new Error('refused');
  const [file] = admission.submission.files;
  expect(file?.source).toBe(source);
  expect(file?.code).toHaveLength(source.length);
  expect(file?.code.indexOf('pour')).toBe(source.indexOf('pour'));
  expect(file?.code).not.toMatch(/绿茶|Task|杯|number/);
  expect(admission.submission).toMatchObject({ exercise: 'gather', exports: ['gather'], imports: exercise.imports });
});

test.each([
  ['an allowed module', 'import { sleep } from "@teatime/core";'],
  ['another file of the exercise', 'export { help } from "./helper.ts";'],
  ['a type of any module', 'import type { Server } from "node:net"; export type { Server };'],
  ['a method that is called import', 'const port = { import(tea: string) {} }; port.import("oolong");'],
  ['top-level await', 'const water = await Promise.resolve(1);'],
  ['what nobody sees in a text, a comment, a pattern or a template', 'const a = "\u200B", b = /\u200B@x/, c = `\u0085${1}\u200B`; // \u200B\n/* \u0085 */ export {};'],
  ['an accessor that is a name, and a sign that looks like a decorator', 'const accessor = 1; export const a = [accessor, "@hot", / @hot/];'],
  ['nothing at all', ''],
])('The gate lets %s pass', async (_, source) => {
  expect(await refusalOf(source)).toBeUndefined();
});

const refused: readonly [what: string, source: string, place: string, message: RegExp][] = [
  ['a module that is not allowed', '\nimport net from "node:net";', '2:1', /may import '@teatime\/core', 'node:fs'/],
  ['a module whose name lacks node:', 'import fs from "fs";', '1:1', /mean 'node:fs'\?/],
  ['a file without its ending', 'import { help } from "./helper";', '1:1', /mean '.\/helper.ts'\?/],
  ['a mistyped module', 'import { sleep } from "@teatime/cor";', '1:1', /mean '@teatime\/core'\?/],
  ['a module under an escaped name', 'import "node:\\u006eet";', '1:1', /'node:net'/],
  ['a re-export', 'export * from "node:net";', '1:1', /'node:net'/],
  ['a file outside of the folder', 'import "../tea/tea.ts";', '1:1', /'..\/tea\/tea.ts'/],
  ['import()', 'const fs = await import("node:fs");', '1:18', /`import\(\)`/],
  ['import() behind three dots', 'const fs = [...import("node:fs")];', '1:16', /`import\(\)`/],
  ['import() behind a space that only looks like one', 'const fs =\u00a0import("node:fs");', '1:12', /`import\(\)`/],
  ['import() behind the end of a comment that only looks like one line', '// fs\u2028import("node:fs");', '2:1', /`import\(\)`/],
  ['import.meta', 'const here =\r\n  import.meta.url;', '2:3', /`import.meta`/],
  ['import attributes', 'import core from "@teatime/core" with { type: "json" };', '1:1', /form of import/],
  ['a deferred import', 'import defer * as core from "@teatime/core";', '1:1', /form of import/],
  ['an enum', 'type A = 1;\n  enum Size { Small }', '2:8', /`enum`.*union type/s],
  ['a namespace', 'namespace Tea { export const hot = true; }', '1:11', /`namespace`/],
  ['a parameter property', 'class Cup {\n  constructor(private size: number) {}\n}', '2:15', /constructor/],
  ['export =', 'function gather() {}\nexport = gather;', '2:1', /write `export` in front of the function/],
  ['a misspelt word', 'export function gather() {\n  retrun 1;\n}', '2:3', /`retrun` is not known\. Did you mean `return`\?/],
  ['a misspelt word behind another', 'export funtion gather() {}', '1:8', /Did you mean `function`\?/],
  ['a misspelt word in front of a call', 'async function gather() {\n  const x = awiat gather();\n}', '2:13', /Did you mean `await`\?/],
  ['a word that is a name, although it looks like another', 'const field = 1;\nfield 2;', '2:1', /^(?!.*is not known)/],
  ['a decorator of a method', 'class Cup {\n  @hot pour() {}\n}', '2:3', /Decorators.*as a function/],
  ['a decorator of a class', '@hot\nclass Cup {}', '1:1', /Decorators/],
  ['an accessor', 'class Cup {\n  static accessor size = 1;\n}', '2:10', /`accessor`.*plain field/],
  ['a merge that was not finished', 'let a;\n<<<<<<< HEAD\na = 1;\n=======\na = 2;\n>>>>>>> theirs\n', '2:1', /Two versions.*Decide for one/],
  ['the end of a merge that was not finished', 'let a;\na = 2;\n>>>>>>> theirs\n', '3:1', /Two versions/],
  ['a space of no width', 'const\u200B tea = 1;', '1:6', /not seen: U\+200B/],
  ['a next-line', 'const tea = 1;\u0085\nlet b;', '1:15', /not seen: U\+0085/],
  ['a joiner of words', 'const tea\u2060 = 1;', '1:10', /not seen: U\+2060/],
  ['a hyphen that is not shown', 'let a = 1;\na\u00AD++;', '2:2', /not seen: U\+00AD/],
  ['a turn of the direction', 'let a = 1;\u202E', '1:11', /not seen: U\+202E/],
  ['a module of Python', 'import { sleep } from "asyncio";', '1:1', /mean '@teatime\/core'\?/],
  ['import = require', 'import fs = require("node:fs");', '1:1', /`import … = …`/],
  ['angle-bracket casts', 'const size = <number>cup;', '1:14', /`value as Type`/],
  ['a missing expression', 'const 茶 = "绿茶🍵";\r\nconst size = ;', '2:14', /Expression expected/],
  ['a bracket that is never closed', 'export function gather() {\n  if (true) {\n}\n', '4:1', /'}' expected.*line 1/],
  ['await outside of async', 'tasks.forEach((task) => {\n  await task;\n});', '2:3', /`async` function/],
  ['return outside of a function', 'return 1;', '1:1', /within a function body/],
  ['assigning to a number', 'let a;\n1 = 2;', '2:1', /assignment/],
];

test.each(refused)('The gate refuses %s, with its place', async (_, source, place, message) => {
  const refusal = await refusalOf(source);
  expect(refusal).toMatchObject({ id: 'gate', kind: 'gate', status: 'error', location: { file: 'gather.ts' } });
  expect(`${refusal?.location?.line}:${refusal?.location?.column}`).toBe(place);
  expect(refusal?.message?.en).toMatch(message);
  expect(refusal?.message?.['zh-CN']).toMatch(/[\u4E00-\u9FFF]/);
});

test('The compiler gives its reasons in Chinese and afterwards in English again', async () => {
  for (const _ of ['once', 'twice']) {
    const refusal = await refusalOf('const size = ;');
    expect(refusal?.message?.en).toMatch(/: Expression expected\.$/);
    expect(refusal?.message?.['zh-CN']).toMatch(/：应为表达式。$/);
  }
});

test.each(Array.from('（）：；，。！？【】｛｝＝＋－＊／＜＞＆｜～、'))('%s in code is told to be full-width, with its place', async (written) => {
  const refusal = await refusalOf(`// （说明）：，\nconst 茶 = '（绿茶），' + \`：\${1}；\`;${written}\n`);
  const meant = ({ '。': '.', '、': ',', '【': '[', '】': ']' })[written] ?? written.normalize('NFKC');
  expect(refusal?.message).toEqual({
    en: `This is the full-width character '${written}'. Write '${meant}' instead.`,
    'zh-CN': `这里是全角字符“${written}”，请改成半角的“${meant}”。`,
  });
  expect(refusal?.location).toEqual({ file: 'gather.ts', line: 2, column: 30 });
});

test.each([
  ['“”', 'const tea = “绿茶”;', '1:13', '"'],
  ['‘’', 'import { sleep } from ‘@teatime/core’;', '1:23', '\''],
  ['＂', 'const tea = ＂绿茶＂;', '1:13', '"'],
  ['an ASCII quote at the beginning and none at the end', 'const a = \'b\', tea = \'“绿茶”’;\nlet b;', '1:27', '\''],
])('Quotes that are not those of code are told: %s', async (_, source, place, meant) => {
  const refusal = await refusalOf(source);
  expect(refusal?.message?.en).toMatch(new RegExp(`quotation mark: . Write ${meant} instead\\.$`));
  expect(refusal?.message?.['zh-CN']).toMatch(new RegExp(`引号 . ，请改成英文引号 ${meant} 。$`));
  expect(`${refusal?.location?.line}:${refusal?.location?.column}`).toBe(place);
});

test('A full-width character is told before what else is wrong in its line, and after a mistake in a line above', async () => {
  expect((await refusalOf('retrun createTask boilWater（）；'))?.message?.en).toContain('\'（\'');
  expect((await refusalOf('const size = ;\ncreateTask（）；'))?.message?.en).toContain('Expression expected');
});

test('Full-width punctuation in texts and comments is nobody\'s business, and a full-width space is a space', async () => {
  expect(await refusalOf('/* （，） */\nexport　const tea = `“绿茶”${"；"}`; // 。\n')).toBeUndefined();
});

test('A refusal names the file that it is about', async () => {
  const files = [{ name: 'gather.ts', source: '' }, { name: 'helper.ts', source: 'let cup = ;' }];
  const admission = await admit(exercise, files);
  expect(admission).toMatchObject({ admitted: false, refusal: { location: { file: 'helper.ts' } } });
});

test.each([
  ['nested far too deep', `const tea = ${'('.repeat(90_000)}1${')'.repeat(90_000)};`],
  ['one operator after another', `const tea = ${'1+'.repeat(95_000)}1;`],
  ['a type of types without an end', `export type Tea = ${'Array<'.repeat(28_000)}1${'>'.repeat(28_000)};`],
])('A file that is %s is refused, and harms none of those after it', async (_, source) => {
  const [refusal, next] = await Promise.all([refusalOf(source), refusalOf('export const tea: string = "oolong";')]);
  expect(refusal?.message?.en).toContain('could not be read');
  expect(refusal?.message?.['zh-CN']).toContain('无法读取');
  expect(next).toBeUndefined();
});

test('A file that keeps the compiler busy is given up', async () => {
  const endless = `enum Cup { Small }
    type List<N extends number, T extends 0[] = []> = T['length'] extends N ? T : List<N, [...T, 0]>;
    type Power<A, D> = D extends [0, ...infer R] ? Power<A extends any ? [A, 1] | [A, 2] : never, R> : A;
    let tea: Power<1, List<16>> = 1 as never as Power<2, List<16>>;`;
  expect((await refusalOf(endless))?.message?.en).toContain('could not be read');
});

test('A file that uses up all memory at the gate is refused, and harms none of those after it', async () => {
  const lines = Array.from({ length: 8 }, (_, line) => `type Text${line + 1} = \`${`\${Text${line}}`.repeat(10)}\`;`);
  const source = `enum Cup { Small }\ntype Text0 = '茶茶茶茶';\n${lines.join('\n')}\nexport const text: Text8 = 'tea';`;
  const [refusal, next] = await Promise.all([refusalOf(source), refusalOf('export const tea: string = "oolong";')]);
  expect(refusal).toMatchObject({ cause: 'memory', message: { en: expect.stringContaining('could not be read') } });
  expect(next).toBeUndefined();
});

test('What reading took is counted, and nothing is read when the time of the submission is used up', async () => {
  const time = new TimeAccount(60_000);
  const files = [{ name: 'gather.ts', source: 'export {};' }];
  expect(await admit(exercise, files, time)).toMatchObject({ admitted: true });
  expect(time.leftMs).toBeLessThan(60_000);
  time.spend(60_000);
  expect(await admit(exercise, files, time)).toMatchObject({ refusal: { message: { en: expect.stringContaining('was not read') } } });
});

async function refusalOf(source: string): Promise<Finding | undefined> {
  const admission = await admit(exercise, [{ name: 'gather.ts', source }]);
  return admission.admitted ? undefined : admission.refusal;
}
