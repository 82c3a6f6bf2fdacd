import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownCommand } from '../support/own-command.ts';
import type { Said } from '../support/own-command.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/thorough.ts';
import { addsRight, tinyCourse, tinyManifest, tinySuite } from '../support/tiny-course.ts';
import type { Changes } from '../support/tiny-course.ts';

const both = (en: string, zh: string): object => ({ en, 'zh-CN': zh });
const check = (changes: object = {}): object => ({ id: 'adds', points: 1, title: both('It adds', '它会相加'), why: both('So it is.', '如此。'), ...changes });
const story = (body: string): string => `import { coroutine } from '@teatime/core';\nexport const story = coroutine(async (stage: any) => {\n${body}\n});\n`;
const right = 'export async function add(a: number, b: number): Promise<number> {\n  return a + b;\n}\n';
const wrong = 'export async function add(a: number, b: number): Promise<number> {\n  return a * b + 1;\n}\n';

/** What is wrong with an exercise, the files that make it so, and what is said of it. */
const allKinds: readonly (readonly [id: string, changes: (paths: Paths) => Changes, said: string, zh?: string])[] = [
  ['story-throws', ({ story: path }) => ({ [path]: story("throw new RangeError('out of tea');") }), 'story.ts:3: with the solution (en) the story ends in an error: RangeError: out of tea', '使用参考答案时（en），故事以错误告终'],
  ['story-is-none', ({ story: path }) => ({ [path]: 'export const tale = 1;\n' }), 'story.ts exports no function `story`', '没有导出函数 `story`'],
  ['story-is-no-coroutine', ({ story: path }) => ({ [path]: 'export const story = () => 1;\n' }), 'TypeError: a story gives a coroutine'],
  ['story-waits', ({ story: path }) => ({ [path]: story('await new Promise(() => {});') }), 'with the solution (en) the story waits for something that never happens'],
  ['story-quits', ({ story: path }) => ({ [path]: story('process.exit(0);') }), 'with the solution the story ends the whole program'],
  ['story-is-silent', ({ story: path }) => ({ [path]: story('await stage.exercise.add(1, 2);') }), 'in en the story prints nothing'],
  ['story-is-english', ({ story: path }) => ({ [path]: story("stage.print('One and two are three.');") }), 'for zh-CN the story prints "One and two are three."', '这不是这种语言'],
  ['story-types', ({ story: path }) => ({ [path]: `${story("stage.print(stage.lang === 'en' ? 'tea' : '茶');")}const n: number = 'one';\nexport { n };\n` }), "story.ts:5: TypeScript: Type 'string' is not assignable to type 'number'."],
  ['suite-types', ({ suite }) => ({ [suite]: `${tinySuite('suite-types', addsRight)}export const n: number = 'one';\n` }), "suite-types.suite.ts:10: TypeScript: Type 'string' is not assignable"],
  ['suite-with-expect', ({ suite }) => ({ [suite]: `import { expect } from 'vitest';\n${tinySuite('suite-with-expect', `${addsRight}\nexpect(1).toBe(1);`)}` }), 'suite-with-expect.suite.ts:1: a suite takes nothing of Vitest.', '检查套件不使用 Vitest 的任何东西'],
  ['suite-with-timers', ({ suite }) => ({ [suite]: `import { setTimeout as later } from 'node:timers/promises';\nexport const wait = later;\n${tinySuite('suite-with-timers', addsRight)}` }), 'suite-with-timers.suite.ts:1: `node:timers/promises` goes by real time'],
  ['suite-keeps-a-clock', ({ suite }) => ({ [suite]: `const now = Date.now;\nexport { now };\n${tinySuite('suite-keeps-a-clock', addsRight)}` }), 'suite-keeps-a-clock.suite.ts:1: `Date` goes by real time'],
  ['suite-reads-hrtime', ({ suite }) => ({ [suite]: tinySuite('suite-reads-hrtime', `${addsRight}\nprocess.hrtime.bigint();`) }), 'suite-reads-hrtime.suite.ts:9: `process.hrtime` goes by real time'],
  ['suite-of-another', ({ suite }) => ({ [suite]: tinySuite('sound', addsRight) }), 'suite-of-another.suite.ts:2: a suite meets the answer to its own exercise only'],
  ['suite-in-english', ({ suite }) => ({ [suite]: tinySuite('suite-in-english', addsRight.replace('这不是两数之和。', 'This is not the sum.')) }), 'suite-in-english.suite.ts:7: this is to be Chinese, and there is not a Chinese character in it: "This is not the sum."', '这里应当是中文，却一个汉字也没有'],
  ['export-unused', ({ manifest, solution, stub, kept, task }) => {
    const two = `${right}export function double(a: number): number {\n  return a * 2;\n}\n`;
    const empty = two.replace('return a + b', "throw new Error('empty')");
    const texts = { [task('en')]: '# Add\n\nWrite `add` and `double`.\n', [task('zh-CN')]: '# 相加\n\n请写 `add` 和 `double`。\n' };
    return { [manifest]: tinyManifest('export-unused', { exports: ['add', 'double'] }), [solution]: two, [stub]: empty, [kept]: empty, ...texts };
  }, 'declares the export `double`, but packages/grader/suites/export-unused.suite.ts never uses it'],
  ['title-in-english', ({ manifest }) => ({ [manifest]: tinyManifest('title-in-english', { summary: both('Adds two numbers.', 'Adds two numbers.') }) }), 'exercise.json: summary.zh-CN: this is to be Chinese'],
  ['why-in-chinese', ({ manifest }) => ({ [manifest]: tinyManifest('why-in-chinese', { checks: [check({ why: both('题目要求如此。', '题目要求如此。') })] }) }), 'exercise.json: checks[adds].why.en: this is to be English, and is Chinese: "题目要求如此。"', '这里应当是英文，却是中文'],
  ['task-half-translated', ({ task }) => ({ [task('zh-CN')]: '# 相加\n\n请写 `add`。\n\nIt takes two numbers and adds them.\n' }), 'task.zh-CN.md:5: this is to be Chinese'],
  ['task-without-export', ({ task }) => ({ [task('en')]: '# Add\n\nWrite it.\n' }), 'task.en.md never mentions `add`, which an answer has to export'],
  ['task-without-heading', ({ task }) => ({ [task('en')]: 'Write `add`, please.\n' }), 'task.en.md does not begin with a heading'],
  ['task-with-dead-link', ({ task }) => ({ [task('en')]: '# Add\n\nWrite `add`, as [told](../no/such.md).\n' }), 'task.en.md:3: there is no ../no/such.md that this link leads to'],
  ['worth-nothing', ({ manifest }) => ({ [manifest]: tinyManifest('worth-nothing', { checks: [check({ points: 0 })] }) }), 'exercise.json: every check is worth 0 points', '所有检查都是 0 分'],
  ['no-hints', ({ manifest }) => ({ [manifest]: tinyManifest('no-hints', { hints: [] }) }), 'exercise.json: hints is empty'],
  ['hidden-in-the-open', ({ manifest }) => ({ [manifest]: tinyManifest('hidden-in-the-open', { checks: [check(), check({ id: 'again', title: both('Again', '再来'), hidden: true })] }), ...suitesWith('hidden-in-the-open', ['adds', 'again'], ['again']) }),
    'declares the check `again` as hidden, but packages/grader/suites/hidden-in-the-open.suite.ts has it, which students are given. Move it to packages/grader/suites/hidden-in-the-open.hidden.suite.ts', '或者去掉 "hidden"'],
  ['open-in-hiding', ({ manifest }) => ({ [manifest]: tinyManifest('open-in-hiding', { checks: [check(), check({ id: 'again', title: both('Again', '再来'), hidden: true })] }), ...suitesWith('open-in-hiding', ['unused'], ['adds', 'again']) }),
    'declares the check `adds` as open, but packages/grader/suites/open-in-hiding.hidden.suite.ts has it, which students are not given. Move it to packages/grader/suites/open-in-hiding.suite.ts, or write "hidden": true', '声明检查 `adds` 是公开的'],
  ['hidden-suite-idle', () => suitesWith('hidden-suite-idle', ['adds'], ['more']), 'hidden-suite-idle.hidden.suite.ts never runs, since packages/exercises/hidden-suite-idle/exercise.json declares no hidden check', '从不运行'],
  ['hidden-suite-missing', ({ manifest }) => ({ [manifest]: tinyManifest('hidden-suite-missing', { checks: [check(), check({ id: 'again', title: both('Again', '再来'), hidden: true })] }) }), 'packages/grader/suites/hidden-suite-missing.hidden.suite.ts is missing', '缺少 packages/grader/suites/hidden-suite-missing.hidden.suite.ts'],
  ['hidden-undeclared', ({ manifest }) => ({ [manifest]: tinyManifest('hidden-undeclared', { checks: [check(), check({ id: 'again', title: both('Again', '再来'), hidden: true })] }), ...suitesWith('hidden-undeclared', ['adds'], ['again', 'third-time']) }),
    "hidden-undeclared.hidden.suite.ts has `check('third-time', …)`, but packages/exercises/hidden-undeclared/exercise.json declares no check `third-time`"],
  ['hidden-unwritten', ({ manifest }) => ({ [manifest]: tinyManifest('hidden-unwritten', { checks: [check(), check({ id: 'once', title: both('Once', '一次'), hidden: true }), check({ id: 'zero', title: both('Zero', '零'), hidden: true })] }), ...suitesWith('hidden-unwritten', ['adds'], ['once']) }),
    "declares the check `zero`, but packages/grader/suites/hidden-unwritten.hidden.suite.ts has no `check('zero', …)`"],
  ['hidden-suite-empty', ({ manifest }) => ({ [manifest]: tinyManifest('hidden-suite-empty', { checks: [check(), check({ id: 'again', title: both('Again', '再来'), hidden: true })] }), ...suitesWith('hidden-suite-empty', ['adds'], []) }), 'it registers no check', '里面没有注册任何检查'],
  ['hidden-throws', ({ manifest }) => ({ [manifest]: tinyManifest('hidden-throws', { checks: [check(), check({ id: 'again', title: both('Again', '再来'), hidden: true })] }), ...suitesWith('hidden-throws', ['adds'], []), 'packages/grader/suites/hidden-throws.hidden.suite.ts': tinySuite('hidden-throws', "check('again', async (lab) => {\n  await add(1, lab.random.int(1, 9));\n  throw new RangeError('out of tea');\n});") }),
    'hidden-throws.hidden.suite.ts:5: the check `again` went wrong itself: RangeError: out of tea'],
  ['same-hints', ({ manifest }) => ({ [manifest]: tinyManifest('same-hints', { hints: [both('Look.', '看。'), both('Look.', '再看。')] }) }), 'exercise.json: hints[1] says the same as hints[0]'],
  ['restricts-nothing', ({ manifest }) => ({ [manifest]: tinyManifest('restricts-nothing', { restrictions: [{ global: 'Promise', members: ['al'], message: both('Do not.', '不要。') }] }) }), 'exercise.json: restrictions[0]: there is no `Promise.al`'],
  ['export-twice', ({ manifest }) => ({ [manifest]: tinyManifest('export-twice', { exports: ['add', 'add'] }) }), 'exercise.json: exports[1]: this stands in the list twice'],
  ['answer-in-js', ({ wrongs }) => ({ [`${wrongs}/adds.js`]: wrong }), 'wrong/adds.js is not looked at', 'wrong/adds.js 不会被检查'],
  ['answer-in-mts', ({ wrongs }) => ({ [`${wrongs}/adds.mts`]: wrong }), 'wrong/adds.mts is not looked at'],
  ['answer-in-capitals', ({ wrongs }) => ({ [`${wrongs}/adds.TS`]: wrong }), 'wrong/adds.TS is not looked at'],
  ['answer-in-a-folder', ({ wrongs }) => ({ [`${wrongs}/more/adds.ts`]: wrong }), 'wrong/more is not looked at'],
  ['answer-twice', ({ wrongs, solution }) => ({ [`${wrongs}/adds.ts`]: `// fails: adds\n${right}`, [solution]: right }), 'wrong/adds.ts is the same as packages/solutions/answer-twice/answer-twice.ts'],
  ['fails-twice', ({ wrongs }) => ({ [`${wrongs}/adds.ts`]: `// fails: adds, adds\n${wrong}` }), 'wrong/adds.ts: its first line names adds more than once'],
  ['fails-below', ({ wrongs }) => ({ [`${wrongs}/adds.ts`]: `// It multiplies.\n// Fails: adds\n${wrong}` }), 'wrong/adds.ts:2: `// fails: …` stands here, and is read in the first line only'],
  ['right-that-fails', ({ solution }) => ({ [solution]: `// fails: adds\n${right}` }), 'right-that-fails.ts is to be a right answer, and its first line says that it fails'],
];

