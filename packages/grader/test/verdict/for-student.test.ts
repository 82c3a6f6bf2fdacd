import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/messages/text.ts';
import { htmlReport } from '../../src/report/html/html-report.ts';
import { forStudent } from '../../src/verdict/for-student.ts';
import type { GradeResult } from '../../src/verdict/result.ts';
import { finding, flawless, withFindings } from '../support/evidence.ts';
import { gather, grade, tea } from '../support/grades.ts';
import { suiteCheck } from '../support/manifests.ts';

const hiddenCheck = { ...suiteCheck('secret-guest', 3, 'A guest comes late'), hidden: true as const };
const another = { ...suiteCheck('secret-sugar', 2, 'Nobody takes sugar'), hidden: true as const };
const secretive = { ...tea, checks: [...tea.checks, hiddenCheck, another] };

/** It fails one of two hidden checks, and prints what that was about. */
function graded(language: Language, certainty?: 'unjudged'): GradeResult {
  const told = { en: 'The guest was not let in.', 'zh-CN': '客人没能进来。' };
  const failed = { ...finding('secret-guest', 'failed', 'suite', certainty), message: told, output: ['a guest called Noor'] };
  const evidence = withFindings(flawless(secretive), failed);
  const findings = evidence.suite.findings.map((one) => (one.id.startsWith('secret') ? { ...one, hidden: true as const } : one));
  return grade(language, [[secretive, { ...evidence, suite: { ...evidence.suite, findings, output: ['hello', 'a guest called Noor'] } }], [gather, flawless(gather)]]);
}

const secrets = ['secret-guest', 'secret-sugar', 'A guest comes late', 'Nobody takes sugar', 'not let in', '客人没能进来', 'called Noor', 'Why secret'];

describe.each(['en', 'zh-CN'] as const)('What is handed back to a student (%s)', (language) => {
  test.each([undefined, 'unjudged'] as const)('tells no id, title or message of a hidden check, and nothing printed in it (%s)', (certainty) => {
    const result = graded(language, certainty);
    expect(JSON.stringify(result)).toContain('secret-guest');
    const told = forStudent(result, language);
    for (const text of [JSON.stringify(told), htmlReport(told, { language, courseTitle: 'Teatime' })]) {
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });
});

test('Every sum stays, and the checks that are hidden are told as one', () => {
  const result = graded('en');
  const told = forStudent(result, 'en');
  expect(told).toMatchObject({ points: 12, maxPoints: 15, passed: false });
  expect(told.exercises[0]).toMatchObject({ points: 6, maxPoints: 9, status: 'failed' });
  expect(told.exercises[0]?.checks.at(-1)).toMatchObject({
    title: '2 more checks, decided at hand-in: 1 of 2 passed',
    status: 'failed',
    points: 2,
    maxPoints: 5,
  });
});

test('What has no hidden checks is handed back as it is', () => {
  const result = grade('en', [[tea, flawless(tea)]]);
  expect(forStudent(result, 'en')).toEqual(result);
});

test('What is wrong with the run as a whole can name hidden checks, so a student is told only that it went wrong', () => {
  const foundByTheOpenSuite = flawless(secretive);
  const result = grade('en', [[secretive, foundByTheOpenSuite]]);
  expect(result.exercises[0]?.message).toContain('secret-guest');
  expect(forStudent(result, 'en').exercises[0]?.message).toBe('This exercise could not be graded, and that is no fault of your answer. Ask whoever teaches the course.');
});
