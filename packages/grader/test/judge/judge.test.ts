import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJudge } from '../../src/judge/judge.ts';
import type { Judge, JudgeOptions, SuiteRun } from '../../src/judge/suite-run.ts';
import type { Cause } from '../../src/verdict/cause.ts';
import { TimeAccount, timeOfOneSubmission } from '../../src/submission/submission-time.ts';
import { probeSandbox } from '../../src/sandbox/probe.ts';
import { sampleOf } from '../support/thorough.ts';

let judge: Judge;

beforeAll(async () => {
  const suites = fileURLToPath(new URL('./suites', import.meta.url));
  judge = await createJudge({ sandbox: await probeSandbox(), suites });
});

afterAll(() => judge[Symbol.asyncDispose]());

function meet(code: string, exercise = 'adding', options?: JudgeOptions): Promise<SuiteRun> {
  const files = [{ name: `${exercise}.ts`, source: code, code }];
  return judge.judge({ exercise, files, exports: ['add', 'fine'], imports: ['@teatime/core'] }, options);
}

const statuses = ({ findings }: SuiteRun): object => Object.fromEntries(findings.map(({ id, status }) => [id, status]));
const message = ({ findings }: SuiteRun, id: string): string | undefined => findings.find((finding) => finding.id === id)?.message?.en;

const right = `import { sleep } from '@teatime/core'; export async function add(a, b) { await sleep(10); return a + b; }`;
const allPassed = { adds: 'passed', 'takes-its-time': 'passed', twice: 'passed' };

