import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test.each([
  ['an empty folder', {}],
  ['an archive', { 'lin.zip': '' }],
  ['an essay', { 'essay.docx': '' }],
  ['folders without answers', { 'tea/notes.md': '', 'gather/notes.md': '' }],
])('Nothing handed in is no zero: %s ends with 2 and without a result', async (_, files) => {
  await using folder = await temporaryFolder({ 'result.json': '{}', 'lin/.keep': '', ...inFolder('lin', files) });
  const { code, stdout, stderr } = await command('grade --from lin --json result.json', { cwd: folder.path });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Nothing was handed in at lin');
  expect(existsSync(join(folder.path, 'result.json'))).toBe(false);
});

test('What is in the folder instead is told, in the language of the grade', async () => {
  await using folder = await temporaryFolder({ 'lin/lin.zip': '' });
  const { stderr } = await command('grade --from lin --lang zh-CN', { cwd: folder.path });
  expect(stderr.replaceAll('\n', '')).toMatch(/没有提交任何内容.*lin\.zip.*解压/);
});

function inFolder(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}
