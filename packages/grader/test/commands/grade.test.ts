import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ExerciseResult, GradeResult, UnscoredCheck } from '../../src/verdict/result.ts';
import { blockingWithALoop, teaAnswers } from '../support/answers.ts';
import { courseCopy } from '../support/course-copy.ts';
import { command } from '../support/in-process.ts';
import { obeysResultSchema } from '../support/result-schema.ts';
import { student } from '../support/student.ts';
import { teatime } from '../support/teatime.ts';
import type { Outcome } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/thorough.ts';

test('The solutions earn every point and end with 0', async () => {
  const { code, stdout } = await teatime(['grade', '--from', 'packages/solutions']);
  expect(stdout).toContain('Everything passed.');
  expect(code).toBe(0);
});

test('An empty answer earns nothing, ends with 1, and is told what to do next', async () => {
  await using course = await courseCopy('tea');
  await course.write('packages/exercises/tea/tea.ts', teaAnswers.empty);
  const { code, stdout } = await teatime(['grade', 'tea'], { cwd: course.path });
  expect(stdout).toContain('0 of 8 points');
  expect(stdout).toContain('makeTea is empty');
  expect(stdout).toMatch(/tea\/tea\.ts:2:9\n/);
  expect(stdout).toMatch(/What to do next:\n.*Mend .*tea\/tea\.ts:2:9\n.*pnpm grade tea\n.*pnpm hint tea helps/);
  expect(code).toBe(1);
});

test('Whoever has done nothing yet is welcomed, and blamed for nothing', async () => {
  await using me = await student();
  const { code, stdout } = await me.runs('grade --json result.json');
  expect(stdout).toMatch(/^\nWelcome to Teatime: 3 small exercises, and the first is tea\./);
  expect(stdout).toMatch(/○ tea .*0\/8\n[^]*You have not begun this one yet[^]*1\. Read packages\/exercises\/tea\/task\.en\.md/);
  expect(stdout).not.toMatch(/✗|Error/);
  expect(code).toBe(1);
  const [tea] = parsed(await me.reads('result.json')).exercises;
  expect(tea).toMatchObject({ id: 'tea', begun: false, status: 'failed', points: 0 });
  expect((await me.types('list')).stdout).toMatch(/· tea .*not started/);
});

test('A name that nobody imported comes with the line that imports it', async () => {
  await using answers = await temporaryFolder({ 'tea/tea.ts': teaAnswers.right.replace('import {', '// import {') });
  const { stdout, code } = await teatime(['grade', 'tea', '--from', answers.path]);
  expect(stdout).toMatch(/Import it at the top of the file:\s+`import \{ createTask \} from '@teatime\/core';`/);
  expect(code).toBe(1);
});

test('A syntax error is shown in its line', async () => {
  await using answers = await temporaryFolder({ 'tea/tea.ts': 'export async function makeTea() {\n  return awiat 3;\n}\n' });
  const { stdout, code } = await command(`grade tea --from ${answers.path}`);
  expect(stdout).toMatch(/`awiat` is not\s+known\. Did you mean `await`\?[^]*tea\.ts:2:10\n +2 │ return awiat 3;\n +│ +\^\n/);
  expect(code).toBe(1);
});

