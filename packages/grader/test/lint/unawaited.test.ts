import { expect, test } from 'vitest';
import { SubmissionLinter } from '../../src/lint/lint.ts';
import { librariesOnDisk } from '../../src/lint/types/libraries-on-disk.ts';
import { withUnawaited } from '../../src/verdict/unawaited.ts';
import { finding } from '../support/evidence.ts';
import { exercises, submissionOf } from './support/submissions.ts';

const linter = new SubmissionLinter(exercises, librariesOnDisk(exercises));

const head = `import { type Coroutine, coroutine, createTask, sleep } from '@teatime/core';
export async function gather(boil: () => Coroutine<string>, list: readonly PromiseLike<number>[]) {
`;

function unawaitedIn(line: string): readonly string[] {
  return linter.read(submissionOf(`${head}  ${line}\n}\n`)).unawaited.map(({ what, code, also, location }) => `${what} ${code} ${location.line}:${location.column}${also === undefined ? '' : ` ${also}`}`);
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
  ['const water = createTask(boil()); console.log(water.name);', 'promise createTask(boil()) 3:17'],
  ['const water = createTask(boil()); if (!water) return;', 'promise createTask(boil()) 3:17'],
  ['const water = boil(); const things = [water];', 'coroutine boil() 3:17'],
  ['list.map(async (one) => await one);', 'list list.map(async (one) => await one) 3:3'],
])('A call that nobody waits for is known, with its place: %s', (line, found) => {
  expect(unawaitedIn(line)).toEqual([found]);
});

test.each([
  ['await setTimeout(() => {}, 5);', 'timer setTimeout(() => {}, 5) 3:9 await sleep(ms)'],
  ['setTimeout(() => {}, 5);', 'timer-runs-on setTimeout(() => {}, 5) 3:3 await sleep(ms)'],
  ["await setImmediate(() => console.log('done'));", "timer setImmediate(() => console.log('done')) 3:9 await sleep(ms)"],
  ['const [one] = await [boil()]; return one;', 'list [boil()] 3:23'],
  ['return list.map(async (one) => await one);', 'list list.map(async (one) => await one) 3:10'],
  ['return await boil;', 'function boil 3:16'],
  ['return await Promise.all([boil]);', 'function boil 3:29'],
  ['return await Promise.all([1].map(() => boil));', 'function boil 3:42'],
  ['return await Promise.all([1].map(() => { createTask(boil()); }));', 'mapped [1].map 3:28'],
  ['await new Promise(() => {});', 'unsettled () => {} 3:21'],
  ['await new Promise((resolve) => { console.log(list); });', 'unsettled (resolve) => { console.log(list); } 3:21'],
  ['await new Promise<void>((resolve) => setTimeout(resolve(), 5));', 'at-once resolve() 3:51'],
])('A wait that waits for nothing is known, with its place: %s', (line, found) => {
  expect(unawaitedIn(line)).toContain(found);
});

test.each([
  ["let water = ''; boil().then((it) => { water = it; }); return water;", "assigned boil().then 3:19 water"],
  ["let water = ''; createTask(boil()).then((it) => (water = it)); await createTask(sleeping()); return water;", 'assigned createTask(boil()).then 3:19 water'],
  ['const all: number[] = []; for (const one of list) one.then((it) => all.push(it)); return all;', 'assigned one.then 3:53 all'],
  ['const all: number[] = []; list.forEach((one, i) => { one.then((it) => { all[i] = it; }); }); return all;', 'assigned one.then 3:56 all'],
  ["let water = ''; setTimeout(() => { water = 'hot'; }, 5); return water;", "timer-runs-on setTimeout 3:19 await sleep(ms)"],
  ["let water = ''; boil().then((it) => { water = it; }); await setTimeout(() => {}, 5); return water;", 'assigned boil().then 3:19 water'],
  ['const all: number[] = []; for (const one of list) one.then((it) => all.push(it)); for (const one of all) console.log(one);', 'assigned one.then 3:53 all'],
  ['boil().then((it) => { return it; });', 'returned boil().then 3:3'],
  ["boil().then(() => { console.log('hot'); });", "promise boil().then(() => { console.log('hot'); }) 3:3"],
])('A callback that comes too late for what is handed out is known: %s', (line, found) => {
  expect(unawaitedIn(line.replace('sleeping', 'boil'))).toContain(found);
});

test.each([
  ["let text = ''; fs.readFile('a', 'utf8', (error, data) => { text = data; }); return text;", 'callback'],
  ["return fs.readFile('a', 'utf8', (error, data) => { return data; });", 'callback'],
  ["return await fs.readFile('a', () => {});", 'callback'],
  ["fs.readFile('a', () => {});", 'callback'],
])('So are callbacks that functions of Node take: %s', (line, what) => {
  const source = `import * as fs from 'node:fs';\nexport async function gather() {\n  ${line}\n}\n`;
  expect(linter.read(submissionOf(source, [], ['node:fs'])).unawaited.map((place) => place.what)).toContain(what);
});

