import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCourse } from '../../src/course/read-course.ts';
import { repository } from '../support/repository.ts';
import { hasBrowser, inBrowser, openSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** What a reader of a page finds there. */
interface Seen {
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

describe.skipIf(!hasBrowser)(inBrowser('The pages of the site'), () => {
  let site: Site;
  let all: ReadonlyMap<string, Seen>;
  beforeAll(async () => {
    site = await openSite();
    all = new Map((await visitAll(site)).map((seen) => [seen.path, seen]));
  });
  afterAll(() => site[Symbol.asyncDispose]());

  const seen = (): readonly Seen[] => [...all.values()];
  const here = (link: string): boolean => link.startsWith(site.address);
  const pathOf = (link: string): string => link.slice(site.address.length).replace(/[#?].*/, '').replace(/(^|\/)index\.html$/, '$1');

  test('say nothing in the console, and ask nobody else for anything', () => {
    expect(seen().filter(({ trouble }) => trouble.length > 0).map(({ path, trouble }) => [path, trouble])).toEqual([]);
  });

  test('link pages and headings that are there', async () => {
    const broken: string[] = [];
    const files = new Set<string>();
    for (const { path, links } of seen()) {
      for (const link of links.filter(here)) {
        const target = all.get(pathOf(link));
        if (target === undefined) files.add(link);
        else if (!['', ...target.anchors].includes(decodeURIComponent(new URL(link).hash.slice(1)))) broken.push(`${path} → ${link}`);
      }
    }
    for (const file of files) if ((await fetch(file)).status !== 200) broken.push(file);
    expect(broken).toEqual([]);
  });

  test('show their pictures', () => {
    expect(seen().flatMap(({ picturesThatAreMissing }) => picturesThatAreMissing)).toEqual([]);
  });

  test('can all be reached from the start page of their language', () => {
    for (const start of ['', 'zh-CN/']) {
      const reached = new Set([start]);
      for (const path of reached) for (const link of all.get(path)?.links ?? []) if (here(link) && all.has(pathOf(link))) reached.add(pathOf(link));
      expect([...all.keys()].filter((path) => path !== '404.html' && !reached.has(path)), `from /${start}`).toEqual([]);
    }
  });

  test('are there in both languages, and the switch of the language keeps the page', () => {
    for (const { path, language, translation } of seen().filter((one) => one.path !== '404.html')) {
      expect(language).toBe(path.startsWith('zh-CN/') ? 'zh-CN' : 'en');
      const other = path.startsWith('zh-CN/') ? path.slice('zh-CN/'.length) : `zh-CN/${path}`;
      expect(pathOf(translation), path).toBe(other);
      expect(all.has(other), other).toBe(true);
    }
  });

  test('fit a screen that is 360 pixels wide', () => {
    expect(seen().filter(({ widthOfNarrow }) => widthOfNarrow > 360).map(({ path }) => path)).toEqual([]);
  });

  test.each(['', 'zh-CN/'])('lead from the lesson (/%slesson/) through each section and its exercises, in the order of the course', async (start) => {
    const { exercises } = await readCourse(repository);
    const walked: string[] = [];
    for (let path: string | undefined = `${start}lesson/`; path !== undefined && !walked.includes(path); ) {
      walked.push(path);
      const next: string | undefined = all.get(path)?.nextPage;
      path = next && pathOf(next);
    }
    expect(walked.filter((path) => path.includes('exercises/'))).toEqual(exercises.map(({ id }) => `${start}exercises/${id}.html`));
    const sections = [...all.keys()].filter((path) => path.startsWith(`${start}lesson/`));
    expect(walked.filter((path) => path.includes('lesson/'))).toEqual(sections.toSorted());
  });
});

/** Four at a time: a page mostly waits. */
async function visitAll({ address, browser, pages }: Site): Promise<readonly Seen[]> {
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
  await page.goto(address + path);
  await page.waitForFunction("document.querySelector('#app')?.__vue_app__ !== undefined");
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