describe('The report of an answer that somebody else handed in', () => {
  let report: Outcome;

  beforeAll(async () => {
    const source = `${teaAnswers.oneAfterAnother}\nconst cups: number = 'two';\n`;
    await using answers = await temporaryFolder({ 'tea/tea.ts': source });
    report = await teatime(['grade', 'tea', '--from', answers.path]);
  });

  test('shows a mistake in the types in its line', () => {
    expect(report.stdout).toMatch(/│ const cups: number = 'two';\n +│ +\^\n/);
    expect(report.code).toBe(1);
  });

  test('shows what the answer printed, which cannot colour the terminal', () => {
    expect(report.stdout).toMatch(/Your code printed in "Both run at the same time" and in 2 other checks:\n  │ the water is hot ␛\[31m\n/);
    expect(report.stdout).not.toContain('\u001B');
  });

  test('does not tell whoever reads it what to do', () => {
    expect(report.stdout).not.toContain('What to do next');
  });
});

test('A right answer is told which exercise is next', async () => {
  await using course = await courseCopy('tea', 'gather');
  await course.write('packages/exercises/tea/tea.ts', teaAnswers.right);
  const { code, stdout } = await teatime(['grade', 'tea'], { cwd: course.path });
  expect(stdout).toMatch(/8 of 8 points\n\nSee it run: .*\n\nNext: gather\. .*pnpm\s+grade\s+gather\.\n$/s);
  expect(code).toBe(0);
});

describe('What lies on the way to the answers', () => {
  const hidden = { 'theirs/README.md': '', 'course/solutions/tea/tea.ts': teaAnswers.right };

  test.each(['theirs', 'theirs/packages/exercises', 'theirs/packages/exercises/tea'])('%s is no link to a solution', async (place) => {
    await using inbox = await temporaryFolder(hidden);
    await rm(join(inbox.path, place), { recursive: true, force: true });
    await mkdir(dirname(join(inbox.path, place)), { recursive: true });
    const depth = ['theirs', 'packages', 'exercises', 'tea'].slice(place.split('/').length).join('/');
    await mkdir(join(inbox.path, 'decoy', depth, '..'), { recursive: true });
    await cp(join(inbox.path, 'course/solutions'), join(inbox.path, 'decoy', depth.replace(/\/?tea$/, '')), { recursive: true });
    await symlink(join(inbox.path, depth === '' ? 'course/solutions/tea' : 'decoy'), join(inbox.path, place));
    const file = join(inbox.path, 'result.json');
    const { code, stdout, stderr } = await command(`grade tea --from ${join(inbox.path, 'theirs/packages/exercises')} --json ${file}`);
    expect(stdout + stderr).toMatch(/is\sa\slink/);
    expect(code).not.toBe(0);
  });

  test('is found in a copy of the whole course', async () => {
    await using inbox = await temporaryFolder({ 'lin/packages/exercises/tea/tea.ts': teaAnswers.syntaxError });
    const { stdout } = await command(`grade tea --from ${join(inbox.path, 'lin')}`);
    expect(stdout).toMatch(/Expression expected[^]*lin\/packages\/exercises\/tea\/tea\.ts:2/);
  });
});

test('A result is not written through a link, which may be somebody else’s', async () => {
  await using folder = await temporaryFolder({ 'victim.txt': 'dear', 'tea/tea.ts': teaAnswers.right });
  await symlink(join(folder.path, 'victim.txt'), join(folder.path, 'result.json'));
  const { code, stderr } = await command(`grade tea --from ${folder.path} --json ${join(folder.path, 'result.json')}`);
  expect(stderr).toContain('this is a link');
  expect(code).toBe(2);
  expect(await readFile(join(folder.path, 'victim.txt'), 'utf8')).toBe('dear');
});

test('Where checks and suite do not fit there is no result, and nobody is blamed', async () => {
  await using course = await courseCopy('tea');
  const manifest = 'packages/exercises/tea/exercise.json';
  const json = await readFile(join(course.path, manifest), 'utf8');
  await course.write(manifest, json.replace('"together"', '"togther"'));
  const { code, stderr } = await teatime(['grade', 'tea', '--from', 'packages/solutions', '--json', 'r.json', '--report', 'html=r.html'], { cwd: course.path });
  expect(stderr).toContain('tea could not be graded, which is not the fault of any answer.');
  expect(code).toBe(3);
  expect((await readdir(course.path)).filter((name) => name.includes('r.'))).toEqual([]);
});

test.each<[what: string, files: Record<string, string>, message: RegExp]>([
  ['a missing folder', {}, /tea\/tea\.ts was looked for/],
  ['a missing file', { 'tea/notes.txt': '' }, /tea\/tea\.ts is missing/],
  ['a syntax error', { 'tea/tea.ts': teaAnswers.syntaxError }, /Expression expected/],
  ['an import that is not allowed', { 'tea/tea.ts': teaAnswers.forbiddenImport }, /may not import 'node:fs'/],
])('%s has its own message, before anything runs', async (_, files, message) => {
  await using answers = await temporaryFolder({ ...files, 'gather/gather.ts': teaAnswers.syntaxError });
  const { code, stdout } = await command(`grade tea gather --json - --from ${answers.path}`);
  const [tea] = parsed(stdout).exercises;
  expect(tea).toMatchObject({ status: 'error', points: 0, maxPoints: 8 });
  expect(checkIn(tea, 'gate')?.message).toMatch(message);
  expect(code).toBe(1);
});

describe('In a folder whose name is no part of a URL', () => {
  test.each(sampleOf(['C# 100%/课程', 'what?/my%20course', 'a+b & [c]/(茶) ~1'], 3))('%s, a right answer earns every point, and a wrong one is told its line', async (name) => {
    await using course = await courseCopy('tea');
    await using odd = await temporaryFolder();
    const cwd = join(odd.path, name);
    await mkdir(dirname(cwd), { recursive: true });
    await cp(course.path, cwd, { recursive: true, verbatimSymlinks: true });
    const file = join(cwd, 'packages/exercises/tea/tea.ts');
    await writeFile(file, teaAnswers.right);
    expect(await teatime(['grade', 'tea'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    await writeFile(file, teaAnswers.empty);
    expect((await teatime(['grade', 'tea.ts'], { cwd: dirname(file) })).stdout).toContain('./tea.ts:2:9\n');
  });
});

test('With --all, every problem of every exercise that was begun is told; without, those of one', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.empty);
  await me.answers('blocking', blockingWithALoop);
  const { stdout: one } = await me.runs('grade');
  expect(one).toContain('✗ tea · Tea');
  expect(one).not.toContain('✗ blocking · Blocking');
  expect(one).toContain('Not passed either: blocking.');
  const { stdout: all, code } = await me.runs('grade --all');
  expect(all).toContain('✗ tea · Tea');
  expect(all).toContain('✗ blocking · Blocking');
  expect(all).not.toMatch(/Not passed either|gather · Gather/);
  expect(code).toBe(1);
});

test('That there is no sandbox is told once, in the first grade', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right);
  const without = { PATH: '/nowhere' };
  expect((await me.runs('grade tea', without)).stdout).toMatch(/without a sandbox of the operating\s+system/);
  expect((await me.runs('grade tea', without)).stdout).not.toContain('sandbox');
});

