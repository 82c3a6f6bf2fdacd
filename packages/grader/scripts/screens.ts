import { execFileSync, spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { courseCopy } from '../test/support/course-copy.ts';
import { repository } from '../test/support/repository.ts';

/*
 * Takes the pictures in docs/public/screens anew: what a student sees in the terminal, in the browser and on the page of
 * a report. Needs tmux, chromium and a font with Chinese characters.
 *
 *     node scripts/screens.ts
 */

const screens = join(repository, 'docs/public/screens');
const cli = join(repository, 'packages/grader/src/teatime.ts');
const solutions = join(repository, 'packages/solutions');

const terminalStyle = `
  /* So wide that a Chinese character takes two columns. */
  @font-face { font-family: wide; src: local("NotoSansMonoCJKsc-Regular"), local("Noto Sans Mono CJK SC"); size-adjust: 120.4%; }
  body { margin: 0; }
  pre { display: inline-block; margin: 0; padding: 1.2em; min-width: 80ch; background: #1b1c1a; color: #e8e4da;
        font: 14px/1.3 "DejaVu Sans Mono", wide, monospace; }
  .bold { font-weight: bold; } .dim { opacity: .65; } .red { color: #f0877a; } .green { color: #8fcaa8; } .yellow { color: #e3b968; }
`;

await using copy = await courseCopy();
const course = copy.path;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
try {
  for (const language of ['en', 'zh-CN'] as const) {
    await answer('tea', 'tea');
    await takeTerminal(browser, `list.${language}`, `list --lang ${language}`, / points| 分/);
    await answer('gather', 'wrong/awaits-in-order');
    await takeTerminal(browser, `watch.${language}`, `grade --watch gather --lang ${language}`, /q (quit|退出)/);
    await takeUi(browser, `ui.${language}`, language);
    await takeReport(browser, `report.${language}`, language);
  }
} finally {
  await browser.close();
  }

async function answer(exercise: string, file: string): Promise<void> {
  await copyFile(join(solutions, exercise, `${file}.ts`), join(course, 'packages/exercises', exercise, `${exercise}.ts`));
}

/** A command in a terminal of 80 columns, once it shows what it shall. */
async function takeTerminal(browser: Browser, name: string, command: string, shown: RegExp): Promise<void> {
  const tmux = (...args: readonly string[]): string => execFileSync('tmux', ['-L', `teatime-${name}`, ...args], { encoding: 'utf8' });
  const line = `"${process.execPath}" "${cli}" ${command}; sleep 100`;
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '60', '-c', course, line);
  try {
    while (!shown.test(tmux('capture-pane', '-p'))) await delay(100);
    const screen = tmux('capture-pane', '-e', '-p').replace(/\s+$/, '');
    await using page = await browser.newPage({ viewport: { width: 800, height: 100 }, deviceScaleFactor: 1.5 });
    await page.setContent(`<style>${terminalStyle}</style><pre>${withColours(screen)}</pre>`);
    await page.locator('pre').screenshot({ path: join(screens, `${name}.png`) });
  } finally {
    tmux('kill-server');
  }
}

/** The page of `grade --ui`, where the messages stand in the student's file. */
async function takeUi(browser: Browser, name: string, language: string): Promise<void> {
  const server = spawn(process.execPath, [cli, 'grade', '--ui', 'gather', '--lang', language], { cwd: course });
  let printed = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  while (!/http:\S+\n/.test(printed)) await delay(100);
  await using page = await browser.newPage({ viewport: { width: 1200, height: 700 }, deviceScaleFactor: 2 });
  await page.goto(/http:\S+/.exec(printed)?.[0] ?? '');
  await page.getByText('gather/gather.ts').first().click();
  await page.getByText('█').first().waitFor();
  await page.screenshot({ path: join(screens, `${name}.png`) });
  server.kill('SIGINT');
}

async function takeReport(browser: Browser, name: string, language: string): Promise<void> {
  const file = join(course, 'report.html');
  // Not everything has passed, so that the command does not end with 0.
  const child = spawn(process.execPath, [cli, 'grade', 'tea', 'gather', '--report', `html=${file}`, '--lang', language], { cwd: course, stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  await using page = await browser.newPage({ viewport: { width: 900, height: 1100 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(screens, `${name}.png`) });
}

/** A screen with its escape sequences as HTML: bold, dim and the three colours that the reports use. */
function withColours(screen: string): string {
  const styles: Readonly<Record<string, string>> = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow' };
  let on: readonly string[] = [];
  const parts = screen.split(/\u001B\[([\d;]*)m/).map((part, index) => {
    if (index % 2 === 0) return `<span class="${on.join(' ')}">${escaped(part)}</span>`;
    // Every sequence of tmux begins with what is no more, or says what is new.
    for (const code of part.split(';')) on = code in styles ? [...on, styles[code] ?? ''] : [];
    return '';
  });
  return parts.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
