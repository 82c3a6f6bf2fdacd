import type { Text } from './text.ts';

/** What a student is told of checks that students are not given. */
export const forStudentTexts = {
  /** @param passed how many of them; undefined where it could not be judged */
  hiddenChecks: (checks: number, passed: number | undefined): Text => ({
    en: `${checks === 1 ? '1 more check' : `${checks} more checks`}, decided at hand-in${passed === undefined ? '' : `: ${passed} of ${checks} passed`}`,
    'zh-CN': `提交后判定的另外 ${checks} 项检查${passed === undefined ? '' : `：通过 ${passed} / ${checks} 项`}`,
  }),
  trouble: {
    en: 'This exercise could not be graded, and that is no fault of your answer. Ask whoever teaches the course.',
    'zh-CN': '这个练习无法评分，原因不在你的答案。请询问授课老师。',
  },
} as const satisfies Record<string, Text | ((...given: never[]) => Text)>;
