import { cp, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { CheckResult, ExerciseResult, GradeResult } from '../../src/verdict/result.ts';
import { blockingWithALoop, teaAnswers } from '../support/answers.ts';
import { courseCopy } from '../support/course-copy.ts';
import { command } from '../support/in-process.ts';
import { obeysResultSchema } from '../support/result-schema.ts';
import { student } from '../support/student.ts';
import { teatime } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

test('The solutions earn every point and end with 0', async () => {
  const { code, stdout } = await teatime(['grade', '--from', 'packages/solutions']);
  expect(stdout).toContain('Everything passed.');
  expect(code).toBe(0);
});

test('An empty answer earns nothing, ends with 1, and is told what to do next', async () => {
  await using course = await courseCopy();
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
  const all = await me.runs('grade');
  expect(all.stdout).toMatch(/^\nWelcome to Teatime: 3 small exercises, and the first is tea\./);
  expect(all.stdout).toMatch(/○ tea .*0\/8\n[^]*You have not begun this one yet[^]*1\. Read packages\/exercises\/tea\/task\.en\.md/);
  expect(all.stdout).not.toMatch(/✗|Error/);
  expect(all.code).toBe(1);
  const { stdout } = await me.runs('grade tea --json -');
  expect(obeysResultSchema(parsed(stdout))).toBe(true);
  expect(parsed(stdout).exercises).toMatchObject([{ id: 'tea', begun: false, status: 'failed', points: 0 }]);
  expect((await me.types('list')).stdout).toMatch(/· tea .*not started/);
});

test.each([
  ['a name that nobody imported', teaAnswers.right.replace('import {', '// import {'), /Import it at the top of the file:\s+`import \{ createTask \} from '@teatime\/core';`/],
  ['a syntax error', 'export async function makeTea() {\n  return awiat 3;\n}\n', /tea\.ts:2:16\n +2 │ return awiat 3;\n +│ +\^\n/],
  ['a mistake in the types', `${teaAnswers.right}\nconst cups: number = 'two';\n`, /│ const cups: number = 'two';\n +│ +\^\n/],
])('The report of %s shows what to mend', async (_, source, expected) => {
  await using answers = await temporaryFolder({ 'tea/tea.ts': source });
  const { stdout, code } = await teatime(['grade', 'tea', '--from', answers.path]);
  expect(stdout).toMatch(expected);
  expect(code).toBe(1);
});

test('A right answer is told which exercise is next', async () => {
  await using course = await courseCopy();
  await course.write('packages/exercises/tea/tea.ts', teaAnswers.right);
  const { code, stdout } = await teatime(['grade', 'tea'], { cwd: course.path });
  expect(stdout).toMatch(/8 of 8 points\n\nNext: coroutine\. .*pnpm\s+grade\s+coroutine\.\n$/s);
  expect(code).toBe(0);
});

test('Whoever grades what others handed in is not told what to do', async () => {
  await using answers = await temporaryFolder({ 'tea/tea.ts': teaAnswers.empty });
  const { stdout } = await teatime(['grade', 'tea', '--from', answers.path]);
  expect(stdout).toContain('makeTea is empty');
  expect(stdout).not.toContain('What to do next');
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
    const { code, stdout, stderr } = await teatime(['grade', 'tea', '--from', join(inbox.path, 'theirs/packages/exercises'), '--json', file]);
    expect(stdout + stderr).toMatch(/is\sa\slink/);
    expect(code).not.toBe(0);
  });

  test('is found in a copy of the whole course', async () => {
    await using inbox = await temporaryFolder({ 'lin/packages/exercises/tea/tea.ts': teaAnswers.right });
    expect(await teatime(['grade', 'tea', '--from', join(inbox.path, 'lin')])).toMatchObject({ code: 0 });
  });
});

test('A result is not written through a link, which may be somebody else’s', async () => {
  await using folder = await temporaryFolder({ 'victim.txt': 'dear', 'tea/tea.ts': teaAnswers.right });
  await symlink(join(folder.path, 'victim.txt'), join(folder.path, 'result.json'));
  const { code, stderr } = await teatime(['grade', 'tea', '--from', folder.path, '--json', join(folder.path, 'result.json')]);
  expect(stderr).toContain('this is a link');
  expect(code).toBe(2);
  expect(await readFile(join(folder.path, 'victim.txt'), 'utf8')).toBe('dear');
});

