import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { courseCopy } from '../support/course-copy.ts';
import { smallCourse } from '../support/small-course.ts';
import { teatime } from '../support/teatime.ts';
import type { Outcome } from '../support/teatime.ts';
import { sampleOf } from '../support/thorough.ts';

test('A story is told with the solution, on a clock that jumps, in the language asked for', async () => {
  const { code, stdout, stderr } = await teatime(['play', 'gather', '--solution', '--fast', '--lang', 'zh-CN']);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    '--- 使用 gather 并发下载 ---',
    '开始下载第 1 章...',
    '开始下载第 2 章...',
    '开始下载第 3 章...',
  ]);
  expect(stdout).toMatch(/下载完成/);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('It is told with the student\'s own code, whatever that makes of it', async () => {
  const { code, stdout } = await playTea(teaAnswers.oneAfterAnother);
  expect(stdout).toContain('Total time: 5.00 seconds');
  expect(code).toBe(0);
});

test('An error shows its message and the lines of the student\'s file, and no others', async () => {
  const { code, stdout, stderr } = await playTea(teaAnswers.empty);
  expect(stdout).toBe('');
  expect(stderr).toBe('Your code threw an error: Error: makeTea is empty\n  at makeTea (packages/exercises/tea/tea.ts:2:9)\n');
  expect(code).toBe(1);
});

test('Who has not begun is told so, and where to begin, in their language', async () => {
  expect(await playTea(await teaStub())).toMatchObject({
    code: 1,
    stderr: 'You have not begun tea yet: write your answer in packages/exercises/tea/tea.ts.\n',
  });
  const { stderr } = await playTea(await teaStub(), ['--fast', '--lang', 'zh-CN']);
  expect(stderr).toBe('你还没有开始做 tea：请在 packages/exercises/tea/tea.ts 里写答案。\n');
});

test('The error of a function that is still empty speaks the language of the reader, in whole words', async () => {
  const begun = `${await teaStub()}// Where do I begin?\n`;
  const [english, chinese] = [await playTea(begun), await playTea(begun, ['--fast', '--lang', 'zh-CN'])];
  const place = '\\n  at makeTea \\(packages/exercises/tea/tea\\.ts:\\d+:\\d+\\)\\n$';
  expect(english.stderr).toMatch(new RegExp(`^Your code threw an error: Error: makeTea is empty[ -~\\n]+${place}`));
  expect(chinese.stderr).toMatch(new RegExp(`^你的代码抛出了错误：Error: makeTea 还是空的[^·]+${place}`));
  expect(english.stderr.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('A long message is broken between its words', async () => {
  const message = 'the kettle, the cup, the leaves, the water, the music and the biscuits are all still missing';
  const { stderr } = await playTea(`export const makeTea = () => { throw new Error('${message}'); };\n`);
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    'Your code threw an error: Error: the kettle, the cup, the leaves, the water, the',
    'music and the biscuits are all still missing',
  ]);
});

test.each<[what: string, answer: string, message: RegExp]>([
  ['a missing export', teaAnswers.missingExport, /tea\.ts exports `maketea`; this exercise asks for\s`makeTea`\./],
  ['a syntax error', teaAnswers.syntaxError, /Expression expected\.\npackages\/exercises\/tea\/tea\.ts:2:17/],
  ['an import that is not allowed', teaAnswers.forbiddenImport, /may not import 'node:fs'/],
  ['a promise that never settles', teaAnswers.waitsForNothing, /waits for something that will never happen/],
  ['an exit', teaAnswers.quits, /ended the program/],
])('%s is explained', async (_, answer, message) => {
  const { code, stderr } = await playTea(answer);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/node:internal|packages\/(core|grader)/);
  expect(code).toBe(1);
});

test('A promise that never settles is noticed in real time too', async () => {
  const { code, stderr } = await playTea(teaAnswers.waitsForNothing, []);
  expect(stderr).toMatch(/will never happen/);
  expect(code).toBe(1);
});

test.each(sampleOf([
  ["import { setTimeout } from 'node:timers/promises';", 'setTimeout(1000)'],
  ["import { scheduler } from 'node:timers/promises';", 'scheduler.wait(1000)'],
  ["import * as timers from 'node:timers/promises';", 'timers.setTimeout(1000)'],
  ["import { setTimeout } from 'node:timers';", 'new Promise((resolve) => setTimeout(resolve, 1000))'],
  ["import timers from 'node:timers';", 'new Promise((resolve) => timers.setTimeout(resolve, 1000))'],
  ["import { promisify } from 'node:util';\nconst wait = promisify(setTimeout);", 'wait(1000)'],
  ['const later = setTimeout;', 'new Promise((resolve) => later(resolve, 1000))'],
  ["import { setInterval } from 'node:timers/promises';", '(async () => { for await (const _ of setInterval(1000)) break; })()'],
], 4))('A second of Node\'s own timers is a second of the clock that jumps: %s', async (before, second) => {
  await using course = await courseCopy('tea');
  const manifest: object = JSON.parse(await readFile(join(course.path, exerciseJson), 'utf8'));
  const imports = ['@teatime/core', 'node:timers', 'node:timers/promises', 'node:util'];
  await course.write(exerciseJson, JSON.stringify({ ...manifest, imports }));
  await course.write(
    join('packages', 'exercises', 'tea', 'tea.ts'),
    `${before}\nexport async function makeTea(boil, listen) { await ${second}; const water = await boil(); await listen(); return water; }\n`,
  );
  const { stdout, stderr } = await teatime(['play', 'tea', '--fast'], { cwd: course.path });
  expect(stderr).toBe('');
  expect(stdout).toContain('Total time: 6.00 seconds');
});

const exerciseJson = join('packages', 'exercises', 'tea', 'exercise.json');

/** The file as every student finds it. */
function teaStub(): Promise<string> {
  return readFile(join(smallCourse, 'packages/exercises/tea/.stub/tea.ts'), 'utf8');
}

async function playTea(answer: string, options: readonly string[] = ['--fast']): Promise<Outcome> {
  await using course = await courseCopy('tea');
  await course.write(join('packages', 'exercises', 'tea', 'tea.ts'), answer);
  return await teatime(['play', 'tea', ...options], { cwd: course.path });
}
