import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import type { Language } from '../../src/messages/text.ts';
import type { Replay } from '../../src/player/replay.ts';
import { chromiumPath } from './built-page.ts';
import { repository } from './repository.ts';

const view = join(repository, 'packages/grader/src/player/view');

export interface ShownPlayer extends AsyncDisposable {
  readonly page: Page;
  /** What the page said on the console, what went wrong in it, and what it asked for. */
  readonly heard: readonly string[];
}

export interface ShowOptions extends BrowserContextOptions {
  readonly language?: Language;
  readonly titles?: readonly string[];
  readonly plays?: boolean;
  /** Whether time passes only as the test says: `page.clock`. */
  readonly clock?: boolean;
}

/** Players in a real browser, each on a page of its own that holds nothing else. */
export interface PlayerBrowser extends AsyncDisposable {
  /** @param replays the runs, or the source of an expression that makes them in the page */
  show(replays: readonly Replay[] | string, options?: ShowOptions): Promise<ShownPlayer>;
}

export async function playerBrowser(): Promise<PlayerBrowser> {
  const [script, style] = [await playerScript(), readFileSync(join(view, 'player.css'), 'utf8')];
  const browser = await chromium.launch({ executablePath: chromiumPath });
  return {
    show: (replays, options = {}) => show(browser, { script, style }, replays, options),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

/** The view as one script, which leaves `player.mountPlayer` behind. */
async function playerScript(): Promise<string> {
  const built = await build({
    configFile: false, envDir: false, publicDir: false, logLevel: 'warn',
    build: { write: false, lib: { entry: join(view, 'mount-player.ts'), formats: ['iife'], name: 'player' } },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const [chunk] = bundle?.output ?? [];
  if (chunk === undefined) throw new Error('the player was not built');
  return chunk.code;
}

interface Built {
  readonly script: string;
  readonly style: string;
}

async function show(browser: Browser, { script, style }: Built, replays: readonly Replay[] | string, options: ShowOptions): Promise<ShownPlayer> {
  const { language = 'en', titles = [], plays = false, clock = false, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 900, height: 1000 }, ...contextOptions });
  const page = await context.newPage();
  if (clock) await page.clock.install();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', ({ message }) => heard.push(message));
  page.on('dialog', (dialog) => heard.push(dialog.message()));
  page.on('request', (request) => heard.push(request.url()));
  await page.setContent(`<!doctype html><html lang="${language}"><meta name="viewport" content="width=device-width"><title>Player</title>
<style>html { color-scheme: light dark } body { margin: 1rem; background: light-dark(#faf7f0, #181916); font-family: system-ui, "Noto Sans CJK SC", sans-serif } ${style}</style><main><h1>Player</h1><div id="here"></div></main>`);
  await page.addScriptTag({ content: script });
  await page.evaluate(`globalThis.mounted = player.mountPlayer(document.querySelector('#here'), ${typeof replays === 'string' ? replays : JSON.stringify(replays)}, ${JSON.stringify({ language, titles, plays })})`);
  return { page, heard, [Symbol.asyncDispose]: () => context.close() };
}
