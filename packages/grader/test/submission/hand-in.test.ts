import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeSubmission } from '../../src/submission/gate.ts';
import type { Taken } from '../../src/submission/gate.ts';
import type { Search } from '../../src/submission/find-folder.ts';
import { gatherExercise } from '../support/manifests.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const exercise = gatherExercise();
const answer = 'export const gather = 1;\n';

test.each([
  ['the course one level down', 'teatime/packages/exercises/gather/gather.ts'],
  ['the course two levels down', 'Lin Wei_12345_assignsubmission_file_/teatime-main/packages/exercises/gather/gather.ts'],
  ['a folder of answers one level down', 'homework/gather/gather.ts'],
  ['a single file two levels down', 'week 1/answers/gather.ts'],
  ['a numbered folder with a capital letter', '04-Gather/gather.ts'],
  ['a file with a capital letter', 'gather/Gather.ts'],
  ['JavaScript', 'gather/gather.js'],
  ['a module of another ending', 'gather.mts'],
  ['an editor that added its own ending', 'gather/gather.ts.txt'],
  ['a second download', 'gather/gather (1).ts'],
  ['a copy', 'gather/gather - Copy.ts'],
  ['the only module in the folder, whatever its name', 'gather/answer.ts'],
])('What is unambiguous is taken: %s', async (_, path) => {
  await using folder = await temporaryFolder({ [path]: answer, 'notes.md': '', '__MACOSX/gather/gather.ts': 'no', 'node_modules/gather/gather.ts': 'no' });
  const { files, admission } = await take(folder.path);
  expect(files).toMatchObject([{ name: 'gather.ts', source: answer }]);
  expect(admission).toMatchObject({ admitted: true });
});

test.runIf(process.platform !== 'win32')('Whole paths as names, which an archive from Windows leaves, are understood', async () => {
  await using folder = await temporaryFolder({ 'C:\\Users\\lin\\gather\\gather.ts': answer, 'C:\\Users\\lin\\tea\\tea.ts': 'no' });
  expect((await take(folder.path)).files).toMatchObject([{ source: answer, foundAs: 'C:\\Users\\lin\\gather\\gather.ts' }]);
});

test.each([
  ['the name that was asked for beside one that is like it', { 'gather/gather.ts': answer, 'gather/Gather.ts': 'no', 'gather/gather.js': 'no' }],
  ['what is above before what is below', { 'gather/gather.ts': answer, 'old/gather/gather.ts': 'no' }],
  ['a file before an empty folder', { 'gather.ts': answer, 'gather/notes.md': '' }],
])('What was asked for comes first: %s', async (_, files) => {
  await using folder = await temporaryFolder(files);
  expect((await take(folder.path)).files).toMatchObject([{ source: answer }]);
});

test.each<readonly [string, string, Readonly<Record<string, string>>, RegExp]>([
  ['empty', 'nothing at all', {}, /empty/],
  ['archive', 'an archive', { 'lin.zip': '' }, /lin\.zip.*Unpack it first/],
  ['no-folder', 'something else', { 'essay.docx': '' }, /Here is essay\.docx/],
  ['missing', 'a folder without an answer', { 'gather/notes.md': '' }, /gather\/gather\.ts is missing/],
  ['missing', 'the story that the course has beside the answer', { 'gather/story.ts': answer }, /is missing/],
  ['several-folders', 'two folders', { 'gather/gather.ts': '', 'Gather/gather.ts': '', '04-gather/gather.ts': '' }, /04-gather\/, gather\/.*Keep one/],
  ['several-folders', 'a folder and a file beside it', { 'gather/gather.ts': '', 'gather.ts': '' }, /\., gather\//],
  ['several-folders', 'two folders further down', { 'a/gather/gather.ts': '', 'b/gather/gather.ts': '' }, /a\/gather\/, b\/gather\//],
  ['several-files', 'two files', { 'gather/Gather.ts': '', 'gather/GATHER.ts': '' }, /gather\/GATHER\.ts, gather\/Gather\.ts.*Keep one/],
  ['several-files', 'the same in two endings', { 'gather/gather.js': '', 'gather/gather.mts': '' }, /Keep one/],
  ['missing', 'two modules of other names', { 'gather/a.ts': '', 'gather/b.ts': '' }, /is missing/],
])('What is not is refused with the reason %s: %s', async (reason, _, files, message) => {
  await using folder = await temporaryFolder(files);
  expect(await take(folder.path)).toMatchObject({
    files: [],
    admission: { admitted: false, refusal: { reason, message: { en: expect.stringMatching(message) } } },
  });
});

test('A link is not followed, at any depth', async () => {
  await using folder = await temporaryFolder({ 'real/gather.ts': answer });
  await using handIn = await temporaryFolder({ 'notes.md': '' });
  await symlink(folder.path, join(handIn.path, 'homework'));
  expect(await take(handIn.path)).toMatchObject({ admission: { refusal: { reason: 'no-folder' } } });
  await symlink(join(folder.path, 'real'), join(handIn.path, 'gather'));
  expect(await take(handIn.path)).toMatchObject({ admission: { refusal: { reason: 'link' } } });
});

test("In one's own course every file has its name, and one that is like it is named", async () => {
  await using folder = await temporaryFolder({ 'gather/Gather.ts': answer });
  expect(await take(folder.path, 'own')).toMatchObject({
    admission: { refusal: { reason: 'missing', message: { en: expect.stringContaining('Gather.ts is there'), 'zh-CN': expect.stringContaining('Gather.ts') } } },
  });
});

function take(from: string, search?: Search): Promise<Taken> {
  return takeSubmission(exercise, from, search && { search });
}
