import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { student } from '../support/student.ts';
import type { Student } from '../support/student.ts';
import { isThorough } from '../support/thorough.ts';

const file = 'packages/exercises/tea/tea.ts';
const backups = '.teatime/backups/tea';

test('reset restores the stub, says where the answer is kept, and --undo brings it back', async () => {
  await using me = await student();
  const stub = await me.reads(file);
  await me.answers('tea', '// mine');
  const { code, stdout } = await me.types('reset tea');
  expect(code).toBe(0);
  expect(await me.reads(file)).toBe(stub);
  const folder = /kept in (\S+)\./.exec(stdout.replaceAll('\n', ' '))?.[1] ?? '';
  expect(await me.reads(join(folder, 'tea.ts'))).toBe('// mine');
  expect(folder).toMatch(/^\.teatime\/backups\/tea\/\d{4}-\d\d-\d\dT/);

  const back = await me.types('reset tea --undo');
  expect(back.stdout.replaceAll('\n', ' ')).toContain(`tea.ts is back, from ${folder}`);
  expect(await me.reads(file)).toBe('// mine');
  expect((await me.types('reset tea --undo')).stdout).toMatch(/what you have\s+already/);
});

test('A stub is not kept, and a reset of it is none', async () => {
  await using me = await student();
  const { code, stdout } = await me.types('reset tea --lang zh-CN');
  expect(stdout).toContain('tea 本来就是最初的样子');
  expect(code).toBe(0);
  expect(await readdir(me.path)).not.toContain('.teatime');
  expect((await me.types('reset tea --undo')).stdout).toContain('never been reset');
});

test('Any bytes survive, as they are: another encoding, no line feed, megabytes', async () => {
  await using me = await student();
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a]), Buffer.alloc(3_000_000, 'Ω')]);
  await writeFile(join(me.path, file), bytes);
  await me.types('reset tea');
  await me.types('reset tea --undo');
  expect(Buffer.compare(await readFile(join(me.path, file)), bytes)).toBe(0);
});

test('What was written after the reset is kept before an older answer comes back', async () => {
  await using me = await student();
  await me.answers('tea', '// first');
  await me.types('reset tea');
  await me.answers('tea', '// second');
  const { stdout } = await me.types('reset tea --undo');
  expect(await me.reads(file)).toBe('// first');
  expect(stdout).toContain('pnpm reset tea --undo');
  await me.types('reset tea --undo');
  expect(await me.reads(file)).toBe('// second');
});

test('A deleted file comes back as the stub', async () => {
  await using me = await student();
  const stub = await me.reads(file);
  await rm(join(me.path, file));
  const { stdout } = await me.types('reset tea');
  expect(stdout).toContain('tea.ts is as it was in the beginning.');
  expect(stdout).not.toContain('kept');
  expect(await me.reads(file)).toBe(stub);
});

test('An exercise of several files is kept and restored as a whole', async () => {
  await using me = await student();
  const manifest: object = JSON.parse(await me.reads('packages/exercises/tea/exercise.json'));
  await me.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...manifest, files: ['tea.ts', 'cup.ts'] }));
  await me.write('packages/exercises/tea/.stub/cup.ts', '// the stub of the cup');
  const cup = 'packages/exercises/tea/cup.ts';
  await me.answers('tea', '// my tea');
  await me.write(cup, '// my cup');
  expect((await me.types('reset tea')).stdout).toContain('tea.ts, cup.ts are as they were in the beginning.');
  expect(await me.reads(cup)).toBe('// the stub of the cup');
  await me.write(cup, '// another cup');
  await me.types('reset tea --undo');
  expect([await me.reads(file), await me.reads(cup)]).toEqual(['// my tea', '// my cup']);
  await me.types('reset tea --undo');
  expect(await me.reads(cup)).toBe('// another cup');
});

test('A course without the copy of the stub changes nothing', async () => {
  await using me = await student();
  await me.answers('tea', '// mine');
  const manifest: object = JSON.parse(await me.reads('packages/exercises/tea/exercise.json'));
  await me.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...manifest, files: ['tea.ts', 'cup.ts'] }));
  const { code, stderr } = await me.types('reset tea');
  expect(stderr).toContain('packages/exercises/tea/.stub/cup.ts');
  expect(code).toBe(2);
  expect(await me.reads(file)).toBe('// mine');
});

test('A reset that is killed at any of its steps loses no byte', async () => {
  await using me = await student();
  const stub = await me.reads(file);
  for (let step = 1, ended = false; !ended; step += isThorough ? 1 : 3) {
    const mine = `// answer ${step}\n`.repeat(step * 100);
    await me.answers('tea', mine);
    ended = (await killedAt(me, step)) === 0;
    const now = await me.reads(file);
    expect([mine, stub]).toContain(now);
    if (now === stub) expect(await keptAnswers(me)).toContain(mine);
    if (ended) expect(step).toBeGreaterThan(14);
    // Whatever was cut short, the next reset does its work.
    await me.types('reset tea');
    expect(await me.reads(file)).toBe(stub);
    expect(await keptAnswers(me)).toContain(mine);
  }
});

test('A reset that is killed at a moment of chance loses no byte', async () => {
  await using me = await student();
  const stub = await me.reads(file);
  for (let round = 0; round < 5; round += 1) {
    const mine = `// answer ${round}\n`.repeat(200_000);
    await me.answers('tea', mine);
    const child = me.starts('reset tea');
    const ended = new Promise((resolve) => child.once('close', resolve));
    setTimeout(() => child.kill('SIGKILL'), 200 + Math.random() * 400);
    await ended;
    const now = await me.reads(file);
    expect(now === mine || now === stub).toBe(true);
    if (now === stub) expect((await keptAnswers(me)).includes(mine)).toBe(true);
  }
});

/** The exit code of a reset whose process dies before the step of this number that it takes in the file system. */
async function killedAt(me: Student, step: number): Promise<unknown> {
  const preload = new URL('../support/die-at-step.mjs', import.meta.url).href;
  const child = me.starts('reset tea', { NODE_OPTIONS: `--import=${preload}`, DIE_AT_STEP: String(step) });
  return new Promise((resolve) => child.once('close', resolve));
}

/** Of the finished backups. */
async function keptAnswers(me: Student): Promise<readonly string[]> {
  const names = await readdir(join(me.path, backups)).catch(() => []);
  const finished = names.filter((name) => !name.startsWith('.'));
  return Promise.all(finished.map((name) => me.reads(join(backups, name, 'tea.ts'))));
}
