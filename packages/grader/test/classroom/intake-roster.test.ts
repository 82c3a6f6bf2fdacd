import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClassProblem } from '../../src/classroom/class-problem.ts';
import { dryRunLines } from '../../src/classroom/intake/dry-run.ts';
import { parseDue } from '../../src/classroom/intake/due.ts';
import { findHandIns } from '../../src/classroom/intake/find-hand-ins.ts';
import { idsFor } from '../../src/classroom/intake/ids.ts';
import { readRoster } from '../../src/classroom/intake/roster/read-roster.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const exercises = [{ id: 'tea', files: ['tea.ts'] }, { id: 'gather', files: ['gather.ts'] }];

async function rosterOf(content: string | Uint8Array) {
  await using folder = await temporaryFolder();
  await folder.write('roster.csv', content);
  return readRoster(join(folder.path, 'roster.csv'));
}

/** 王伟,中文 and so on, as a Chinese Excel saves it. */
const gbk = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xba, 0xc5, 0x0a, 0xcd, 0xf5, 0xce, 0xb0, 0x2c, 0x30, 0x37, 0x0a]);

test.each<[string, string | Uint8Array, object]>([
  ['commas', 'name,email,number,username,language\nLin Wei,lin@a.example,007,lin,zh-CN\n', { name: 'Lin Wei', email: 'lin@a.example', number: '007', keys: ['lin'], language: 'zh-CN' }],
  ['semicolons and a mark', '\uFEFF姓名;学号;语言\r\n王伟;07;中文\r\n', { name: '王伟', number: '07', keys: [], language: 'zh-CN' }],
  ['tabs in UTF-16', Buffer.from('\uFEFFStudent\tGitHub\n王伟\twang\n', 'utf16le'), { name: '王伟', keys: ['wang'] }],
  ['GBK', gbk, { name: '王伟', number: '07', keys: [] }],
  ['Canvas', 'Student,ID,SIS User ID,SIS Login ID,Section,tea (12)\n    Points Possible,,,,,10\n"Wei, Lin",12345,007,lin@a.example,A,3\n"Student, Test",1,,,,\n', { name: 'Wei, Lin', number: '007', keys: ['12345', 'lin@a.example'] }],
  ['Moodle\'s participants', 'First name,Last name,ID number,Email address\nLin,Wei,007,lin@a.example\n', { name: 'Lin Wei', number: '007', email: 'lin@a.example', keys: [] }],
  ['Moodle\'s grading sheet', 'Identifier,Full name,Email address,Status\nParticipant 12345,Lin Wei,lin@a.example,Submitted\n', { name: 'Lin Wei', email: 'lin@a.example', keys: ['12345'] }],
  ['GitHub Classroom', '"identifier","github_username","github_id","name"\n"lin@a.example","lin-w","1",""\n', { name: 'lin@a.example', email: 'lin@a.example', keys: ['lin-w'] }],
])('A roster may come with %s', async (_, content, person) => {
  expect(await rosterOf(content)).toEqual([person]);
});

test('What is no roster is refused with what to do', async () => {
  const said = async (content: string | Uint8Array): Promise<string> => {
    try {
      await rosterOf(content);
    } catch (error) {
      if (error instanceof ClassProblem) return error.text.en;
    }
    return 'taken';
  };
  expect(await said('points,section\n1,2\n')).toContain('says who a student is');
  expect(await said('')).toContain('says who a student is');
  expect(await said('name\n')).toContain('nobody');
  expect(await said('PK\u0003\u0004')).toContain('Save it as CSV');
  expect(() => readRoster('/nowhere/roster.csv')).toThrow(ClassProblem);
});

test('The roster names the students, whatever their system calls them, and lists who handed in nothing', async () => {
  await using folder = await temporaryFolder({
    'Lin Wei_12345_assignsubmission_file_/tea.ts': '',
    'anna/tea.ts': '',
    '0042/tea.ts': '',
    'lopezannamaria_99_1_tea.ts': '',
    'Mei/tea.ts': '',
    'stranger/tea.ts': '',
  });
  const roster = await rosterOf([
    'name,number,username,email,language',
    'Wei Lin,0001,,lin@a.example,zh-CN',
    'Anna Smith,0002,anna,,en',
    'Wang Wei,0042,,,',
    'Anna Maria López,0003,,,',
    'Mei,0004,,,',
    'Mei,0005,,,',
    'Nobody Yet,0006,ny,,zh-CN',
  ].join('\n'));
  const { handIns } = findHandIns(folder.path, { exercises, roster });
  expect(handIns.map(({ student, origin, notes }) => [student.name, student.number, student.language, origin, ...notes.map(({ en }) => en)])).toEqual([
    ['Wang Wei', '0042', undefined, 'folder'],
    ['Wei Lin', '0001', 'zh-CN', 'moodle'],
    ['Mei', undefined, undefined, 'folder', 'Several of the roster could be meant, and none was taken: Mei (0004), Mei (0005)'],
    ['Nobody Yet', '0006', 'zh-CN', 'roster'],
    ['Anna Smith', '0002', 'en', 'folder'],
    ['Anna Maria López', '0003', undefined, 'canvas'],
    ['stranger', undefined, undefined, 'folder', 'The roster has nobody who fits.'],
  ]);
});

