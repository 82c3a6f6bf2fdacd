import { expect, test } from 'vitest';
import { SubmissionLinter } from '../../src/lint/lint.ts';
import { withUnawaited } from '../../src/verdict/unawaited.ts';
import { finding } from '../support/evidence.ts';
import { exercises, submissionOf } from './support/submissions.ts';

const linter = new SubmissionLinter(exercises);

const head = `import { type Coroutine, coroutine, createTask, sleep } from '@teatime/core';
export async function gather(boil: () => Coroutine<string>, list: readonly PromiseLike<number>[]) {
`;

function unawaitedIn(line: string): readonly string[] {
  return linter.read(submissionOf(`${head}  ${line}\n}\n`)).unawaited.map(({ what, code, location }) => `${what} ${code} ${location.line}:${location.column}`);
}

test.each([
  ['sleep(100);', 'promise sleep(100) 3:3'],
  ['boil();', 'coroutine boil() 3:3'],
  ['const water = boil();', 'coroutine boil() 3:17'],
  ['const tea = coroutine(async () => 1); tea();', 'coroutine tea() 3:41'],
  ['createTask(boil());', 'promise createTask(boil()) 3:3'],
  ['const task = createTask(boil());', 'promise createTask(boil()) 3:16'],
  ['const pour = async () => 1; pour();', 'promise pour() 3:31'],
  ['(async () => { await sleep(1); })();', 'promise (async () => { await sleep(1); })() 3:3'],
  ['Promise.all(list);', 'promise Promise.all(list) 3:3'],
  ['for (const one of [boil]) one();', 'coroutine one() 3:29'],
  ['if (list.length > 0) sleep(1); else await sleep(2);', 'promise sleep(1) 3:24'],
  ['const all: number[] = []; list.forEach(async (one) => { all.push(await one); });', 'each list.forEach 3:29'],
  ['const wait = async () => sleep(1); [1, 2].forEach(wait);', 'each [1, 2].forEach 3:38'],
])('A call that nobody waits for is known, with its place: %s', (line, found) => {
  expect(unawaitedIn(line)).toEqual([found]);
});

test.each([
  'await sleep(100);', 'return boil();', 'const water = boil(); return await water;', 'void sleep(1);', 'sleep(1).catch(() => {});', 'sleep(1).then(() => list);',
  'const tasks = list.map(async (one) => await one); for (const task of tasks) await task;', '[1].forEach((one) => console.log(one));', 'console.log(list);',
  'const sleepy = await sleep(1);', 'const unknown: any = list; unknown.go();',
])('What is awaited, handed on, or no promise is none of these: %s', (line) => {
  expect(unawaitedIn(line)).toEqual([]);
});

test.each([
  ['pause', 'sleep(1);', ['pause']],
  ['a helper of pause', 'await nap();\n}\nasync function nap() { sleep(1);', ['nap', 'pause']],
  ['a helper that is handed on', 'await [1].map(nap)[0];\n}\nconst nap = async () => { sleep(1); };\nexport async function other() {', ['nap', 'pause']],
  ['a method', 'new Kettle().boil();\n}\nclass Kettle { async boil() { sleep(1); }', ['Kettle', 'pause']],
])('Which functions lead to such a call is known: %s', (_, body, from) => {
  const source = `import { sleep } from '@teatime/core';\nexport async function pause() {\n${body}\n}\nexport async function readText() {}\n`;
  const found = linter.read(submissionOf(source)).unawaited.find(({ code }) => code === 'sleep(1)');
  expect(found?.from?.toSorted()).toEqual(from.toSorted());
});

test('The file itself leads to a call outside of all functions', () => {
  const [call] = linter.read(submissionOf(`import { sleep } from '@teatime/core';\nsleep(1);\n`)).unawaited;
  expect(call).not.toHaveProperty('from');
});

const unawaited = [{ what: 'promise', code: 'sleep(ms)', location: { file: 'gather.ts', line: 3, column: 3 } }] as const;

test('What came to a wrong end of which no line is known is told with the call that nobody awaits', () => {
  const [told] = withUnawaited([finding('at-once', 'failed')], unawaited);
  expect(told).toMatchObject({ location: { line: 3, column: 3 } });
  expect(told?.message?.en).toBe('Nobody awaits `sleep(ms)` (line 3), so the code goes on before it is done: write `await` in front of it, or keep what it gives and await that.\nat-once went wrong.');
  expect(told?.message?.['zh-CN']).toMatch(/^没有人 await `sleep\(ms\)`（第 3 行）/);
});

test('What has nothing to do with the call is not told of it', () => {
  const called = ['readText'];
  const [elsewhere, unknown] = withUnawaited([{ ...finding('reads', 'failed'), called }, finding('at-once', 'failed')], unawaited.map((call) => ({ ...call, from: ['pause'] })));
  expect(elsewhere).not.toHaveProperty('location');
  expect(unknown).toHaveProperty('location');
});

test('What passed, threw, or never came back has other reasons', () => {
  const others = [finding('at-once', 'passed'), finding('at-once', 'failed', 'suite', 'threw'), finding('at-once', 'error', 'suite', 'hang')];
  expect(withUnawaited(others, unawaited)).toEqual(others);
});
