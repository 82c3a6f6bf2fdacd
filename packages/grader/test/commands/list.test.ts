import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { obeysListSchema } from '../support/list-schema.ts';
import { student, studentWithTea } from '../support/student.ts';

const minute = 60_000;

test('A fresh clone has everything before it, and begins with the first exercise', async () => {
  await using me = await student();
  const { code, stdout } = await me.types('list');
  expect(stdout).toMatch(/→ · tea .* 0\/8 {2}not started\n {2}· gather .*not started\n/);
  expect(stdout).toContain('0 of 3 exercises passed, 0 of 40 points');
  expect(stdout).toMatch(/Next: tea\n.*packages\/exercises\/tea\/task\.en\.md\n.*packages\/exercises\/tea\/tea\.ts\n/);
  expect(code).toBe(0);
});

test('An answer that was never graded is said to be that', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right, 5 * minute);
  expect((await me.types('list')).stdout).toMatch(/→ ~ tea .*0\/8 {2}not graded yet {2}5 minutes ago/);
});

test('grade keeps what it found, and list tells what was changed since', async () => {
  await using me = await studentWithTea();
  await me.answers('tea', teaAnswers.right, 5 * minute);
  const passed = await me.types('list');
  expect(passed.stdout).toMatch(/ {2}✓ tea .*8\/8 {2}passed {7}(?:now|this minute|1 minute ago)\n→ · gather/);
  expect(passed.stdout).toContain('1 of 3 exercises passed, 8 of 40 points');

  await me.answers('tea', `${teaAnswers.right}// one more line\n`, 90 * minute);
  expect((await me.types('list')).stdout).toMatch(/ {2}~ tea .*8\/8 {2}changed since {2}1 hour ago\n→ · gather/);

  await me.answers('tea', teaAnswers.syntaxError);
  await me.types('grade tea');
  expect((await me.types('list')).stdout).toMatch(/→ ✗ tea .*0\/8 {2}failed/);
});

test('Line endings and a byte order mark, which git and editors change, are no change', async () => {
  await using me = await studentWithTea();
  await me.answers('tea', `\uFEFF${teaAnswers.right.replaceAll('\n', '\r\n')}`);
  expect((await me.types('list')).stdout).toMatch(/✓ tea/);
});

test('A grade of other answers than the student’s own leaves no trace', async () => {
  await using me = await student();
  await me.write('theirs/tea/tea.ts', teaAnswers.syntaxError);
  await me.types('grade tea --from theirs');
  expect(await readdir(me.path)).not.toContain('.teatime');
  await me.answers('tea', teaAnswers.syntaxError);
  await me.types('grade tea');
  expect(await readdir(me.path)).toContain('.teatime');
});

test('list --json says the same for programs', async () => {
  await using me = await student();
  await me.answers('tea', `${teaAnswers.right}// and more`);
  await me.write('.teatime/progress/tea.json', record({ passedAt: '2026-01-02T03:04:05.678Z', hintsShown: 2 }));
  const { code, stdout, stderr } = await me.types('list --json --lang zh-CN');
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    course: 'small',
    points: 8,
    maxPoints: 40,
    next: 'gather',
    exercises: [
      {
        id: 'tea', title: '泡茶', state: 'changed', points: 8, maxPoints: 8, changedAt: expect.any(String),
        gradedAt: '2026-01-02T03:04:05.678Z', passedAt: '2026-01-02T03:04:05.678Z', hintsShown: 2, hints: 3,
        files: ['packages/exercises/tea/tea.ts'],
      },
      { id: 'gather', state: 'not-started', gradedAt: null },
      { id: 'blocking', state: 'not-started' },
    ],
  });
  expect(obeysListSchema(JSON.parse(stdout)), JSON.stringify(obeysListSchema.errors)).toBe(true);
  expect([code, stderr]).toEqual([0, '']);
});

