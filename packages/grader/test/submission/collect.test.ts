import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { link, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectFiles } from '../../src/submission/collect.ts';
import type { CollectedFile } from '../../src/submission/collect.ts';
import { findFolder } from '../../src/submission/find-folder.ts';
import { readPlainFile } from '../../src/submission/read-plain-file.ts';
import { takeSubmission } from '../../src/submission/gate.ts';
import { SubmissionProblem } from '../../src/submission/submission-problem.ts';
import { gatherExercise } from '../support/manifests.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const exercise = gatherExercise();
const answer = 'export const gather = 1;\r\n';

test.each(['gather/gather.ts', '04-gather/gather.ts', '4_gather/gather.ts', '04. gather/gather.ts', 'gather.ts'])(
  'An answer is found at %s',
  async (path) => {
    await using folder = await temporaryFolder({ [path]: answer, 'notes.md': '', 'regather/gather.ts': 'no' });
    expect(await collect(folder.path)).toEqual([{ name: 'gather.ts', source: answer }]);
  },
);

test('Nothing but the declared files is taken', async () => {
  const two = gatherExercise({ files: ['gather.ts', 'helper.ts'] });
  await using folder = await temporaryFolder({
    'gather/gather.ts': answer,
    'gather/helper.ts': 'help',
    'gather/package.json': '{}',
    'gather/gather.test.ts': '',
  });
  const files = await collect(folder.path, two);
  expect(files.map(({ name }) => name)).toEqual(['gather.ts', 'helper.ts']);
});

test('A byte order mark is left out', async () => {
  await using folder = await temporaryFolder({ 'gather.ts': `\uFEFF${answer}` });
  expect((await collect(folder.path))[0]?.source).toBe(answer);
});

test('A missing answer, folder or file, says where it belongs', async () => {
  await using folder = await temporaryFolder({ 'tea/tea.ts': '' });
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'no-folder', text: { en: expect.stringMatching(/gather\/gather\.ts/) } });
  await folder.write('04-gather/notes.md', '');
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'missing', text: { en: expect.stringMatching(/04-gather\/gather\.ts/) } });
  expect(await problemIn(join(folder.path, '04-gather'))).toMatchObject({
    reason: 'missing',
    text: { en: expect.stringContaining('`pnpm reset gather`'), 'zh-CN': expect.stringContaining('`pnpm reset gather`') },
  });
});

test('Where there is no answer, what there is instead is told', async () => {
  await using folder = await temporaryFolder({ 'Gather!/notes.txt': '', 'notes\n.md': '', [`${'x'.repeat(60)}.txt`]: '' });
  const problem = await problemIn(folder.path);
  expect(problem).toMatchObject({ text: { en: expect.stringContaining(`Here is Gather!/, notes␊.md, ${'x'.repeat(40)}…. A folder`) } });
  await using empty = await temporaryFolder({});
  expect(await problemIn(empty.path)).toMatchObject({ text: { 'zh-CN': expect.stringContaining('文件夹是空的') } });
});

test('Two folders that could be meant are named instead of one being guessed', async () => {
  await using folder = await temporaryFolder({ 'gather/gather.ts': '', '04-gather/gather.ts': '' });
  expect(await problemIn(folder.path)).toMatchObject({
    reason: 'several-folders',
    text: { en: expect.stringMatching(/04-gather\/, gather\/.*Keep one/) },
  });
});

test('Links are refused, of a file and of a folder', async () => {
  await using folder = await temporaryFolder({ 'real/gather.ts': answer, 'gather/notes.md': '' });
  await symlink(join(folder.path, 'real/gather.ts'), join(folder.path, 'gather/gather.ts'));
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'link' });
  await rename(join(folder.path, 'gather'), join(folder.path, 'other'));
  await symlink(join(folder.path, 'real'), join(folder.path, 'gather'));
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'link' });
});

test('A link in the place of the folder of answers, or of one above it, is refused', async () => {
  await using folder = await temporaryFolder({ 'solutions/here/gather/gather.ts': answer });
  await symlink(join(folder.path, 'solutions'), join(folder.path, 'theirs'));
  expect(await problemIn(join(folder.path, 'theirs/here'))).toMatchObject({ reason: 'link', text: { en: expect.stringContaining('theirs') } });
  expect(await problemIn(join(folder.path, 'theirs/here/gather'))).toMatchObject({ reason: 'link' });
});

