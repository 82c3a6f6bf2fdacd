import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { repository } from '../support/repository.ts';

const executablePath = '/usr/bin/chromium';

export const hasBrowser = existsSync(executablePath);

/** A name that says why it is skipped, where there is no browser. */
export function inBrowser(name: string): string {
  return hasBrowser ? name : `${name} (skipped: there is no ${executablePath}; apt-get install chromium)`;
}

/** The site of this course, built and served by `pnpm site`, and a browser to read it in. */
export interface Site extends AsyncDisposable {
  readonly address: string;
  readonly browser: Browser;
  /** The addresses of all of its pages, below its own. */
  readonly pages: readonly string[];
  /** Presses Ctrl-C and waits for the end. Returns the exit code. */
  interrupt(): Promise<number | null>;
}

export async function openSite(): Promise<Site> {
  const child = startSite();
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The site is not served:\n${said}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += String(text);
        const served = /^http:\S+$/m.exec(said)?.[0];
        if (served !== undefined) resolve(served);
      });
    }
  });
  const browser = await chromium.launch({ executablePath });
  const pages = globSync('**/*.html', { cwd: join(repository, 'docs/.vitepress/dist'), exclude: ['grader/**'] })
    .map((path) => path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'))
    .toSorted();
  const interrupt = async (): Promise<number | null> => {
    if (child.exitCode !== null) return child.exitCode;
    child.kill('SIGINT');
    await once(child, 'exit');
    return child.exitCode;
  };
  const put = async (): Promise<void> => {
    await browser.close();
    await interrupt();
  };
  return { address, browser, pages, interrupt, [Symbol.asyncDispose]: put };
}

/** `pnpm site`, with other options. */
export function startSite(...options: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  const teatime = join(repository, 'packages/grader/src/teatime.ts');
  // A run of the tests is itself a task of Turborepo, which would tell a second one that it is within the first.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TURBO_HASH')));
  return spawn(process.execPath, [teatime, 'site', ...options], { cwd: repository, env: { ...env, LC_ALL: 'en_US.UTF-8' }, stdio: ['ignore', 'pipe', 'pipe'] });
}
