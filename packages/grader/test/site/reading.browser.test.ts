import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, inBrowser, openSite, startSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

describe.skipIf(!hasBrowser)(inBrowser('Whoever reads the site'), () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site[Symbol.asyncDispose]());

  const ofEachKind = ['', 'zh-CN/lesson/3-loop-and-gather.html', 'exercises/gather.html', 'guide/student.html', 'reference/kit.html', 'zh-CN/architecture.html', '404.html'];

  test.each(ofEachKind.flatMap((path) => (['light', 'dark'] as const).map((scheme) => ({ path, scheme }))))('needs no sharp eyes and no mouse: /$path ($scheme)', async ({ path, scheme }) => {
    for (const width of [1300, 360]) {
      await using context = await site.browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, serviceWorkers: 'block' });
      const page = await context.newPage();
      await open(page, path);
      await page.evaluate(axe.source);
      const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
      expect(passes.length).toBeGreaterThan(0);
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html])), `${width} pixels`).toEqual([]);
    }
  });

  test.each([
    ['en', '', 'conductor', 'lesson/3-loop-and-gather.html'],
    ['en', '', 'downloadChapter', 'exercises/gather.html'],
    ['zh-CN', 'zh-CN/', '乐队的指挥', 'zh-CN/exercises/event-loop.html'],
    ['zh-CN', 'zh-CN/', '致命', 'zh-CN/'],
  ])('finds (%s, from /%s) what is about “%s”', async (_, start, query, found) => {
    await using context = await site.browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await open(page, start);
    await page.locator('#local-search button').first().click();
    await page.locator('.search-input').fill(query);
    await page.locator('.results a.result').first().waitFor();
    const results = await page.evaluate<readonly string[]>("[...document.querySelectorAll('.results a.result')].map(({ pathname }) => pathname)");
    expect(results).toContain(`/${found}`);
  });

  test('goes on without a network, to pages not seen before too', async () => {
    await using context = await site.browser.newContext();
    const page = await context.newPage();
    await open(page, '');
    await page.evaluate('navigator.serviceWorker.ready');
    await page.waitForFunction('navigator.serviceWorker.controller !== null');
    await context.setOffline(true);
    for (const path of ['exercises/tea.html', 'zh-CN/lesson/', 'reference/core.html', 'exercises/event-loop.html']) {
      await open(page, path);
      expect(await page.locator('main h1').count(), path).toBe(1);
    }
    await page.locator('.flow-chart').scrollIntoViewIfNeeded();
    await page.locator('.flow-chart svg').waitFor();
    await page.goto(`${site.address}no-such-page.html`);
    expect(await page.locator('.NotFound').count()).toBe(1);
  });

  test('is safe from what somebody might bring into a page: other scripts, code made of texts, and requests elsewhere', async () => {
    await using context = await site.browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page, 'exercises/tea.html');
    asked.length = 0;
    const reached = await page.evaluate<readonly string[]>(`(async () => {
      const reached = [];
      globalThis.reach = (what) => reached.push(what);
      const script = document.createElement('script');
      script.textContent = 'reach("an inline script")';
      document.body.append(script);
      const other = document.createElement('script');
      other.src = 'https://example.com/script.js';
      document.body.append(other);
      setTimeout(() => {
        try { Function('reach("a text")')(); } catch {}
      });
      await fetch('https://example.com/').then(() => reach('a request'), () => {});
      await new Promise((resolve) => setTimeout(resolve, 0));
      return reached;
    })()`);
    expect(reached).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('is told of a port that is taken, and ends with Ctrl-C', async () => {
    const child = startSite('--port', new URL(site.address).port);
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(said).toContain('Something else listens on port');
    expect(code).toBe(2);
    await using other = await openSite();
    expect(other.address).not.toBe(site.address);
    expect(await other.interrupt()).toBe(0);
  });

  async function open(page: Page, path: string): Promise<void> {
    await page.goto(site.address + path);
    await page.waitForFunction("document.querySelector('#app')?.__vue_app__ !== undefined");
  }
});
