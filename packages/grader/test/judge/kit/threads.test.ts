import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJudge } from '../../../src/judge/judge.ts';
import type { Judge } from '../../../src/judge/suite-run.ts';
import { probeSandbox } from '../../../src/sandbox/probe.ts';

/*
 * Threads that a submission starts are the suite's: they and their listeners cross as references, and what was done with them is seen.
 */

let judge: Judge;

beforeAll(async () => {
  const suites = fileURLToPath(new URL('../suites', import.meta.url));
  judge = await createJudge({ sandbox: await probeSandbox(), suites });
});

afterAll(() => judge[Symbol.asyncDispose]());

/** What each check said to this answer. */
async function told(code: string): Promise<Readonly<Record<string, string>>> {
  const files = [{ name: 'threading.ts', source: code, code }];
  const { findings, trouble } = await judge.judge({ exercise: 'threading', files, exports: ['use'], imports: ['@teatime/core'] });
  expect(trouble).toBeUndefined();
  return Object.fromEntries(findings.map(({ id, status, message }) => [id, message?.en ?? status]));
}

const useEach = `
  export const use = (start, messages) => Promise.all(messages.map((message) => new Promise((resolve, reject) => {
    const worker = start();
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', reject);
    worker.postMessage(message);
    if (message === 'stop me after 10 ms') setTimeout(async () => {
      await worker.terminate();
      worker.postMessage('and this');
    }, 10);
  })));`;

test.concurrent('An answer is given threads, listens, posts and ends them, in virtual time', async () => {
  expect(await told(useEach)).toEqual({ answers: 'passed', refuses: 'passed', dies: 'passed', ends: 'passed' });
});

test.concurrent('Two messages for one thread are seen, and a worker that comes twice is the same', async () => {
  const all = `
    export const use = (start, messages) => new Promise((resolve) => {
      const worker = start();
      const seen = new Set([worker]);
      worker.on('message', () => resolve(seen.has(worker)));
      for (const message of messages) worker.postMessage(message);
    });`;
  expect(await told(all)).toMatchObject({ answers: 'It gave true.' });
  const inLine = `
    export const use = (start, messages) => new Promise((resolve) => {
      const [worker, answers] = [start(), []];
      worker.on('message', (answer) => answers.push(answer) === messages.length && resolve(answers));
      for (const message of messages) worker.postMessage(message);
    });`;
  expect(await told(inLine)).toMatchObject({ answers: 'One thread got 2 messages, 1 of them at work.' });
});

test.concurrent('What a listener throws is seen, and no fault of the suite', async () => {
  const slips = useEach.replace("worker.on('error', reject);", "worker.on('error', (error) => { reject(error); throw new Error('a slip'); });");
  expect(await told(slips)).toMatchObject({ answers: 'passed', dies: "A listener threw Error: a slip." });
});

test.concurrent('What is no listener is refused where it is given', async () => {
  const { answers } = await told(useEach.replace("worker.on('error', reject);", "worker.on('error', undefined);"));
  expect(answers).toMatch(/the listener of 'error' has to be a function/);
});
