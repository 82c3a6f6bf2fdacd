import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { Book, sourcesOf } from '../../src/classroom/book/book.ts';
import type { BookOptions } from '../../src/classroom/book/book.ts';
import type { HandIn, Student } from '../../src/classroom/hand-in.ts';
import type { ClassRow, Outcome } from '../../src/classroom/outcome.ts';
import { isJudged } from '../../src/verdict/grade-result.ts';
import type { GradeResult } from '../../src/verdict/result.ts';
import { flawless } from '../support/evidence.ts';
import { gather, grade, inDoubt, oneAfterAnother, tea } from '../support/grades.ts';
import { attacks, hostileResult } from '../support/hostile-result.ts';
import { provenance } from '../support/provenance.ts';
import { repository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const mixed = grade('en', [[tea, flawless(tea)], [gather, oneAfterAnother()]]);
const doubtful = grade('en', [[tea, flawless(tea)], [gather, inDoubt(gather)]]);

const wang: Student = { name: '王小明', key: '1234567', email: 'wang@example.org', number: '0042', language: 'zh-CN' };

const rows: readonly ClassRow[] = [
  row('wang', wang, { state: 'graded', result: mixed }, { origin: 'moodle', handedInAt: '2026-03-01T16:00:00Z', late: true }),
  row('lin', { name: 'Lin, "the first"' }, { state: 'graded', result: doubtful }, { late: false }),
  row('noor', { name: 'Noor' }, { state: 'missing', reason: { en: 'Nothing was handed in.', 'zh-CN': '没有提交。' } }),
  row('ada', { name: '=cmd()' }, { state: 'unreadable', reason: { en: 'The archive is broken.', 'zh-CN': '压缩包已损坏。' } }),
  row('bo', { name: 'Bo' }, { state: 'crashed', reason: { en: 'The grader ended.', 'zh-CN': '评分程序中断。' } }),
];

describe('The gradebook', () => {
  test('has what was found of every student, in the order of the class', async () => {
    const [first, ...others] = await table(rows);
    expect(first).toEqual({
      student: '王小明',
      id: 'wang',
      key: '1234567',
      email: 'wang@example.org',
      number: '0042',
      files: '',
      sha256: 'a'.repeat(64),
      handedInAt: '2026-03-01T16:00:00Z',
      late: 'yes',
      course: provenance.course,
      courseHash: provenance.courseHash,
      grader: provenance.grader,
      seed: '7',
      sandbox: 'bubblewrap',
      outcome: 'graded',
      reason: '',
      points: '4',
      maxPoints: '10',
      passed: 'no',
      'tea points': '4',
      'tea state': 'passed',
      'gather points': '0',
      'gather state': 'error',
      doubtful: '0',
      notes: '',
    });
    expect(others.map(({ id }) => id)).toEqual(['lin', 'noor', 'ada', 'bo']);
  });

  test('has no points where a person has to decide, and says why', async () => {
    const [, ...others] = await table(rows);
    expect(others.map(({ outcome, points, passed }) => [outcome, points, passed])).toEqual([
      ['unjudged', '', ''],
      ['missing', '', ''],
      ['unreadable', '', ''],
      ['crashed', '', ''],
    ]);
    expect(others.map(({ reason }) => reason)).toEqual([
      'gather could not be judged: the computer was too busy. No points are given; grade it again.',
      'Nothing was handed in.',
      'The archive is broken.',
      'The grader ended.',
    ]);
    expect(others[0]).toMatchObject({ 'tea points': '4', 'gather points': '', 'gather state': 'unjudged', doubtful: '1' });
  });

  test('has one cell for several lines, however a program ends its lines', async () => {
    const notes = [{ en: 'Left out: a.md', 'zh-CN': '已略过：a.md' }, { en: 'Handed in together with Wei.', 'zh-CN': '与 Wei 一起提交。' }];
    const [lin] = await table([row('lin', { name: 'Lin' }, { state: 'graded', result: mixed }, { notes }), ...rows]);
    expect(lin).toMatchObject({ outcome: 'graded', notes: 'Left out: a.md\nHanded in together with Wei.' });
  });

  test('opens in a spreadsheet with Chinese names, and runs no formula', async () => {
    await using written = await write(rows);
    const text = await written.read('gradebook.csv');
    expect(text.startsWith('\uFEFFstudent,')).toBe(true);
    expect(text).toContain('\'=cmd()');
  });

  test('has a form that Canvas imports, with those only who have points', async () => {
    const canvas = row('mia', { ...wang, name: 'Mia' }, { state: 'graded', result: mixed }, { origin: 'canvas' });
    await using written = await write([canvas, ...rows.slice(1, 3)], { gradebook: 'canvas' });
    expect(lines(await written.read('gradebook-canvas.csv'))).toEqual([
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Teatime'],
      ['    Points Possible', '', '', '', '', '10'],
      ['Mia', '1234567', '0042', 'wang@example.org', '', '4'],
    ]);
  });

  test('has a form that Moodle imports, with those only who have points', async () => {
    await using written = await write(rows.slice(0, 2), { gradebook: 'moodle' });
    expect(lines(await written.read('gradebook-moodle.csv'))).toEqual([
      ['Identifier', 'Full name', 'ID number', 'Email address', 'Grade', 'Maximum Grade', 'Last modified (grade)'],
      ['Participant 1234567', '王小明', '0042', 'wang@example.org', '4', '10', ''],
    ]);
  });

  test('has grades out of what the worksheet of Moodle says, and pages that Moodle knows by their names', async () => {
    const wangOfWorksheet = row('wang_1', { ...wang, outOf: 25 }, { state: 'graded', result: mixed }, { origin: 'moodle', handedInAt: '2026-03-01T16:00:00Z', late: true });
    await using written = await write([wangOfWorksheet], { gradebook: 'moodle' });
    expect(lines(await written.read('gradebook-moodle.csv'))[1]).toEqual(['Participant 1234567', '王小明', '0042', 'wang@example.org', '10', '25', '']);
    const feedback = await written.read('feedback/wang-1_1234567_assignsubmission_file_feedback.html');
    expect(feedback).toContain('王小明 · handed in 2026-03-01 16:00 UTC · late');
    expect(await written.read('class.html')).toContain('href="feedback/wang-1_1234567_assignsubmission_file_feedback.html"');
  });
});

describe('The page of the class', () => {
  test('praises nobody where nothing was graded', async () => {
    await using written = await write(rows.slice(2));
    const page = await written.read('class.html');
    expect(page).toContain('No answer to it was judged.');
    expect(page).not.toContain('Every answer passed');
    expect(page).toContain('Nobody has points yet.');
  });

  test.each(['en', 'zh-CN'] as const)('reads as it always did (%s)', async (language) => {
    const same = Array.from({ length: 3 }, (_, index) => row(`copy-${index}`, { name: `Student ${index}` }, { state: 'graded', result: mixed }));
    const copy = await readFile(join(repository, 'packages/solutions/gather/also/by-halves.ts'), 'utf8');
    await using written = await write([...rows, ...same], { language, answers: { 'copy-0': copy, 'copy-2': copy } });
    await expect(await written.read('class.html')).toMatchFileSnapshot(`golden/class.${language}.html`);
  });

  test('shows what students wrote as text, and runs nothing', async () => {
    const all = attacks.join(' ');
    await using written = await write([row('eve', { name: all }, { state: 'graded', result: hostileResult() }, { late: true, handedInAt: all }), ...rows], { answers: { eve: all } });
    const page = await written.read('class.html');
    const tags = new Set(Array.from(page.matchAll(/<\/?([a-z0-9]+)/gi), ([, tag]) => tag));
    for (const tag of ['script', 'img', 'iframe', 'base', 'animate']) expect(tags).not.toContain(tag);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('\u202E');
  });

  test('counts messages that differ in a number only as one', async () => {
    const messages = [1000, 2000, 3000].map((ms) => `Waited ${ms} ms.`);
    const results = messages.map((message) => withMessage(message));
    await using written = await write([...results, withMessage('Never ended.')].map((result, index) => row(`s${index}`, { name: `s${index}` }, { state: 'graded', result })));
    expect(await written.read('class.html')).toContain('Most often, 3 times: Waited 1000 ms.');
  });
});

test('Feedback and what is told of the class are each in one language', async () => {
  const noor = row('noor', { name: 'Noor', language: 'zh-CN' }, { state: 'graded', result: mixed, also: grade('zh-CN', [[tea, flawless(tea)], [gather, oneAfterAnother()]]) });
  await using written = await write([noor]);
  expect(await written.read('feedback/noor.html')).toMatch(/<html lang="zh-CN">[^]*第 1 章下载完之后/);
  expect(await written.read('class.html')).toMatch(/Chapter 2 started only/);
  expect(await written.read('class.html')).not.toContain('下载完之后');
});

test('In an exam feedback tells what failed, and not what was seen; whoever teaches reads of it', async () => {
  await using written = await write(rows.slice(1, 2), { course: { title: { en: 'Exam', 'zh-CN': '考试' }, exam: true } });
  await using open = await write([row('ada', { name: 'Ada' }, { state: 'graded', result: mixed })], { course: { title: { en: 'Exam', 'zh-CN': '考试' }, exam: true } });
  const feedback = await open.read('feedback/ada.html');
  expect(feedback).toContain('Everything in the list runs at once');
  expect(feedback).not.toContain('started only when');
  expect(feedback).not.toContain('That is what gather is for');
  expect(await open.read('class.html')).toContain('started only when');
  expect(await written.read('feedback/lin.html')).toContain('could not be judged');
});

test('Those who handed in together are no pair, and are told as one beside another', async () => {
  const copy = await readFile(join(repository, 'packages/solutions/gather/also/by-halves.ts'), 'utf8');
  const sources = ['/class/submission_1'];
  const group = ['Lin', 'Wei'].map((name) => row(name.toLowerCase(), { name }, { state: 'graded', result: mixed }, { sources }));
  await using alone = await write(group, { answers: { lin: copy, wei: copy } });
  expect(await alone.read('class.html')).not.toContain('async function gather');
  await using copied = await write([...group, row('noor', { name: 'Noor' }, { state: 'graded', result: mixed })], { answers: { lin: copy, wei: copy, noor: copy } });
  expect(await copied.read('class.html')).toMatch(/Lin and Wei[^]*async function gather/);
});

test('The source of an answer is the text of the files that were taken for it', () => {
  const taken = { name: 'tea.ts', path: 'work/tea.ts', sha256: '' };
  const result = { ...mixed, exercises: mixed.exercises.map((exercise) => (exercise.id === 'tea' ? { ...exercise, files: [taken] } : exercise)) };
  const files = new Map([['work/tea.ts', new TextEncoder().encode('泡茶')], ['other.ts', new Uint8Array()]]);
  expect([...sourcesOf(result, files)]).toEqual([['tea', '泡茶']]);
});

function withMessage(message: string): GradeResult {
  const exercises = mixed.exercises.filter(isJudged).map((exercise) => ({
    ...exercise,
    checks: exercise.checks.map((check) => (check.id === 'at-once' ? { ...check, message } : check)),
  }));
  return { ...mixed, exercises };
}

function row(id: string, student: Student, outcome: Outcome, handIn: Partial<HandIn> = {}): ClassRow {
  return {
    handIn: { id, student, origin: 'folder', sources: [`/class/${id}`], notes: [], ...handIn },
    ...(outcome.state === 'graded' && { sha256: 'a'.repeat(64) }),
    notes: [],
    outcome,
  };
}

interface Written extends AsyncDisposable {
  read(file: string): Promise<string>;
}

async function write(
  all: readonly ClassRow[],
  { answers = {}, ...options }: Partial<BookOptions> & { readonly answers?: Readonly<Record<string, string>> } = {},
): Promise<Written> {
  const folder = await temporaryFolder();
  const book = new Book({
    out: join(folder.path, 'out'),
    course: { title: { en: 'Teatime', 'zh-CN': '下午茶' } },
    exercises: [tea, gather],
    language: 'en',
    common: new Map(),
    labelOf: ({ student }) => student.name,
    sourceOf: (id) => Promise.resolve(answers[id]),
    ...options,
  });
  for (const one of all) {
    const answer = answers[one.handIn.id];
    book.add(one, new Map(answer === undefined ? [] : [['gather', answer]]));
  }
  await book.close();
  return {
    read: (file) => readFile(join(folder.path, 'out', file), 'utf8'),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** As most programs read a table: any end of a line is one, but in quotes. */
const ends = ['\r\n', '\n', '\r'];

async function table(all: readonly ClassRow[]): Promise<readonly Readonly<Record<string, string>>[]> {
  await using written = await write(all);
  return parse(await written.read('gradebook.csv'), { bom: true, columns: true, record_delimiter: ends });
}

function lines(text: string): readonly (readonly string[])[] {
  return parse(text, { bom: true, record_delimiter: ends });
}
