import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { probeSandbox } from '../../src/sandbox/probe.ts';
import { teaAnswers } from '../support/answers.ts';
import { command } from '../support/in-process.ts';
import { student } from '../support/student.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';

const { bubblewrap } = await probeSandbox();

/** A folder of answers of which nothing runs, and somebody else's folder. */
async function inbox(): Promise<TemporaryFolder> {
  return await temporaryFolder({ 'tea/tea.ts': teaAnswers.syntaxError, 'victim/dear.txt': 'dear' });
}

async function contents(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).toSorted();
  return Promise.all(names.map(async (name) => `${name}: ${await readFile(join(folder, name), 'utf8')}`));
}

const untouched = ['dear.txt: dear'];

describe('Nothing is written where a link leads', () => {
  test.each([
    ['grade tea --from . --json out/result.json'],
    ['grade tea --from . --json out/deeper/result.json'],
    ['grade tea --from . --report html=out/result.html'],
    ['grade tea --from . --report json=./tea/../out/result.json'],
    ['play tea --solution --fast --trace out/trace.json'],
  ])('%s', async (line) => {
    await using folder = await inbox();
    await mkdir(join(folder.path, 'victim/deeper'));
    await symlink(join(folder.path, 'victim'), join(folder.path, 'out'));
    const { code, stderr } = await command(line, { cwd: folder.path });
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(/cannot be written: \S+out is a link/);
    expect(code).toBe(2);
    expect(await readdir(join(folder.path, 'victim'))).toEqual(['dear.txt', 'deeper']);
    expect(await readdir(join(folder.path, 'victim/deeper'))).toEqual([]);
  });

  test.each(['.teatime', '.teatime/progress'])('notes about progress, where %s is one', async (place) => {
    await using folder = await inbox();
    await using me = await student();
    if (place !== '.teatime') await mkdir(join(me.path, '.teatime'));
    await symlink(join(folder.path, 'victim'), join(me.path, place));
    await me.answers('tea', teaAnswers.syntaxError);
    const { code, stdout, stderr } = await me.types('grade tea');
    expect(stdout).toContain('Expression expected');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`could not be saved in ${join(me.path, '.teatime/progress/tea.json')}: ${join(me.path, place)} is a link`);
    expect(code).toBe(1);
    expect(await contents(join(folder.path, 'victim'))).toEqual(untouched);
  });

  test.each(['.teatime', '.teatime/backups', '.teatime/backups/tea'])('a backup, where %s is one; and what would be lost stays', async (place) => {
    await using folder = await inbox();
    await using me = await student();
    await mkdir(join(me.path, place, '..'), { recursive: true });
    await symlink(join(folder.path, 'victim'), join(me.path, place));
    await me.answers('tea', '// mine');
    const { code, stderr } = await me.types('reset tea');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`${join(me.path, place)} is a link`);
    expect(code).toBe(3);
    expect(await me.reads('packages/exercises/tea/tea.ts')).toBe('// mine');
    expect(await contents(join(folder.path, 'victim'))).toEqual(untouched);
  });

  test('a stub that is put back, where the folder of the exercise is one', async () => {
    await using folder = await inbox();
    await using me = await student();
    await me.answers('tea', '// mine');
    await rename(join(me.path, 'packages/exercises/tea'), join(folder.path, 'tea-of-old'));
    await symlink(join(folder.path, 'tea-of-old'), join(me.path, 'packages/exercises/tea'));
    const { code, stderr } = await me.types('reset tea');
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('packages/exercises/tea is a link');
    expect(code).toBe(3);
    expect(await readFile(join(folder.path, 'tea-of-old/tea.ts'), 'utf8')).toBe('// mine');
  });
});

test('A link that stands in the place of the notes is replaced, and what it leads to stays', async () => {
  await using folder = await inbox();
  await using me = await student();
  await mkdir(join(me.path, '.teatime/progress'), { recursive: true });
  await symlink(join(folder.path, 'victim/dear.txt'), join(me.path, '.teatime/progress/tea.json'));
  await me.answers('tea', teaAnswers.syntaxError);
  await me.types('grade tea');
  expect(await contents(join(folder.path, 'victim'))).toEqual(untouched);
});

test('Where a link led to the folder that one stands in, results are written there all the same', async () => {
  await using folder = await inbox();
  await symlink(folder.path, join(folder.path, 'here'));
  const { code } = await command('grade tea --from . --json result.json', { cwd: join(folder.path, 'here') });
  expect(code).toBe(1);
  expect(existsSync(join(folder.path, 'result.json'))).toBe(true);
});

test.each([
  ['a folder', 'tea', /not an ordinary file/],
  ['a name of 300 letters', 'x'.repeat(300), /cannot be written: the name is too long/],
  ['a path through a file', 'tea/tea.ts/result.json', /cannot be written: something on the way is a file/],
  ['a link that leads nowhere', 'nowhere', /this is a link/],
])('Where the result would be %s, that is told before anything is graded, and nothing is left', async (_, path, message) => {
  await using folder = await inbox();
  await symlink('/nowhere', join(folder.path, 'nowhere'));
  const { code, stdout, stderr } = await command(`grade tea --from . --json ${path}`, { cwd: folder.path });
  expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(message);
  expect([code, stdout]).toEqual([2, '']);
  expect((await readdir(folder.path)).toSorted()).toEqual(['nowhere', 'tea', 'victim']);
});

test('A name that is nearly too long is none', async () => {
  await using folder = await inbox();
  const { code } = await command(`grade tea --from . --json ${'x'.repeat(255)}`, { cwd: folder.path });
  expect(code).toBe(1);
  expect(await readdir(folder.path)).toContain('x'.repeat(255));
});

describe.runIf(bubblewrap !== undefined)('On a disk', () => {
  const cli = fileURLToPath(new URL('../../src/teatime.ts', import.meta.url));

  /** Grades with a disk of its own for the results, and says at the end what is on it. */
  async function gradeOn(disk: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
    await using folder = await temporaryFolder({ 'answers/tea/tea.ts': teaAnswers.syntaxError, 'out/x': '' });
    const there = disk.map((word) => word.replace('OUT', join(folder.path, 'out')));
    const grade = ['grade', 'tea', '--from', 'answers', '--json', 'out/result.json', '--report', 'html=out/result.html'];
    const look = ['sh', '-c', '"$@"; code=$?; echo left: $(ls -A out); exit $code', 'sh'];
    const child = spawn('bwrap', ['--dev-bind', '/', '/', ...there, ...look, process.execPath, cli, ...grade], {
      cwd: folder.path,
      env: { ...process.env, CI: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, said: (stderr + stdout).replaceAll(/\s+/g, ' ') };
  }

  test('that is full, the grade ends with 3, and nothing half-written is there', async () => {
    const { code, said } = await gradeOn(['--size', '8192', '--tmpfs', 'OUT']);
    expect(said).toMatch(/html=out\/result\.html: this file cannot be written: the disk is full \(ENOSPC\)/);
    expect(said).toMatch(/left: result\.json $/);
    expect(code).toBe(3);
  });

  test('that can only be read, that is told at once', async () => {
    const { code, said } = await gradeOn(['--ro-bind', 'OUT', 'OUT']);
    expect(said).toMatch(/^--json out\/result\.json: this file cannot be written: this disk can only be read \(EROFS\)\. left: x $/);
    expect(code).toBe(2);
  });
});
