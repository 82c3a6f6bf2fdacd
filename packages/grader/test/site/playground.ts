import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { repository } from '../support/repository.ts';
import type { Site } from './site.ts';

/** The page of an exercise as somebody has it before them who solves it there. */
export interface Desk extends AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens the exercise in another tab of the same browser. */
  open(path: string): Promise<Page>;
  /** What went wrong in any of its tabs. */
  readonly trouble: readonly string[];
}

/** Opens an exercise in a browser that nobody has used. @param path of the page, below the site's */
export async function desk({ browser, address }: Site, path: string, { width = 1300, isKept = false } = {}): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: width < 500 ? 'dark' : 'light', serviceWorkers: isKept ? 'allow' : 'block' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const trouble: string[] = [];
  const open = async (at: string): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    page.on('pageerror', ({ message }) => trouble.push(message));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(address)) trouble.push(request.url());
    });
    await page.goto(address + at);
    await page.locator('.cm-content').waitFor();
    return page;
  };
  return { context, page: await open(path), open, trouble, [Symbol.asyncDispose]: () => context.close() };
}

/** Writes an answer in the place of what is in the editor. */
export async function write(page: Page, source: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(source);
}

/** What is in the editor, as far as it is in sight. */
export async function written(page: Page): Promise<string> {
  return await page.locator('.cm-content').innerText();
}

/** Waits until the verdict says so. */
export async function verdict(page: Page, said: string | RegExp): Promise<string> {
  const report = page.locator('.playground-report .exercise').filter({ hasText: said });
  await report.waitFor({ state: 'attached' });
  return (await report.textContent()) ?? '';
}

export function solution(id: string): string {
  return readFileSync(join(repository, 'packages/solutions', id, `${id}.ts`), 'utf8');
}
