import { atHandInWords } from './at-hand-in.ts';
import type { Undecided } from './at-hand-in.ts';
import type { Text } from './text.ts';

/** What `solution` says around a solution. */
export const solutionTexts = {
  exam: { en: 'This is an exam: there are no solutions, also for what has passed.', 'zh-CN': '这是考试，没有参考答案，通过之后也没有。' },
  locked: (id: string): Text => ({
    en: `${id} has not passed yet, and it is your own way that counts. pnpm hint ${id} takes you a step further; `
      + `pnpm solution ${id} --give-up shows the solution all the same.`,
    'zh-CN': `${id} 还没有通过，自己想出来的才最有收获。pnpm hint ${id} 会带你往前一步；`
      + `实在想看，就运行：pnpm solution ${id} --give-up`,
  }),
  absent: (id: string): Text => ({
    en: `This edition of the course has no solution of ${id} in it. Ask whoever gives the course.`,
    'zh-CN': `这一版课程里没有 ${id} 的参考答案。可以问问开课的老师。`,
  }),
  /** For whoever passed all that is checked where they are. */
  undecided: (left: Undecided): Text => ({ en: atHandInWords.en.sentence(left), 'zh-CN': atHandInWords['zh-CN'].sentence(left) }),
  heading: (path: string): Text => ({ en: `One way to do it, ${path}:`, 'zh-CN': `一种写法，${path}：` }),
  others: (paths: readonly string[]): Text => ({
    en: `Other ways that are right as well: ${paths.join(', ')}`,
    'zh-CN': `其他同样正确的写法：${paths.join('、')}`,
  }),
  yours: (file: string): Text => ({
    en: `Your own ${file} stays as it is.`,
    'zh-CN': `你自己的 ${file} 没有变。`,
  }),
} as const;
