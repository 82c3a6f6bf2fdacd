import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { student } from '../support/student.ts';

/*
 * People name an exercise by what is at hand, and a language as their system does.
 */

test.each([
  ['', 'tea'],
  ['', 'packages/exercises/tea'],
  ['', './packages/exercises/tea/'],
  ['', 'packages/exercises/tea/tea.ts'],
  ['', 'packages/exercises/tea/tea.ts:12:3'],
  ['', 'packages/exercises/tea/task.zh-CN.md'],
  ['', 'packages/solutions/tea/tea.ts'],
  ['', 'packages\\exercises\\tea\\tea.ts'],
  ['', 'tea.ts'],
  ['packages/exercises/tea', '.'],
  ['packages/exercises/tea', 'tea'],
  ['packages/exercises/tea', 'tea.ts'],
  ['packages/exercises/tea', './tea.ts:12'],
  ['packages/exercises/tea', 'packages/exercises/tea/tea.ts'],
  ['packages/exercises/gather', '../tea'],
  ['packages/exercises', 'tea/'],
])('In the folder "%s", "%s" is tea', async (folder, name) => {
  await using me = await student();
  const { stdout, code } = await me.types(`hint ${name}`, { course: me.path, cwd: join(me.path, folder) });
  expect(stdout).toContain('tea · hint 1 of 3');
  expect(code).toBe(0);
});

test('Every command that takes an exercise takes its file', async () => {
  await using me = await student();
  const file = 'packages/exercises/tea/tea.ts';
  expect((await me.types(`reset ${file}`)).stdout).toMatch(/still as it was/);
  expect((await me.types(`solution ${file}`)).stdout).toMatch(/tea has not passed yet/);
  expect((await me.runs(`play ${file} --solution --fast`)).stdout).toMatch(/Total time/);
  expect((await me.runs(`grade ${file}`)).stdout).toMatch(/○ tea · Tea/);
});

test('What is no exercise is none by its path either', async () => {
  await using me = await student();
  expect(await me.types('hint packages/exercises/teas/teas.ts')).toMatchObject({ code: 2, stderr: "There is no exercise 'teas'. Did you mean 'tea'?\n" });
});

test.each([
  ['zh', '提示'],
  ['zh_CN', '提示'],
  ['zh-cn', '提示'],
  ['ZH', '提示'],
  ['zh_CN.UTF-8', '提示'],
  ['zh-Hans', '提示'],
  ['EN', 'hint'],
  ['en_GB', 'hint'],
  ['en-US', 'hint'],
])('--lang %s is understood', async (spelling, word) => {
  await using me = await student();
  expect((await me.types(`hint tea --lang ${spelling}`)).stdout).toContain(`tea · ${word} 1`);
});

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, '提示'],
  [{ LANG: 'zh' }, '提示'],
  [{ LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US' }, '提示'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, '提示'],
  [{ LC_ALL: 'C', LANG: 'zh_CN' }, 'hint'],
  [{ LANG: 'POSIX' }, 'hint'],
  [{ LANG: 'fr_FR.UTF-8' }, 'hint'],
  [{ LANG: 'zha_CN' }, 'hint'],
])('%o is understood', async (env, word) => {
  await using me = await student();
  expect((await me.types('hint tea', { env })).stdout).toContain(`tea · ${word} 1`);
});

test('Another language is refused, with those that there are', async () => {
  await using me = await student();
  expect(await me.types('hint tea --lang fr')).toMatchObject({ code: 2, stderr: '--lang fr is not spoken here. Write --lang en or --lang zh-CN.\n' });
});

test('reset takes several exercises, or all', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right);
  await me.answers('gather', '// gather\n');
  await me.answers('blocking', '// blocking\n');
  const { stdout } = await me.types('reset tea gather');
  expect(stdout).toMatch(/tea\.ts is as it was[^]*gather\.ts is as it was/);
  expect(await me.reads('packages/exercises/blocking/blocking.ts')).toBe('// blocking\n');
  expect((await me.types('reset --all')).stdout).toMatch(/tea is still[^]*blocking\.ts is as it was/);
  expect((await me.types('reset --all --undo')).stdout).toMatch(/tea\.ts is back[^]*gather\.ts is back[^]*blocking\.ts is back/);
  expect(await me.reads('packages/exercises/tea/tea.ts')).toBe(teaAnswers.right);
});

test.each(['reset', 'reset --all tea'])('%s changes nothing, and says what to write', async (line) => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right);
  expect(await me.types(line)).toMatchObject({ code: 2, stdout: '' });
  expect((await me.types(line)).stderr).toMatch(/pnpm reset tea, or several, or --all/);
  expect(await me.reads('packages/exercises/tea/tea.ts')).toBe(teaAnswers.right);
});

test.each(['', '\n', ' \r\n\t\n'])('A file that was emptied is no work to be kept (%j)', async (nothing) => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right);
  await me.types('reset tea');
  await me.answers('tea', nothing);
  const { stdout } = await me.types('reset tea');
  expect(stdout).toMatch(/tea\.ts is as it was/);
  expect(stdout).not.toMatch(/kept/);
  await me.types('reset tea --undo');
  expect(await me.reads('packages/exercises/tea/tea.ts')).toBe(teaAnswers.right);
});

test.each<[what: string, obstacle: (root: string) => Promise<unknown>]>([
  ['a folder in the place of the file', async (root) => {
    const file = join(root, 'packages/exercises/tea/tea.ts');
    await rm(file);
    await mkdir(file);
  }],
  ['a file in the place of .teatime', (root) => writeFile(join(root, '.teatime'), '')],
  ['a file in the place of the backups', async (root) => {
    await mkdir(join(root, '.teatime'));
    await writeFile(join(root, '.teatime/backups'), '');
  }],
])('reset says where it cannot write, and shows no stack: %s', async (_, obstacle) => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right);
  await obstacle(me.path);
  const { code, stderr } = await me.types('reset tea');
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('could not be read or written: ');
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|itself failed/);
  expect(code).toBe(3);
});
