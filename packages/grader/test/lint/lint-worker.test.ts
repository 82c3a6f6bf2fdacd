import { expect, test } from 'vitest';
import { LintWorker } from '../../src/lint/lint-worker.ts';
import { exercises, submissionOf } from './support/submissions.ts';

test('submissions are linted one after another, on a thread of its own', async () => {
  await using worker = new LintWorker({ directory: exercises });
  const all = await Promise.all(['1', "'x'", '2'].map((value) => worker.lint(submissionOf(`export const n: number = ${value};`))));
  expect(all.map(([types]) => types?.status)).toEqual(['passed', 'failed', 'passed']);
});

test('a submission that takes too long costs its own findings, not those of the next', async () => {
  await using worker = new LintWorker({ directory: exercises, deadlineMs: 0 });
  const [hopeless] = await Promise.all([worker.lint(submissionOf('export {};')), worker.lint(submissionOf('export {};'))]);
  expect(hopeless.map(({ status }) => status)).toEqual(['error', 'error']);
  expect(hopeless[0]?.message?.en).toContain('took too long');
});
