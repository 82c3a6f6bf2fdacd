import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/edition/journal.ts';
import { leaksIn, tellingLines } from '../../src/edition/leaks.ts';
import { prunedLockfile } from '../../src/edition/lockfile.ts';
import { makeEdition } from '../../src/edition/make-edition.ts';
import { openCourse } from '../../src/cli/open-course.ts';
import { seal, unseal } from '../../src/seal/seal.ts';
import { courseCopy } from '../support/course-copy.ts';
import { contentOf, instructor } from '../support/editions.ts';
import { command } from '../support/in-process.ts';
import { repository } from '../support/repository.ts';
import { teatime } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { isThorough } from '../support/thorough.ts';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

test.runIf(isThorough)('A release proves the course and the edition, gives nothing away, and released again changes nothing', async () => {
  await using course = await courseCopy();
  await using place = await temporaryFolder();
  const students = join(place.path, 'for students');
  const first = await teatime(['release', students, '--exercises', 'blocking'], { cwd: course.path });
  expect([first.code, flat(first.stdout)]).toEqual([0, expect.stringContaining('Every promise is kept. Released 1 exercise')]);
  const edition = contentOf(students);

  const secret = filesBelow(join(course.path, 'packages/solutions')).filter((name) => name.startsWith('blocking/') && name.endsWith('.ts'));
  const lines = tellingLines([...secret.map((name) => readFileSync(join(course.path, 'packages/solutions', name), 'utf8')), readFileSync(join(course.path, 'packages/grader/suites/blocking.suite.ts'), 'utf8')],
    [readFileSync(join(course.path, 'packages/exercises/blocking/blocking.ts'), 'utf8')]);
  const telling = [...lines].filter((line) => !line.startsWith('import '));
  expect(telling.length).toBeGreaterThan(5);
  // The program itself reads files and awaits things, too.
  const ofCourse = Array.from(edition).filter(([name]) => !/^packages\/(?:core|grader)\/src\//.test(name));
  const found = ofCourse.flatMap(([name, content]) => telling.filter((line) => content.includes(line)).map((line) => `${name}: ${line}`));
  expect(found).toEqual([]);

  for (const gone of ['packages/solutions/package.json', 'packages/grader/test', 'packages/grader/bench', 'packages/grader/src/commands/check-course', 'packages/grader/src/commands/release.ts', 'docs/architecture.md', 'packages/exercises/blocking/blocking.ts']) {
    expect(existsSync(join(students, gone)), gone).toBe(false);
  }
  const open = await openCourse({ course: course.path, cwd: course.path });
  const chosen = { ...open, course: { ...open.course, exercises: open.course.exercises.filter(({ id }) => id === 'blocking') } };
  const again = await makeEdition({ course: chosen, name: undefined, commands: ['grade', 'list', 'hint', 'play', 'reset', 'solution', 'update'], before: undefined });
  expect(new Map(Array.from(again, ([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]))).toEqual(edition);
});

test('Into a checkout a release writes what changed, removes what is no more, and leaves what is not its own', async () => {
  const course = await instructor('tea', 'gather');
  await using students = await temporaryFolder();
  const git = (...args: readonly string[]): string => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.invalid', ...args], { cwd: students.path, encoding: 'utf8' });
  await course.handsOut(students.path);
  git('init', '-q');
  await students.write('CODEOWNERS', '* me');
  git('add', '-A');
  git('commit', '-qm', 'one');
  await course.handsOut(students.path);
  expect(git('status', '--short')).toBe('');
  await course.write('packages/exercises/tea/task.en.md', '# Tea\n\nExports `makeTea`.\n');
  await course.changes('course.json', (json) => ({ ...json, exercises: ['tea'] }));
  await course.handsOut(students.path);
  const changed = git('status', '--short').trimEnd().split('\n');
  expect(changed.filter((line) => !line.includes('packages/exercises/gather/'))).toEqual([
    ' M README.md', ' M README.zh-CN.md', ' M course.json', ' M packages/exercises/tea/task.en.md', ' M packages/grader/edition.json',
    ' D packages/grader/suites/gather.suite.sealed', ' D packages/solutions/gather/gather.ts.sealed',
  ]);
  expect(existsSync(join(students.path, 'packages/exercises/gather'))).toBe(false);
  expect(existsSync(join(students.path, 'CODEOWNERS'))).toBe(true);
});

test('What is hidden leaves how many checks it is and what they are worth, and no word', async () => {
  await using course = await courseCopy('tea');
  const manifest: { checks: { id: string }[]; hints: object[] } = JSON.parse(readFileSync(join(course.path, 'packages/exercises/tea/exercise.json'), 'utf8'));
  const [first, ...rest] = manifest.checks;
  await course.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...manifest, checks: [{ ...first, hidden: true, title: { en: 'The kettle is asked only once', 'zh-CN': '水壶只被问到一次' } }, ...rest] }));
  const files = await makeEdition({ course: await openCourse({ course: course.path, cwd: course.path }), name: 'autumn', commands: ['grade'], before: undefined });
  const json = Buffer.from(files.get('packages/exercises/tea/exercise.json') ?? '').toString();
  expect(JSON.parse(json)).toMatchObject({ checks: rest, atHandIn: { checks: 1 } });
  for (const [path, bytes] of files) expect(`${path} ${Buffer.from(bytes).toString()}`).not.toContain('asked only once');
});

