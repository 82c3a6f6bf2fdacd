import { eventsOf } from '@teatime/core';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/messages/text.ts';
import { htmlReport } from '../../src/report/html/html-report.ts';
import { isJudged } from '../../src/verdict/grade-result.ts';
import type { GradeResult } from '../../src/verdict/result.ts';
import { flawless } from '../support/evidence.ts';
import { gather, grade, inDoubt, oneAfterAnother, refusedAtTheGate, tea, untouched, withOutput } from '../support/grades.ts';
import { hostileResult } from '../support/hostile-result.ts';

const situations = {
  'one-after-another': (language: Language) =>
    grade(language, [[tea, withOutput(tea, ['hello', 'tea'])], [gather, oneAfterAnother()]]),
  'refused-at-the-gate': (language: Language) => grade(language, [[tea, untouched(tea)], [gather, refusedAtTheGate()]]),
  'one-in-doubt': (language: Language) => grade(language, [[tea, flawless(tea)], [gather, inDoubt(gather)]]),
  'one-exercise-passed': (language: Language) => grade(language, [[tea, flawless(tea)]]),
};

describe.each(Object.entries(situations))('The page of %s', (name, resultIn) => {
  test.each(['en', 'zh-CN'] as const)('reads as it always did (%s)', async (language) => {
    await expect(page(resultIn(language), language)).toMatchFileSnapshot(`golden/${name}.${language}.html`);
  });
});

test('The page runs nothing and asks nobody for anything', () => {
  const text = page(situations['one-after-another']('en'), 'en');
  expect(text).not.toMatch(/<script|<link|<iframe|<img|@import|url\(|\bon\w+=|https?:|\bstyle="/i);
  expect(text).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
});

test('Nothing of the student’s becomes part of the page but text', () => {
  const text = page(hostileResult(), 'en');
  const tags = [...text.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag);
  expect([...new Set(tags)].filter((tag) => !/^(html|head|meta|title|style|body|main|header|p|div|h[123]|time|nav|ul|li|a|b|span|section|code|pre|svg|g|rect|line|text)$/.test(tag ?? ''))).toEqual([]);
  expect(text).toContain('&lt;script&gt;');
  expect(text).not.toContain('\u202E');
});

test('Ten thousand bars are more than a page can show', () => {
  const spans = Array.from({ length: 10_000 }, (_, index) => ({ task: `job ${index}`, from: index, to: index + 50 }));
  const text = page(withTimeline(eventsOf(spans)), 'en');
  expect(text.length).toBeLessThan(100_000);
  expect(text).toContain('… and 9979 more');
});

test('What should have run and never started has its row, which says so', () => {
  expect(page(withTimeline([]), 'zh-CN')).toContain('（从未开始）');
});

function withTimeline(actual: ReturnType<typeof eventsOf>): GradeResult {
  const result = situations['one-after-another']('en');
  return {
    ...result,
    exercises: result.exercises.filter(isJudged).map((exercise) => ({
      ...exercise,
      checks: exercise.checks.map((check) => (check.timeline ? { ...check, timeline: { ...check.timeline, actual } } : check)),
    })),
  };
}

function page(result: GradeResult, language: Language): string {
  const courseTitle = { en: 'Teatime', 'zh-CN': '下午茶' }[language];
  return htmlReport(result, { language, courseTitle });
}
