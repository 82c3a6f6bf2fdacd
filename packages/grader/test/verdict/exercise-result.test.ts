import { expect, test } from 'vitest';
import type { Evidence } from '../../src/verdict/evidence.ts';
import { exerciseResult } from '../../src/verdict/exercise-result.ts';
import type { ExerciseResult, JudgedExercise } from '../../src/verdict/result.ts';
import { finding, flawless, judgedResult, suiteRun, withFindings } from '../support/evidence.ts';
import { gatherExercise, text } from '../support/manifests.ts';

const exercise = gatherExercise();
const restricted = gatherExercise({
  restrictions: [{ global: 'Promise', members: ['all'], message: text('No Promise.all.') }],
});

test('An answer passes when every check passed', () => {
  const result = judge(flawless(exercise));
  expect(result).toMatchObject({ id: 'gather', title: 'Gather', status: 'passed', points: 6, maxPoints: 6, durationMs: 13 });
  expect(result.checks.map(({ id }) => id)).toEqual(['gate', 'no-blocking-call', 'input-order', 'at-once', 'types']);
  expect(result.checks.every(({ hint, message }) => hint === undefined && message === undefined)).toBe(true);
});

test('A failed check gives no points, says what happened and why it matters', () => {
  const result = judge(withFindings(flawless(exercise), finding('at-once', 'failed')));
  expect(result).toMatchObject({ status: 'failed', points: 3 });
  expect(checkOf(result, 'at-once')).toMatchObject({
    status: 'failed',
    points: 0,
    maxPoints: 3,
    message: 'at-once went wrong.',
    hint: 'Why at-once matters.',
  });
});

test.each(['threw', 'unhandled', 'deadlock', 'leak', 'hang', 'load', 'missing', 'not-run'] as const)('Why a check matters is not told of what has another cause: %s', (cause) => {
  const result = judge(withFindings(flawless(exercise), finding('at-once', 'failed', 'suite', cause)));
  expect(checkOf(result, 'at-once')?.hint).toBeUndefined();
});

test('Everything speaks the language that was asked for', () => {
  const result = exerciseResult(exercise, withFindings(flawless(exercise), finding('at-once', 'failed')), 'zh-CN');
  expect(result.title).toBe('Gather（中文）');
  expect(checkOf(result, 'at-once')).toMatchObject({ message: 'at-once went wrong.（中文）' });
  expect(checkOf(result, 'no-blocking-call')?.title).toBe('事件循环保持畅通');
});

test.each(['error', 'skipped'] as const)('A check with the status %s keeps the exercise from passing', (status) => {
  const result = judge(withFindings(flawless(exercise), finding('at-once', status)));
  expect(result).toMatchObject({ status: status === 'error' ? 'error' : 'failed', points: 3 });
});

test('Every check that is not passed says why in a word for programs, and no other does', () => {
  const result = judge(withFindings(flawless(exercise), finding('at-once', 'failed', 'suite', 'deadlock')));
  expect(Object.fromEntries(result.checks.map(({ id, cause }) => [id, cause]))).toEqual({
    gate: undefined,
    'no-blocking-call': undefined,
    'input-order': undefined,
    'at-once': 'deadlock',
    types: undefined,
  });
});

test('A check that did not run is an error without points', () => {
  const result = judge({ ...flawless(exercise), suite: suiteRun([finding('input-order')]) });
  expect(result).toMatchObject({ status: 'error', points: 3 });
  expect(checkOf(result, 'at-once')).toMatchObject({ status: 'error', points: 0, message: expect.stringMatching(/did not run/) });
});

test('An exercise of which one check is in doubt is not judged, and has no points to record', () => {
  const result = exerciseResult(exercise, withFindings(flawless(exercise), finding('at-once', 'error', 'suite', 'unjudged')), 'en');
  expect(result).toMatchObject({ status: 'unjudged', reason: 'busy', maxPoints: 6, message: expect.stringContaining('nothing about your code') });
  expect(result).not.toHaveProperty('points');
  for (const check of result.checks) expect(check).not.toHaveProperty('points');
});

test('The static checks can be in doubt as well', () => {
  expect(exerciseResult(exercise, withFindings(flawless(exercise), finding('types', 'error', 'types', 'unjudged')), 'en').status).toBe('unjudged');
});

test('A check that reports twice is an error, even when both passed', () => {
  const { lint, suite } = flawless(exercise);
  const twice = judge({ lint, suite: suiteRun([...suite.findings, finding('at-once')]) });
  expect(twice).toMatchObject({ status: 'error', points: 3 });
  expect(checkOf(twice, 'at-once')).toMatchObject({ status: 'error', points: 0 });
  const typesTwice = judge({ lint: [...lint, finding('types', 'passed', 'types')], suite });
  expect(checkOf(typesTwice, 'types')).toMatchObject({ status: 'error', points: 0 });
});

test('An unknown check makes the exercise an error and is no check of the result', () => {
  const evidence = flawless(exercise);
  const result = judge({ ...evidence, suite: suiteRun([...evidence.suite.findings, finding('bonus')]) });
  expect(result).toMatchObject({ status: 'error', message: expect.stringMatching(/bonus/) });
  expect(checkOf(result, 'bonus')).toBeUndefined();
});

