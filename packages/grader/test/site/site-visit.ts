import type { Browser, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { Site } from './site.ts';

/** What a reader of a page finds there. */
export interface Seen {
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly anchors: readonly string[];
  /** Addresses that a click leads to, as the browser reads them. */
  readonly links: readonly string[];
  readonly picturesThatAreMissing: readonly string[];
  readonly translation: string;
  readonly nextPage: string | undefined;
  /** How wide the page is on a screen of 360 pixels. */
  readonly widthOfNarrow: number;
  /** Errors and warnings of the console, scripts that fell, answers that were none, and whatever was asked of others. */
  readonly trouble: readonly string[];
}

/** Four at a time: a page mostly waits. */
export async function visitAll({ address, browser, pages }: Site): Promise<readonly Seen[]> {
  const left = [...pages];
  const seen: Seen[] = [];
  const visitor = async (): Promise<void> => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) seen.push(await visit(browser, address, path));
  };
  await Promise.all([visitor(), visitor(), visitor(), visitor()]);
  return seen;
}

async function visit(browser: Browser, address: string, path: string): Promise<Seen> {
  await using context = await browser.newContext({ viewport: { width: 1300, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log' && message.text() !== 'Service Worker registration blocked by Playwright') trouble.push(message.text());
  });
  page.on('pageerror', ({ message }) => trouble.push(message));
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(address)) trouble.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()} ${response.url()}`);
  });
  await openPage(page, address + path);
  await drawCharts(page);
  const found = await page.evaluate<Omit<Seen, 'path' | 'widthOfNarrow' | 'trouble'>>(`({
    title: document.title,
    language: document.documentElement.lang,
    anchors: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
    picturesThatAreMissing: [...document.images].filter(({ complete, naturalWidth }) => complete && naturalWidth === 0).map(({ src }) => src),
    translation: document.querySelector('.VPNavBarTranslations a')?.href ?? '',
    nextPage: document.querySelector('a.pager-link.next')?.href,
  })`);
  await page.setViewportSize({ width: 360, height: 700 });
  const widthOfNarrow = await page.evaluate<number>('document.documentElement.scrollWidth');
  return { ...found, path, widthOfNarrow, trouble };
}

async function drawCharts(page: Page): Promise<void> {
  for (const chart of await page.locator('.flow-chart').all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('svg').waitFor();
  }
}

/** Opens a page, and waits until its scripts have taken over. */
export async function openPage(page: Page, address: string): Promise<void> {
  // A limit for what hangs, not a measure of speed.
  page.setDefaultTimeout(300_000);
  await page.goto(address);
  // Asked from outside each time: the page's policy lets no text ask again and again.
  const isTakenOver = async (): Promise<void> => {
    if ((await page.evaluate("document.querySelector('#app')?.__vue_app__ === undefined")) === true) throw new Error(`the scripts of ${address} do nothing`);
  };
  await vi.waitFor(isTakenOver, { timeout: 300_000 });
}
