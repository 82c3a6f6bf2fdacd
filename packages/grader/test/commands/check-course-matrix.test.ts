import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { command } from '../support/in-process.ts';
import { obeysProofSchema } from '../support/proof-schema.ts';
import { student } from '../support/student.ts';
import type { Student } from '../support/student.ts';
import { isThorough } from '../support/thorough.ts';

const unwrapped = (text: string): string => text.replaceAll(/\s+/g, ' ');
const wrongs = 'packages/solutions/tea/wrong';
const returnsBoth = '// fails: water\n@@\n-  return water;\n+  return water.slice(1);\n';

/** A course whose tea has wrong answers that are edits, with some of them not as they should be. */
async function author(files: Readonly<Record<string, string>> = {}): Promise<Student> {
  const me = await student();
  await me.write('packages/solutions/tea/tea.ts', teaAnswers.right);
  for (const [name, text] of Object.entries(files)) await me.write(name, text);
  return me;
}

describe('A matrix, a proof for programs, and first lines as they were found', () => {
  let me: Student;

  beforeAll(async () => {
    me = await author({
      [`${wrongs}/cuts.edit`]: returnsBoth,
      [`${wrongs}/cuts-silently.edit`]: returnsBoth.replace('// fails: water', '// fails: together').replace('1', '2'),
      [`${wrongs}/says-nothing.edit`]: returnsBoth.replace('// fails: water\n', '').replace('1', '3'),
      [`${wrongs}/gone.edit`]: '// fails: water\n@@\n-  return tea;\n+  return 0;\n',
    });
  });

  afterAll(() => me[Symbol.asyncDispose]());

  test('show each answer and each check, the broken ones first, and name an edit that no longer applies by its line', async () => {
    const { code, stdout } = await me.runs('check-course tea --matrix');
    const rows = stdout.split('\n').filter((line) => /^ {4}(?:stub|solution|also|wrong)/.test(line)).map((line) => line.trim().replaceAll(/\s+/g, ' '));
    expect(rows.slice(0, 2).toSorted()).toEqual(['wrong/cuts-silently.edit ! ! ✓', 'wrong/says-nothing.edit ✓ ! ✓']);
    expect(rows).toContain('stub ✗ ✗ ✗');
    expect(rows).toContain('solution ✓ ✓ ✓');
    expect(rows).toContain('wrong/cuts.edit ✓ ✗ ✓');
    expect(unwrapped(stdout)).toContain('1 together 2 water 3 music-too');
    expect(unwrapped(stdout)).toContain(`${wrongs}/gone.edit:3: it no longer applies: packages/solutions/tea/tea.ts has no \`return tea;\` here`);
    expect(code).toBe(1);
  });

  test('are JSON as the schema says, and nothing else goes to the terminal', async () => {
    const { stdout, code } = await me.runs('check-course tea --json - --lang zh-CN');
    const proof: { kept: boolean; exercises: { answers: { path: string; form: string; cells: unknown[] }[] }[] } = JSON.parse(stdout);
    expect(obeysProofSchema(proof), JSON.stringify(obeysProofSchema.errors)).toBe(true);
    expect(proof.kept).toBe(false);
    const cuts = proof.exercises[0]?.answers.find(({ path }) => path.endsWith('/cuts.edit'));
    expect(cuts).toMatchObject({ form: 'edit', cells: [{ check: 'together', state: 'kept' }, { check: 'water', state: 'kept', promised: 'failed', status: 'failed', cause: 'wrong' }, {}] });
    expect(code).toBe(1);
  });

  test('print the whole module of an edit', async () => {
    const { stdout } = await me.types('check-course tea --print wrong/cuts');
    expect(stdout).toBe(`// fails: water\n${teaAnswers.right.replace('return water;', 'return water.slice(1);')}`);
    expect((await me.types('check-course tea --print cuts.edit')).stdout).toBe(stdout);
    expect((await me.types('check-course tea --print solution')).stdout).toBe(teaAnswers.right);
    const gone = await me.types('check-course tea --print wrong/gone');
    expect(unwrapped(gone.stderr)).toContain('gone.edit:3: it no longer applies');
    expect(gone).toMatchObject({ code: 2, stdout: '' });
    const cust = await me.types('check-course tea --print wrong/cust');
    expect(unwrapped(cust.stderr)).toContain("tea has no answer 'wrong/cust'. Did you mean 'wrong/cuts'?");
  });

  test('are written into the first lines, and what fails on nothing is left', async () => {
    await me.write(`${wrongs}/is-right.ts`, `// fails: water\n${teaAnswers.right.replace('[water]', '[water, _]')}`);
    const { stdout } = await me.runs('check-course tea --write-fails');
    expect(unwrapped(stdout)).toContain(`${wrongs}/cuts-silently.edit: \`// fails: water\`, which was \`together\``);
    expect(unwrapped(stdout)).toContain(`${wrongs}/says-nothing.edit: \`// fails: water\`, where nothing was named`);
    expect(unwrapped(stdout)).toContain(`${wrongs}/is-right.ts fails on nothing`);
    expect(await me.reads(`${wrongs}/says-nothing.edit`)).toMatch(/^\/\/ fails: water\n@@\n/);
    expect(await me.reads(`${wrongs}/cuts.edit`)).toBe(returnsBoth);
    expect(await me.reads(`${wrongs}/is-right.ts`)).toMatch(/^\/\/ fails: water\n/);
  });
});

