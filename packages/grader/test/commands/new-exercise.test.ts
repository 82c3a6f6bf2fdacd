import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandNames } from '../../src/commands/new-exercise/exercise-id.ts';
import { writeAll } from '../../src/commands/new-exercise/write-all.ts';
import { courseLayout } from '../../src/course/layout.ts';
import { FileProblem } from '../../src/files/file-problem.ts';
import { instructorCommands } from '../../src/instructor-commands.ts';
import { withExercise } from '../../src/scaffold/course-entry.ts';
import { functionName } from '../../src/scaffold/function-name.ts';
import { notReady } from '../../src/scaffold/leftovers.ts';
import { studentCommands } from '../../src/student-commands.ts';
import { student } from '../support/student.ts';
import type { Student } from '../support/student.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { isThorough } from '../support/thorough.ts';

const unwrapped = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('A new exercise', () => {
  let author: Student;
  let said: string;

  beforeAll(async () => {
    author = await student();
    const { code, stdout } = await author.types('new-exercise second-try --after tea');
    expect(code).toBe(0);
    said = unwrapped(stdout);
  });

  afterAll(() => author[Symbol.asyncDispose]());

  test('keeps all of its promises at once, and check-course names what is still the scaffold’s', async () => {
    const { code, stdout } = await author.runs('check-course second-try');
    const found = unwrapped(stdout);
    expect(found).toContain('✓ second-try 2 right answers, 3 wrong ones');
    expect(found).toContain('Every promise is kept.');
    for (const name of ['exercises/second-try/task.en.md', 'exercises/second-try/task.zh-CN.md', 'exercises/second-try/story.ts', 'exercises/second-try/second-try.ts',
      'solutions/second-try/second-try.ts', 'solutions/second-try/also/with-then.ts', 'solutions/second-try/wrong/both-at-once.edit', 'grader/suites/second-try.suite.ts',
      'grader/suites/second-try/says.ts', 'exercises/second-try/exercise.json: hints']) {
      expect(found).toContain(`packages/${name} is still the one that was generated`);
    }
    expect(code).toBe(0);
  });

  test('is worth all of its points to the solution, and can be played', async () => {
    expect((await author.runs('grade second-try --from packages/solutions')).stdout).toContain('Everything passed. 4 of 4 points');
    expect((await author.runs('play second-try --fast --solution')).stdout).toContain('First hot water, then a cup of tea: 4.00 seconds');
    expect((await author.runs('play second-try --fast --solution --lang zh-CN')).stdout).toContain('先有开水，再有一杯茶：4.00 秒');
  });

  test('is a draft, which nobody meets who does not name it', async () => {
    const { stdout } = await author.types('list --json');
    expect(stdout).not.toContain('second-try');
    expect(stdout).toContain('tea');
  });

  test('is told of with what to do next, by paths that are there', () => {
    for (const path of ['packages/solutions/second-try/wrong', 'packages/exercises/second-try/exercise.json', 'packages/grader/suites/second-try.suite.ts', 'packages/exercises/second-try/task.en.md',
      'packages/exercises/second-try/second-try.ts', 'packages/exercises/second-try/story.ts', 'packages/solutions/second-try/second-try.ts']) {
      expect(said).toContain(path);
      expect(readdirSync(join(author.path, path, '..'))).toContain(path.split('/').at(-1));
    }
    expect(said).toContain('pnpm check-course second-try --watch');
  });

  test('names its function after itself, and stands in course.json where it was asked for', async () => {
    expect(await author.reads('packages/exercises/second-try/second-try.ts')).toContain('export async function secondTry(');
    expect(await author.reads('course.json')).toContain('"exercises":["tea","second-try","gather","blocking"]');
    expect(await author.reads('packages/exercises/second-try/.stub/second-try.ts')).toBe(await author.reads('packages/exercises/second-try/second-try.ts'));
  });

  test('may not be handed out while it is a draft, or the scaffold’s', async () => {
    const reasons = await notReady('second-try', courseLayout(author.path));
    expect(reasons[0]?.en).toContain('exercise.json says "draft": true');
    expect(reasons.map((text) => text['zh-CN'])).toContain('packages/exercises/second-try/task.zh-CN.md 还是自动生成的那一份');
    expect(await notReady('tea', courseLayout(author.path))).toEqual([]);
  });

  test('is refused by release, with what is still the scaffold’s, though it is no draft any more', async () => {
    const manifest = 'packages/exercises/second-try/exercise.json';
    const draft = await author.reads(manifest);
    await author.write(manifest, draft.replace(/\s*"draft": true,/, ''));
    await using students = await temporaryFolder();
    const { code, stdout } = await author.types(`release ${students.path} --exercises second-try`);
    await author.write(manifest, draft);
    expect(unwrapped(stdout)).toMatch(/task\.en\.md is still the one that was generated.*Nothing was released/);
    expect(code).toBe(1);
    expect(readdirSync(students.path)).toEqual([]);
  });

  test('is no longer the scaffold’s where the author has written something else, whatever became of its title and its spaces', async () => {
    const task = 'packages/exercises/second-try/task.en.md';
    await author.write(task, (await author.reads(task)).replace(/^# .*/, '# Once more').replaceAll('\n', '\r\n'));
    const places = async (): Promise<string> => (await notReady('second-try', courseLayout(author.path))).map(({ en }) => en).join('\n');
    expect(await places()).toContain(task);
    await author.write(task, '# Once more\n\nWrite `secondTry`.\n');
    expect(await places()).not.toContain(task);
  });

  test('is never written over', async () => {
    const { code, stderr } = await author.types('new-exercise second-try');
    expect(unwrapped(stderr)).toContain("There is an exercise 'second-try' already: course.json names it. Nothing was written.");
    expect(code).toBe(2);
  });
});

describe('The title', () => {
  test('is that of the options, also where it holds what JSON and Markdown have a use for', async () => {
    await using author = await student();
    const context = { cwd: author.path };
    expect((await author.types('new-exercise once --title-zh 再试“一次”', context)).code).toBe(0);
    const manifest: { title: unknown } = JSON.parse(await author.reads('packages/exercises/once/exercise.json'));
    expect(manifest.title).toEqual({ en: 'Once', 'zh-CN': '再试“一次”' });
    expect(await author.reads('packages/exercises/once/task.zh-CN.md')).toMatch(/^# 再试“一次”\n/);
  });
});

describe('A course in English only', () => {
  let author: Student;

  beforeAll(async () => {
    author = await student();
    const course: Record<string, unknown> = JSON.parse(await author.reads('course.json'));
    await author.write('course.json', JSON.stringify({ ...course, languages: ['en'] }));
  });

  afterAll(() => author[Symbol.asyncDispose]());

  test.runIf(isThorough)('gets exercises without Chinese, which keep their promises', async () => {
    expect(unwrapped((await author.types('new-exercise once --title-zh 一次')).stderr)).toContain('This course has no Chinese');
    expect((await author.types('new-exercise once')).code).toBe(0);
    for (const name of ['exercises/once/exercise.json', 'exercises/once/once.ts', 'exercises/once/.stub/once.ts', 'exercises/once/task.en.md', 'grader/suites/once/says.ts']) {
      expect(await author.reads(`packages/${name}`), name).not.toMatch(/\p{Script=Han}|zh-CN/u);
    }
    expect(readdirSync(join(author.path, 'packages/exercises/once'))).not.toContain('task.zh-CN.md');
    const { code, stdout } = await author.runs('check-course once');
    expect(stdout).toContain('Every promise is kept.');
    expect(unwrapped(stdout)).toContain('packages/grader/suites/once/says.ts is still the one that was generated');
    expect(code).toBe(0);
  });
});

describe('A name that does not do is refused, with a reason in both languages:', () => {
  let author: Student;

  beforeAll(async () => {
    author = await student();
    await author.write('packages/grader/suites/Parked/says.ts', '');
    await author.write('packages/solutions/lonely/lonely.ts', '');
    await author.write('packages/grader/suites/secret.hidden.suite.ts', '');
    await author.write('packages/exercises/cut-short/cut-short.ts', '');
    await author.write('packages/solutions/cut-short/cut-short.ts', '');
    const course: Record<string, unknown> = JSON.parse(await author.reads('course.json'));
    await author.write('course.json', JSON.stringify({ ...course, leftOut: ['resting'] }));
    await author.write('packages/exercises/resting/exercise.json', '{}');
  });

  afterAll(() => author[Symbol.asyncDispose]());

  test.each([
    ['none', '', 'Which exercise?', '要新建哪个练习'],
    ['two', 'task group', 'One exercise at a time: these are 2 names', '一次新建一个练习'],
    ['capitals', 'TaskGroup', "How about 'task-group'?", "'task-group' 怎么样"],
    ['an underscore', 'task_group', "How about 'task-group'?", '以字母开头'],
    ['a file', 'retry.ts', "How about 'retry'?", '怎么样'],
    ['a path', 'packages/exercises/retry/', "How about 'retry'?", '怎么样'],
    ['a path that leads away', '../../evil', "How about 'evil'?", '怎么样'],
    ['a digit first', '2-tries', "How about 'tries'?", '怎么样'],
    ['Chinese', '重试', 'is no name for an exercise', '不能作为练习的名字'],
    ['hyphens', '--after tea -', 'is no name for an exercise', '不能作为练习的名字'],
    ['an endless one', 'a'.repeat(33), 'is too long: at most 32 characters', '太长了'],
    ['a device of Windows', 'nul', "On Windows no file or folder can be called 'nul'", '在 Windows 上'],
    ['another', 'com1', 'On Windows', '在 Windows 上'],
    ['a command', 'grade', "'grade' is the name of a command", '是命令的名字'],
    ['a check of every exercise', 'types', 'means something of its own', '另有含义'],
    ['the gate', 'gate', 'means something of its own', '另有含义'],
    ['the rule', 'no-blocking-call', 'means something of its own', '另有含义'],
    ['a folder of tests', 'test', 'means something of its own', '另有含义'],
    ['one that is there', 'tea', "There is an exercise 'tea' already", '已经有练习'],
    ['one that lies there in another case', 'parked', 'packages/grader/suites/Parked is there already', '已经存在'],
    ['one that has solutions', 'lonely', 'packages/solutions/lonely is there already', '已经存在'],
    ['one that has a hidden suite', 'secret', 'packages/grader/suites/secret.hidden.suite.ts is there already', '已经存在'],
    ['one that was cut short', 'cut-short', 'packages/exercises/cut-short and packages/solutions/cut-short are there already', '是不是上一次 new-exercise 中途断了'],
    ['one that is left out', 'resting', 'course.json leaves it out', '暂不使用'],
    ['an unknown neighbour', 'retry --after te', "There is no exercise 'te'", 'te'],
    ['a part that is none', 'retry --part two', "--part 'two' is no part of the course", '从 1 开始'],
    ['a part of a course without', 'retry --part 1', 'This course has no parts', '没有分部分'],
    ['a title without an end', 'retry --title', '--title', '--title'],
    ['an unknown option', 'retry --titel T', 'Did you mean --title', '--title'],
  ])('%s', async (_, args, en, zh) => {
    const before = await author.reads('course.json');
    const said = await author.types(`new-exercise ${args}`);
    expect(unwrapped(said.stderr)).toContain(en);
    expect(said).toMatchObject({ code: 2, stdout: '' });
    expect(unwrapped((await author.types(`new-exercise ${args} --lang zh-CN`)).stderr)).toContain(zh);
    expect(await author.reads('course.json')).toBe(before);
    expect(readdirSync(join(author.path, 'packages/exercises')).filter((name) => /retry|task|evil/.test(name))).toEqual([]);
  });

  test('the name of any command', () => {
    for (const name of Object.keys({ ...studentCommands, ...instructorCommands })) expect(commandNames).toContain(name);
  });
});

describe('course.json is otherwise to the letter as it was', () => {
  const nowhere = { part: undefined, after: undefined };

  test.each([
    ['in one line', '{ "exercises": ["tea", "gather"], "x": 1 }', nowhere, '{ "exercises": ["tea", "gather", "new"], "x": 1 }'],
    ['without spaces', '{"exercises":["tea","gather"]}', nowhere, '{"exercises":["tea","gather","new"]}'],
    ['a line each', '{\n\t"exercises": [\n\t\t"tea",\n\t\t"gather"\n\t]\n}\n', nowhere, '{\n\t"exercises": [\n\t\t"tea",\n\t\t"gather",\n\t\t"new"\n\t]\n}\n'],
    ['with CRLF', '{\r\n  "exercises": [\r\n    "tea"\r\n  ]\r\n}\r\n', nowhere, '{\r\n  "exercises": [\r\n    "tea",\r\n    "new"\r\n  ]\r\n}\r\n'],
    ['with one alone', '{ "exercises": ["tea"] }', nowhere, '{ "exercises": ["tea", "new"] }'],
    ['behind another', '{ "exercises": ["tea", "gather"] }', { part: undefined, after: 'tea' }, '{ "exercises": ["tea", "new", "gather"] }'],
    ['in the last part', '{ "parts": [{ "exercises": ["tea"] }, { "exercises": ["queue"] }] }', nowhere, '{ "parts": [{ "exercises": ["tea"] }, { "exercises": ["queue", "new"] }] }'],
    ['in a part', '{ "parts": [{ "exercises": ["tea"] }, { "exercises": ["queue"] }] }', { part: 1, after: undefined }, '{ "parts": [{ "exercises": ["tea", "new"] }, { "exercises": ["queue"] }] }'],
    ['in an empty part', '{ "parts": [{ "exercises": [] }] }', { part: 1, after: undefined }, '{ "parts": [{ "exercises": ["new"] }] }'],
  ])('%s', (_, before, place, after) => {
    expect(withExercise(before, 'new', place)).toBe(after);
  });

  test('and a place that is none is named', () => {
    const parts = '{ "parts": [{ "exercises": ["tea"] }, { "exercises": ["queue"] }] }';
    expect(withExercise(parts, 'new', { part: 3, after: undefined })).toEqual({ problem: 'no-such-part', parts: 2 });
    expect(withExercise(parts, 'new', { part: 1, after: 'queue' })).toEqual({ problem: 'in-another-part', part: 2 });
  });
});

test('A function gets a name that is free: words of the language and of the template have another before them', () => {
  expect(functionName('task-group', [])).toBe('taskGroup');
  expect(functionName('lock', ['const lock = 1;'])).toBe('runLock');
  expect(['delete', 'await', 'class'].map((id) => functionName(id, []))).toEqual(['runDelete', 'runAwait', 'runClass']);
});

test('All is written or nothing: what was written before a file that cannot be is taken away again', async () => {
  await using folder = await temporaryFolder({ 'course.json': 'old', 'a/there.ts': 'theirs' });
  const at = (name: string): string => join(folder.path, name);
  const last = { path: at('course.json'), text: 'new' };
  expect(() => writeAll([{ path: at('b/c/new.ts'), text: '' }, { path: at('a/there.ts'), text: 'mine' }], last)).toThrow(FileProblem);
  expect(readdirSync(folder.path).toSorted()).toEqual(['a', 'course.json']);
  expect(readFileSync(at('a/there.ts'), 'utf8')).toBe('theirs');
  expect(readFileSync(at('course.json'), 'utf8')).toBe('old');
});

test.skipIf(process.getuid?.() === 0)('A folder that may not be written to is named, and nothing is left behind', async () => {
  await using author = await student();
  chmodSync(join(author.path, 'packages/grader/suites'), 0o555);
  const { code, stderr } = await author.types('new-exercise retry');
  chmodSync(join(author.path, 'packages/grader/suites'), 0o755);
  expect(unwrapped(stderr)).toContain('packages/grader/suites/retry.suite.ts could not be written');
  expect(code).toBe(3);
  expect(readdirSync(join(author.path, 'packages/exercises'))).not.toContain('retry');
});