test('An edition has what the page of a run is built of, though no module imports it', async () => {
  await using course = await courseCopy('tea');
  const files = await makeEdition({ course: await openCourse({ course: course.path, cwd: course.path }), name: undefined, commands: ['play'], before: undefined });
  expect([...files.keys()]).toEqual(expect.arrayContaining(['page-script.ts', 'player.css', 'mount-player.ts'].map((name) => `packages/grader/src/player/view/${name}`)));
});

test('In the edition of an exam there are neither solutions nor hints, and its page speaks of none', async () => {
  const course = await instructor('tea');
  await course.changes('course.json', (json) => ({ ...json, exam: true }));
  await using students = await temporaryFolder();
  const files = await course.handsOut(students.path);
  expect([...files.keys()].filter((path) => path.startsWith('packages/solutions/'))).toEqual([]);
  expect(JSON.parse(readFileSync(join(students.path, 'packages/exercises/tea/exercise.json'), 'utf8'))).toMatchObject({ hints: [] });
  for (const page of ['README.md', 'README.zh-CN.md']) expect(readFileSync(join(students.path, page), 'utf8')).not.toMatch(/npm run (?:hint|solution)|solutions are|参考答案都/);
});

test('An open suite is sealed with no word of a hidden check', async () => {
  const files = await makeEdition({ course: await openCourse({ course: repository, cwd: repository }), name: undefined, commands: ['grade'], before: undefined });
  const hasHidden = (path: string): boolean => existsSync(join(repository, path.replace('.suite.sealed', '.hidden.suite.ts')));
  const sealed = Array.from(files).filter(([path]) => path.endsWith('.suite.sealed') && hasHidden(path));
  expect(sealed.length).toBeGreaterThan(0);
  for (const [path, bytes] of sealed) {
    const modules = unseal(Buffer.from(bytes).toString('utf8'));
    const says = Object.entries(modules).filter(([name]) => name.endsWith('/says.ts'));
    const users = Object.entries(modules).filter(([name]) => !name.endsWith('/says.ts')).map(([, source]) => source).join('\n');
    expect(Object.keys(modules).filter((name) => name.includes('hidden')), path).toEqual([]);
    // Other tables are read by a key that is computed.
    const tables = says.flatMap(([, source]) => Array.from(source.matchAll(/^export const says\w* = \{\n[^]*?^\}/gm), ([table]) => table));
    const words = tables.flatMap((table) => Array.from(table.matchAll(/^ {2}(\w+): /gm), ([, word = '']) => word));
    expect(words.length, path).toBeGreaterThan(0);
    expect(words.filter((word) => !users.includes(`.${word}`)), path).toEqual([]);
  }
});