test.each([
  ['await boil(); await boil();', 'before await boil() 3:3 boil()'],
  ['const water = createTask(boil()); await water; const more = createTask(boil()); await more;', 'before await water 3:37 createTask(boil())'],
  ['const [one, two] = [boil(), boil()]; await one; await two;', 'before await one 3:40 await two'],
  ['return boil().then(() => boil());', 'before boil().then 3:10 boil()'],
  ['for (const make of [boil, boil]) await make();', 'in-a-loop await make() 3:36'],
  ['for (const one of list) await one;', 'in-a-loop await one 3:27'],
  ['for await (const one of list) console.log(one);', 'one-by-one list 3:27'],
  ['return await Array.fromAsync(list);', 'one-by-one Array.fromAsync 3:16'],
  ['return await list.reduce(async (sum, one) => (await sum) + (await one), Promise.resolve(0));', 'one-by-one list.reduce 3:16'],
])('Where the one is awaited before the next begins is known: %s', (line, found) => {
  expect(unawaitedIn(line)).toContain(found);
});

test('Where nothing of the course can be imported, a pause is written without it', () => {
  const source = 'export async function gather() {\n  await setTimeout(() => {}, 5);\n}\n';
  expect(linter.read(submissionOf(source, [], [])).unawaited[0]?.also).toBe('await new Promise((resolve) => setTimeout(resolve, ms))');
});

test.each([
  'await sleep(100);', 'return boil();', 'const water = boil(); return await water;', 'void sleep(1);', 'sleep(1).catch(() => {});', 'sleep(1).then(() => list);',
  'const tasks = list.map(async (one) => await one); for (const task of tasks) await task;', '[1].forEach((one) => console.log(one));', 'console.log(list);',
  'const sleepy = await sleep(1);', 'const unknown: any = list; unknown.go();',
  "let water = ''; const boiling = createTask(boil()); boiling.then((it) => { water = it; }); await boiling; return water;",
  'const all: number[] = []; [1].forEach((one) => { all.push(one); }); return all;',
  'const all: number[] = []; await Promise.all(list.map((one) => one.then((it) => { all.push(it); }))); return all;',
  "let water = ''; await boil().then((it) => { water = it; }); return water;",
  "let water = ''; const boiling = boil().then((it) => { water = it; }); await boiling; return water;",
  'return await new Promise((resolve) => { list.map((one) => one.then(resolve)); });',
  'return new Promise((resolve, reject) => setTimeout(() => reject(new Error()), 5));',
  'const tasks = list.map(async (one) => await one); for (const [i, task] of tasks.entries()) console.log(i, await task);',
  'const tasks = [createTask(boil())]; return await Promise.all(tasks);', 'await null; await console.log(1);', 'sleep(1).then(console.log, () => {});',
  "return await new Promise((resolve) => { list.forEach((one) => one.then((it) => { if (it > 1) return resolve(it); })); });",
  'let sum = 0; await new Promise<void>((resolve) => { boil().then(() => { sum += 1; }).finally(resolve); }); return sum;',
])('What is awaited, handed on, or no promise is none of these: %s', (line) => {
  expect(unawaitedIn(line).filter((found) => !/^(?:kept|in-a-loop|before) /.test(found))).toEqual([]);
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

const kinds = ['each', 'in-a-loop', 'before', 'kept', 'promise'] as const;
const places = kinds.map((what, i) => ({ what, code: `${what}()`, location: { file: 'gather.ts', line: i + 1, column: 1 } }));

test.each([
  ['began too late', { begins: 'late' }, 'in-a-loop'],
  ['never began', { begins: 'never' }, 'kept'],
  ['went wrong in another way', {}, 'each'],
] as const)('What %s is told with what leads to just that', (_, details, what) => {
  const [told] = withUnawaited([{ ...finding('at-once', 'failed'), ...details }], places);
  expect(told?.location?.line).toBe(kinds.indexOf(what) + 1);
});

test('Of several that never began, the one is told that the check speaks of', () => {
  const made = ['boil()', 'listen()'].map((code, i) => ({ what: 'kept' as const, code, location: { file: 'gather.ts', line: i + 1, column: 1 } }));
  const never = { ...finding('at-once', 'failed'), begins: 'never' as const, message: { en: 'listen() never began.', 'zh-CN': 'listen() 没有开始。' } };
  expect(withUnawaited([never], made)[0]?.location?.line).toBe(2);
});

test('A timer that is left behind, where somebody meant to wait for it, is told as that', () => {
  const left = { ...finding('at-once', 'failed', 'suite', 'leak'), location: { file: 'gather.ts', line: 3, column: 9 } };
  const timer = { what: 'timer', code: 'setTimeout(() => {}, 5)', also: 'await sleep(ms)', location: { file: 'gather.ts', line: 3, column: 9 } } as const;
  expect(withUnawaited([left], [timer])[0]?.message?.en).toMatch(/^Nothing waits for `setTimeout.*write `await sleep\(ms\)`\.$/);
  expect(withUnawaited([left], [{ ...timer, location: { ...timer.location, line: 4 } }])[0]).toEqual(left);
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
