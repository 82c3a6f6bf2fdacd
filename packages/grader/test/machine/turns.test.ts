import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeTurn } from '../../src/machine/turns.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('Graders go one after another, in the order in which they came, and are told that they wait', async () => {
  await using folder = await temporaryFolder({});
  const log: string[] = [];
  const first = await takeTurn({ folder: folder.path, places: 1 });
  const others = ['second', 'third'].map(async (name) => {
    using _ = await takeTurn({ folder: folder.path, places: 1, onWait: () => log.includes(`${name} waits`) || log.push(`${name} waits`) });
    log.push(`${name} runs`);
  });
  await expect.poll(() => log.length).toBe(2);
  first[Symbol.dispose]();
  await Promise.all(others);
  expect(log.filter((line) => line.endsWith('waits')).toSorted()).toEqual(['second waits', 'third waits']);
  expect(log.filter((line) => line.endsWith('runs'))).toHaveLength(2);
  expect(await readdir(folder.path)).toEqual([]);
});

test('Whoever comes in the same moment comes later all the same', async () => {
  const waited = Array.from({ length: 100 }, async () => {
    await using folder = await temporaryFolder({});
    let others = 0;
    const first = await takeTurn({ folder: folder.path, places: 1 });
    const second = takeTurn({ folder: folder.path, places: 1, onWait: (count) => (others = count) });
    first[Symbol.dispose]();
    using _ = await second;
    return others;
  });
  expect(new Set(await Promise.all(waited))).toEqual(new Set([1]));
});

test('As many as there are places go at once', async () => {
  await using folder = await temporaryFolder({});
  using _first = await takeTurn({ folder: folder.path, places: 2 });
  using _second = await takeTurn({ folder: folder.path, places: 2 });
  expect(await readdir(folder.path)).toHaveLength(2);
});

test('Whoever is gone, has stopped, or is no grader keeps nobody waiting', async () => {
  await using folder = await temporaryFolder({});
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  await writeFile(join(folder.path, `000000000000001-${gone.pid ?? 0}-aaaa`), '');
  await writeFile(join(folder.path, `000000000000002-${process.pid}-bbbb`), '');
  await utimes(join(folder.path, `000000000000002-${process.pid}-bbbb`), 1, 1);
  await writeFile(join(folder.path, '0 hostile'), '');
  const waited: number[] = [];
  using _turn = await takeTurn({ folder: folder.path, places: 1, onWait: (others) => waited.push(others) });
  expect(waited).toEqual([]);
});

test('Where no ticket can be written, everybody goes at once', async () => {
  await using folder = await temporaryFolder({ file: '' });
  using _first = await takeTurn({ folder: join(folder.path, 'file'), places: 1 });
  using _second = await takeTurn({ folder: join(folder.path, 'nowhere/at/all'), places: 1 });
  expect(await readdir(folder.path)).toEqual(['file']);
});
