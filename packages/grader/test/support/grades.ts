import { eventsOf } from '@teatime/core';
import type { Exercise } from '../../src/course/course.ts';
import type { Language } from '../../src/messages/text.ts';
import type { Evidence } from '../../src/verdict/evidence.ts';
import { exerciseResult } from '../../src/verdict/exercise-result.ts';
import { gradeResult } from '../../src/verdict/grade-result.ts';
import { quoteSource } from '../../src/verdict/quote-source.ts';
import type { GradeResult } from '../../src/verdict/result.ts';
import { finding, flawless, withFindings } from './evidence.ts';
import type { RunEvidence } from './evidence.ts';
import { gatherExercise, suiteCheck } from './manifests.ts';
import { provenance } from './provenance.ts';

export const gather = gatherExercise({
  title: { en: 'Gather', 'zh-CN': '收集结果' },
  checks: [
    suiteCheck('input-order', 2, 'Results come back in the order given'),
    {
      ...suiteCheck('at-once', 3, ''),
      title: { en: 'Everything in the list runs at once', 'zh-CN': '列表里的所有工作同时进行' },
      why: {
        en: 'That is what gather is for: the time of the longest instead of the sum of all.',
        'zh-CN': 'gather 就是为此而生：用时是最长的一项，而不是所有项之和。',
      },
    },
    suiteCheck('empty', 1, 'An empty list gives an empty list at once'),
  ],
  restrictions: [{ global: 'Promise', members: ['all'], message: { en: 'No.', 'zh-CN': '不行。' } }],
});

export const tea = gatherExercise({
  id: 'tea',
  title: { en: 'Tea', 'zh-CN': '泡茶' },
  files: ['tea.ts'],
  exports: ['makeTea'],
  checks: [suiteCheck('together', 2, 'Both run at the same time'), suiteCheck('water', 2, 'makeTea returns the water')],
});

export function grade(language: Language, answers: readonly (readonly [Exercise, Evidence])[]): GradeResult {
  const results = answers.map(([exercise, evidence]) => exerciseResult(exercise, quoteSource(evidence, sources), language));
  return gradeResult(provenance, results);
}

/** The same before anything was done about it: every file is as it was handed out. */
export function notBegun(result: GradeResult): GradeResult {
  return { ...result, exercises: result.exercises.map((exercise) => ({ ...exercise, begun: false })) };
}

/** Thirty lines, so that every place in the findings has one. */
const sources = ['gather.ts', 'tea.ts'].map((name) => ({
  name,
  source: Array.from({ length: 30 }, (_, index) => `\t  for (const chapter of 章节列表) await download(chapter, ${index});`).join('\n'),
}));

/** A function that nobody has written yet fails every check for the same reason. */
export function untouched(exercise: Exercise): Evidence {
  const message = {
    en: `Your code threw an error: Error: ${exercise.id} is empty (${exercise.id}.ts:13)`,
    'zh-CN': `你的代码抛出了错误：Error: ${exercise.id} is empty (${exercise.id}.ts:13)`,
  };
  const location = { file: `${exercise.id}.ts`, line: 13, column: 9 };
  return withFindings(
    flawless(exercise),
    ...exercise.checks.map(({ id }) => ({ ...finding(id, 'failed'), message, location })),
  );
}

/** One after another instead of at once, and talkative. */
export function oneAfterAnother(): Evidence {
  const evidence = withFindings(
    flawless(gather),
    {
      ...finding('at-once', 'failed'),
      message: {
        en: 'Chapter 2 started only when chapter 1 had finished: 3000 ms in all instead of 1500 ms, as long as the longest takes.',
        'zh-CN': '第 1 章下载完之后，第 2 章才开始下载：一共用了 3000 毫秒，而不是最长的一章所需的 1500 毫秒。',
      },
      location: { file: 'gather.ts', line: 12, column: 5 },
      timeline: {
        actual: eventsOf([
          { task: 'chapter 1', from: 0, to: 500 },
          { task: '第 2 章', from: 500, to: 1500 },
          { task: 'chapter 3', from: 1500, to: 3000 },
        ]),
        expected: eventsOf([
          { task: 'chapter 1', from: 0, to: 500 },
          { task: '第 2 章', from: 0, to: 1000 },
          { task: 'chapter 3', from: 0, to: 1500 },
        ]),
      },
      output: chatter.slice(0, 3),
    },
    { ...finding('empty', 'error'), output: chatter.slice(3) },
    {
      ...finding('restrictions', 'failed', 'lint'),
      message: { en: 'Write it without `Promise.all`.', 'zh-CN': '请不要使用 `Promise.all`。' },
      location: { file: 'gather.ts', line: 20, column: 10 },
    },
  );
  return { ...evidence, suite: { ...evidence.suite, output: chatter } };
}

const chatter = [
  'starting chapter 1',
  '\u001B[31mred\u001B[0m',
  '开始下载第 2 章…'.repeat(8),
  ...Array.from({ length: 30 }, (_, index) => `line ${index}`),
];

/** Others had the processor while one of its checks ran. */
export function inDoubt(exercise: Exercise): Evidence {
  const [first] = exercise.checks;
  return withFindings(flawless(exercise), finding(first?.id ?? '', 'error', 'suite', 'unjudged'));
}

export function refusedAtTheGate(): Evidence {
  return {
    refusal: {
      id: 'gate',
      kind: 'gate',
      status: 'error',
      cause: 'syntax',
      message: {
        en: 'This is not valid TypeScript, so nothing could run: Expression expected.',
        'zh-CN': '这里不是合法的 TypeScript，所以代码没有运行：应为表达式。',
      },
      location: { file: 'gather.ts', line: 3, column: 15 },
    },
  };
}

export function withOutput(exercise: Exercise, output: readonly string[]): RunEvidence {
  const evidence = flawless(exercise);
  const [first, ...others] = evidence.suite.findings;
  const findings = first === undefined ? [] : [{ ...first, output }, ...others];
  return { ...evidence, suite: { ...evidence.suite, findings, output } };
}
