import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitZip } from '../../src/files/visit-zip.ts';
import { repository } from '../support/repository.ts';
import { teatime } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { desk, solution, verdict, write, written } from './playground.ts';
import { hasBrowser, inBrowser, openSite } from './site.ts';
import type { Site } from './site.ts';

const tea = 'exercises/tea.html';

describe.skipIf(!hasBrowser)(inBrowser('Who solves an exercise in its page'), () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('reads what pnpm grade would say, sees where, and gets the solution once it has passed', async () => {
    await using at = await desk(site, tea);
    await write(at.page, solution('tea').replace('createTask(listen', 'creatTask(listen'));
    expect(await verdict(at.page, 'creatTask is not defined')).toContain('tea.ts:15');
    await at.page.locator('.cm-lintRange-error').first().waitFor();
    expect(await at.page.getByRole('button', { name: 'Solution' }).count()).toBe(0);
    await write(at.page, solution('tea'));
    await verdict(at.page, '8/8');
    await at.page.getByRole('button', { name: 'Solution' }).click();
    expect(await at.page.locator('.playground-help pre').innerText()).toBe(solution('tea').trimEnd());
    expect(at.trouble).toEqual([]);
  });

  test('is told the line of a loop that does not end, and goes on writing meanwhile', async () => {
    await using at = await desk(site, tea);
    await write(at.page, solution('tea').replace('return water', 'for (;;);\n  return water'));
    await at.page.getByRole('button', { name: 'Hint' }).click();
    await at.page.getByText('Hint 1 of').waitFor();
    expect(await verdict(at.page, /tea\.ts:\d+:\d+\s*for \(;;\);/)).toContain('0/2');
  });

  test('finds their answer again, in every tab', async () => {
    await using at = await desk(site, tea);
    const other = await at.open(tea);
    await write(at.page, '// kept\n');
    await other.getByText('// kept').waitFor();
    await at.page.reload();
    await at.page.getByText('// kept').waitFor();
    await at.page.getByRole('button', { name: 'Start over' }).click();
    await at.page.getByRole('button', { name: 'Undo' }).click();
    expect(await written(at.page)).toContain('// kept');
  });

  test('hands an answer on in a link, which replaces nobody’s own before they say so', async () => {
    await using mine = await desk(site, tea);
    await write(mine.page, '// mine\n');
    await mine.page.getByRole('button', { name: 'Copy a link' }).click();
    await mine.page.getByText('is in the clipboard').waitFor();
    const link = String(await mine.page.evaluate('navigator.clipboard.readText()'));
    await using theirs = await desk(site, tea);
    await write(theirs.page, '// theirs\n');
    const opened = await theirs.open(link.slice(site.address.length));
    expect(await written(opened)).toContain('// mine');
    await opened.getByRole('button', { name: 'Back to mine' }).click();
    expect(await written(opened)).toContain('// theirs');
    expect(await written(theirs.page)).toContain('// theirs');
  });

  const fragment = (value: unknown): string => `#answer=${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;
  const source = "<img src=x onerror=\"globalThis.reached = 1\"><script>globalThis.reached = 1</script>";

  test.each([
    ['no fragment at all', '#answer=%%%', 'no answer that can be read'],
    ['a broken compression', '#answer=AAAA', 'no answer that can be read'],
    ['ten megabytes', `#answer=${'A'.repeat(1_000_000)}`, 'more than an answer can have'],
    ['what unpacks to ten megabytes', fragment({ exercise: 'tea', files: [{ name: 'tea.ts', source: 'x'.repeat(10_000_000) }] }), 'more than an answer can have'],
    ['something else', fragment({ exercise: 7 }), 'no answer that can be read'],
    ['another exercise', fragment({ exercise: 'gather', files: [] }), 'another exercise: gather'],
    ['a script', fragment({ exercise: 'tea', files: [{ name: 'tea.ts', source }] }), 'came with the link'],
  ])('opens a link that carries %s, and reads what it is', async (_, hash, said) => {
    await using at = await desk(site, tea + hash);
    await at.page.locator('.playground-notice').getByText(said).waitFor();
    expect(await at.page.evaluate('globalThis.reached')).toBeUndefined();
    expect(at.trouble).toEqual([]);
  });

  test('runs what others wrote without letting it reach the network, or what the page keeps', async () => {
    await using at = await desk(site, tea);
    const names = ['fetch', 'indexedDB', 'caches', 'BroadcastChannel', 'WebSocket', 'XMLHttpRequest', 'importScripts', 'postMessage', 'Worker', 'location'];
    await write(at.page, `const holders = [];
for (let holder = globalThis; holder; holder = Object.getPrototypeOf(holder)) holders.push(holder);
const reached = ${JSON.stringify(names)}.filter((name) => holders.some((holder) => {
  try { return Reflect.get(holder, name, globalThis)?.name !== undefined || typeof Reflect.get(holder, name, globalThis) === 'object'; } catch { return false; }
}));
export async function makeTea(): Promise<string> {
  try { Function('')(); reached.push('a text'); } catch {}
  throw new Error('reached: ' + reached.join());
}`);
    expect(await verdict(at.page, /reached: /)).toMatch(/reached: (?![a-zA-Z])/);
    expect(at.trouble).toEqual([]);
  });

  test('takes the answers home as folders that pnpm grade takes, and brings them back', async () => {
    await using at = await desk(site, tea);
    await write(at.page, solution('tea'));
    const [download] = await Promise.all([at.page.waitForEvent('download'), at.page.getByRole('button', { name: 'Download my answers' }).click()]);
    await using folder = await temporaryFolder();
    const zip = join(folder.path, 'answers.zip');
    await writeFile(zip, await readFile(await download.path()));
    await visitZip(await readFile(zip), ({ name, kind }) => {
      const pieces: Uint8Array[] = [];
      return kind === 'file' ? { write: (piece) => pieces.push(piece) > 0, end: () => void folder.write(`from/${name}`, Buffer.concat(pieces)) } : undefined;
    });
    const { code } = await teatime(['grade', 'tea', '--from', join(folder.path, 'from')], { cwd: repository });
    expect(code).toBe(0);
    await using elsewhere = await desk(site, 'exercises/gather.html');
    await elsewhere.page.locator('input[type=file]').setInputFiles(zip);
    await elsewhere.page.getByText('have been opened: tea').waitFor();
    expect(await written(await elsewhere.open(tea))).toContain('createTask');
  });

  test('opens their answers while a link shows another: theirs are kept, and it is not', async () => {
    await using at = await desk(site, tea);
    await write(at.page, '// theirs\n');
    const linked = await at.open(tea + fragment({ exercise: 'tea', files: [{ name: 'tea.ts', source: '// linked\n' }] }));
    await linked.locator('.playground-notice').getByText('came with the link').waitFor();
    await linked.locator('input[type=file]').setInputFiles({ name: 'tea.ts', mimeType: 'text/plain', buffer: Buffer.from('// opened\n') });
    await linked.getByText('have been opened: tea').waitFor();
    expect(await linked.getByText('came with the link').count()).toBe(0);
    expect(await written(await at.open(tea))).toContain('// opened');
    await linked.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => written(linked)).toContain('// theirs');
    await expect.poll(async () => written(await at.open(tea)), { timeout: 60_000 }).toContain('// theirs');
  });

  test('is blamed for nothing before they have begun', async () => {
    await using at = await desk(site, tea);
    await verdict(at.page, 'not begun');
    expect(await at.page.locator('.cm-lintRange-error, .cm-lint-marker-error').count()).toBe(0);
    expect(await at.page.locator('.playground-verdict [role=status]').textContent()).not.toContain('error');
  });

  test('sees the lesson’s program run with the answer in it', async () => {
    await using at = await desk(site, 'zh-CN/exercises/tea.html');
    await write(at.page, solution('tea'));
    await at.page.getByRole('button', { name: '不等待，直接运行完' }).click();
    await at.page.getByText('总耗时: 3.00 秒').first().waitFor();
    expect(await at.page.locator('.playground-player .player').count()).toBe(1);
  });

  test('is checked without a network, too, once an exercise was opened', async () => {
    await using at = await desk(site, tea, { isKept: true });
    const { page } = at;
    await page.evaluate(`(async () => {
      await navigator.serviceWorker.ready;
      // The last of all, which nobody has asked for.
      const kept = () => caches.match(new URL('/grader/student/story-worker.js', location.href));
      while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 50));
    })()`);
    await page.context().setOffline(true);
    await page.goto(`${site.address}exercises/gather.html`);
    await write(page, solution('gather'));
    await page.locator('.playground-state', { hasText: 'Passed: 16 of 18 points.' }).waitFor();
  });

  test.each([1300, 360])('needs no sharp eyes, no mouse and no wide screen (%i pixels)', async (width) => {
    await using at = await desk(site, tea, { width });
    const { page } = at;
    await page.locator('.playground-report .exercise').waitFor({ state: 'attached' });
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('.cm-editor') === null")).toBe(true);
    await page.evaluate(axe.source);
    for (const tab of width < 500 ? ['Answer', 'Verdict', 'Run'] : ['']) {
      if (tab !== '') await page.getByRole('tab', { name: tab }).click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html])), tab).toEqual([]);
    }
  });
});