/** The open and the hidden suite of a tiny exercise, which have these checks. */
function suitesWith(id: string, open: readonly string[], hidden: readonly string[]): Changes {
  const suite = (checks: readonly string[]): string =>
    tinySuite(id, checks.length === 0 ? '// check()' : checks.map((one) => `check('${one}', async (lab) => {\n${addsRight}\n});`).join('\n'));
  return { [`packages/grader/suites/${id}.suite.ts`]: suite(open), [`packages/grader/suites/${id}.hidden.suite.ts`]: suite(hidden) };
}

const kinds = sampleOf(allKinds, 6);

interface Paths {
  readonly manifest: string;
  readonly story: string;
  readonly suite: string;
  readonly stub: string;
  readonly kept: string;
  readonly solution: string;
  readonly wrongs: string;
  readonly task: (language: string) => string;
}

function pathsOf(id: string): Paths {
  const exercise = `packages/exercises/${id}`;
  return {
    manifest: `${exercise}/exercise.json`,
    story: `${exercise}/story.ts`,
    suite: `packages/grader/suites/${id}.suite.ts`,
    stub: `${exercise}/${id}.ts`,
    kept: `${exercise}/.stub/${id}.ts`,
    solution: `packages/solutions/${id}/${id}.ts`,
    wrongs: `packages/solutions/${id}/wrong`,
    task: (language) => `${exercise}/task.${language}.md`,
  };
}

