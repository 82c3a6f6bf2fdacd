import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageResult } from '../../src/page/page-result.ts';
import { builtPage, chromiumPath, hasChromium } from '../support/built-page.ts';
import type { BuiltPage } from '../support/built-page.ts';
import { isThorough, sampleOf } from '../support/thorough.ts';

/*
 * Whatever an answer does in the page, the page stays free, the line is named, and the other checks have their say.
 */

const name = hasChromium ? 'An answer that hangs in the page' : `An answer that hangs in the page (skipped: there is no ${chromiumPath}; apt-get install chromium)`;

/** Each on the second line of the file, as the function `stick`. */
const hangs = {
  'an endless loop': 'function stick() { for (;;); }',
  'an endless loop of microtasks': 'async function stick() { for (;;) await null; }',
  'callbacks that call each other': 'const stick = () => Promise.resolve().then(stick);',
  'an endless iterator': 'function stick() { for (const one of { [Symbol.iterator]: () => ({ next: function stick() { return { value: 1 }; } }) }); }',
  'a wait on the clock without an end': 'function stick() { while (Date.now() > 0); }',
  'exponential work': 'function stick(n = 99) { return n < 2 ? n : stick(n - 1) + stick(n - 2); }',
  'a regular expression that goes back and back': `function stick() { return /^(a+)+$/.test('a'.repeat(40) + 'b'); }`,
  'a number too large to be computed': 'function stick() { return 7n ** 100_000_000n; }',
  'a list that grows for ever': 'function stick() { const all = []; for (;;) all.push(new Array(1e6).fill(0)); }',
  'an iterator that is spread': 'const stick = () => { const one = { next: () => ({ value: 1 }), [Symbol.iterator]: () => one }; return [...one]; };',
  'a wait for another thread': 'function stick() { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); }',
  'a loop that catches everything': 'function stick() { for (;;) try { for (;;); } catch {} }',
};

const tea = (stick: string, top = ''): string => `import { createTask } from '@teatime/core';
${stick}
${top}
export async function makeTea(boilWater, listenToMusic) {
  const boiling = createTask(boilWater());
  const listening = createTask(listenToMusic());
  const water = await boiling;
  if (water === '') await stick();
  await listening;
  return water;
}
`;

describe.skipIf(!hasChromium)(name, () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await builtPage();
  });
  afterAll(() => built[Symbol.asyncDispose]());

  async function graded(source: string): Promise<PageResult> {
    const files = [{ name: 'tea.ts', source }];
    return await built.page.evaluate(`grader.grade('tea', ${JSON.stringify(files)}, { language: 'en', seed: 7 })`);
  }

  test.each(sampleOf(Object.entries(hangs), 4))('by %s is told with its line, and only where it hangs', async (_how, code) => {
    const { result } = await graded(tea(code));
    const [hung, ...others] = result.checks.filter(({ status }) => status !== 'passed');
    expect(hung).toMatchObject({ cause: 'hang', location: { file: 'tea.ts', line: 2 } });
    expect(others).toEqual([]);
  });

  test('is told at its place in the line, whatever was put into it to find out', async () => {
    const { result } = await graded(tea('function stick() { let n = 0;   while (true) { n += 1; } }'));
    const hung = result.checks.find(({ cause }) => cause === 'hang');
    expect(hung?.location).toMatchObject({ line: 2, column: expect.toSatisfy((column: number) => column >= 20 && column <= 56) });
  });

  test('while it is loaded is told with its line, and at once for all checks', async () => {
    const { result } = await graded(tea(hangs['an endless loop'], 'stick();'));
    const suite = result.checks.filter(({ kind }) => kind === 'suite');
    expect(suite.map(({ cause, location }) => ({ cause, line: location?.line }))).toEqual(suite.map(() => ({ cause: 'hang', line: 2 })));
  });

  test('holds nobody up: the page answers while it loops', async () => {
    const { page } = built;
    await page.evaluate(`document.querySelector('button').onclick = () => { globalThis.clicks = (globalThis.clicks ?? 0) + 1; }`);
    const grading = graded(tea(hangs['an endless loop']));
    await page.click('button');
    expect(await page.evaluate('globalThis.clicks')).toBe(1);
    await grading;
  });

  test.skipIf(!isThorough)('fifty times leaves nothing behind: no worker, and no memory', async () => {
    const hangWhileLoaded = tea(hangs['an endless loop'], 'stick();');
    const hangOften = async (times: number): Promise<void> => {
      for (let time = 0; time < times; time++) await graded(hangWhileLoaded);
    };
    await hangOften(5);
    const [workers, bytes] = [built.page.workers().length, await memoryOf(built)];
    await hangOften(45);
    await expect.poll(() => built.page.workers().length).toBeLessThanOrEqual(workers);
    await expect.poll(() => memoryOf(built), { timeout: 60_000 }).toBeLessThan(bytes + 100e6);
    expect((await graded(tea('const stick = () => {};'))).result.status).toBe('passed');
  });

  test('is forgotten when the answer has changed meanwhile', async () => {
    const files = [{ name: 'tea.ts', source: tea(hangs['an endless loop'], 'stick();') }];
    const outcome = await built.page.evaluate(`(async () => {
      const changed = new AbortController();
      const grading = grader.grade('tea', ${JSON.stringify(files)}, { language: 'en', signal: changed.signal });
      changed.abort();
      return grading.then(() => 'graded', ({ name }) => name);
    })()`);
    expect(outcome).toBe('AbortError');
  });
});

/** In bytes, of the process in which the page and its workers run: the largest of its kind. */
async function memoryOf({ page }: BuiltPage): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => {
    const [, pages = '0'] = (await readFile(`/proc/${id}/statm`, 'utf8')).split(' ');
    return Number(pages) * 4096;
  });
  return Math.max(...(await Promise.all(sizes)));
}
