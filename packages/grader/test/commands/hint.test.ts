import { expect, test } from 'vitest';
import { student } from '../support/student.ts';

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

test('Each hint goes a step further, says how many are left, and the last stays', async () => {
  await using me = await student();
  const outputs = [];
  for (let count = 0; count < 4; count += 1) outputs.push(plain((await me.types('hint gather')).stdout));
  const [first, second, third, fourth] = outputs;
  expect(first).toMatch(/gather · hint 1 of 3 .*empty case.* 2 more are left: pnpm hint gather/);
  expect(second).toMatch(/hint 2 of 3 .*new Promise.* One more is left/);
  expect(third).toMatch(/hint 3 of 3 .*forEach.* That was the last one.*--again.*pnpm solution gather --give-up/);
  expect(fourth).toMatch(/You have seen all 3 hints.*hint 3 of 3/);
});

test('--again shows what was shown, from the start, and no more', async () => {
  await using me = await student();
  await me.types('hint gather');
  await me.types('hint gather');
  const again = await me.types('hint gather --again');
  expect(plain(again.stdout)).toMatch(/hint 1 of 3 .*hint 2 of 3 .*One more is left/);
  expect(again.stdout).not.toContain('hint 3');
  expect((await me.types('hint gather')).stdout).toContain('hint 3 of 3');
});

test.each([
  ['what the last grade told first', ['empty', 'input-order'], 3],
  ['the beginning, where no hint is about that', ['input-order', 'empty'], 1],
  ['the beginning, where nothing is known of a grade', undefined, 1],
])('The first hint is about %s', async (_, failed, number) => {
  await using me = await student();
  const path = 'packages/exercises/gather/exercise.json';
  const manifest: { readonly hints: readonly object[] } = JSON.parse(await me.reads(path));
  const hints = manifest.hints.map((hint, index) => (index === 2 ? { ...hint, checks: ['empty'] } : hint));
  await me.write(path, JSON.stringify({ ...manifest, hints }));
  const graded = { state: 'failed', points: 0, maxPoints: 4, at: '2026-01-05T06:30:00.000Z', content: '', failed };
  await me.write('.teatime/progress/gather.json', JSON.stringify({ version: 1, graded }));
  expect((await me.types('hint gather')).stdout).toContain(`gather · hint ${number} of 3`);
});

test('A grade remembers what it told first', async () => {
  await using me = await student();
  await me.write('packages/exercises/gather/gather.ts', 'print("tea");\nexport const gather = 1;\n');
  await me.runs('grade gather');
  expect(JSON.parse(await me.reads('.teatime/progress/gather.json'))).toMatchObject({ graded: { failed: expect.arrayContaining(['types', 'empty']) } });
});

test('Without an id the hint is for the next exercise to pass, in the reader’s language', async () => {
  await using me = await student();
  const { code, stdout } = await me.types('hint --lang zh-CN');
  expect(stdout).toMatch(/tea · 提示 1 \/ 3[^]*还有 2 条提示：pnpm hint --lang zh-CN tea/);
  expect(code).toBe(0);
});

test('An exercise without hints says so', async () => {
  await using me = await student();
  const manifest: object = JSON.parse(await me.reads('packages/exercises/tea/exercise.json'));
  await me.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...manifest, hints: [] }));
  expect(plain((await me.types('hint tea')).stdout)).toContain('There are no hints for tea. Read packages/exercises/tea/task.en.md');
});

test('One exercise at a time', async () => {
  await using me = await student();
  expect(await me.types('hint tea gather')).toMatchObject({ code: 2, stderr: expect.stringContaining('Name one exercise') });
  expect(await me.types('hint gahter')).toMatchObject({ code: 2, stderr: expect.stringContaining("Did you mean 'gather'?") });
});