test('Where checks and suite do not fit there is no result, and nobody is blamed', async () => {
  await using course = await courseCopy();
  const manifest = 'packages/exercises/tea/exercise.json';
  const json = await readFile(join(course.path, manifest), 'utf8');
  await course.write(manifest, json.replace('"together"', '"togther"'));
  const { code, stderr } = await teatime(['grade', 'tea', '--from', 'packages/solutions', '--json', 'r.json', '--report', 'html=r.html'], { cwd: course.path });
  expect(stderr).toContain('tea could not be graded, which is not the fault of any answer.');
  expect(code).toBe(3);
  expect((await readdir(course.path)).filter((name) => name.includes('r.'))).toEqual([]);
});

test('With --json - nothing but one document goes to standard output', async () => {
  await using answers = await temporaryFolder({ '01-tea/tea.ts': teaAnswers.oneAfterAnother });
  const args = ['grade', 'tea', '--json', '-', '--from', answers.path, '--lang', 'zh-CN'];
  const { code, stdout, stderr } = await teatime(args);
  const result = parsed(stdout);
  const [tea] = result.exercises;
  expect(result).toMatchObject({ course: 'teatime', passed: false, maxPoints: 8 });
  expect(tea).toMatchObject({ id: 'tea', title: '泡茶', status: 'failed' });
  expect(checkIn(tea, 'together')).toMatchObject({ status: 'failed', points: 0, hint: expect.any(String) });
  expect(checkIn(tea, 'water')).toMatchObject({ status: 'passed', points: 2 });
  expect(stderr).toBe('');
  expect(code).toBe(1);
});

test('What an answer prints is shown with its exercise, and cannot colour the terminal', async () => {
  await using answers = await temporaryFolder({ 'tea.ts': teaAnswers.oneAfterAnother });
  const { stdout } = await teatime(['grade', 'tea', '--from', answers.path]);
  expect(stdout).toMatch(/Your code printed:\n  │ the water is hot ␛\[31m \(6 times\)\n/);
  expect(stdout).not.toContain('\u001B');
});

test.each<[what: string, files: Record<string, string>, message: RegExp]>([
  ['a missing folder', {}, /tea\/tea\.ts was looked for/],
  ['a missing file', { 'tea/notes.txt': '' }, /tea\/tea\.ts is missing/],
  ['a syntax error', { 'tea/tea.ts': teaAnswers.syntaxError }, /Expression expected/],
  ['an import that is not allowed', { 'tea/tea.ts': teaAnswers.forbiddenImport }, /may not import 'node:fs'/],
])('%s has its own message, before anything runs', async (_, files, message) => {
  await using answers = await temporaryFolder(files);
  const { code, stdout } = await command(`grade tea --json - --from ${answers.path}`);
  const [tea] = parsed(stdout).exercises;
  expect(tea).toMatchObject({ status: 'error', points: 0, maxPoints: 8 });
  expect(checkIn(tea, 'gate')?.message).toMatch(message);
  expect(code).toBe(1);
});

test('A missing export has its own message', async () => {
  await using answers = await temporaryFolder({ 'tea/tea.ts': teaAnswers.missingExport });
  const { code, stdout } = await teatime(['grade', 'tea', '--json', '-', '--from', answers.path]);
  const [tea] = parsed(stdout).exercises;
  expect(tea).toMatchObject({ points: 0 });
  expect(checkIn(tea, 'water')?.message).toMatch(/tea\.ts exports `maketea`; this exercise asks for `makeTea`\./);
  expect(code).toBe(1);
});

test('An endless loop costs the checks that meet it, an exit costs its exercise, and the others keep theirs', async () => {
  await using answers = await temporaryFolder({
    'tea/tea.ts': teaAnswers.quits,
    'blocking/blocking.ts': blockingWithALoop,
  });
  const { code, stdout } = await teatime(['grade', '--json', '-', '--from', answers.path]);
  const { exercises } = parsed(stdout);
  const [tea, gather, blocking] = ['tea', 'gather', 'blocking'].map((name) => exercises.find(({ id }) => id === name));
  expect(tea).toMatchObject({ points: 0 });
  expect(tea?.status).not.toBe('passed');
  expect(gather).toMatchObject({ status: 'error', points: 0 });
  const stuck = blocking?.checks.filter(({ message }) => message?.includes('stuck at blocking.ts:12'));
  expect(stuck?.length).toBeGreaterThan(0);
  const others = blocking?.checks.filter(({ kind, title }) => kind === 'suite' && !/text|file/i.test(title));
  expect(others?.filter(({ status }) => status === 'passed').length).toBeGreaterThan(0);
  expect(code).toBe(1);
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

function checkIn(exercise: ExerciseResult | undefined, id: string): CheckResult | undefined {
  return exercise?.checks.find((check) => check.id === id);
}
