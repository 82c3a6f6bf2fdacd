import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { repository } from '../support/repository.ts';
import { liveGrade } from '../support/watching.ts';
import type { Watching } from '../support/watching.ts';

const executablePath = '/usr/bin/chromium';
const isThere = existsSync(executablePath);
const name = `grade --ui, in a browser${isThere ? '' : ` (skipped: there is no ${executablePath}; apt-get install chromium)`}`;

describe.skipIf(!isThere)(name, () => {
  test('shows every check with what went wrong, shows it anew after a save, and gives out nothing hidden', async () => {
    const { student, page, address } = await look('tea');
    await page.getByText('tea.ts').first().click();
    await expect.poll(() => page.getByText('Both run at the same time (0/2)').count(), patience).toBeGreaterThan(0);
    expect(await page.getByText('Not yet').count()).toBe(0);

    await student.save('tea', 'wrong/one-after-another');
    await expect.poll(() => page.getByText('makeTea returns the water (4/4)').count(), patience).toBeGreaterThan(0);
    await expect.poll(() => page.getByText('listenToMusic started only after').count(), patience).toBeGreaterThan(0);

    await student.saveByRename('tea', 'tea');
    await expect.poll(() => page.getByText('Both run at the same time (2/2)').count(), patience).toBeGreaterThan(0);
    expect(await page.getByText('listenToMusic started only after').count()).toBe(0);
    expect(await page.content()).not.toMatch(/tea\.suite|canary|student process|\.run\//);
    await expectNothingHidden(page, address);
    expect(await student.interrupt()).toBe(0);
  });
});

test('--ui goes with no other way to hand answers in', async () => {
  expect(await command('grade --ui --json x.json')).toMatchObject({ code: 2, stdout: '' });
});

/** Nothing of the suites, of the solutions and of the grader can be had from the page's server. */
async function expectNothingHidden(page: Page, address: URL): Promise<void> {
  const hidden = ['grader/suites/tea.suite.ts', 'solutions/tea/tea.ts', 'grader/src/teatime.ts'].map((file) => join(repository, 'packages', file));
  for (const file of hidden) {
    const text = await readFile(file, 'utf8');
    for (const path of [`/@fs${file}`, `/@fs${file}?raw`, `/@fs${file}?import&raw`, `/__vitest_attachment__?contentType=text/plain&path=${file}&${address.searchParams.toString()}`]) {
      const answer = await page.request.get(new URL(path, address).href);
      expect(await answer.text(), path).not.toContain(text.slice(0, 60));
    }
  }
}

const patience = { timeout: 300_000 };

async function look(exercise: string): Promise<{ readonly student: Watching; readonly page: Page; readonly address: URL }> {
  const student = await liveGrade(['--ui', exercise]);
  onTestFinished(() => student[Symbol.asyncDispose]());
  const browser = await chromium.launch({ executablePath });
  onTestFinished(() => browser.close());
  const address = new URL(/http:\S+/.exec(await student.until('/__vitest__/'))?.[0] ?? '');
  const page = await browser.newPage();
  await page.goto(address.href);
  return { student, page, address };
}
