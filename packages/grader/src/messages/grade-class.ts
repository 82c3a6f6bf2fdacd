import type { Text } from './text.ts';

/** What `grade-class` says besides its gradebook. */
export const classTexts = {
  crashed: {
    en: 'The grader came to an end over this hand-in, twice. Grade it by hand, or tell whoever made the course.',
    'zh-CN': '评分程序两次都因为这份提交而中断。请人工评分，或者告诉课程的作者。',
  },
} as const satisfies Record<string, Text>;
