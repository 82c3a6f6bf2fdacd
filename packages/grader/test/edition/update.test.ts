import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { writeEdition } from '../../src/edition/write-edition.ts';
import { contentOf, instructor, studentOf } from '../support/editions.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/thorough.ts';

const tea = 'packages/exercises/tea/tea.ts';
const gather = 'packages/exercises/gather/gather.ts';
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** A course of tea and gather was handed out, and then its stubs were changed. */
async function makeTwoEditions() {
  const course = await instructor('tea', 'gather');
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  await course.handsOut(first.path);
  cpSync(first.path, second.path, { recursive: true });
  for (const id of ['tea', 'gather']) {
    const stub = `packages/exercises/${id}/.stub/${id}.ts`;
    await course.write(stub, `// A new stub.\n${await course.reads(stub)}`);
  }
  await course.write('packages/exercises/tea/task.de.md', '# Tee\n');
  await course.changes('course.json', (json) => ({ ...json, exercises: ['tea', 'gather', 'blocking'] }));
  const files = await course.handsOut(second.path);
  return { course, first: first.path, second: second.path, files };
}

/** Made once: nobody writes into these. */
const editions = makeTwoEditions();

test('An update leaves answers and progress, puts new stubs where nobody began, and says what is new', async () => {
  const { first, second } = await editions;
  await using me = await studentOf(first);
  await me.write(tea, '// mine\n');
  await me.write('.teatime/progress/tea.json', '{"version":1,"hintsShown":2}');
  await me.write('notes.txt', 'mine');

  const { code, stdout } = await me.types(`update ${second}`);
  expect(code).toBe(0);
  expect(flat(stdout)).toMatch(/updated.*New: blocking.*Changed: gather, tea.*had not begun gather.*new stub of tea.*pnpm reset tea/);
  expect(me.reads(tea)).toBe('// mine\n');
  expect(me.reads(gather)).toContain('// A new stub.');
  expect(me.reads('.teatime/progress/tea.json')).toBe('{"version":1,"hintsShown":2}');
  expect(me.reads('notes.txt')).toBe('mine');
  expect(me.reads('packages/exercises/tea/.stub/tea.ts')).toContain('// A new stub.');
  const handedOut = new Set([tea, gather, 'packages/exercises/blocking/blocking.ts', 'notes.txt']);
  const course = new Map([...contentOf(me.path)].filter(([name]) => !handedOut.has(name)));
  expect(course).toEqual(contentOf(second));

  await me.types('reset tea');
  expect(me.reads(tea)).toContain('// A new stub.');
});

test('--undo goes back one step', async () => {
  const { first, second } = await editions;
  await using me = await studentOf(first);
  await me.write(tea, '// mine\n');
  const before = contentOf(me.path);
  await me.types(`update ${second}`);
  expect((await me.types('update --undo')).code).toBe(0);
  const after = new Map([...contentOf(me.path)].filter(([name]) => !name.startsWith('packages/exercises/blocking/')));
  expect(after).toEqual(before);
  const again = await me.types('update --undo');
  expect([again.code, again.stdout]).toEqual([1, expect.stringContaining('no edition before')]);
});

test('A file of the student\'s that is in the way, or that they changed, is kept and told', async () => {
  const { first, second } = await editions;
  await using me = await studentOf(first);
  await me.write('packages/exercises/blocking/story.ts', '// my own');
  await me.write('packages/exercises/tea/story.ts', '// my own story');
  await me.write('packages/exercises/tea/task.en.md', 'my notes');
  symlinkSync('nowhere', join(me.path, 'packages/exercises/blocking/task.en.md'));
  const { stdout } = await me.types(`update ${second}`);
  const [, kept = ''] = /kept in (\S+)\./.exec(flat(stdout)) ?? [];
  expect(me.reads(join(kept, 'packages/exercises/blocking/story.ts'))).toBe('// my own');
  expect(me.reads(join(kept, 'packages/exercises/tea/story.ts'))).toBe('// my own story');
  expect(me.reads(join(kept, 'packages/exercises/tea/task.en.md'))).toBe('my notes');
  expect(me.reads('packages/exercises/blocking/story.ts')).toContain('export const story');
  await me.types('update --undo');
  expect(me.reads('packages/exercises/blocking/story.ts')).toBe('// my own');
});