test.each([
  ['release', 'Name one folder'],
  ['release a b', 'Name one folder'],
  ['release .', 'lies in this course'],
  ['release packages/students', 'lies in this course'],
  ['release OTHER', 'is not empty'],
  ['release OTHER/file.txt', 'is no folder'],
  ['release NEW --exercises ,', 'needs the ids'],
  ['release NEW --exercises te', 'tea'],
  ['release NEW --exercises tea', 'still a draft'],
])('%s is refused, and nothing is written', async (line, message) => {
  await using course = await courseCopy('tea', 'blocking');
  const manifest: object = JSON.parse(readFileSync(join(course.path, 'packages/exercises/tea/exercise.json'), 'utf8'));
  await course.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...manifest, draft: true }));
  await using other = await temporaryFolder({ 'file.txt': 'mine' });
  const { code, stderr } = await command(line.replace('OTHER', other.path).replace('NEW', join(other.path, 'new')), { cwd: course.path });
  expect([code, flat(stderr)]).toEqual([2, expect.stringContaining(message)]);
  expect(filesBelow(other.path)).toEqual(['file.txt']);
});

test('--dry-run lists, and writes nothing; drafts are in no edition', async () => {
  await using course = await courseCopy('tea', 'blocking');
  const manifest: object = JSON.parse(readFileSync(join(course.path, 'packages/exercises/tea/exercise.json'), 'utf8'));
  await course.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...manifest, draft: true }));
  await using place = await temporaryFolder();
  const { code, stdout } = await command(`release ${place.path}/new --dry-run`, { cwd: course.path });
  expect([code, stdout]).toEqual([0, expect.stringContaining('packages/grader/suites/blocking.suite.sealed')]);
  expect(stdout).not.toContain('exercises/tea/');
  expect(filesBelow(place.path)).toEqual([]);
});

test('What is sealed can be opened, is the same each time, and nobody reads it with a decoder', () => {
  const line = 'const results = await Promise.all(tasks);';
  const files = { 'tea.ts': `${line}\n泡茶`.repeat(20), 'a/b.ts': '' };
  expect(unseal(seal(files))).toEqual(files);
  expect(seal(files)).toBe(seal({ 'a/b.ts': '', 'tea.ts': files['tea.ts'] }));
  expect(leaksIn(new Map([['sealed', Buffer.from(seal(files))]]), new Set([line]))).toEqual([]);
  expect(() => unseal(seal(files).replace(/[A-Z]/, 'a'))).toThrow(/sealed/);
});

test.each([
  ['as it is', (text: string) => Buffer.from(text)],
  ['in base64', (text: string) => Buffer.from(Buffer.from(text).toString('base64'))],
  ['in base64 over several lines', (text: string) => Buffer.from((Buffer.from(text).toString('base64').match(/.{1,76}/g) ?? []).join('\n'))],
  ['in hexadecimal', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
  ['in gzip', (text: string) => gzipSync(text)],
  ['in brotli', (text: string) => brotliCompressSync(text)],
  ['in gzip in base64', (text: string) => Buffer.from(`export const x = '${gzipSync(text).toString('base64')}';`)],
  ['in a string', (text: string) => Buffer.from(JSON.stringify({ text }))],
])('A line that is to stay out is found %s', (_, pack) => {
  const line = 'return Promise.all(chapters.map(download));';
  const text = `function all() {\n  ${line}\n}\n// ${'padding '.repeat(20)}\n`;
  expect(leaksIn(new Map([['file', pack(text)]]), tellingLines([line]))).toEqual([{ file: 'file', line }]);
  expect(leaksIn(new Map([['file', pack(text)]]), tellingLines([line], [`  ${line}`]))).toEqual([]);
});

test('A lockfile keeps what somebody depends on, to the byte, and the rest goes', () => {
  const lockfile = readFileSync(join(repository, 'pnpm-lock.yaml'), 'utf8');
  const everything = new Map(['.', 'packages/core', 'packages/exercises', 'packages/grader', 'packages/solutions'].map((folder) => {
    const { dependencies = {}, devDependencies = {} }: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8'));
    return [folder, new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)])];
  }));
  expect(prunedLockfile(lockfile, everything)).toBe(lockfile);
  const little = prunedLockfile(lockfile, new Map([['packages/core', new Set(['typescript'])]]));
  expect(little).toMatch(/importers:\n\n {2}packages\/core:\n {4}devDependencies:\n {6}typescript:/);
  expect(little.match(/^ {2}'?[@a-z][^:]*@\d[^:]*:/gm)?.length).toBe(2);
});
