import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classPage } from '../../src/report/class/class-page.ts';
import type { ClassStatistics } from '../../src/report/class/statistics.ts';
import { attacks } from '../support/hostile-result.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const executablePath = '/usr/bin/chromium';
const isThere = existsSync(executablePath);
const name = isThere ? 'The page of a class in a browser' : `The page of a class in a browser (skipped: there is no ${executablePath}; apt-get install chromium)`;
const faintSource = readFileSync(new URL('../support/faint.mjs', import.meta.url), 'utf8');
const all = attacks.join(' ');

/** A class of those who write what a page could obey, in every place that takes a text of theirs. */
const hostile: ClassStatistics = {
  students: 3,
  graded: 2,
  passed: 1,
  distribution: [{ from: 0, to: 3, count: 1 }, { from: 4, to: 4, count: 1 }],
  exercises: [{ id: 'tea', title: all, judged: 2, passed: 1, checks: [{ title: all, hidden: true, failed: 1, commonest: { message: all, times: 1 } }] }],
  late: [{ student: all, text: all }],
  missing: [{ student: all, text: all }],
  toLookAt: [{ student: all, text: all }],
  roll: [{ student: all, points: 4, exercises: [4], feedback: 'feedback/eve.html' }, { student: 'Lin', points: undefined, exercises: [undefined] }],
  alike: [{ exercise: 'tea', share: 0.9, answers: [{ student: all, source: all }, { student: 'Lin', source: 'x'.repeat(3000) }] }],
  moreAlike: 2,
};

describe.skipIf(!isThere)(name, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath });
  });
  afterAll(() => browser.close());

  test.each(['light', 'dark'] as const)('stays text, can be read and fits on a telephone (%s)', async (colorScheme) => {
    await using folder = await temporaryFolder({ 'class.html': classPage(hostile, { language: 'en', courseTitle: 'Teatime' }) });
    await using context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    await page.goto(pathToFileURL(join(folder.path, 'class.html')).href);
    expect(await page.title()).toBe('Teatime · 3 students');
    expect(await page.locator('script, img, iframe, link, base, animate, [onerror], [onclick], [onmouseover], [style]').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate(`${faintSource}; faint({ text: 4.5, graphic: 3 })`)).toEqual([]);
    expect(heard).toEqual([]);
  });

  test('says the distribution in numbers, for who cannot see the bars', async () => {
    await using folder = await temporaryFolder({ 'class.html': classPage(hostile, { language: 'en', courseTitle: 'Teatime' }) });
    await using context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder.path, 'class.html')).href);
    const table = page.getByRole('table', { name: 'How many students have how many points' });
    expect(await table.getByRole('row').count()).toBe(2);
    expect(await table.getByRole('row', { name: '0–3 1 student' }).count()).toBe(1);
  });
});