test.each([
  ['--watch without a name', '--watch', 'Which exercise do you work on?', '你在写哪个练习'],
  ['--watch of two', 'tea gather --watch', 'Which exercise do you work on?', '你在写哪个练习'],
  ['--watch with --json', 'tea --watch --json proof.json', '--watch goes without --json', '--watch 不能与 --json 一起使用'],
  ['--watch with --write-fails', 'tea --watch --write-fails', '--watch goes without --write-fails', '不能与'],
  ['--print without a name', '--print wrong/x', "Of which exercise is 'wrong/x'?", '属于哪个练习'],
  ['--print with --matrix', 'tea --print x --matrix', '--print goes without --matrix', '不能与'],
  ['--write-fails of all', '--write-fails', '--write-fails changes files: name the exercises', '会改动文件'],
  ['--json for a folder that is not there', 'tea --json no/such/proof.json', 'no/such', 'no/such'],
  ['an unknown exercise', 'te --watch', "There is no exercise 'te'", 'te'],
])('%s is refused, in both languages', async (_, args, en, zh) => {
  const said = await command(`check-course ${args}`);
  expect(unwrapped(said.stderr)).toContain(en);
  expect(said).toMatchObject({ code: 2, stdout: '' });
  expect(unwrapped((await command(`check-course ${args} --lang zh-CN`)).stderr)).toContain(zh);
});

test.runIf(isThorough)('While an author works, every save is proved: of an answer, of a suite that does not parse, of the solution; and a folder that goes is told of', async () => {
  await using me = await author();
  const child = me.starts('check-course tea --watch');
  let printed = '';
  let wake = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    wake();
  });
  const proof = async (): Promise<string> => {
    for (;;) {
      const end = printed.indexOf('Waiting for you to save');
      if (end >= 0) {
        const seen = printed.slice(0, end);
        printed = printed.slice(end + 1);
        return unwrapped(seen);
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  try {
    const first = await proof();
    expect(first).toContain('Every promise is kept.');
    expect(first).toContain('solution ✓ ✓ ✓');
    await me.write(`${wrongs}/cuts.edit`, returnsBoth.replace('water\n', 'together\n'));
    expect(await proof()).toContain('wrong/cuts.edit ! ! ✓');
    await me.write(`${wrongs}/cuts.edit`, returnsBoth);
    expect(await proof()).toContain('wrong/cuts.edit ✓ ✗ ✓');

    const path = join(me.path, 'packages/grader/suites/tea.suite.ts');
    const suite = await readFile(path, 'utf8');
    await me.write('packages/grader/suites/tea.suite.ts', suite.replace("check('together', async (lab) => {", "check('together', async (lab) => {{"));
    expect(await proof()).toContain('tea: the suite runs');
    // Another word of the suite, and of nothing else: it is the one that is read now.
    await me.write('packages/grader/suites/tea.suite.ts', suite.replace("value === 'hot water'", "value === 'cold water'"));
    const changed = await proof();
    expect(changed).toContain('solution ✓ ! ✓');
    expect(changed).toContain('wrong/cuts.edit ✓ ✗ ✓');
    expect(changed).toContain('Kept from before: 2 of 3 checks, which this save did not change.');
    await me.write('packages/grader/suites/tea.suite.ts', suite);
    expect(await proof()).toContain('Every promise is kept.');

    await rename(join(me.path, 'packages/exercises/tea'), join(me.path, 'away'));
    expect(await proof()).toContain('packages/exercises/tea/exercise.json: this file is missing');
    await rename(join(me.path, 'away'), join(me.path, 'packages/exercises/tea'));
    expect(await proof()).toContain('Every promise is kept.');
  } finally {
    child.kill('SIGKILL');
  }
});
