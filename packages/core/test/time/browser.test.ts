import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// A browser has no setImmediate. The module is loaded anew, as it would be there.

type Core = typeof import('@teatime/core');
let core: Core;

const missing = ['setImmediate', 'clearImmediate'];

beforeEach(async () => {
  vi.resetModules();
  for (const name of missing) vi.stubGlobal(name, undefined);
  takeAway();
  core = await import('@teatime/core');
  // Vitest puts timers back for a moment when it sends something, and leaves their names behind.
  takeAway();
});

function takeAway(): void {
  for (const name of missing) Reflect.deleteProperty(globalThis, name);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a virtual run needs nothing that a browser does not have', async () => {
  const { coroutine, createTask, run, runVirtual, sleep, stopwatch } = core;
  const nap = coroutine(async (ms: number) => sleep(ms));
  const main = coroutine(async () => {
    const elapsed = stopwatch();
    const naps = [createTask(nap(3000)), createTask(nap(2000))];
    for (const task of naps) await task;
    return elapsed();
  });
  expect(await runVirtual(() => run(main()))).toBe(3000);
});

test('a clock installs no global that was not there', () => {
  takeAway();
  const restore = core.installClock(new core.VirtualClock());
  expect('setImmediate' in globalThis).toBe(false);
  restore();
});

test('a deadlock is found there, too', async () => {
  await expect(core.runVirtual(() => new Promise(() => {}))).rejects.toThrow(core.DeadlockError);
});