describe.concurrent('A suite that meets a submission', () => {
  test('passes a right answer, and its canary fails', async () => {
    const run = await meet(right);
    expect(statuses(run)).toEqual(allPassed);
    expect(run).toMatchObject({ exercise: 'adding', canary: 'failed', output: [] });
    expect(run.trouble).toBeUndefined();
  });

  test('says what it saw, with the time it expected', async () => {
    const run = await meet('export const add = (a, b) => a + b;');
    expect(statuses(run)).toEqual({ ...allPassed, 'takes-its-time': 'failed' });
    expect(run.findings[1]).toMatchObject({ message: { en: 'It took no time.', 'zh-CN': '没有花时间。' } });
    expect(run.findings[1]?.timeline?.expected).not.toEqual([]);
  });

  test('keeps several submissions apart that it meets side by side', async () => {
    const wrong = 'export const add = async () => 0;';
    const runs = await Promise.all([meet(right), meet(wrong), meet(right), meet(wrong)]);
    expect(runs.map((run) => run.findings.filter(({ status }) => status === 'passed').length)).toEqual([3, 1, 3, 1]);
  });

  test.each<[call: string, cause: Cause, words: RegExp]>([
    ['add();', 'unhandled', /^Your file itself calls `add`, outside of all functions \(adding\.ts:4\), and that failed: TypeError: .* \(adding\.ts:2\)\. Take that call out/],
    ['add().then(console.log);', 'unhandled', /itself calls `add`.*\(adding\.ts:4\)/],
    ['await add();', 'load', /itself calls `add`.*\(adding\.ts:4\)/],
    ['console.log(await add());', 'load', /itself calls `add`.*\(adding\.ts:4\)/],
    ['const sum = await add();', 'load', /itself calls `add`.*\(adding\.ts:4\)/],
    ['add(first, second);', 'load', /itself calls `add`.* failed: ReferenceError: first is not defined\. Take/],
    ['Promise.reject(new TypeError("of its own"));', 'unhandled', /^A promise was rejected and nobody handled it: TypeError: of its own/],
    ['missing();', 'load', /^Your file could not be loaded: ReferenceError/],
  ])('says of a file that calls for itself what the checks are to call to take it out: %s', async (call, cause, words) => {
    const run = await meet(`export async function add(a, b) {\n  return a.valueOf() + b.valueOf();\n}\n${call}\n`);
    expect(run.findings.find(({ id }) => id === 'adds')).toMatchObject({ cause });
    expect(message(run, 'adds')).toMatch(words);
  });

  test('shows what the submission printed', async () => {
    const run = await meet(`console.log('hello'); ${right}`);
    expect(run.output).toEqual(['hello']);
  });

  const ends: readonly [code: string, cause: Cause, words: RegExp][] = [
    ['export function add() { return null.sum; }', 'threw', /^Your code threw an error: TypeError: .* \(adding\.ts:1\)$/],
    ['export function add() { throw undefined; }', 'threw', /^Your code threw undefined/],
    ['export function add() { return Promise.reject("no"); }', 'threw', /threw .no., or rejected/],
    ['export function add() { return 0; }', 'wrong', /not 0/],
    ['export function add() { return new Promise(() => {}); }', 'deadlock', /waits for something that will never happen/],
    ['export function add(a, b) { void Promise.reject(new Error("lost")); return a + b; }', 'unhandled', /nobody handled it: Error: lost/],
    // What the check heard is the consequence of the slip.
    ['export function add(a) { void (async () => Object.freeze([]).push(a))(); return 0; }', 'unhandled', /not extensible \(adding\.ts:1\)\. What you were given belongs to the caller/],
    ['export function add(a) { return new Promise(() => { Promise.resolve().then(() => a.b.c); }); }', 'unhandled', /TypeError: .* \(adding\.ts:1\)/],
    ['export function add(a, b) { setInterval(() => {}, 5); return a + b; }', 'leak', /left a timer running/],
    ['export function add() { for (;;); }', 'hang', /never came back, stuck at adding\.ts:1 in `add`/],
    // Such an await lets no timer go off.
    ['export async function add() { let sum; while (sum === undefined) await null; }', 'hang', /never came back, stuck at adding\.ts:1 in `add`: a loop that looks again and again.* The `await` in it does not help/],
    ['export async function add() { let sum;\nwhile (sum === undefined) {\nawait Promise.resolve();\n} }', 'hang', /The `await` in it does not help/],
    ['for (;;);', 'hang', /never finished loading, stuck at adding\.ts:1/],
    ['export function add() { process.exit(0); }', 'exit', /ended the program/],
    ['export function add() { for (;;) console.log("again"); }', 'flood', /^Your code printed far too many lines(?! stuck)/],
    ['export function add() { const all = []; for (;;) all.push(Array(1e6).fill(1)); }', 'memory', /used up all of its memory/],
    ['export function add() { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); }', 'hang', /stood still and did nothing, stuck at adding\.ts:1/],
    ['export function add() { const end = Date.now() + 999; while (Date.now() < end); return 0; }', 'wrong', /waited in a loop/],
    ['export function sum() {}', 'missing', /does not export `add`/],
    ['export const add = 1;', 'missing', /is not a function/],
    ['throw new Error("no");', 'load', /could not be loaded: Error: no/],
  ];

  test.each(sampleOf(ends, 3))('gives each way to fail its own words, and a word for programs: %s', async (code, cause, words) => {
    const run = await meet(code);
    expect(message(run, 'adds')).toMatch(words);
    expect(run.findings.find(({ id }) => id === 'adds')).toMatchObject({ cause });
  });

  test.each<[what: string, code: string, en: string, zh: RegExp]>([
    [
      'is empty',
      '\n/* add */ // export function add() {}\n',
      'adding.ts is empty. `pnpm reset adding` puts the beginning back; what you wrote is kept.',
      /是空的。`pnpm reset adding`/,
    ],
    [
      'spells a name in another way',
      'export function Add() {} export const more = 1;',
      'adding.ts exports `Add`; this exercise asks for `add`.',
      /导出的是 `Add`.*要的是 `add`/,
    ],
    [
      'does not export its function',
      '// {\nasync function add() { return `}`; }',
      'adding.ts has a function `add`, but does not export it: write `export` in front of it.',
      /函数 `add`，但没有导出/,
    ],
    [
      'does not export its constant',
      'const add = () => 1; export {};',
      'adding.ts has `add`, but does not export it: write `export` in front of it.',
      /里有 `add`，但没有导出/,
    ],
    [
      'neither exports its function nor spells it right',
      'function ad() {}',
      'adding.ts has a function `ad`; this exercise asks for `add`, with `export` in front of it.',
      /函数 `ad`，这个练习要的是 `add`/,
    ],
    [
      'exports its function as the default',
      'export default function add() {}',
      'adding.ts exports `add` as its default, and this exercise asks for `add` by its name. Take the word `default` out.',
      /去掉 `default`/,
    ],
    [
      'exports its function as the default, later',
      'const add = () => 1;\nexport default add;',
      'adding.ts exports `add` as its default, and this exercise asks for `add` by its name. Write `export { add };` in the place of `export default add;`.',
      /改成 `export { add };`/,
    ],
    [
      'exports its function under the name of the default',
      'function add() {}\nexport { add as default };',
      'adding.ts exports `add` as its default, and this exercise asks for `add` by its name. Write `export { add };`, without `as default`.',
      /不要写 `as default`/,
    ],
    [
      'exports a function without a name as the default',
      'export default async (a, b) => a + b;',
      'adding.ts exports a function without a name as its default, and this exercise asks for `add` by its name. Write `export const add =` in the place of `export default`.',
      /改成 `export const add =`/,
    ],
    [
      'exports nothing',
      'class Cup { add() {} }',
      'adding.ts does not export `add`; it exports nothing. Write a function of exactly that name, with `export` in front of it.',
      /什么也没有导出/,
    ],
    [
      'exports other names, of which some could fool a reader',
      'const [a, b, c, d, e, f] = ""; export { a, b, c, d, e, f, a as "\\n✓ passed", a as \u4E00, a as "\u202E" }; export default 1;',
      'adding.ts does not export `add`; it exports `a`, `b`, `c`, `d`, `e` and 2 more. Write a function of exactly that name, with `export` in front of it.',
      /`a`、`b`、`c`、`d`、`e` 等 7 个/,
    ],
  ])('tells a file that %s what to do about it', async (_, code, en, zh) => {
    const { findings } = await meet(code);
    expect(findings[0]?.message?.en).toBe(en);
    expect(findings[0]?.message?.['zh-CN']).toMatch(zh);
  });

  test.each([
    ['ends the program', 'export function add(a, b) {\n  process.exit(0);\n}', 'exit', 2],
    ['leaves an interval running', 'export const add = (a, b) => {\n  setInterval(() => {}, 1000);\n  return a + b;\n};', 'leak', 2],
    ['leaves a timer running that sets itself', 'const again = () => {\n  setTimeout(again, 900);\n};\nexport const add = (a, b) => { again(); return a + b; };', 'leak', 2],
    ['leaves a timer of an hour running', 'export const add = (a, b) => {\n\n  setTimeout(() => {}, 3_600_000);\n  return a + b;\n};', 'leak', 3],
    ['looks every millisecond', 'export const add = async (a, b) => {\n  for (;;) {\n    await new Promise((go) => setTimeout(go, 1));\n  }\n};', 'flood', 3],
    ['waits for ever outside of its functions', 'export const add = async (a, b) => { await 1; return a + b; };\n\nawait new Promise(() => {});', 'load', 3],
    ['uses a name of Python', 'export const add = (a, b) => {\n  return None;\n};', 'threw', 2],
    ['loads a module as CommonJS does', '\nconst { sleep } = require("@teatime/core");\nexport const add = () => 1;', 'load', 2],
    ['exports as CommonJS does', 'const add = () => 1;\nmodule.exports = { add };', 'load', 2],
    ['calls what is no function', 'export const add = (a, b) => {\n  const c = undefined;\n  return c();\n};', 'threw', 3],
  ])('tells a file that %s in which line', async (_, code, cause, line) => {
    const { findings } = await meet(code);
    expect(findings[0]).toMatchObject({ cause, location: { file: 'adding.ts', line } });
    expect(findings[0]?.message?.en).toContain(`(adding.ts:${line})`);
    expect(findings[0]?.message?.['zh-CN']).toContain(`（adding.ts:${line}）`);
  });

  test.each([
    ['a signal that aborts in an hour', 'AbortSignal.timeout(3_600_000)'],
    ['a timer that keeps nobody waiting', 'setTimeout(() => {}, 3_600_000).unref()'],
    ['an interval that keeps nobody waiting', 'setInterval(() => {}, 3_600_000).unref().refresh()'],
  ])('lets %s be', async (_, timer) => {
    const { findings } = await meet(`export const add = (a, b) => { ${timer}; return a + b; };`);
    expect(findings[0]).toMatchObject({ status: 'passed' });
  });

  test('is told of a timer that keeps somebody waiting again', async () => {
    const { findings } = await meet('export const add = (a, b) => { setTimeout(() => {}, 3_600_000).unref().ref(); return a + b; };');
    expect(findings[0]).toMatchObject({ cause: 'leak' });
  });

  test('keeps what was printed behind an error, and takes Node\'s own lines out', async () => {
    const { findings } = await meet(`export const add = (a, b) => {
  console.log('before', new Error('no tea'), 'after', { inside: new Error('no cup'), cups: 2 });
  return a + b;
};`);
    const printed = findings[0]?.output?.join('\n');
    expect(printed).toMatch(/^before Error: no tea\n +at .*adding\.ts:2:\d+\)? after \{/);
    expect(printed).toContain('cups: 2');
    expect(printed).not.toMatch(/node:|teatime:/);
  });

  test('repeats a message in two languages in that of the reader', async () => {
    const both = async (code: string) => (await meet(code)).findings[0]?.message;
    expect(await both('export function add() { throw new Error("add is empty · add 还是空的"); }')).toEqual({
      en: 'Your code threw an error: Error: add is empty (adding.ts:1)',
      'zh-CN': '你的代码抛出了错误：Error: add 还是空的（adding.ts:1）',
    });
    expect(await both('throw new Error("空 · add is empty · 空");')).toEqual({
      en: 'Your file could not be loaded: Error: 空 · add is empty · 空 (adding.ts:1)',
      'zh-CN': '你的文件无法加载：Error: 空 · add is empty · 空（adding.ts:1）',
    });
  });

  test('fails what leaves timers or rejections behind, though its answer is right', async () => {
    const leaving = async (mess: string): Promise<string | undefined> =>
      message(await meet(`export async function add(a, b) { ${mess}; return a + b; }`), 'adds');
    expect(await leaving('setInterval(() => {}, 5)')).toContain('left a timer running');
    expect(await leaving('Promise.reject(new Error("lost"))')).toContain('nobody handled it: Error: lost');
    expect(await leaving('setTimeout(() => {}, 5)')).toBeUndefined();
  });

  test('loses one check to a loop, not the others', async () => {
    const run = await meet(`
      import { sleep } from '@teatime/core';
      let calls = 0;
      export async function add(a, b) { if (++calls === 2) for (;;); await sleep(10); return a + b; }
    `);
    expect(statuses(run)).toEqual({ ...allPassed, twice: 'error' });
  });
});

