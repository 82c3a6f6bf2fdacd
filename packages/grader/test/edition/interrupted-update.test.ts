import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as real } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { filesBelow, replaceFiles, RolledBack, settle } from '../../src/edition/journal.ts';
import { contentOf } from '../support/editions.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/thorough.ts';

const dieAtStep = new URL('../support/die-at-step.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('../support/update-to-kill.ts', import.meta.url));
const theirs = { 'course/tea/tea.ts': '// my answer', 'my/own.txt': 'mine', '.teatime/progress/tea.json': '{}', '.teatime/backups/tea/tea.ts': 'older' };

/** A course of so many files, and another edition of it with some changed, some new and some gone. */
async function twoCourses(files = 60) {
  const [old, fresh] = [await temporaryFolder(), await temporaryFolder()];
  for (let index = 0; index < files; index += 1) {
    if (index % 7 !== 0) await old.write(`course/${index % 5}/${index}.txt`, `old ${index}`.repeat(1 + index * 5));
    if (index % 6 !== 0) await fresh.write(`course/${index % 5}/${index}.txt`, `new ${index}`.repeat(1 + index * 10));
  }
  return { old: contentOf(old.path), fresh: contentOf(fresh.path), oldPath: old.path, freshPath: fresh.path };
}

/** In memory where the system has such a place: hundreds of updates wait for no disk. */
async function quickFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  if (!existsSync('/dev/shm')) return temporaryFolder();
  const path = mkdtempSync('/dev/shm/teatime-test-');
  return { path, [Symbol.asyncDispose]: async () => rmSync(path, { recursive: true, force: true }) };
}

function begin(oldPath: string, root: string): void {
  rmSync(root, { recursive: true, force: true });
  cpSync(oldPath, root, { recursive: true });
  for (const [path, content] of Object.entries(theirs)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

function courseIn(root: string): ReadonlyMap<string, string> {
  return new Map([...contentOf(root)].filter(([path]) => !Object.hasOwn(theirs, path)));
}

function expectTheirs(root: string): void {
  const all = contentOf(root, []);
  for (const [path, content] of Object.entries(theirs)) expect(all.get(path)).toBe(content);
}

test('Killed at any moment, an update leaves the old course or the new one, and all that is the student\'s', async () => {
  const { old, fresh, oldPath, freshPath } = await twoCourses();
  await using place = await quickFolder();
  const root = join(place.path, 'course of mine');
  const ends = { old: 0, new: 0 };
  const moments = sampleOf(Array.from({ length: 200 }, (_, index) => index), 20);
  let whole = 0;
  // The first is left alone, and tells how long it takes on this machine.
  for (const moment of [Infinity, ...moments]) {
    begin(oldPath, root);
    const child = spawn(process.execPath, [script, root, freshPath], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exit = once(child, 'exit');
    await once(child.stdout, 'data');
    const begun = performance.now();
    if (moment !== Infinity) void real(((moment + Math.random()) / 200) * whole).then(() => child.kill('SIGKILL'));
    await exit;
    if (moment === Infinity) whole = performance.now() - begun;
    settle(root);
    const now = courseIn(root);
    const isOld = now.size === old.size && [...old].every(([path, content]) => now.get(path) === content);
    ends[isOld ? 'old' : 'new'] += 1;
    expect(isOld ? old : fresh).toEqual(now);
    expectTheirs(root);
  }
  expect(ends.old + ends.new).toBe(moments.length + 1);
  expect(ends.new).toBeGreaterThan(0);
});

test('Stopped before any of its steps, an update is done or not, and what is written meanwhile stays', async () => {
  const { old, fresh, oldPath, freshPath } = await twoCourses(14);
  await using place = await quickFolder();
  const root = join(place.path, 'course');
  let inTheMiddle = 0;
  for (let step = 1; ; step += 11) {
    begin(oldPath, root);
    const { signal, status } = spawnSync(process.execPath, ['--import', dieAtStep, script, root, freshPath], { env: { ...process.env, DIE_AT_STEP: String(step) } });
    if (status === 0) break;
    expect(signal).toBe('SIGKILL');
    // Meanwhile the student writes a file where the course is about to have one.
    const [waiting] = existsSync(join(root, '.teatime/update/forward.json')) ? filesBelow(join(root, '.teatime/update/new')) : [];
    if (waiting !== undefined) {
      inTheMiddle += 1;
      mkdirSync(join(root, waiting, '..'), { recursive: true });
      writeFileSync(join(root, waiting), 'written meanwhile');
    }
    const isNew = settle(root);
    expect(courseIn(root)).toEqual(isNew ? fresh : old);
    expectTheirs(root);
    if (waiting !== undefined) expect(contentOf(root, []).get(`.teatime/backups/update/${waiting}`)).toBe('written meanwhile');
  }
  expect(inTheMiddle).toBeGreaterThan(0);
});

test.runIf(process.platform === 'linux')('Where the disk is full, wherever that shows, nothing is changed', async () => {
  const { old, oldPath, freshPath } = await twoCourses();
  await using place = await temporaryFolder();
  const root = join(place.path, 'course');
  for (const kilobytes of [0, 1, 2]) {
    begin(oldPath, root);
    const { status } = spawnSync('bash', ['-c', `ulimit -f ${kilobytes}; exec "$0" "$@"`, process.execPath, script, root, freshPath]);
    expect(status).not.toBe(0);
    settle(root);
    expect(courseIn(root)).toEqual(old);
    expectTheirs(root);
    expect(existsSync(join(root, '.teatime/update'))).toBe(false);
  }
});

test.runIf(process.getuid?.() !== 0)('A folder that may not be written to takes everything back', async () => {
  const { old, fresh, oldPath } = await twoCourses();
  await using place = await temporaryFolder();
  const root = join(place.path, 'course');
  begin(oldPath, root);
  chmodSync(join(root, 'course/4'), 0o555);
  const puts = new Map(Array.from(fresh, ([path, content]) => [path, Buffer.from(content, 'latin1')]));
  expect(() => replaceFiles(root, { puts, removes: [], aside: 'aside' })).toThrow(RolledBack);
  chmodSync(join(root, 'course/4'), 0o755);
  expect(courseIn(root)).toEqual(old);
});
