import type { Language } from './text.ts';

/** The words of the report for the terminal. */
export interface ReportWords {
  points(points: number, maxPoints: number): string;
  readonly allPassed: string;
  readonly why: string;
  readonly you: string;
  readonly expected: string;
  readonly printed: string;
  moreLines(count: number): string;
  didNotRun(count: number): string;
  /** A heading and the steps. */
  next(file: string, task: string, command: string): readonly [heading: string, ...steps: string[]];
  readonly selfCheck: string;
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  en: {
    points: (points, maxPoints) => `${points} of ${maxPoints} points`,
    allPassed: 'Everything passed.',
    why: 'Why: ',
    you: 'you',
    expected: 'expected',
    printed: 'Your code printed:',
    moreLines: (count) => (count === 1 ? '… 1 more line' : `… ${count} more lines`),
    didNotRun: (count) => (count === 1 ? 'The other check did not run.' : `The other ${count} checks did not run.`),
    next: (file, task, command) => ['What to do next:', `1. Read ${task}`, `2. Write your answer in ${file}`, `3. Run ${command}`],
    selfCheck: 'A self-check: on this machine your code ran without a sandbox of the operating system.',
  },
  'zh-CN': {
    points: (points, maxPoints) => `${points} / ${maxPoints} 分`,
    allPassed: '全部通过。',
    why: '为什么：',
    you: '你的代码',
    expected: '应该是',
    printed: '你的代码输出了：',
    moreLines: (count) => `… 还有 ${count} 行`,
    didNotRun: (count) => `其余 ${count} 项检查没有运行。`,
    next: (file, task, command) => ['接下来：', `1. 阅读 ${task}`, `2. 在 ${file} 里写答案`, `3. 运行 ${command}`],
    selfCheck: '这是自测：在这台机器上，代码运行时没有操作系统的沙箱保护。',
  },
};