describe('The time of a submission', () => {
  test('is shared by its exercises, and told when it is used up', async () => {
    const time = new TimeAccount(400);
    await meet('export function add() { for (;;); }', 'adding', { time });
    expect(time.leftMs).toBe(0);
    const run = await meet(right, 'adding', { time });
    expect(statuses(run)).toEqual({ adds: 'error', 'takes-its-time': 'error', twice: 'error' });
    expect(run.findings[0]?.message).toMatchObject({
      en: expect.stringContaining('the time for the whole submission'),
      'zh-CN': expect.stringContaining('整份提交的时间已经用完'),
    });
    expect(run).toMatchObject({ canary: 'failed', output: [] });
    expect(run.trouble).toBeUndefined();
  });

  test('ends in the middle of an exercise too', async () => {
    const run = await meet('export function add() { for (;;); }', 'adding', { time: new TimeAccount(400) });
    expect(message(run, 'adds')).toContain('never came back');
    expect(message(run, 'twice')).toContain('the time for the whole submission');
  });

  test('is no concern of other submissions, and hardly touched by honest code', async () => {
    const time = timeOfOneSubmission().running;
    const before = time.leftMs;
    const runs = [await meet(right, 'adding', { time: new TimeAccount(0) }), await meet(right, 'adding', { time }), await meet(right)];
    expect(runs.map(({ findings }) => findings.every(({ status }) => status === 'passed'))).toEqual([false, true, true]);
    expect(time.leftMs).toBeGreaterThan(before / 2);
  });
});

