import { expect, test } from 'vitest';
import stringWidth from 'string-width';
import { teaAnswers } from '../support/answers.ts';
import { courseExercises } from '../support/course-exercises.ts';
import { repository } from '../support/repository.ts';
import { student } from '../support/student.ts';
import { teatime } from '../support/teatime.ts';

test('--timeline draws what ran when, below what the program printed', async () => {
  await using me = await student();
  const { code, stdout } = await me.runs('play gather --solution --fast --timeline');
  const drawing = stdout.slice(stdout.indexOf('What ran when:')).trimEnd().split('\n');
  expect(drawing).toEqual([
    'What ran when:',
    `  main      ${'█'.repeat(67)}`,
    `  chapter 1 ${'█'.repeat(22)}`,
    `  chapter 2 ${'█'.repeat(45)}`,
    `  chapter 3 ${'█'.repeat(67)}`,
    `${' '.repeat(12)}0 s${' '.repeat(59)}1.5 s`,
  ]);
  expect(code).toBe(0);
});

test('Chinese names are aligned, and the student’s own code is what is drawn', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.oneAfterAnother);
  const { stdout } = await me.runs('play tea --fast --timeline --lang zh-CN');
  const bars = stdout.split('\n').filter((line) => line.includes('█'));
  expect(bars).toHaveLength(3);
  expect(bars.map((line) => stringWidth(line.slice(0, line.indexOf('█'))))).toEqual([9, 9, expect.any(Number)]);
  expect(bars[2]).toMatch(/^ {2}听音乐 {10,}█+$/);
  expect(stdout).toMatch(/0 秒 +5 秒/);
});

test('A job that was started twice has two lines, which can be told apart', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right.replace('await Promise.all([', 'await Promise.all([createTask(boilWater()), '));
  const { stdout } = await me.runs('play tea --fast --timeline');
  expect(stdout).toMatch(/\n {2}boil +█+\n {2}boil \(2\) +█+\n/);
});

test('What blocks the thread has a line of its own', async () => {
  await using me = await student();
  const { stdout } = await me.runs('play blocking --solution --fast --timeline');
  expect(stdout).toMatch(/\n {2}blocked █+\n/);
});

test.runIf(courseExercises.has('event-loop'))('What a loop of the student’s own ran has lines of its own', async () => {
  const { stdout } = await teatime('play event-loop --solution --fast --timeline'.split(' '), { cwd: repository });
  expect(stdout).toMatch(/\n {2}boil +█+\n {2}listen +█+\n/);
  // Its loop has nothing else to run while it waits.
  expect(stdout).not.toContain('blocked');
});

test('In real time it is drawn too, and as far as the program came', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.waitsForNothing);
  const { code, stdout } = await me.runs('play tea --timeline --trace trace.json');
  expect(stdout).toMatch(/main +█+…\n/);
  expect(stdout).toContain('… never ended');
  expect(stdout).toContain('The trace is in trace.json.');
  expect(code).toBe(1);
});

test.each(['--fast', ''])('--trace writes what a viewer of traces opens (%s)', async (clock) => {
  await using me = await student();
  const { code, stdout } = await me.runs(`play tea --solution --trace tea.json ${clock}`.trim());
  expect(stdout).toContain('The trace is in tea.json. Open it on https://ui.perfetto.dev');
  expect(stdout).not.toContain('█');
  expect(code).toBe(0);
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(await me.reads('tea.json'));
  const names = traceEvents.flatMap(({ name, args }) => (name === 'thread_name' ? [args?.name] : []));
  expect(names).toEqual(['event loop', 'main', 'boil water', 'listen to music']);
  expect(traceEvents.map(({ ts }) => ts)).toEqual(traceEvents.map(({ ts }) => ts).toSorted((a, b) => a - b));
  for (const tid of new Set(traceEvents.map((event) => event.tid))) {
    const depth = traceEvents.filter((event) => event.tid === tid).reduce((sum, { ph }) => sum + (ph === 'B' ? 1 : ph === 'E' ? -1 : 0), 0);
    expect(depth).toBe(0);
  }
  expect(traceEvents.some(({ name }) => name === 'The water boils!')).toBe(true);
  const end = Math.max(...traceEvents.map(({ ts }) => ts));
  expect(end).toBeGreaterThanOrEqual(2_900_000);
});

test('A program that an answer ends leaves its trace all the same', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.quits.replace('process.exit(0);', '').replace("return 'water'", 'process.exit(0)'));
  const { code } = await me.runs('play tea --fast --trace tea.json');
  expect(await me.reads('tea.json')).toContain('"main"');
  expect(code).toBe(1);
});

test.each([
  ['play tea --trace nowhere/trace.json', /--trace nowhere\/trace\.json: there is no folder nowhere/],
  ['play tea --trace -', /--trace needs a file/],
  ['play tea --trace', /--trace needs a value: --trace FILE/],
])('%s is refused before anything runs', async (line, answer) => {
  await using me = await student();
  const { code, stdout, stderr } = await me.types(line);
  expect(stderr).toMatch(answer);
  expect([code, stdout]).toEqual([2, '']);
});

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}
