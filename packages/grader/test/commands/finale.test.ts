import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCourse } from '../../src/cli/open-course.ts';
import { makeEdition } from '../../src/edition/make-edition.ts';
import { teaAnswers } from '../support/answers.ts';
import { courseCopy } from '../support/course-copy.ts';
import { student } from '../support/student.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';

const story = `import { coroutine, kettle, music } from '@teatime/core';
import type { Story } from '../story.ts';

interface Answers {
  readonly tea: typeof import('../tea/tea.ts');
  readonly gather: typeof import('../gather/gather.ts');
}

export const story: Story<Answers> = coroutine(async (stage) => {
  const { tea, gather } = stage.exercise;
  const cups = await gather.gather([tea.makeTea(kettle(stage).boil, music(stage).listen)]);
  stage.print(stage.lang === 'en' ? \`served: \${cups.length}\` : \`上茶：\${cups.length}\`);
});
`;

const title = { en: 'An evening', 'zh-CN': '一个晚上' };

/** Gives a course a story at its end that is told with tea and gather. */
async function withFinale<T extends TemporaryFolder>(course: T, change: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const manifest: object = JSON.parse(await readFile(join(course.path, 'course.json'), 'utf8'));
  await course.write('course.json', JSON.stringify({ ...manifest, finale: { id: 'evening', title, exercises: ['tea', 'gather'], ...change } }));
  await course.write('packages/exercises/evening/story.ts', story);
  return course;
}

test('The story at the end is told with the answers to several exercises', async () => {
  await using me = await withFinale(await student());
  const { code, stdout } = await me.runs('play evening --solution --fast');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/\nserved: 1\n$/)]);
  expect((await me.runs('play evening --solution --fast --lang zh-CN')).stdout).toMatch(/\n上茶：1\n$/);
});

test('It says whose answers it still needs, and how to see it before', async () => {
  await using me = await withFinale(await student());
  await me.answers('tea', teaAnswers.right);
  const { code, stdout } = await me.runs('play evening --fast');
  expect(code).toBe(1);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('gather is not begun yet. To see it with the course\'s answers: pnpm play evening --solution');
});

test('An error in one of the answers is told with its place', async () => {
  await using me = await withFinale(await student());
  await me.answers('gather', await me.reads('packages/solutions/gather/gather.ts'));
  await me.answers('tea', teaAnswers.right.replace('{\n', '{\n  throw new Error("no tea");\n'));
  const { code, stderr } = await me.runs('play evening --fast');
  expect(code).toBe(1);
  expect(stderr).toMatch(/packages\/exercises\/tea\/tea\.ts:5/);
});

test('Whoever has passed everything is told where they stand, what there is to see, and what to read', async () => {
  await using me = await withFinale(await student(), { readOn: 'docs/end.md' });
  const manifest: object = JSON.parse(await me.reads('course.json'));
  await me.write('course.json', JSON.stringify({ ...manifest, exercises: ['tea'], leftOut: ['gather', 'blocking'], finale: { id: 'evening', title, exercises: ['tea'], readOn: 'docs/end.md' } }));
  await me.write('docs/zh-CN/end.md', '# 完\n');
  await me.answers('tea', teaAnswers.right);
  const said = (await me.runs('grade tea')).stdout.replaceAll(/\s+/g, ' ');
  expect(said).toMatch(/That was the whole course.*You stand at (\d+) of \1 points in 1 exercise\..*pnpm play evening \(An evening\).*read next: docs\/end\.md/);
  expect((await me.runs('grade tea --lang zh-CN')).stdout.replaceAll(/\s+/g, '')).toContain('接下来读什么：docs/zh-CN/end.md');
});

test.each([
  [['tea', 'gather'], true],
  [['tea', 'blocking'], false],
] as const)('An edition with %j has it: %s', async (chosen, has) => {
  await using course = await withFinale(await courseCopy());
  const open = await openCourse({ course: course.path, cwd: course.path });
  const exercises = open.course.exercises.filter(({ id }) => chosen.some((one) => one === id));
  const files = await makeEdition({ course: { ...open, course: { ...open.course, exercises } }, name: undefined, commands: ['play'], before: undefined });
  expect(files.has('packages/exercises/evening/story.ts')).toBe(has);
  expect(Buffer.from(files.get('course.json') ?? '').toString('utf8').includes('An evening')).toBe(has);
});