let course: TemporaryFolder;
let english: Said;
let chinese: Said;

beforeAll(async () => {
  const exercises = kinds.map(([id, changes]) => [id, changes(pathsOf(id))] as const);
  const draft = { ['packages/exercises/begun/exercise.json']: '{ "draft": true, "title": ', ['packages/exercises/begun/story.ts']: undefined };
  course = await tinyCourse({ ...Object.fromEntries(exercises), sound: {}, 'same-title': { 'packages/exercises/same-title/exercise.json': tinyManifest('same-title', { title: both('Add (sound)', '相加（sound）') }) }, begun: draft, 'small-name': {} });
  await course.write('packages/solutions/ghost/ghost.ts', right);
  await course.write('packages/grader/suites/spectre.suite.ts', tinySuite('sound', addsRight));
  await mkdir(join(course.path, 'packages/exercises/half'));
  await rename(join(course.path, 'packages/exercises/small-name'), join(course.path, 'packages/exercises/Small-Name'));
  english = await ownCommand(course, 'check-course', '--lang', 'en');
  // The texts of all kinds in one language prove the places; in the other, that they are there.
  chinese = await ownCommand(course, 'check-course', ...kinds.filter(([, , , zh]) => zh !== undefined).map(([id]) => id), '--lang', 'zh-CN');
});

