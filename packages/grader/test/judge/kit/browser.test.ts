import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, type Plugin } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { courseExercises } from '../../support/course-exercises.ts';
import { repository } from '../../support/repository.ts';

/*
 * A page grades with the kit and the suites as they are: what a check does needs neither Node nor Vitest.
 */

const packages = join(repository, 'packages');

const answers = {
  solution: 'gather/gather.ts',
  wrong: 'gather/wrong/completion-order.ts',
  unhandled: 'gather/wrong/awaits-in-order.ts',
} as const;

const isIn = courseExercises.has('gather');

test.runIf(isIn)('The kit and a suite are built for a browser without a module of Node, and without Vitest', async () => {
  const { imports, modules } = await bundle(answers.solution);
  expect(imports).toEqual([]);
  expect(modules.filter((id) => id.includes('vitest') || id.includes('browser-external') || id.startsWith('node:'))).toEqual([]);
});

const executablePath = '/usr/bin/chromium';
const isThere = existsSync(executablePath);

test.runIf(isThere && isIn)(`In a worker of a browser an answer gets its verdicts${isThere ? '' : ` (skipped: there is no ${executablePath}; apt-get install chromium)`}`, async () => {
  const browser = await chromium.launch({ executablePath });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const verdictsOn = async (answer: string): Promise<unknown> => {
    await page.goto(await served((await bundle(answer)).code));
    return page.evaluate(`new Promise((resolve, reject) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    })`);
  };
  expect(await verdictsOn(answers.solution)).toEqual([]);
  expect(await verdictsOn(answers.wrong)).toEqual(['input-order', 'falsy', 'any-awaitable', 'return-exceptions', 'same-twice']);
  expect(await verdictsOn(answers.unhandled)).toEqual(['first-error', 'later-errors-silent', 'return-exceptions']);
});

/** A worker that runs the open suite of gather against an answer and tells which checks it did not pass. */
async function bundle(answer: string): Promise<{ readonly code: string; readonly imports: readonly string[]; readonly modules: readonly string[] }> {
  const entry = `
    import { takeChecks } from ${spelled('grader/src/judge/kit/check.ts')};
    import { browserPlatform } from ${spelled('grader/src/judge/kit/browser-platform.ts')};
    import { runCheck } from ${spelled('grader/src/judge/kit/run-check.ts')};
    import { session } from '@teatime/exercises/gather';
    import ${spelled('grader/suites/gather.suite.ts')};
    const failed = [];
    for (const check of takeChecks()) {
      const { finding } = await runCheck(check, { session, platform: browserPlatform(self), seed: 7 });
      if (finding.status !== 'passed') failed.push(finding.id);
    }
    self.postMessage(failed);
  `;
  const student = `
    import { PlainSession } from ${spelled('grader/suites/plain/plain-session.ts')};
    import * as answer from ${spelled(`solutions/${answer}`)};
    export const session = new PlainSession(() => Promise.resolve(answer));
    export const gather = session.bind('gather');
  `;
  const virtual: Plugin = {
    name: 'made-up-modules',
    enforce: 'pre',
    resolveId: (id) => (id === 'entry' || id === '@teatime/exercises/gather' ? `\0${id}` : undefined),
    load: (id) => (id === '\0entry' ? entry : id === '\0@teatime/exercises/gather' ? student : undefined),
  };
  // Nothing is written, and nothing watched: what comes of it is the output.
  const built = await build({
    root: packages,
    configFile: false,
    envDir: false,
    logLevel: 'silent',
    plugins: [virtual],
    build: { write: false, minify: false, target: 'esnext', rolldownOptions: { input: 'entry', output: { codeSplitting: false } } },
  });
  const [chunk] = Array.isArray(built) || !('output' in built) ? [] : built.output;
  if (!chunk) throw new Error('there is no output');
  return { code: chunk.code, imports: [...chunk.imports, ...chunk.dynamicImports], modules: chunk.moduleIds };
}

const spelled = (path: string): string => JSON.stringify(join(packages, path));

/** The address of a page beside which the worker's script lies. */
async function served(script: string): Promise<string> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/worker.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html').end(isScript ? script : '<!doctype html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
}