test('A suite cannot report what lint should find', () => {
  const evidence = flawless(exercise);
  const forged = [...evidence.suite.findings, ...evidence.lint];
  const result = judge({ lint: [], suite: suiteRun(forged) });
  expect(result).toMatchObject({ status: 'error', message: expect.stringMatching(/no-blocking-call/) });
  expect(checkOf(result, 'types')).toMatchObject({ status: 'error', points: 0 });
});

test.each(['passed', 'missing'] as const)('When the canary is %s, nothing that the suite found counts', (canary) => {
  const { lint, suite } = flawless(exercise);
  const result = judge({ lint, suite: { ...suite, canary } });
  expect(result).toMatchObject({ status: 'error', points: 0, message: expect.stringMatching(/cannot be trusted/) });
  expect(checkOf(result, 'at-once')).toMatchObject({ status: 'error' });
});

test('When the suite itself is in trouble, its checks are errors and say so', () => {
  const { lint, suite } = flawless(exercise);
  const result = judge({ lint, suite: { ...suite, trouble: text('The disk is full.') } });
  expect(result).toMatchObject({ status: 'error', points: 0, message: 'The disk is full.' });
  expect(checkOf(result, 'at-once')).toMatchObject({ status: 'error', message: 'The disk is full.' });
});

test('A refusal at the gate skips every other check, whoever makes it', () => {
  const location = { file: 'gather.ts', line: 3, column: 7 };
  const result = judge({ refusal: { id: 'gate', kind: 'gate', status: 'error', cause: 'syntax', message: text('No.'), location } });
  expect(result).toMatchObject({ status: 'error', points: 0, maxPoints: 6, durationMs: 0, output: [] });
  expect(checkOf(result, 'gate')).toMatchObject({ status: 'error', message: 'No.', location });
  expect(result.checks.map(({ kind, status, cause }) => `${kind} ${status} ${cause}`)).toEqual([
    'gate error syntax',
    'lint skipped not-run',
    'suite skipped not-run',
    'suite skipped not-run',
    'types skipped not-run',
  ]);
});

test('A restriction is a check of its own only where the exercise has some', () => {
  expect(checkOf(judge(flawless(exercise)), 'restrictions')).toBeUndefined();
  expect(judge(flawless(restricted), restricted)).toMatchObject({ status: 'passed', points: 6 });
});

test('A broken restriction withholds every point, and says so', () => {
  const evidence = withFindings(flawless(restricted), finding('restrictions', 'failed', 'lint'));
  const result = judge(evidence, restricted);
  expect(result).toMatchObject({ status: 'failed', points: 0 });
  expect(checkOf(result, 'at-once')).toMatchObject({ status: 'passed', points: 0, maxPoints: 3 });
  expect(checkOf(result, 'restrictions')?.message).toBe(
    'restrictions went wrong. Until this is mended, the exercise gives no points.',
  );
});

test('A restriction that could not be checked withholds the points as well', () => {
  const { lint, suite } = flawless(restricted);
  const result = judge({ lint: lint.filter(({ id }) => id !== 'restrictions'), suite }, restricted);
  expect(result).toMatchObject({ status: 'error', points: 0 });
});

test('Points that an exercise gives for a static check are those of the exercise', () => {
  const result = judge(withFindings(flawless(exercise), finding('types', 'failed', 'types')));
  expect(result).toMatchObject({ status: 'failed', points: 5 });
  expect(checkOf(result, 'types')).toMatchObject({ maxPoints: 1, title: 'Keeps its types' });
});

test('What a file does not do wrong earns nothing while nothing in it works', () => {
  const broken = exercise.checks.filter(({ kind }) => kind === 'suite').map(({ id }) => finding(id, 'error'));
  const result = judge(withFindings(flawless(exercise), ...broken));
  expect(result).toMatchObject({ status: 'error', points: 0 });
  expect(checkOf(result, 'types')).toMatchObject({ status: 'passed', points: 0, maxPoints: 1 });
  const [one, ...rest] = broken;
  expect(one && judge(withFindings(flawless(exercise), ...rest)).points).toBeGreaterThan(1);
});

test('Nothing in a result can move the cursor, hide, or turn the direction of writing', () => {
  const { lint, suite } = flawless(exercise);
  const hostile = '\u001B[2J\u009B31mred\u0007\r\nnext\u202Eback\uD800';
  const findings = [{ ...finding('at-once', 'failed'), message: { en: hostile, 'zh-CN': hostile } }];
  const result = judge({ lint, suite: { ...suite, findings, output: [hostile] } });
  const shown = '␛[2J<U+009B>31mred␇\nnext<U+202E>back\uFFFD';
  expect(checkOf(result, 'at-once')?.message).toBe(shown);
  expect(result.output).toEqual([shown]);
});

function judge(evidence: Evidence, of = exercise): JudgedExercise {
  return judgedResult(of, evidence);
}

function checkOf(result: ExerciseResult, id: string) {
  return result.checks.find((check) => check.id === id);
}
