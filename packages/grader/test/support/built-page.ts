import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { pageBuild } from './page-build.ts';

export const chromiumPath = '/usr/bin/chromium';
export const hasChromium = existsSync(chromiumPath);

/** A page with the grader in it, as `grader`, in a real browser. */
export interface BuiltPage extends AsyncDisposable {
  readonly page: Page;
  /** What the page said on the console, and what went wrong in it. */
  readonly heard: readonly string[];
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html', '.wasm': 'application/wasm' };

const start = '<!doctype html><title>page</title><link rel="icon" href="data:,"><body><button>click</button>';

/** Serves a build of the page's grader as any file server would, and opens it. */
export async function builtPage(): Promise<BuiltPage> {
  await using made = new AsyncDisposableStack();
  const folder = await pageBuild();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://page').pathname);
    if (path === '/') return void response.setHeader('content-type', 'text/html').end(start);
    readFile(join(folder, path.replace(/^.grader/, ''))).then(
      (body) => response.setHeader('content-type', types[extname(path)] ?? '').end(body),
      () => response.writeHead(404).end(),
    );
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  made.defer(() => void server.close());
  const browser = await chromium.launch({ executablePath: chromiumPath });
  made.defer(() => browser.close());
  const page = await browser.newPage();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  const address = server.address();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
  await page.evaluate(`import('/grader/grader.js').then(({ PageGrader }) => { globalThis.grader = new PageGrader(); })`);
  const resources = made.move();
  return { page, heard, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}
