import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runPage } from '../../src/commands/play/run-page.ts';
import { builtPlayer } from '../../src/cli/built-player.ts';
import type { PagePlayer } from '../../src/report/html/page.ts';
import { htmlReport } from '../../src/report/html/html-report.ts';
import { chromiumPath, hasChromium } from '../support/built-page.ts';
import { gather, grade, oneAfterAnother } from '../support/grades.ts';
import { attacks, hostileResult } from '../support/hostile-result.ts';
import { teaRecording } from '../support/recorded-runs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.skipIf(!hasChromium)(hasChromium ? 'Pages with a player' : `Pages with a player (skipped: there is no ${chromiumPath}; apt-get install chromium)`, () => {
  let browser: Browser;
  let player: PagePlayer;
  beforeAll(async () => {
    [browser, player] = await Promise.all([chromium.launch({ executablePath: chromiumPath }), builtPlayer()]);
  });
  afterAll(() => browser.close());

  const report = (result = grade('en', [[gather, oneAfterAnother()]])): string => htmlReport(result, { language: 'en', courseTitle: 'Teatime', player });
  const play = async (language: 'en' | 'zh-CN' = 'en'): Promise<string> => runPage(await teaRecording(), { language, title: 'Tea', player });

  test('A timeline of a report is gone through in the player: what ran beside what should have', async () => {
    await using shown = await open(browser, report());
    const { page } = shown;
    expect(await page.locator('.player').count()).toBe(0);
    await page.getByRole('button', { name: 'Go through it step by step' }).click();
    expect(await page.locator('.player-title').allInnerTexts()).toEqual(['you', 'expected']);
    // The focus is in it.
    await page.keyboard.press('End');
    expect(await page.locator('.player-says').innerText()).toMatch(/ends\.$/);
    expect(shown.heard).toEqual([]);
  });

  test('Without scripts a report has no button that does nothing, and the page of a run shows what was printed', async () => {
    await using shown = await open(browser, report(), { javaScriptEnabled: false });
    expect(await shown.page.locator('button').count()).toBe(0);
    expect(await shown.page.locator('svg.timeline').count()).toBe(1);
    await using other = await open(browser, await play(), { javaScriptEnabled: false });
    expect(await other.page.innerText('.output')).toBe('The kettle is on.\nThe music plays.\nThe water boils!\nTea is ready.');
  });

  test.each(['light', 'dark'] as const)('The page of a run can be read and used, on a telephone too (%s)', async (colorScheme) => {
    for (const [language, width] of [['en', 1000], ['zh-CN', 360]] as const) {
      await using shown = await open(browser, await play(language), { colorScheme, viewport: { width, height: 800 } });
      const { page } = shown;
      expect(await page.locator('.player').count()).toBe(1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]))).toEqual([]);
      expect(shown.heard).toEqual([]);
    }
  });

  test('What a hostile student writes stays text, and no script runs but the player’s', async () => {
    const smuggled = '<script>document.title = "owned"</script><img src="data:," onerror="document.title = \'owned\'">';
    const pages = [report(hostileResult()), await play(), runPage(hostileRecording, { language: 'en', title: attacks.join(' '), player })];
    for (const text of pages) {
      await using shown = await open(browser, text.replace('</main>', `${smuggled}</main>`));
      const { page } = shown;
      while ((await page.locator('.replay-button').count()) > 0) await page.locator('.replay-button').first().click();
      await page.keyboard.press('End');
      expect(await page.title()).not.toBe('owned');
      expect(await page.locator('.replay :is(script, img, iframe, link, base, animate, [onerror], [onclick], [onmouseover], [href])').count()).toBe(0);
      expect(shown.heard.filter((said) => !said.includes('Content Security Policy'))).toEqual([]);
    }
  });

  test.each(['', '{', '[]', '[{}]', '[{"recording":{"events":[{"type":"log"}],"files":[]}}]', 'null', '<img src=x>'])('Runs that are none are told as such: %s', async (runs) => {
    await using shown = await open(browser, (await play()).replace(/data-runs="[^"]*"/, `data-runs='${runs}'`));
    expect(await shown.page.getByRole('alert').innerText()).toBe('This run cannot be shown: what was given is no recording.');
    expect(shown.heard).toEqual([]);
  });
});

const all = attacks.join(' ');

const hostileRecording = {
  events: [
    { v: 1, seq: 0, t: 0, type: 'task.create', task: all, name: all, by: null },
    { v: 1, seq: 1, t: 0, type: 'task.step.begin', task: all },
    { v: 1, seq: 2, t: 0, type: 'log', task: null, text: all },
    { v: 1, seq: 3, t: 0, type: 'task.done', task: all, status: 'rejected' },
  ],
  files: [{ name: all, source: all }],
} as const;

interface Shown extends AsyncDisposable {
  readonly page: Page;
  /** What the page said on the console, and what it asked for besides itself. */
  readonly heard: readonly string[];
}

async function open(browser: Browser, text: string, options: BrowserContextOptions = {}): Promise<Shown> {
  const folder = await temporaryFolder({ 'page.html': text });
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('dialog', (dialog) => heard.push(dialog.message()));
  const address = pathToFileURL(join(folder.path, 'page.html')).href;
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) heard.push(request.url());
  });
  await page.goto(address);
  return {
    page,
    heard,
    async [Symbol.asyncDispose]() {
      await context.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