describe('A run that is repeated', () => {
  test('has one finding a check', async () => {
    expect(statuses(await meet(right, 'adding', { repeat: 5 }))).toEqual(allPassed);
  });

  test('is an error where the runs disagree', async () => {
    // `Math.random` gives the same in every run.
    const moody = `export const add = async (a, b) => (crypto.getRandomValues(new Uint8Array(1))[0] < 128 ? a + b : 0);`;
    const run = await meet(moody, 'adding', { repeat: 40 });
    expect(statuses(run)).toMatchObject({ adds: 'error' });
    expect(message(run, 'adds')).toMatch(/passed \d+ of 40 runs\. With --seed \d+ it (?:passes|does not)\./);
  });
});

describe.concurrent('A suite with a mistake of its own', () => {
  test('is no fault of the submission', async () => {
    const run = await meet(right, 'broken');
    expect(run.trouble?.en).toContain('a suite with a mistake');
    expect(run.findings).toEqual([]);
    expect(run.canary).toBe('missing');
  });

  test('says nothing about the submission, and what went wrong in which check', async () => {
    const run = await meet(right, 'faulty');
    expect(statuses(run)).toEqual({ faulty: 'skipped' });
    expect(run.mistakes).toMatchObject([{ check: 'faulty', what: { en: 'RangeError: a check with a mistake' } }]);
  });
});

describe.concurrent('A function that ends its process', () => {
  test.each(['for (;;);', 'process.exit(0);'])('with %s costs the checks that call it, however many they are', async (end) => {
    const run = await meet(`export function add() { ${end} } export const fine = () => 'fine';`, 'mixed');
    expect(statuses(run)).toEqual(
      Object.fromEntries([0, 1, 2, 3, 4].flatMap((index) => [[`ends-${index}`, 'error'], [`fine-${index}`, 'passed']])),
    );
  });
});
