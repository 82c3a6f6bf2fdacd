import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { checkTea, courseWithGrader, edit } from '../support/course-with-grader.ts';

vi.setConfig({ testTimeout: 120_000 });

const manifest = 'packages/exercises/tea/exercise.json';
const suite = 'packages/grader/suites/tea.suite.ts';

test('A check that the suite knows by another name is one fault, and no answer is accused', async () => {
  await using course = await courseWithGrader();
  await edit(course, manifest, (text) => text.replace('"id": "together"', '"id": "togther"'));
  const { said, code } = await checkTea(course);
  expect(said).toContain(
    `${manifest} declares the check \`togther\`, but ${suite} has no \`check('togther', …)\`. Did you mean \`together\`? One promise is broken.`,
  );
  expect(said).not.toContain('packages/solutions');
  expect(code).toBe(1);
});

test('Checks that only the manifest or only the suite has are named once', async () => {
  await using course = await courseWithGrader();
  await edit(course, manifest, (text) => text.replace('"id": "together"', '"id": "with-milk"'));
  const { said } = await checkTea(course, 'zh-CN');
  expect(said).toContain(`${manifest} 声明了检查 \`with-milk\`，但 ${suite} 里没有`);
  expect(said.split('together')).toHaveLength(3);
});

test('A suite that is missing is named once', async () => {
  await using course = await courseWithGrader();
  await rm(join(course.path, suite));
  const { said, code } = await checkTea(course);
  expect(said).toContain(`tea: files and manifest agree ${suite} is missing One promise is broken.`);
  expect(code).toBe(1);
});

test.each([
  ['is no TypeScript', 'const tea = ;\n', `Unexpected token (${suite}:1)`],
  ['imports what is not there', 'import "./tea/no-such.ts";\n', `Cannot find module './tea/no-such.ts' imported from ${suite}`],
])('A suite that %s is named once, with the reason and the place', async (_, line, reason) => {
  await using course = await courseWithGrader();
  await edit(course, suite, (text) => line + text);
  const { said, code } = await checkTea(course);
  expect(said).toContain(`tea: the suite runs The suite could not run: ${reason}`);
  expect(said).toContain('One promise is broken.');
  expect(said).not.toMatch(/\u001b|\.run|\?job|packages\/solutions/);
  expect(said).not.toContain(course.path);
  expect(code).toBe(1);
});
