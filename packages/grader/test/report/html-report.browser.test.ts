import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visible } from '../../src/messages/visible.ts';
import { htmlReport } from '../../src/report/html/html-report.ts';
import type { GradeResult } from '../../src/verdict/result.ts';
import { flawless } from '../support/evidence.ts';
import { gather, grade, oneAfterAnother, tea } from '../support/grades.ts';
import { attacks, hostileResult } from '../support/hostile-result.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const executablePath = '/usr/bin/chromium';
const isThere = existsSync(executablePath);
const name = isThere ? 'The page in a browser' : `The page in a browser (skipped: there is no ${executablePath}; apt-get install chromium)`;

describe.skipIf(!isThere)(name, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath });
  });
  afterAll(() => browser.close());

  const schemes = ['light', 'dark'] as const;

  test.each(schemes)('Every text and every bar can be told from what is behind it (%s)', async (colorScheme) => {
    await using shown = await show(browser, everything(), { colorScheme });
    expect(await faint(shown.page, { text: 4.5, graphic: 3 })).toEqual([]);
    // The measure itself measures something.
    expect(await faint(shown.page, { text: 22, graphic: 22 })).not.toEqual([]);
  });

  test('The two schemes are two', async () => {
    const backgrounds = [];
    for (const colorScheme of schemes) {
      await using shown = await show(browser, everything(), { colorScheme });
      backgrounds.push(await shown.page.evaluate('getComputedStyle(document.body).backgroundColor'));
    }
    expect(new Set(backgrounds).size).toBe(2);
  });

  test('On paper it is black on white, whatever the screen was, and nothing is cut off', async () => {
    await using shown = await show(browser, everything(), { colorScheme: 'dark' });
    await shown.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await shown.page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await faint(shown.page, { text: 4.5, graphic: 3 })).toEqual([]);
    const cut = "[...document.querySelectorAll('pre')].filter((one) => one.scrollHeight > one.clientHeight + 1).length";
    expect(await shown.page.evaluate(cut)).toBe(0);
  });

  test('It tells the points, the messages, why they matter, and where', async () => {
    await using shown = await show(browser, everything(), {});
    const text = await shown.page.innerText('main');
    for (const part of ['4 of 10 points', 'Chapter 2 started only when', 'Why: That is what gather is for', 'gather.ts:12:5', 'line 29']) {
      expect(text).toContain(part);
    }
    expect(await shown.page.getByRole('img', { name: /^Timeline.*you: chapter 1 0 s – 0.5 s.*expected: chapter 1/ }).count()).toBe(1);
  });

  test.each([360, 900])('At %i pixels nothing sticks out', async (width) => {
    for (const result of [everything(), hostileResult()]) {
      await using shown = await show(browser, result, { viewport: { width, height: 800 } });
      expect(await shown.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  test('What a hostile student writes stays text, and nothing runs or is asked for', async () => {
    await using shown = await show(browser, hostileResult(), {});
    const { page, heard } = shown;
    await page.hover('h2');
    for (const link of await page.locator('a').all()) await link.hover();
    expect(await page.title()).toBe('Teatime · 0 of 4 points');
    const tags = 'script, img, iframe, link, base, animate, [onerror], [onclick], [onmouseover], [href^="javascript"], [style]';
    expect(await page.locator(tags).count()).toBe(0);
    expect(await page.locator('meta[http-equiv]').count()).toBe(1);
    const printed = await page.innerText('pre');
    expect(printed.split('\n')).toEqual(attacks.map((attack) => visible(attack)));
    expect(heard).toEqual([]);
  });

  test('Were a script to get in, it would not run', async () => {
    await using shown = await show(browser, everything(), {}, (text) =>
      text.replace('</main>', '<script>document.title = "owned"</script><img src="data:," onerror="document.title = \'owned\'"></main>'),
    );
    expect(await shown.page.title()).toBe('Teatime · 4 of 10 points');
    expect(shown.heard.join('\n')).toMatch(/Content Security Policy/);
  });
});

interface Shown extends AsyncDisposable {
  readonly page: Page;
  /** What the page said on the console, and what it asked for besides itself. */
  readonly heard: readonly string[];
}

async function show(
  browser: Browser,
  result: GradeResult,
  options: NonNullable<Parameters<Browser['newPage']>[0]>,
  tamper = (text: string): string => text,
): Promise<Shown> {
  const text = htmlReport(result, { language: 'en', courseTitle: 'Teatime' });
  const folder = await temporaryFolder({ 'report.html': tamper(text) });
  const page = await browser.newPage(options);
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('dialog', (dialog) => heard.push(dialog.message()));
  const address = pathToFileURL(join(folder.path, 'report.html')).href;
  page.on('request', (request) => {
    if (request.url() !== address) heard.push(request.url());
  });
  await page.goto(address);
  return {
    page,
    heard,
    async [Symbol.asyncDispose]() {
      await page.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const faintSource = readFileSync(new URL('../support/faint.mjs', import.meta.url), 'utf8');

/** What is harder to see than it may be; a page does not know the modules of its tests. */
function faint(page: Page, least: { readonly text: number; readonly graphic: number }): Promise<unknown> {
  return page.evaluate(`${faintSource}; faint(${JSON.stringify(least)})`);
}

function everything(): GradeResult {
  const result = grade('en', [[tea, flawless(tea)], [gather, oneAfterAnother()]]);
  return { ...result, sandbox: 'none' };
}
