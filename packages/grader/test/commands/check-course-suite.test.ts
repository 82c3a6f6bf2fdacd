import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownCommand } from '../support/own-command.ts';
import type { Said } from '../support/own-command.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import { addsRight, tinyCourse, tinyManifest, tinySuite } from '../support/tiny-course.ts';

const manifestOf = (exercise: string): string => `packages/exercises/${exercise}/exercise.json`;
const suiteOf = (exercise: string): string => `packages/grader/suites/${exercise}.suite.ts`;
const text = { en: 'It adds', 'zh-CN': '它会相加' };
const declaring = (id: string, check: string): string =>
  tinyManifest(id, { checks: [{ id: check, points: 1, title: text, why: { en: 'It is asked for.', 'zh-CN': '题目要求如此。' } }] });

let course: TemporaryFolder;
let english: Said;
let chinese: Said;

/** One course in which something is wrong with every suite. */
beforeAll(async () => {
  course = await tinyCourse({
    misspelt: { [manifestOf('misspelt')]: declaring('misspelt', 'ads') },
    'two-names': { [manifestOf('two-names')]: declaring('two-names', 'with-milk') },
    missing: { [suiteOf('missing')]: undefined },
    garbled: { [suiteOf('garbled')]: `const one = ;\n${tinySuite('garbled', addsRight)}` },
    astray: { [suiteOf('astray')]: `import "./astray/no-such.ts";\n${tinySuite('astray', addsRight)}` },
  });
  english = await ownCommand(course, 'check-course', '--lang', 'en');
  chinese = await ownCommand(course, 'check-course', 'two-names', '--lang', 'zh-CN');
});

afterAll(() => course[Symbol.asyncDispose]());

test('A check that the suite knows by another name is one fault', () => {
  expect(english.said).toContain(
    `${manifestOf('misspelt')} declares the check \`ads\`, but ${suiteOf('misspelt')} has no \`check('ads', …)\`. Did you mean \`adds\`?`,
  );
  expect(english.said.split('`adds`')).toHaveLength(3);
});

test('Checks that only the manifest or only the suite has are named once', () => {
  expect(chinese.said).toContain(`${manifestOf('two-names')} 声明了检查 \`with-milk\`，但 ${suiteOf('two-names')} 里没有`);
  expect(chinese.said.split('with-milk')).toHaveLength(3);
  expect(chinese.said.split('adds')).toHaveLength(3);
});

test('A suite that is missing is named', () => {
  expect(english.said).toContain(`missing: files and manifest agree ${suiteOf('missing')} is missing`);
});

test.each([
  ['is no TypeScript', 'garbled', `Unexpected token (${suiteOf('garbled')}:1)`],
  ['imports what is not there', 'astray', `Cannot find module '/astray/no-such.ts' imported from ${suiteOf('astray')}`],
])('A suite that %s is named, with the reason and the place', (_, exercise, reason) => {
  expect(english.said).toContain(`${exercise}: the suite runs`);
  expect(english.said).toContain(`The suite could not run: ${reason}`);
});

test('No answer is accused of a fault of its suite', () => {
  for (const { said, code } of [english, chinese]) {
    expect(said).not.toMatch(/\u001b|\.run|\?job|packages\/solutions/);
    expect(said).not.toContain(course.path);
    expect(code).toBe(1);
  }
});
