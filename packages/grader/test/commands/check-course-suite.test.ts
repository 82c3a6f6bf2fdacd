import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCourse, courseWithGrader, edit } from '../support/course-with-grader.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';

const manifestOf = (exercise: string): string => `packages/exercises/${exercise}/exercise.json`;
const suiteOf = (exercise: string): string => `packages/grader/suites/${exercise}.suite.ts`;

let course: TemporaryFolder;
let english: Awaited<ReturnType<typeof checkCourse>>;
let chinese: Awaited<ReturnType<typeof checkCourse>>;

/** One course in which something is wrong with every suite. */
beforeAll(async () => {
  course = await courseWithGrader('tea', 'coroutine', 'gather', 'as-completed', 'blocking');
  await edit(course, manifestOf('tea'), (text) => text.replace('"id": "together"', '"id": "togther"'));
  await edit(course, manifestOf('coroutine'), (text) => text.replace('"id": "arguments"', '"id": "with-milk"'));
  await rm(join(course.path, suiteOf('gather')));
  await edit(course, suiteOf('as-completed'), (text) => `const one = ;\n${text}`);
  await edit(course, suiteOf('blocking'), (text) => `import "./blocking/no-such.ts";\n${text}`);
  english = await checkCourse(course, '--lang', 'en');
  chinese = await checkCourse(course, 'coroutine', '--lang', 'zh-CN');
});

afterAll(() => course[Symbol.asyncDispose]());

test('A check that the suite knows by another name is one fault', () => {
  expect(english.said).toContain(
    `${manifestOf('tea')} declares the check \`togther\`, but ${suiteOf('tea')} has no \`check('togther', …)\`. Did you mean \`together\`?`,
  );
  expect(english.said.split('together')).toHaveLength(2);
});

test('Checks that only the manifest or only the suite has are named once', () => {
  expect(chinese.said).toContain(`${manifestOf('coroutine')} 声明了检查 \`with-milk\`，但 ${suiteOf('coroutine')} 里没有`);
  expect(chinese.said.split('with-milk')).toHaveLength(3);
  expect(chinese.said.split('arguments')).toHaveLength(3);
});

test('A suite that is missing is named', () => {
  expect(english.said).toContain(`gather: files and manifest agree ${suiteOf('gather')} is missing`);
});

test.each([
  ['is no TypeScript', 'as-completed', `Unexpected token (${suiteOf('as-completed')}:1)`],
  ['imports what is not there', 'blocking', `Cannot find module './blocking/no-such.ts' imported from ${suiteOf('blocking')}`],
])('A suite that %s is named, with the reason and the place', (_, exercise, reason) => {
  expect(english.said).toContain(`${exercise}: the suite runs The suite could not run: ${reason}`);
});

test('Each fault is told once, and no answer is accused of it', () => {
  expect(english.said).toContain('5 promises are broken.');
  for (const { said, code } of [english, chinese]) {
    expect(said).not.toMatch(/\u001b|\.run|\?job|packages\/solutions/);
    expect(said).not.toContain(course.path);
    expect(code).toBe(1);
  }
});