test('Two of one name are not taken for one student of the roster', async () => {
  await using folder = await temporaryFolder({ 'Lin Wei_1_assignsubmission_file_/tea.ts': '', 'Lin Wei_2_assignsubmission_file_/tea.ts': '' });
  const { handIns } = findHandIns(folder.path, { exercises, roster: await rosterOf('name,number\nLin Wei,7\n') });
  expect(handIns.map(({ student, notes }) => [student.number, notes.length])).toEqual([[undefined, 1], [undefined, 1]]);
});

test('A time by which it was due is the last moment of its minute or its day, here or in a zone', () => {
  expect(parseDue('2026-11-29T18:00+08:00').toISOString()).toBe('2026-11-29T10:00:59.999Z');
  expect(parseDue('2026-11-29T18:00:00Z').toISOString()).toBe('2026-11-29T18:00:00.000Z');
  expect(parseDue(' 2026-11-29 18:00 -0500').toISOString()).toBe('2026-11-29T23:00:59.999Z');
  expect(parseDue('2026-11-29 18:00')).toEqual(new Date(2026, 10, 29, 18, 0, 59, 999));
  expect(parseDue('2026-11-29')).toEqual(new Date(2026, 10, 29, 23, 59, 59, 999));
  for (const bad of ['', 'tomorrow', '2026-02-30', '2026-13-01 10:00', '2026-11-29 25:00', '18:00', '29.11.2026', '2026-11-29T18:00+99:00']) expect(() => parseDue(bad)).toThrow(ClassProblem);
});

test('What is no class is refused with what to do', async () => {
  await using folder = await temporaryFolder({ 'course/course.json': '{}', 'course/packages/exercises/tea/tea.ts': '', 'empty/.DS_Store': '', 'files/tea.ts': '' });
  await mkdir(join(folder.path, 'course/class/lin'), { recursive: true });
  const said = (path: string): string => {
    try {
      return findHandIns(join(folder.path, path), { exercises }).handIns.map(({ id }) => id).join();
    } catch (error) {
      return error instanceof ClassProblem ? error.text.en : String(error);
    }
  };
  expect(said('course')).toContain('part of the course itself');
  expect(said('course/packages/exercises')).toContain('part of the course itself');
  expect(said('course/class')).toBe('lin');
  expect(said('empty')).toContain('There are no hand-ins');
  expect(said('files')).toContain('There are no hand-ins');
  expect(said('nowhere')).toContain('ENOENT');
  expect(said('files/tea.ts')).toContain('file and no folder');
});

test('Of two hand-ins of one student the newest counts, and the other is told', async () => {
  await using folder = await temporaryFolder({ 'lin/tea.ts': '' });
  await writeFile(join(folder.path, 'lin.zip'), '');
  await writeFile(join(folder.path, 'lin (1).zip'), '');
  await utimes(join(folder.path, 'lin/tea.ts'), 1000, 1000);
  await utimes(join(folder.path, 'lin.zip'), 2000, 2000);
  await utimes(join(folder.path, 'lin (1).zip'), 3000, 3000);
  const { handIns } = findHandIns(folder.path, { exercises, due: new Date(2_500_000) });
  expect(handIns).toMatchObject([{
    id: 'lin', origin: 'archive', handedInAt: '1970-01-01T00:50:00.000Z', late: true, sources: [join(folder.path, 'lin (1).zip')],
    notes: [{ en: 'Handed in more than once; the newest counts. Passed over: lin.zip, lin' }],
  }]);
});

test('A dry run has a line for each student, with its notes below it, in both languages', async () => {
  await using folder = await temporaryFolder({ '王伟_1_assignsubmission_file_/tea.ts': '', 'lin-tea.ts': '', 'lin-gather.ts': '', 'notes.pdf': '' });
  const found = findHandIns(folder.path, { exercises, roster: await rosterOf('name\n王伟\nMing\n') });
  const shape = (language: 'en' | 'zh-CN'): readonly string[] => dryRunLines(found, language).map((line) => line.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'TIME').replaceAll(/ {2,}/g, ' | '));
  expect(shape('en')).toEqual([
    'Student | Taken for | What | Handed in',
    'Ming | nothing handed in | – | –',
    'lin | file | lin-gather.ts +1 | TIME',
    ' | · The roster has nobody who fits.',
    '王伟 | Moodle | 王伟_1_assignsubmission_file_ | TIME',
    '',
    'Nobody\'s hand-in:',
    ' | notes.pdf: neither a folder nor an archive nor a program',
    '',
    '2 hand-ins, and nothing from 1.',
  ]);
  expect(shape('zh-CN').at(-1)).toBe('共 2 份提交，1 人没有提交。');
});

test('Ids are unique on every system, are names that every system can have, and stay when others come', () => {
  const label = fc.oneof(fc.constantFrom('lin', 'Lin', 'LIN', 'con', 'NUL.txt', '', '..', '王伟', 'é', 'e\u0301', 'a'.repeat(300), 'ß', 'ss', '🙂'), fc.string({ maxLength: 12, unit: 'binary' }));
  fc.assert(fc.property(fc.uniqueArray(label, { maxLength: 12 }), (labels) => {
    const ids = idsFor(labels.map((one) => ({ identity: one, label: one })));
    expect(new Set(ids.map((id) => id.normalize('NFKD').toUpperCase())).size).toBe(labels.length);
    for (const id of ids) expect(id).toMatch(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}._-]*(?<!\.)$/iu);
    for (const id of ids) expect(Buffer.byteLength(`${id}.json.tmp`)).toBeLessThan(255);
  }));
  expect(idsFor(['lin', 'wei'].map((one) => ({ identity: one, label: one })))).toEqual(['lin', 'wei']);
});