test('An exercise that is renamed takes answer and progress along; what was removed stays on the disk', async () => {
  const course = await instructor('tea', 'gather');
  await using edition = await temporaryFolder();
  await course.handsOut(edition.path);
  await using me = await studentOf(edition.path);
  await me.write(tea, '// my tea\n');
  await me.write(gather, '// my gather\n');
  await me.write('.teatime/progress/tea.json', '{"version":1,"hintsShown":1}');
  const at = (path: string): string => join(course.path, path);
  await rename(at('packages/exercises/tea'), at('packages/exercises/chai'));
  await rename(at('packages/solutions/tea'), at('packages/solutions/chai'));
  await rename(at('packages/solutions/chai/tea.ts'), at('packages/solutions/chai/chai.ts'));
  await rename(at('packages/exercises/chai/.stub/tea.ts'), at('packages/exercises/chai/.stub/chai.ts'));
  await rename(at('packages/grader/suites/tea.suite.ts'), at('packages/grader/suites/chai.suite.ts'));
  await course.changes('packages/exercises/chai/exercise.json', (json) => ({ ...json, files: ['chai.ts'] }));
  await course.changes('course.json', (json) => ({ ...json, exercises: ['chai', 'blocking'] }));
  await course.handsOut(edition.path);
  const { stdout } = await me.types(`update ${edition.path}`);
  expect(flat(stdout)).toMatch(/New: blocking.*No longer in the course: gather.*tea is called chai now/);
  expect(me.reads('packages/exercises/chai/chai.ts')).toBe('// my tea\n');
  expect(me.reads('.teatime/progress/chai.json')).toBe('{"version":1,"hintsShown":1}');
  expect(me.reads(gather)).toBe('// my gather\n');
  expect(existsSync(join(me.path, 'packages/exercises/gather/exercise.json'))).toBe(false);
});

test.each(sampleOf(['folder in a zip', 'tgz', 'git', 'zip'], 2))('A newer edition comes as %s', async (kind) => {
  const { first, second: original } = await editions;
  await using copy = await temporaryFolder();
  const second = copy.path;
  cpSync(original, second, { recursive: true });
  await using me = await studentOf(first);
  await using place = await temporaryFolder();
  const run = (program: string, ...args: readonly string[]): unknown => execFileSync(program, args, { cwd: second, stdio: 'ignore' });
  const git = (...args: readonly string[]): unknown => run('git', '-c', 'user.name=a', '-c', 'user.email=a@b.invalid', ...args);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'an edition');
  const file = join(place.path, kind === 'tgz' ? 'edition.tgz' : 'edition.zip');
  if (kind === 'tgz') run('tar', 'czf', file, '.');
  else if (kind !== 'git') git('archive', ...(kind === 'zip' ? [] : ['--prefix=course-main/']), '-o', file, 'HEAD');
  const { code, stderr } = await me.types(`update ${kind === 'git' ? `file://${second}` : file}`);
  expect([code, stderr]).toEqual([0, '']);
  expect(me.reads('packages/exercises/tea/.stub/tea.ts')).toContain('// A new stub.');
});

test('What is no newer edition of this course is refused, and changes nothing', async () => {
  const { first, second } = await editions;
  await using other = await temporaryFolder();
  const course = await instructor('blocking');
  await course.changes('course.json', (json) => ({ ...json, id: 'coffee' }));
  await course.handsOut(other.path);
  await using damaged = await studentOf(second);
  rmSync(join(damaged.path, 'packages/exercises/tea/story.ts'));
  await using me = await studentOf(second);
  const before = contentOf(me.path);
  await writeFile(join(me.path, 'broken.zip'), 'PK and nothing else');
  await writeFile(join(me.path, 'picture.png'), 'no archive');
  mkdirSync(join(me.path, 'empty'));
  const said = async (source: string): Promise<string> => {
    const { code, stderr } = await me.types(`update ${source}`);
    expect(code).toBe(2);
    return flat(stderr);
  };
  expect(await said(first)).toContain('older than the one that you have');
  expect(await said(other.path)).toContain('another course, coffee');
  expect(await said(damaged.path)).toContain('packages/exercises/tea/story.ts is missing');
  expect(await said(course.path)).toContain('no student edition');
  expect(await said('empty')).toContain('no student edition');
  expect(await said('nowhere')).toContain('nothing at nowhere');
  expect(await said('broken.zip')).toContain('cannot be read as an archive');
  expect(await said('picture.png')).toContain('cannot be read as an archive');
  expect(await said('')).toContain('Say where the newer course is');
  expect((await me.types(`update ${second}`)).stdout).toContain('have this edition already');
  for (const name of ['broken.zip', 'picture.png', 'empty']) rmSync(join(me.path, name), { recursive: true });
  expect(contentOf(me.path)).toEqual(before);
});

