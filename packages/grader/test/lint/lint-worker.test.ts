import { expect, test } from 'vitest';
import { TimeAccount } from '../../src/submission/submission-time.ts';
import { LintWorker } from '../../src/lint/lint-worker.ts';
import { exercises, submissionOf } from './support/submissions.ts';

test('submissions are linted one after another, on a thread of its own', async () => {
  await using worker = new LintWorker({ directory: exercises });
  const all = await Promise.all(['1', "'x'", '2'].map((value) => worker.lint(submissionOf(`export const n: number = ${value};`))));
  expect(all.map(([types]) => types?.status)).toEqual(['passed', 'failed', 'passed']);
});

test('what the files of one submission take is counted, and nothing is read when it is used up', async () => {
  await using worker = new LintWorker({ directory: exercises });
  const time = new TimeAccount(60_000);
  const [types] = await worker.lint(submissionOf('export {};'), time);
  expect([types?.status, time.leftMs < 60_000]).toEqual(['passed', true]);
  const [late] = await worker.lint(submissionOf('export {};'), new TimeAccount(0));
  expect(late?.status).toBe('error');
  expect(late?.message?.en).toContain('the time for the whole submission');
  expect(late?.message?.['zh-CN']).toContain('整份提交的时间');
});

test('a submission that takes too long costs its own findings, not those of the next', async () => {
  await using worker = new LintWorker({ directory: exercises, deadlineMs: 0 });
  const [hopeless] = await Promise.all([worker.lint(submissionOf('export {};')), worker.lint(submissionOf('export {};'))]);
  expect(hopeless.map(({ status }) => status)).toEqual(['error', 'error']);
  expect(hopeless[0]?.message?.en).toContain('took too long');
});
