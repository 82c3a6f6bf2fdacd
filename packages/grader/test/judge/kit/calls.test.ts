import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJudge } from '../../../src/judge/judge.ts';
import type { Judge } from '../../../src/judge/suite-run.ts';
import { probeSandbox } from '../../../src/sandbox/probe.ts';

/*
 * What a suite waits for, and what it is told when that does not come.
 */

let judge: Judge;

beforeAll(async () => {
  const suites = fileURLToPath(new URL('../suites', import.meta.url));
  judge = await createJudge({ sandbox: await probeSandbox(), suites });
});

afterAll(() => judge[Symbol.asyncDispose]());

/** What each check said to this answer. */
async function told(code: string): Promise<Readonly<Record<string, string>>> {
  const files = [{ name: 'calling.ts', source: code, code }];
  const { findings } = await judge.judge({ exercise: 'calling', files, exports: ['add', 'fine'], imports: ['@teatime/core'] });
  return Object.fromEntries(findings.map(({ id, status, message }) => [id, message?.en ?? status]));
}

const add = `import { sleep } from '@teatime/core'; export async function add(a, b) { await sleep(10); return a + b; }`;
const fine = 'export const fine = async (work) => await work();';

test.concurrent('Calls that end as they should are awaited to their ends', async () => {
  const passed = { 'ends-well': 'passed', fails: 'passed', 'sets-no-timer': 'passed', 'one-at-a-time': 'passed' };
  // That work is stopped by who hands it no signal.
  expect(await told(`${add} ${fine}`)).toEqual({ ...passed, 'stops-the-work': 'It was stopped at undefined.' });
});

test.concurrent('A call that does not end is told so, whichever end was expected', async () => {
  const never = 'const never = () => new Promise((done) => setTimeout(done, 400_000_000));';
  const said = await told(`${never} export const add = never; export const fine = never;`);
  expect(said).toMatchObject({ 'ends-well': 'It never ends.', fails: 'It never ends.', 'one-at-a-time': 'It never ends.' });
});

test.concurrent('What a call throws that should end well is the submission’s own error, with its line', async () => {
  const { 'ends-well': said } = await told(`export const add = () => null.sum; ${fine}`);
  expect(said).toMatch(/^Your code threw an error: TypeError: .* \(calling\.ts:1\)$/);
});

test.concurrent('A call may give what is no promise', async () => {
  expect(await told(`export const add = (a, b) => a + b; ${fine}`)).toMatchObject({ 'ends-well': 'It gave 3.' });
});

test.concurrent('What a call gives that should fail is told', async () => {
  expect(await told(`${add} export const fine = async (work) => await work().catch(() => 'nothing');`)).toMatchObject({ fails: "It gave 'nothing'." });
});

test.concurrent('Timers are counted while they are set, and those that are inside at once', async () => {
  const impatient = 'export async function fine(work) { const timer = setInterval(() => {}, 20); try { return await work(); } finally { clearInterval(timer); } }';
  expect(await told(`${add} ${impatient}`)).toMatchObject({ 'sets-no-timer': 'It looks now and then.' });
  expect(await told(`${add} export const fine = async (work) => { await Promise.all([work(), work()]); };`)).toMatchObject({ 'one-at-a-time': 'There were 2 at once.' });
});

test.concurrent('Work that takes a signal is stopped by it, cleans up, and ends as planned', async () => {
  const patient = 'export const fine = (work) => work(AbortSignal.timeout(100));';
  expect(await told(`${add} ${patient}`)).toMatchObject({ 'stops-the-work': 'passed' });
  const noSignal = 'export const fine = (work) => work(new AbortController().signal);';
  expect(await told(`${add} ${noSignal}`)).toMatchObject({ 'stops-the-work': 'It was stopped at undefined.' });
});
