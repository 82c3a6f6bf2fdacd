import type { Text } from './text.ts';

/** Why a command came to nothing. */
export const failures = {
  courseIsBroken: {
    en: 'The course is broken. Its author has to mend this first:',
    'zh-CN': '课程本身有错，要先由作者改好：',
  },
  crash: {
    en: 'The grader itself failed, which is not your fault. Please report this:',
    'zh-CN': '评分程序自己出错了，不是你的问题。请把下面的内容报告给课程的作者：',
  },
  file: (path: string, why: Text): Text => ({
    en: `${path} could not be read or written: ${why.en}`,
    'zh-CN': `无法读写 ${path}：${why['zh-CN']}`,
  }),
} as const;
