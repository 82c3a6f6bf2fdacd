import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FrameFromStudent } from '../../src/wire/frames.ts';
import { withOwnPlaces } from '../../src/wire/own-places.ts';
import { builtPage, chromiumPath, hasChromium } from '../support/built-page.ts';
import type { BuiltPage } from '../support/built-page.ts';

/*
 * How the files of an answer come together in a page, where no loader can be told what a name stands for.
 */

const name = hasChromium ? 'The files of an answer in the page' : `The files of an answer in the page (skipped: there is no ${chromiumPath}; apt-get install chromium)`;

describe.skipIf(!hasChromium)(name, () => {
  let built: BuiltPage;
  beforeAll(async () => {
    built = await builtPage();
  });
  afterAll(() => built[Symbol.asyncDispose]());

  /** What the student's side says of an answer as it is loaded. Its first file is the one that the suite imports. */
  async function loaded(files: Readonly<Record<string, string>>): Promise<FrameFromStudent | undefined> {
    const entry = Object.keys(files)[0] ?? '';
    const frame = { t: 'load', now: 0, world: { files: {}, readMs: 0, hashMs: 0 }, files, entry, imports: ['@teatime/core'], forbidden: [] };
    // It takes the realm for good: a page of its own.
    await built.page.reload();
    const frames: readonly FrameFromStudent[] = await built.page.evaluate(`import('/grader/student/side.js').then(async ({ openStudentSide }) => {
      const said = [];
      const side = openStudentSide({ write: (frame) => said.push(frame), read: () => undefined });
      await side.load(${JSON.stringify(frame)});
      return said;
    })`);
    return frames.find(({ t }) => t === 'loaded');
  }

  test('may import each other in a circle', async () => {
    const answer = await loaded({
      'main.ts': `import { isEven } from './even.ts'; import isOdd, { one } from './odd.ts'; export const said = [isEven(7), isOdd(7), one].join();`,
      'even.ts': `import isOdd from './odd.ts'; export * from './one.ts'; export function isEven(n) { return n === 0 || isOdd(n - one); } import { one } from './one.ts';`,
      'odd.ts': `import { isEven, one } from './even.ts'; export { one } from './one.ts'; export default (n) => n !== 0 && isEven(n - one);`,
      'one.ts': `export const one = 1;`,
    });
    expect(answer).toMatchObject({ ok: true, exports: [['said', 'false,true,1']] });
  });

  test('may await something at their top level, but no timer', async () => {
    expect(await loaded({ 'main.ts': `export const said = await Promise.resolve('tea');` })).toMatchObject({ ok: true, exports: [['said', 'tea']] });
    const waits = await loaded({ 'main.ts': `import { sleep } from '@teatime/core'; await sleep(10); export const said = 'tea';` });
    expect(waits).toMatchObject({ ok: false, waits: true });
  });

  test('that cannot be linked are told by the names that their author wrote', async () => {
    const answer = await loaded({ 'main.ts': `import { coffee } from './other.ts'; export { coffee };`, 'other.ts': '' });
    expect(JSON.stringify(answer)).toContain("'./other.ts' does not provide an export named 'coffee'");
  });

  test('that fail in their first line are told at the column that their author wrote', async () => {
    const fails = await loaded({ 'main.ts': `export const said = 'tea'; null.brew();` });
    expect(JSON.stringify(fails)).toContain('{"file":"main.ts","line":1,"column":33}');
    const prints = await loaded({ 'main.ts': `export const said = new Error('tea').stack; export const next = 1;` });
    expect(withOwnPlaces(JSON.stringify(prints))).toContain('at main.ts:1:21');
  });
});
