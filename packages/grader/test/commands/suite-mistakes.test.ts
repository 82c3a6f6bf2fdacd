import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownCommand } from '../support/own-command.ts';
import type { Said } from '../support/own-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/thorough.ts';
import { addsRight, tinyCourse, tinySuite } from '../support/tiny-course.ts';

const suiteOf = (id: string): string => `packages/grader/suites/${id}.suite.ts`;

/** Mistakes of suites: what stands in them, and what is said of them, in English and in Chinese. */
const allMistakes: readonly (readonly [id: string, suite: string, en: string, zh: string])[] = [
  [
    'uses-expect',
    `import { expect } from 'vitest';\n${tinySuite('uses-expect', 'expect(await add(1, 2)).toBe(3);')}`,
    `${suiteOf('uses-expect')}:5: the check \`adds\` went wrong itself: AssertionError: expected -1 to be 3`,
    `${suiteOf('uses-expect')}:5：检查 \`adds\` 本身出错：AssertionError: expected -1 to be 3`,
  ],
  [
    'trips',
    tinySuite('trips', '(lab as unknown as { nothing: () => void }).nothing();'),
    `${suiteOf('trips')}:4: the check \`adds\` went wrong itself: TypeError: lab.nothing is not a function`,
    `${suiteOf('trips')}:4：检查 \`adds\` 本身出错：TypeError: lab.nothing is not a function`,
  ],
  [
    'forgets-a-promise',
    tinySuite('forgets-a-promise', `void (async () => { throw new RangeError('lost'); })();\n${addsRight}`),
    `${suiteOf('forgets-a-promise')}:4: the check \`adds\` went wrong itself: RangeError: lost`,
    `${suiteOf('forgets-a-promise')}:4：检查 \`adds\` 本身出错：RangeError: lost`,
  ],
  [
    'waits-alone',
    tinySuite('waits-alone', 'await new Promise(() => {});'),
    `${suiteOf('waits-alone')}:3: the check \`adds\` went wrong itself: it waits for what never happens, or for real time`,
    `${suiteOf('waits-alone')}:3：检查 \`adds\` 本身出错：它在等待永远不会发生的事，或者在等真实的时间`,
  ],
  [
    'uses-test',
    `import { test } from 'vitest';\n${tinySuite('uses-test', addsRight)}test('more', () => {});\n`,
    `${suiteOf('uses-test')}: the check \`more\` went wrong itself: it is a test of Vitest's.`,
    `${suiteOf('uses-test')}：检查 \`more\` 本身出错：它是 Vitest 的 test。`,
  ],
  [
    'registers-twice',
    tinySuite('registers-twice', "check('adds', async () => {});\ncheck('adds', async () => {});"),
    `The suite could not run: the check 'adds' is registered twice: give each an id of its own (${suiteOf('registers-twice')}:4)`,
    `检查套件无法运行：检查 'adds' 注册了两次：每项检查都要有自己的 id（${suiteOf('registers-twice')}:4）`,
  ],
  [
    'registers-nothing',
    `import '@teatime/exercises/registers-nothing';\n`,
    'The suite could not run: it registers no check: check(',
    '检查套件无法运行：里面没有注册任何检查：请用',
  ],
];

const mistakes = sampleOf(allMistakes, 4);
const ids = [...mistakes.map(([id]) => id), 'sound'];

let course: TemporaryFolder;

beforeAll(async () => {
  course = await tinyCourse({ ...Object.fromEntries(mistakes.map(([id, suite]) => [id, { [suiteOf(id)]: suite }])), sound: {} });
});

afterAll(() => course[Symbol.asyncDispose]());

describe('A mistake of a suite', () => {
  let english: Said;
  let chinese: Said;

  beforeAll(async () => {
    english = await ownCommand(course, 'check-course', '--lang', 'en');
    chinese = await ownCommand(course, 'check-course', '--lang', 'zh-CN');
  });

  test.each(mistakes)('is a breach for check-course, with suite, line and cause: %s', (_, __, en, zh) => {
    expect(english.said).toContain(en);
    // Chinese lines break anywhere.
    expect(chinese.said.replaceAll(' ', '')).toContain(zh.replaceAll(' ', ''));
  });

  test('is told once, with the answers that brought it to light, and accuses none of them', () => {
    expect(english.said).toContain(`It had met packages/solutions/${mistakes[0]?.[0]}/wrong/subtracts.ts.`);
    expect(english.said).not.toContain('does not pass');
    expect(english.said).not.toContain('subtracts.ts passes');
    expect(english.said).toContain(`${mistakes.length} promises are broken.`);
    expect(english.code).toBe(1);
  });
});

describe('A mistake of a suite, when answers are graded', () => {
  let graded: Said;
  let answers: TemporaryFolder;

  beforeAll(async () => {
    const subtracts = 'export async function add(a: number, b: number): Promise<number> {\n  return a - b;\n}\n';
    answers = await temporaryFolder(Object.fromEntries(ids.map((id) => [`${id}/${id}.ts`, subtracts])));
    graded = await ownCommand(course, 'grade', '--from', answers.path, '--json', join(answers.path, 'result.json'), '--lang', 'en');
  });

  afterAll(() => answers[Symbol.asyncDispose]());

  test.each(mistakes)('is told to whoever can mend it: %s', (_, __, en) => {
    expect(graded.said).toContain(en.replace(/^.* went wrong itself: /, ''));
  });

  test('is no result, and nothing that anybody failed', () => {
    expect(graded.said).toContain(`${mistakes.map(([id]) => id).join(', ')} could not be graded, which is not the fault of any answer.`);
    expect(graded.code).toBe(3);
    expect(existsSync(join(answers.path, 'result.json'))).toBe(false);
  });
});