afterAll(() => course[Symbol.asyncDispose]());

const sentences = kinds.map(([id, , said, zh = '']) => [id, said, zh] as const);

test.each(sentences)('check-course finds, with the file, the place and the remedy: %s', (id, said, zh) => {
  expect(english.said).toContain(`✗ ${id} `);
  expect(english.said).toContain(said);
  expect(chinese.said.replaceAll(' ', '')).toContain(zh.replaceAll(' ', ''));
});

test.each([
  ['solutions of no exercise', 'packages/solutions/ghost answers an exercise that is not there'],
  ['a suite of no exercise', 'packages/grader/suites/spectre.suite.ts checks an exercise that is not there'],
  ['a folder that is no exercise', 'packages/exercises/half has no exercise.json, so it is no exercise'],
  ['a folder in another case', 'packages/exercises/Small-Name: course.json writes this name `small-name`'],
  ['a title that two exercises have', 'packages/exercises/same-title/exercise.json: title says the same as packages/exercises/sound/exercise.json: title'],
])('check-course finds, of the course as a whole: %s', (_, said) => {
  expect(english.said).toContain(said);
});

test('A draft is told of and breaks nothing, whatever is missing of it; named, it is checked', async () => {
  expect(english.said).toMatch(/begun +a draft: passed over\. `pnpm check-course begun` checks it/);
  expect(english.said).not.toContain('begun: ');
  const named = await ownCommand(course, 'check-course', 'begun', '--lang', 'en');
  expect(named.said).toContain('packages/exercises/begun/exercise.json: this is not valid JSON');
  expect(named.code).toBe(2);
});

test('What is sound among all of that is told to be', () => {
  expect(english.said).toContain('✓ sound 1 right answer, 1 wrong one');
});

test('A broken exercise and a draft keep nobody from grading a sound one', async () => {
  await rm(join(course.path, `packages/exercises/${kinds[0]?.[0]}/exercise.json`));
  const { said, code } = await ownCommand(course, 'grade', 'sound', '--from', join(course.path, 'packages/solutions'), '--lang', 'en');
  expect(said).toContain('1 of 1 points');
  expect(code).toBe(0);
});
