import type { Text } from './text.ts';

/** What the gradebook says in words. */
export const gradebookTexts = {
  unjudged: (exercises: readonly string[]): Text => ({
    en: `${exercises.join(', ')} could not be judged: the computer was too busy. No points are given; grade it again.`,
    'zh-CN': `${exercises.join('、')} 未能评判：电脑太忙。没有给分，请重新评分。`,
  }),
} as const satisfies Record<string, Text | ((...given: never[]) => Text)>;
