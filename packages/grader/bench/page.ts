import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { moduleOf } from '../src/commands/check-course/answers/module-of.ts';
import { playgroundWords } from '../src/messages/playground.ts';
import { openSite } from '../test/site/site.ts';
import { median, percentile, plainVitest, root, show } from './peers.ts';

/*
 * The page that grades, in the built site and a browser: from the end of the pause in writing to the verdict, over many edits of one
 * exercise, right answers and wrong ones in turn, beside one plain `vitest run` of its suite; and a first visit with an empty cache.
 * Bytes are counted as a server that compresses sends them.
 *
 * node bench/page.ts [edits] [exercise]
 */

/** The page waits for so long after each key before it grades, in milliseconds: in that time it gets ready for the next answer. */
const pauseMs = 300;

const edits = Number(process.argv[2] ?? 40);
const exercise = process.argv[3] ?? 'gather';

const solutions = join(root, 'packages/solutions');
const right = await readFile(join(solutions, exercise, `${exercise}.ts`), 'utf8');
const wrong = (await readdir(join(solutions, exercise, 'wrong'))).map((name) => moduleOf(solutions, `${exercise}/wrong/${name}`));

await using site = await openSite();
await using context = await site.browser.newContext({ serviceWorkers: 'block' });
const page = await context.newPage();
const visit = await firstVisit(page);

// What is found by reading is loaded after the first verdict: here it is over.
await page.locator('.playground-state', { hasText: playgroundWords.en.reading }).waitFor({ state: 'detached' });

const times: number[] = [];
for (let edit = 0; edit < edits; edit++) {
  const source = `${edit % 2 === 0 ? right : (wrong[((edit - 1) / 2) % wrong.length] ?? right)}\n// ${edit}\n`;
  times.push(await page.evaluate<number>(`(async () => {
    const { PageGrader } = await import('/grader/grader.js');
    globalThis.bench ??= new PageGrader();
    await new Promise((resolve) => setTimeout(resolve, ${pauseMs}));
    const begin = performance.now();
    await globalThis.bench.grade(${JSON.stringify(exercise)}, [{ name: '${exercise}.ts', source: ${JSON.stringify(source)} }], { language: 'en' });
    return performance.now() - begin;
  })()`));
}

const begin = performance.now();
spawnSync(process.execPath, [...plainVitest, 'run', exercise], { cwd: root, env: { ...process.env, ANSWER: `${exercise}/${exercise}.ts` } });
const plainMs = performance.now() - begin;

// The first loads the parser.
const warm = times.slice(1);
show(`page: median of ${warm.length} edits`, median(warm), 'ms');
show('page: p95', percentile(warm, 0.95), 'ms');
show('vitest run', plainMs, 'ms');
show('page: p95 / vitest run', percentile(warm, 0.95) / plainMs);
show('first visit: editor', visit.editorMs, 'ms');
show('first visit: first verdict', visit.verdictMs, 'ms');
show('first visit: before the editor', visit.kilobytes, 'kB');

async function firstVisit(visitor: Page): Promise<{ readonly editorMs: number; readonly verdictMs: number; readonly kilobytes: number }> {
  const arrived: { readonly at: number; readonly bytes: Promise<number> }[] = [];
  visitor.on('requestfinished', (request) => {
    const { startTime, responseEnd } = request.timing();
    const bytes = request.response().then(async (response) => gzipSync((await response?.body()) ?? '').length).catch(() => 0);
    arrived.push({ at: startTime + responseEnd, bytes });
  });
  await visitor.addInitScript(`new MutationObserver((_, observer) => {
    if (!document.querySelector('.cm-content')) return;
    observer.disconnect();
    globalThis.editorAt = Date.now();
  }).observe(document, { childList: true, subtree: true });`);
  const opened = Date.now();
  await visitor.goto(`${site.address}exercises/${exercise}.html`);
  await visitor.locator('.playground-report .exercise').waitFor({ state: 'attached' });
  const verdictMs = Date.now() - opened;
  const editorAt = await visitor.evaluate<number>('editorAt');
  const before = await Promise.all(arrived.filter(({ at }) => at <= editorAt).map(({ bytes }) => bytes));
  return { editorMs: editorAt - opened, verdictMs, kilobytes: before.reduce((sum, bytes) => sum + bytes, 0) / 1000 };
}
