import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCourse } from '../../src/course/read-course.ts';
import { repository } from '../support/repository.ts';
import { hasBrowser, inBrowser, openSite, startSite } from './site.ts';
import type { Site } from './site.ts';
import { openPage, visitAll } from './site-visit.ts';
import type { Seen } from './site-visit.ts';

describe.skipIf(!hasBrowser)(inBrowser('The site'), () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site[Symbol.asyncDispose]());

  describe('Its pages', () => {
    let all: ReadonlyMap<string, Seen>;
    beforeAll(async () => {
      all = new Map((await visitAll(site)).map((seen) => [seen.path, seen]));
    });

    const seen = (): readonly Seen[] => [...all.values()];
    const here = (link: string): boolean => link.startsWith(site.address);
    const pathOf = (link: string): string => link.slice(site.address.length).replace(/[#?].*/, '').replace(/(^|\/)index\.html$/, '$1');

    test('say nothing in the console, and ask nobody else for anything', () => {
      expect(seen().filter(({ trouble }) => trouble.length > 0).map(({ path, trouble }) => [path, trouble])).toEqual([]);
    });

    test('link pages and headings that are there', async () => {
      const broken: string[] = [];
      const files = new Set<string>();
      for (const { path, links, translation } of seen()) {
        for (const link of links.filter(here)) {
          // What is not there in one language is not there in the other.
          if (path === '404.html' && link === translation) continue;
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

    test.each(['', 'zh-CN/'])('can all be reached from the start page of their language (/%s)', (start) => {
      const isOwn = (path: string): boolean => path !== '404.html' && path.startsWith('zh-CN/') === (start !== '');
      const reached = new Set([start]);
      for (const path of reached) for (const link of all.get(path)?.links ?? []) if (here(link) && isOwn(pathOf(link))) reached.add(pathOf(link));
      expect([...all.keys()].filter((path) => isOwn(path) && !reached.has(path))).toEqual([]);
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

  describe('Whoever reads it', () => {
    const ofEachKind = ['', 'zh-CN/lesson/3-loop-and-gather.html', 'exercises/gather.html', 'guide/student.html', 'reference/kit.html', 'zh-CN/architecture.html', '404.html'];

    test.each(ofEachKind)('needs no sharp eyes and no mouse: /%s', async (path) => {
      for (const [width, colorScheme] of [[1300, 'light'], [360, 'dark']] as const) {
        await using context = await site.browser.newContext({ viewport: { width, height: 800 }, colorScheme, serviceWorkers: 'block' });
        const page = await context.newPage();
        await openPage(page, site.address + path);
        await page.evaluate(axe.source);
        const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
        expect(passes.length).toBeGreaterThan(0);
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html])), `${width} pixels, ${colorScheme}`).toEqual([]);
      }
    });

    test.each([
      ['en', '', 'conductor', 'lesson/3-loop-and-gather.html'],
      ['en', '', 'downloadChapter', 'exercises/gather.html'],
      ['zh-CN', 'zh-CN/', '乐队的指挥', 'zh-CN/exercises/event-loop.html'],
      ['zh-CN', 'zh-CN/', '致命', 'zh-CN/lesson/4-blocking.html'],
    ])('finds (%s, from /%s) what is about “%s”', async (_, start, query, found) => {
      await using context = await site.browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      await openPage(page, site.address + start);
      await page.locator('#local-search button').first().click();
      await page.locator('.search-input').fill(query);
      await page.locator('.results a.result').first().waitFor();
      const results = await page.evaluate<readonly string[]>("[...document.querySelectorAll('.results a.result')].map(({ pathname }) => pathname)");
      expect(results).toContain(`/${found}`);
    });

    test('goes on without a network, to pages not seen before too', async () => {
      await using context = await site.browser.newContext();
      const page = await context.newPage();
      await openPage(page, site.address);
      await page.evaluate('navigator.serviceWorker.ready');
      await page.evaluate(`navigator.serviceWorker.controller !== null ||
        new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true)))`);
      await context.setOffline(true);
      for (const path of ['exercises/tea.html', 'zh-CN/lesson/', 'reference/core.html', 'exercises/event-loop.html']) {
        await openPage(page, site.address + path);
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
      // Whatever is let through arrives.
      await page.route('https://example.com/**', (route) => {
        asked.push(route.request().url());
        return route.fulfill({ contentType: 'text/javascript', body: 'reach("another script")', headers: { 'Access-Control-Allow-Origin': '*' } });
      });
      await openPage(page, `${site.address}exercises/tea.html`);
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
  });
});
