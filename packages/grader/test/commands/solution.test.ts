import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { student, studentWithTea } from '../support/student.ts';

test('The solution is for those who have passed, whatever they did since', async () => {
  await using someone = await student();
  const locked = await someone.types('solution tea');
  expect(locked.stdout).toMatch(/tea has not passed yet[^]*pnpm hint tea[^]*pnpm solution tea --give-up/);
  expect(locked.stdout).not.toContain('createTask');
  expect(locked.code).toBe(1);

  await using me = await studentWithTea();
  const solution = await me.reads('packages/solutions/tea/tea.ts');
  await me.answers('tea', teaAnswers.syntaxError);
  await me.types('grade tea');
  expect((await me.types('list')).stdout).toMatch(/✗ tea .*0\/8/);
  const shown = await me.types('solution tea');
  expect(shown.stdout).toContain(solution.trimEnd());
  expect(shown.stdout.replaceAll('\n', ' ')).toContain('Other ways that are right as well: packages/solutions/tea/also/');
  expect(shown.code).toBe(0);
  expect(await me.reads('packages/exercises/tea/tea.ts')).toBe(teaAnswers.syntaxError);
});

test('Whoever gives up sees it too, and keeps what they have', async () => {
  await using me = await student();
  await me.answers('gather', '// mine');
  const { code, stdout } = await me.types('solution gather --give-up --lang zh-CN');
  expect(stdout).toContain('export function gather');
  expect(stdout).toContain('packages/exercises/gather/gather.ts 没有变');
  expect(code).toBe(0);
  expect(await me.reads('packages/exercises/gather/gather.ts')).toBe('// mine');
});

test('An edition without solutions says so', async () => {
  await using me = await student();
  await rm(join(me.path, 'packages/solutions'), { recursive: true });
  const { code, stdout } = await me.types('solution tea --give-up');
  expect(stdout).toContain('no solution of tea in it');
  expect(code).toBe(1);
});
