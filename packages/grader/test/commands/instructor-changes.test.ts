import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exerciseResult } from '../../src/verdict/exercise-result.ts';
import { inExam } from '../../src/verdict/in-exam.ts';
import { courseCopy } from '../support/course-copy.ts';
import { finding, flawless, judgedResult, withFindings } from '../support/evidence.ts';
import { command } from '../support/in-process.ts';
import { obeysListSchema } from '../support/list-schema.ts';
import { gatherExercise } from '../support/manifests.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';

/** What an instructor changes without touching the grader. */
async function changed(file: string, change: Readonly<Record<string, unknown>>): Promise<TemporaryFolder> {
  const course = await courseCopy();
  const manifest: object = JSON.parse(await readFile(join(course.path, file), 'utf8'));
  await course.write(file, JSON.stringify({ ...manifest, ...change }));
  return course;
}

const tea = 'packages/exercises/tea/exercise.json';
const parts = [
  { title: { en: 'At once', 'zh-CN': '同时' }, exercises: ['gather', 'tea'] },
  { title: { en: 'Blocked', 'zh-CN': '阻塞' }, exercises: ['blocking'] },
];

test('The order of the exercises is that of course.json, and one that is not named is left out', async () => {
  await using course = await changed('course.json', { exercises: ['gather', 'tea'], leftOut: ['blocking'] });
  const { stdout } = await command('list', { cwd: course.path });
  expect(stdout).toMatch(/gather [^]*tea /);
  expect(stdout).not.toContain('blocking');
});

test('Titles are those of exercise.json', async () => {
  await using course = await changed(tea, { title: { en: 'A cup of tea', 'zh-CN': '一杯茶' } });
  expect((await command('list', { cwd: course.path })).stdout).toContain('A cup of tea');
});

test('Parts have headings in the list, and programs read them', async () => {
  await using course = await changed('course.json', { exercises: undefined, parts });
  expect((await command('list', { cwd: course.path })).stdout).toMatch(/Part 1 · At once\n[^]*gather[^]*tea[^]*\nPart 2 · Blocked\n[^]*blocking/);
  const list: unknown = JSON.parse((await command('list --json', { cwd: course.path })).stdout);
  expect(obeysListSchema(list), JSON.stringify(obeysListSchema.errors)).toBe(true);
  expect(list).toMatchObject({ parts: [{ number: 1, title: 'At once', exercises: ['gather', 'tea'] }, { number: 2 }] });
});

test.each([
  ['grade --part 3', /no part '3'[^]*1 {2}At once[^]*2 {2}Blocked/],
  ['grade --part one', /no part 'one'/],
  ['grade --part 1 tea', /either --part or the names/],
])('%s is refused with what to do', async (line, said) => {
  await using course = await changed('course.json', { exercises: undefined, parts });
  const { code, stderr } = await command(line, { cwd: course.path });
  expect(code).toBe(2);
  expect(stderr).toMatch(said);
});

test('A course without parts has none to grade', async () => {
  expect(await command('grade --part 1')).toMatchObject({ code: 2, stderr: expect.stringContaining('has no parts') });
});

test('A third language is spoken where it is there, and English where it is not', async () => {
  await using course = await changed('course.json', { languages: ['en', 'zh-CN', 'de'] });
  const manifest: object = JSON.parse(await readFile(join(course.path, tea), 'utf8'));
  await course.write(tea, JSON.stringify({ ...manifest, title: { en: 'Tea', 'zh-CN': '泡茶', de: 'Tee kochen' } }));
  const { stdout } = await command('list --lang de', { cwd: course.path });
  expect(stdout).toContain('Tee kochen');
  expect(stdout).toContain('0 of 3 exercises passed');
  expect(stdout).toContain('task.en.md');
  await course.write('packages/exercises/tea/task.de.md', '# Tee\n');
  expect((await command('list', { cwd: course.path, env: { LANG: 'de_AT.UTF-8' } })).stdout).toContain('task.de.md');
});

test('A course in English only is in English for everybody', async () => {
  await using course = await changed('course.json', { languages: ['en'], title: { en: 'Only English' } });
  expect((await command('list', { cwd: course.path, env: { LANG: 'zh_CN.UTF-8' } })).stdout).toContain('0 of 3 exercises passed');
  expect(await command('list --lang zh-CN', { cwd: course.path })).toMatchObject({ code: 2, stderr: '--lang zh-CN is not spoken here. Write --lang en.\n' });
});

test('An exam has no hints and no solutions', async () => {
  await using course = await changed('course.json', { exam: true });
  expect((await command('hint tea', { cwd: course.path })).stdout).toContain('This is an exam: there are no hints.');
  expect(await command('solution tea --give-up', { cwd: course.path })).toMatchObject({ code: 1, stdout: expect.stringContaining('there are no solutions') });
});

test.each(['en', 'zh-CN'])('Where there is an exam, nobody is sent to a hint or a solution (%s)', async (language) => {
  await using course = await changed('course.json', { exam: true });
  await course.write('packages/exercises/tea/tea.ts', 'export const makeTea = 1;\n');
  const said = [await command(`list --lang ${language}`, { cwd: course.path }), await command(`grade tea --lang ${language}`, { cwd: course.path })];
  for (const { stdout } of said) {
    expect(stdout).toContain('tea');
    expect(stdout).not.toMatch(/(?:hint|solution) /);
  }
  expect(await command('play tea --solution', { cwd: course.path })).toMatchObject({ code: 1, stdout: expect.stringContaining('there are no solutions') });
});

test('In an exam a failed check has its title and its points, and no word of what was seen', () => {
  const exercise = gatherExercise();
  const evidence = withFindings(flawless(exercise), finding('at-once', 'failed'), finding('types', 'failed', 'types'));
  const { checks } = inExam(exerciseResult(exercise, evidence, 'en'));
  const told = checks.find(({ id }) => id === 'at-once');
  expect(told).toMatchObject({ status: 'failed', maxPoints: 3, title: 'Runs everything at once' });
  expect(told).not.toHaveProperty('message');
  expect(told).not.toHaveProperty('hint');
  expect(checks.find(({ id }) => id === 'types')).toHaveProperty('message');
});

test.each([
  [0.5, 'at-once', 'passed', 3],
  [0.6, 'at-once', 'failed', 4],
  [0.6, 'input-order', 'passed', 4],
  [undefined, 'input-order', 'failed', undefined],
  [1, 'input-order', 'failed', undefined],
])('With passAt %s, an answer that fails on %s is %s', (passAt, failed, status, pointsToPass) => {
  const exercise = gatherExercise({ passAt });
  const result = judgedResult(exercise, withFindings(flawless(exercise), finding(failed, 'failed')));
  expect(result.status).toBe(status);
  expect(result.pointsToPass).toBe(pointsToPass);
});

test('No share of the points makes up for a blocking call', () => {
  const exercise = gatherExercise({ passAt: 0.5 });
  expect(judgedResult(exercise, withFindings(flawless(exercise), finding('no-blocking-call', 'failed', 'lint'))).status).toBe('failed');
});