test('When all has passed there is nothing next', async () => {
  await using me = await studentWithTea();
  await me.write('course.json', (await me.reads('course.json')).replace(/"tea",.*\]/, '"tea"]'));
  const { stdout } = await me.types('list');
  expect(stdout).toContain('1 of 1 exercises passed, 8 of 8 points');
  expect(stdout).toContain('Every exercise has passed.');
  expect(JSON.parse((await me.types('list --json')).stdout)).toMatchObject({ next: null });
  expect((await me.types('hint')).stdout).toContain('Every exercise has passed');
});

test.each([
  ['not JSON', '{ "version": 1, '],
  ['nothing', ''],
  ['of another version', '{ "version": 99 }'],
  ['of the wrong shape', '{ "version": 1, "graded": "yes" }'],
])('Damaged notes (%s) are put aside, and nothing else happens', async (_, content) => {
  await using me = await student();
  await me.write('.teatime/progress/tea.json', content);
  const { code, stdout, stderr } = await me.types('list');
  expect(stderr.replaceAll('\n', ' ')).toMatch(/notes about tea could not be read/);
  expect(stdout).toMatch(/· tea .*not started/);
  expect(code).toBe(0);
  const [aside] = await readdir(join(me.path, '.teatime/progress'));
  expect(aside).toMatch(/^tea\.json\.damaged-/);
  expect(await me.reads(join('.teatime/progress', aside ?? ''))).toBe(content);
  expect((await me.types('list')).stderr).toBe('');
});

test('Where nothing can be kept, a grade is given all the same', async () => {
  await using me = await student();
  await me.write('.teatime', 'a file where the folder should be');
  await me.answers('tea', teaAnswers.syntaxError);
  const { code, stdout, stderr } = await me.types('grade tea');
  expect(stdout).toContain('Expression expected');
  expect(stderr.replaceAll('\n', ' ')).toMatch(/^Your progress could not be saved in \S*tea\.json: something on the way is a file and no folder\. Nothing else is affected\. $/);
  expect(code).toBe(1);
});

test('What a later edition wrote down beside is kept', async () => {
  await using me = await student();
  await me.write('.teatime/progress/tea.json', JSON.stringify({ version: 1, hintsShown: 1, badge: 'teapot' }));
  await me.types('hint tea');
  expect(JSON.parse(await me.reads('.teatime/progress/tea.json'))).toMatchObject({ hintsShown: 2, badge: 'teapot' });
});

test('An exercise whose points a course update changed has to be graded again', async () => {
  await using me = await studentWithTea();
  const notes: { graded: object } = JSON.parse(await me.reads('.teatime/progress/tea.json'));
  await me.write('.teatime/progress/tea.json', JSON.stringify({ ...notes, graded: { ...notes.graded, maxPoints: 6, points: 6 } }));
  expect((await me.types('list')).stdout).toMatch(/~ tea .*6\/8 {2}changed since/);
});

test.each([80, 60, 44])('The list stays within %i columns, in both languages, in line', async (columns) => {
  await using me = await student();
  await me.answers('gather', 'export const gather = 1;', 26 * 60 * minute);
  for (const language of ['en', 'zh-CN']) {
    let stdout = '';
    await me.types(`list --lang ${language}`, { stdout: { columns, write: (text) => (stdout += text) } });
    const lines = stdout.split('\n');
    expect(lines.filter((line) => stringWidth(line) > columns && !line.includes('packages/'))).toEqual([]);
    const scores = lines.filter((line) => /\d+\/\d+ {2}/.test(line)).map((line) => stringWidth(/^.*?\d+\/\d+/.exec(line)?.[0] ?? ''));
    expect(new Set(scores).size).toBe(1);
  }
});

test('list takes no exercise', async () => {
  await using me = await student();
  const { code, stderr } = await me.types('list tea');
  expect(stderr).toContain('pnpm run list always shows every exercise');
  expect(code).toBe(2);
});

function record(rest: object): string {
  const at = '2026-01-02T03:04:05.678Z';
  return JSON.stringify({ version: 1, graded: { state: 'passed', points: 8, maxPoints: 8, at, content: 'sha256-0' }, ...rest });
}
