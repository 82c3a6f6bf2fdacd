import { currentClock, runVirtual } from '@teatime/core';
import * as real from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import simulatedPromises from '../../src/host/modules/fs-promises.ts';
import simulated from '../../src/host/modules/fs.ts';
import { useHost } from '../../src/host/modules/host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';

/* A submission's `node:fs` against Node's own, on the same files: what Node tells apart, the simulated one tells apart. */

const tea = ' Thé à la menthe,\r\n乌龙茶 🍵 e\u0301\n\n';
const files = { 'tea.txt': tea, 'empty.txt': '', 'shelf/big.txt': '茶'.repeat(30_000) };

let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await folder.write(name, content);
});

afterAll(() => folder[Symbol.asyncDispose]());

beforeEach(() => {
  const world = { files: Object.fromEntries(Object.entries(files).map(([name, content]) => [join(folder.path, name), content])), readMs: 30, hashMs: 0 };
  const clock = {
    now: () => currentClock().now(),
    setTimer: (callback: () => void, ms: number) => currentClock().setTimer(callback, ms),
    clearTimer: (id: number) => currentClock().clearTimer(id),
    block: (ms: number) => currentClock().block(ms),
  };
  useHost({ clock, world: () => world });
});

const ways = [
  undefined, null, 'utf8', 'utf-8', 'UTF8', 'latin1', 'binary', 'ascii', 'hex', 'base64', 'base64url', 'utf16le', 'ucs2', '',
  {}, { encoding: null }, { encoding: undefined }, { encoding: 'utf8' }, { encoding: 'hex', flag: 'r' }, { encoding: '' }, 'no such encoding', { encoding: 'utf-9' }, 5,
] as const;

describe.each(['tea.txt', 'empty.txt', 'shelf/big.txt', 'shelf', 'missing.txt'])('%s', (name) => {
  test.each(ways)('is read as Node reads it with %j', async (how) => {
    const path = join(folder.path, name);
    const expected = await told(() => Reflect.apply(real.promises.readFile, undefined, [path, how]));
    await runVirtual(async () => {
      expect(await told(() => Reflect.apply(simulatedPromises.readFile, undefined, [path, how]))).toEqual(expected);
      expect(await told(() => Reflect.apply(simulated.readFileSync, undefined, [path, how]))).toEqual(expected);
      expect(await told(() => called(path, how))).toEqual(expected);
    });
  });

  test('has the same stats', async () => {
    const path = join(folder.path, name);
    const seen = (stats: { isFile(): boolean; isDirectory(): boolean }): unknown => [stats.isFile(), stats.isDirectory()];
    await runVirtual(async () => {
      expect(await told(async () => seen(await simulatedPromises.stat(path)))).toEqual(await told(() => Promise.resolve(seen(real.statSync(path)))));
    });
  });
});

test('a character on the border of two pieces is whole in a stream with an encoding', async () => {
  await runVirtual(async () => {
    expect(await text(simulated.createReadStream(join(folder.path, 'shelf/big.txt'), 'utf8'))).toBe(files['shelf/big.txt']);
  });
});

test('an open file is read on from where the last reading ended', async () => {
  await runVirtual(async () => {
    await using file = await simulatedPromises.open(join(folder.path, 'tea.txt'));
    const pieces: Buffer[] = [];
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(7));
      if (bytesRead === 0) break;
      pieces.push(Buffer.from(buffer.subarray(0, bytesRead)));
    }
    expect(Buffer.concat(pieces).toString()).toBe(tea);
  });
});

/** What came of a call: its value, or the code of its error. */
async function told(call: () => unknown): Promise<unknown> {
  try {
    return { gave: await call() };
  } catch (error) {
    return { code: error instanceof Error && Reflect.get(error, 'code') };
  }
}

/** The same by callback. */
async function called(path: string, how: unknown): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<readonly [error: unknown, data: unknown]>();
  Reflect.apply(simulated.readFile, undefined, [path, how, (...outcome: [unknown, unknown]) => resolve(outcome)]);
  const [error, data] = await promise;
  if (error instanceof Error) throw error;
  return data;
}
