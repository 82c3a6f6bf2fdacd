import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { smallCourse } from '../support/small-course.ts';
import { teatime } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('A class is graded as a whole, one who handed in nothing and one whose archive is broken too, and a second time nothing is graded twice', async () => {
  const solution = await readFile(join(smallCourse, 'packages', 'solutions', 'tea', 'tea.ts'), 'utf8');
  await using folder = await temporaryFolder({
    'hand-ins/lin/tea.ts': solution,
    'hand-ins/mo/tea.ts': 'export {};\n',
    'hand-ins/wei/notes.md': 'I was ill.\n',
    'hand-ins/zhou.zip': 'PK no archive',
    'roster.csv': 'name,language\nlin,English\nmo,zh-Hans\nwei,\nzhou,\n',
  });
  const grade = async (): Promise<string> => (await teatime(['grade-class', 'hand-ins', '--exercises', 'tea', '--roster', 'roster.csv'], { cwd: folder.path })).stdout;

  const first = await grade();
  expect(first).toContain('zhou');
  const rows: readonly Record<string, string>[] = parse(await readFile(join(folder.path, 'hand-ins-grades', 'gradebook.csv'), 'utf8'), { bom: true, columns: true });
  expect(rows.map(({ student, outcome }) => `${student} ${outcome}`)).toEqual(['lin graded', 'mo graded', 'wei unreadable', 'zhou unreadable']);
  expect(rows.map(({ passed }) => passed)).toEqual(['yes', 'no', '', '']);

  // The words of the page and those of its messages are in one language, each student's own.
  const feedback = async (id: string): Promise<string> => await readFile(join(folder.path, 'hand-ins-grades', 'feedback', `${id}.html`), 'utf8');
  expect(await feedback('lin')).toContain('<html lang="en">');
  expect(await feedback('mo')).toMatch(/<html lang="zh-CN">[^]*没有导出/);

  expect(await grade()).toContain('2 of them before');
});

test('A dry run reads what was handed in, says what is wrong with it, and writes nothing', async () => {
  await using folder = await temporaryFolder({
    'hand-ins/lin/tea.ts': 'export {};\n',
    'hand-ins/lin/tea (1).ts': 'export {};\n',
    'hand-ins/wei/notes.md': 'I was ill.\n',
    'hand-ins/zhou.zip': 'PK no archive',
  });
  const { code, stdout } = await teatime(['grade-class', 'hand-ins', '--exercises', 'tea', '--dry-run'], { cwd: folder.path });
  expect(code).toBe(0);
  expect(stdout).toMatch(/3 hand-ins\.[^]*lin: Left out, as another file is named more like the answer: tea \(1\)\.ts/);
  expect(stdout).toContain('wei: Nothing in it is a program. It holds notes.md.');
  expect(stdout).toContain('zhou: zhou.zip cannot be read as an archive');
  expect(await readdir(folder.path)).toEqual(['hand-ins']);
});
