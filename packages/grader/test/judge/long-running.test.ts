import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJudge } from '../../src/judge/judge.ts';
import type { Judge } from '../../src/judge/suite-run.ts';
import { probeSandbox } from '../../src/sandbox/probe.ts';
import { repository } from '../support/repository.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

/*
 * A judge that is asked again and again keeps what it has loaded: what it says is no other for it.
 */

let judge: Judge;
let folder: TemporaryFolder;

const helper = (sum: number): string => `export const expected: number = ${sum};`;
const suite = (more = ''): string => `
import { check } from '@teatime/grader/kit';
import { add } from '@teatime/exercises/adding';
import { expected } from './adding/expected.ts';

let times = 0;
check('adds', async () => {
  times += 1;
  const sum = await add(1, 2);
  if (sum !== expected || times !== 1) throw new Error(\`not \${sum}, but \${expected}, for the \${times}. time\`);
});
${more}`;

beforeAll(async () => {
  folder = await temporaryFolder({ 'adding.suite.ts': suite(), 'adding/expected.ts': helper(3) });
  await mkdir(join(folder.path, 'node_modules/@teatime'), { recursive: true });
  await symlink(join(repository, 'packages/grader'), join(folder.path, 'node_modules/@teatime/grader'), 'junction');
  judge = await createJudge({ sandbox: await probeSandbox(), suites: folder.path, warm: true, renewAfter: 4 });
});

afterAll(async () => {
  await judge[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

async function passes(code: string): Promise<boolean | string | undefined> {
  const { findings, trouble } = await judge.judge({ exercise: 'adding', files: [{ name: 'adding.ts', source: code, code }], exports: ['add'], imports: [] });
  return trouble?.en ?? findings.every(({ status }) => status === 'passed');
}

const right = 'export const add = async (a, b) => a + b;';
const wrong = 'export const add = async () => 0;';

test('Each answer meets the suite as if it were the first, however many came before', async () => {
  for (const answer of [right, wrong, right, right, wrong]) expect(await passes(answer)).toBe(answer === right);
  expect(await Promise.all([right, wrong, right].map(passes))).toEqual([true, false, true]);
});

test('What was saved of a suite, or of what it imports, is what the next answer meets', async () => {
  expect(await passes(right)).toBe(true);
  await folder.write('adding/expected.ts', helper(4));
  judge.suitesChanged();
  expect(await passes(right)).toBe(false);
  await folder.write('adding/expected.ts', helper(3));
  await folder.write('adding.suite.ts', suite("check('more', async () => { throw new Error('more'); });"));
  judge.suitesChanged();
  expect(await passes(right)).toBe(false);
  await folder.write('adding.suite.ts', suite());
  judge.suitesChanged();
  expect(await passes(right)).toBe(true);
});

test('An answer that hangs costs the next one nothing', async () => {
  expect(await passes('export const add = async () => { for (;;); };')).toBe(false);
  expect(await passes(right)).toBe(true);
});
