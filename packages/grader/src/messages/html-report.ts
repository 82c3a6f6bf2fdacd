import type { Language } from './text.ts';

/** The words that only the report as a page needs. */
export interface HtmlWords {
  passedOf(passed: number, of: number): string;
  readonly exercises: string;
  readonly states: Readonly<Record<'passed' | 'failed' | 'error' | 'skipped' | 'unjudged', string>>;
  readonly unbegun: string;
  /** A timeline, for those who cannot see it. */
  readonly timeline: string;
  readonly nothingRan: string;
  readonly blocked: string;
  /** Bars or rows of a timeline that are not drawn. */
  moreRows(count: number): string;
  milliseconds(ms: number): string;
  seconds(seconds: number): string;
}

export const htmlWords: Readonly<Record<Language, HtmlWords>> = {
  en: {
    passedOf: (passed, of) => `${passed} of ${of} ${of === 1 ? 'exercise' : 'exercises'} passed.`,
    exercises: 'Exercises',
    states: { passed: 'passed', failed: 'failed', error: 'could not run', skipped: 'skipped', unjudged: 'could not be judged' },
    unbegun: 'not begun',
    timeline: 'Timeline: what ran, and what was expected',
    nothingRan: 'nothing ran',
    blocked: 'blocked',
    moreRows: (count) => `… and ${count} more`,
    milliseconds: (ms) => `${ms} ms`,
    seconds: (seconds) => `${seconds} s`,
  },
  'zh-CN': {
    passedOf: (passed, of) => `已通过 ${passed} / ${of} 个练习。`,
    exercises: '练习',
    states: { passed: '已通过', failed: '未通过', error: '无法运行', skipped: '已跳过', unjudged: '未能评判' },
    unbegun: '还没有开始',
    timeline: '时间线：实际运行的情况与应有的情况',
    nothingRan: '什么也没有运行',
    blocked: '阻塞',
    moreRows: (count) => `… 还有 ${count} 项`,
    milliseconds: (ms) => `${ms} 毫秒`,
    seconds: (seconds) => `${seconds} 秒`,
  },
};