test('A file with a second name is refused, since that may be the solution\u2019s or another student\u2019s', async () => {
  await using folder = await temporaryFolder({ 'solution.ts': answer, 'gather/notes.md': '' });
  await link(join(folder.path, 'solution.ts'), join(folder.path, 'gather/gather.ts'));
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'hard-link', text: { en: expect.stringContaining('Hand in a copy'), 'zh-CN': expect.stringContaining('副本') } });
});

test.runIf(process.platform !== 'win32')('A socket in the place of the file is refused', async () => {
  await using folder = await temporaryFolder({ 'gather/notes.md': '' });
  const server = createServer().listen(join(folder.path, 'gather/gather.ts'));
  await new Promise((resolve) => server.once('listening', resolve));
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'not-a-file' });
  server.close();
});

test.runIf(existsSync('/dev/zero'))('A device is not read', () => {
  expect(() => readPlainFile('/dev/zero', 'gather.ts')).toThrow(expect.objectContaining({ reason: 'not-a-file' }));
});

test.each(['descriptor', 'names'] as const)('Links are found by %s', async (by) => {
  await using folder = await temporaryFolder({ 'real/gather.ts': answer });
  const read = (path: string): string => readPlainFile(join(folder.path, path), path, undefined, { by });
  await symlink(join(folder.path, 'real'), join(folder.path, 'linked'));
  await symlink(join(folder.path, 'real/gather.ts'), join(folder.path, 'gather.ts'));
  await mkdir(join(folder.path, 'copy'));
  await writeFile(join(folder.path, 'copy/gather.ts'), answer);
  expect(read('copy/gather.ts')).toBe(answer);
  expect(() => read('linked/gather.ts')).toThrow(expect.objectContaining({ reason: 'link' }));
  expect(() => read('gather.ts')).toThrow(expect.objectContaining({ reason: 'link' }));
});

test('A folder in the place of the file is refused', async () => {
  await using folder = await temporaryFolder({ 'gather/gather.ts/index.ts': answer });
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'not-a-file' });
});

test.runIf(process.platform !== 'win32')('A pipe in the place of the file is refused and holds nothing up', async () => {
  await using folder = await temporaryFolder({ 'gather/notes.md': '' });
  execFileSync('mkfifo', [join(folder.path, 'gather/gather.ts')]);
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'not-a-file' });
});

test('Files up to 200 kB are taken, larger ones are not', async () => {
  await using folder = await temporaryFolder({ 'gather.ts': ' '.repeat(200_000) });
  expect((await collect(folder.path))[0]?.source).toHaveLength(200_000);
  await folder.write('gather.ts', ' '.repeat(200_001));
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'too-large' });
});

test('A file in another encoding is refused', async () => {
  await using folder = await temporaryFolder();
  await folder.write('gather.ts', Buffer.from(answer, 'utf16le').fill(0xff, 0, 2));
  expect(await problemIn(folder.path)).toMatchObject({ reason: 'not-text', text: { en: expect.stringMatching(/UTF-8/) } });
});

test('To the gate, a file that cannot be taken is a refusal like any other', async () => {
  await using folder = await temporaryFolder();
  expect(await takeSubmission(exercise, folder.path)).toMatchObject({
    folder: join(folder.path, 'gather'),
    admission: {
      admitted: false,
      refusal: { id: 'gate', kind: 'gate', status: 'error', message: { 'zh-CN': expect.stringMatching(/gather\/gather\.ts/) } },
    },
  });
});

test('The folder of an answer is known even when the answer is refused', async () => {
  await using folder = await temporaryFolder({ '04-gather/gather.ts': 'enum' });
  expect(await takeSubmission(exercise, folder.path)).toMatchObject({
    folder: join(folder.path, '04-gather'),
    admission: { admitted: false },
  });
});

async function collect(from: string, of = exercise): Promise<readonly CollectedFile[]> {
  return collectFiles(of, findFolder(of, from));
}

async function problemIn(from: string): Promise<unknown> {
  const outcome = await collect(from).catch((error: unknown) => error);
  if (outcome instanceof SubmissionProblem) return outcome;
  throw new Error('The files were collected.');
}