describe('With --json -', () => {
  let outcome: Outcome;
  let result: GradeResult;

  beforeAll(async () => {
    await using answers = await temporaryFolder({
      '01-tea/tea.ts': teaAnswers.quits,
      'gather/gather.ts': 'export async function Gather() {}\n',
      'blocking/blocking.ts': blockingWithALoop,
    });
    outcome = await teatime(['grade', '--json', '-', '--from', answers.path, '--lang', 'zh-CN']);
    result = parsed(outcome.stdout);
  });

  const answerTo = (exercise: string): ExerciseResult | undefined => result.exercises.find(({ id }) => id === exercise);

  test('nothing but one document goes to standard output, in the language that was asked for', () => {
    expect(result).toMatchObject({ course: 'small', passed: false });
    expect(answerTo('tea')).toMatchObject({ title: '泡茶', status: 'error', points: 0 });
    expect(checkIn(answerTo('tea'), 'together')).toMatchObject({ points: 0, message: expect.stringMatching(/\p{Script=Han}/u) });
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(1);
  });

  test('a missing export has its own message', () => {
    expect(answerTo('gather')).toMatchObject({ status: 'error', points: 0 });
    expect(checkIn(answerTo('gather'), 'input-order')?.message).toMatch(/gather\.ts 导出的是 `Gather`/);
  });

  test('an endless loop costs the checks that meet it, an exit its exercise, and the others keep theirs', () => {
    expect(answerTo('tea')?.checks.filter(({ kind, status }) => kind === 'suite' && status === 'passed')).toEqual([]);
    const blocking = answerTo('blocking')?.checks.filter(({ kind }) => kind === 'suite') ?? [];
    const isStuck = ({ location }: UnscoredCheck): boolean => location?.line === 8;
    expect(blocking.filter(isStuck).map(({ id }) => id)).toEqual(['read-beats', 'reads']);
    expect(new Set(blocking.filter((check) => !isStuck(check)).map(({ status }) => status))).toEqual(new Set(['passed']));
  });
});

test('With --json FILE there is the whole document in the file, the report beside it, and nothing else left', async () => {
  await using answers = await temporaryFolder({ 'tea/tea.ts': teaAnswers.syntaxError, 'out/result.json': 'of an earlier run' });
  const file = join(answers.path, 'out/result.json');
  const { code, stdout } = await command(`grade tea --json ${file} --from ${answers.path}`);
  expect(stdout).toContain('Expression expected');
  expect(parsed(await readFile(file, 'utf8'))).toMatchObject({ passed: false });
  expect(await readdir(join(answers.path, 'out'))).toEqual(['result.json']);
  expect(code).toBe(1);
});

test.each([
  ['--require-sandbox', 'grade tea --require-sandbox', {}],
  ['CI', 'grade tea', { CI: 'true' }],
])('Where %s asks for a sandbox and there is none, nothing is graded and the end is 3', async (_, line, env) => {
  vi.stubEnv('PATH', '/nowhere');
  const { code, stdout, stderr } = await command(line, { env });
  vi.unstubAllEnvs();
  expect(stderr).toMatch(/bubblewrap/);
  expect(stdout).toBe('');
  expect(code).toBe(3);
});

function parsed(document: string): GradeResult {
  const result: GradeResult = JSON.parse(document);
  expect(obeysResultSchema(result), JSON.stringify(obeysResultSchema.errors)).toBe(true);
  return result;
}

function checkIn(exercise: ExerciseResult | undefined, id: string): UnscoredCheck | undefined {
  return exercise?.checks.find((check) => check.id === id);
}