test.each([
  ['a link', ['packages/grader/link'], 'There is a link'],
  ['a path that leads out', ['../outside.txt'], 'outside of the course'],
])('An archive with %s is not unpacked', async (_, [entry = ''], message) => {
  const { first, second } = await editions;
  await using me = await studentOf(first);
  await using place = await temporaryFolder({ 'outside.txt': 'out', 'in/x': '' });
  const cwd = join(place.path, 'in');
  if (!entry.startsWith('..')) {
    mkdirSync(join(cwd, 'packages/grader'), { recursive: true });
    symlinkSync('/etc/passwd', join(cwd, entry));
  }
  execFileSync('tar', ['-cPf', '../edition.tar', entry], { cwd });
  execFileSync('tar', ['-rPf', join(place.path, 'edition.tar'), 'course.json', 'packages/grader/edition.json'], { cwd: second });
  execFileSync('gzip', ['edition.tar'], { cwd: place.path });
  const { code, stderr } = await me.types(`update ${join(place.path, 'edition.tar.gz')}`);
  expect([code, flat(stderr)]).toEqual([2, expect.stringContaining(message)]);
});

test.each(sampleOf([10, 101_000_000], 2))('A zip that unpacks to far too much is not unpacked, whatever it says of itself (%s)', async (claimed) => {
  const { first } = await editions;
  await using me = await studentOf(first);
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  await writer.add('packages/grader/bomb', new Uint8ArrayReader(new Uint8Array(101_000_000)));
  const bytes = Buffer.from(await writer.close());
  const size = Buffer.alloc(4);
  size.writeUInt32LE(101_000_000);
  for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 4)) bytes.writeUInt32LE(claimed, at);
  await writeFile(join(me.path, 'bomb.zip'), bytes);
  const { code, stderr } = await me.types('update bomb.zip');
  expect([code, flat(stderr)]).toEqual([2, expect.stringMatching(/holds more than any course does|cannot be read as an archive/)]);
});

test('git pull never meets an answer: begun ones stay, others get the new stub with the next command', async () => {
  const { first: original, files } = await editions;
  await using published = await temporaryFolder();
  const first = published.path;
  cpSync(original, first, { recursive: true });
  const git = (cwd: string, ...args: readonly string[]): string => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.invalid', ...args], { cwd, encoding: 'utf8' });
  git(first, 'init', '-q', '-b', 'main');
  git(first, 'add', '-A');
  git(first, 'commit', '-qm', 'one');
  await using clone = await temporaryFolder();
  git(clone.path, 'clone', '-q', first, '.');
  await using me = await studentOf(clone.path);
  await me.write(tea, '// mine\n');
  git(me.path, 'add', '-A');
  git(me.path, 'commit', '-qm', 'my answers');
  await me.write(tea, '// mine, better\n');

  writeEdition(first, files);
  expect(git(first, 'status', '--short')).not.toContain('LICENSE');
  git(first, 'add', '-A');
  git(first, 'commit', '-qm', 'two');
  git(me.path, 'pull', '-q', '--no-rebase', '--no-edit');
  expect(me.reads(tea)).toBe('// mine, better\n');
  const { stderr } = await me.types('list');
  expect(flat(stderr)).toMatch(/not begun gather.*new stub of tea/);
  expect(me.reads(tea)).toBe('// mine, better\n');
  expect(me.reads(gather)).toContain('// A new stub.');
  expect((await me.types('list')).stderr).toBe('');
});
