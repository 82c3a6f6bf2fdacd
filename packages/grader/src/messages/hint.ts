import { atHandInWords } from './at-hand-in.ts';
import type { Undecided } from './at-hand-in.ts';
import type { Text } from './text.ts';

function moreAreLeft(left: number): string {
  return left === 1 ? 'One more is left' : `${left} more are left`;
}

function solution(id: string, hasPassed: boolean): Text {
  return hasPassed
    ? { en: `You have passed: pnpm solution ${id} shows one way to do it.`, 'zh-CN': `你已经通过了，运行 pnpm solution ${id} 可以看到一种写法。` }
    : { en: `Still stuck? pnpm solution ${id} --give-up`, 'zh-CN': `还是没有思路？pnpm solution ${id} --give-up` };
}

/** What `hint` says around a hint. */
export const hintTexts = {
  exam: { en: 'This is an exam: there are no hints.', 'zh-CN': '这是考试，没有提示。' },
  heading: (id: string, number: number, of: number): Text => ({
    en: `${id} · hint ${number} of ${of}`,
    'zh-CN': `${id} · 提示 ${number} / ${of}`,
  }),
  more: {
    command: (id: string, left: number): Text => ({
      en: `${moreAreLeft(left)}: pnpm hint ${id}`,
      'zh-CN': `还有 ${left} 条提示：pnpm hint ${id}`,
    }),
    key: (_id: string, left: number): Text => ({
      en: `${moreAreLeft(left)}: press h again.`,
      'zh-CN': `还有 ${left} 条提示：再按一次 h。`,
    }),
  },
  last: {
    command: (id: string, hasPassed: boolean): Text => ({
      en: `That was the last one. See them all again: pnpm hint ${id} --again. ${solution(id, hasPassed).en}`,
      'zh-CN': `这是最后一条。运行 pnpm hint ${id} --again 可以从头再看。${solution(id, hasPassed)['zh-CN']}`,
    }),
    key: (id: string, hasPassed: boolean): Text => ({
      en: `That was the last one. To begin with the first again, press h. ${solution(id, hasPassed).en}`,
      'zh-CN': `这是最后一条。再按 h，从第一条看起。${solution(id, hasPassed)['zh-CN']}`,
    }),
  },
  allShown: (count: number): Text => ({
    en: `You have seen ${count === 1 ? 'the only hint' : `all ${count} hints`}. Here is the last one again.`,
    'zh-CN': `${count} 条提示你都看过了。这里再给出最后一条。`,
  }),
  none: (id: string, task: string): Text => ({
    en: `There are no hints for ${id}. Read ${task} once more: every sentence of it is needed.`,
    'zh-CN': `${id} 没有提示。请再读一遍 ${task}：里面每句话都有用。`,
  }),
  /** @param left of all exercises, what is decided when they are handed in */
  done: (left: Undecided | undefined): Text => {
    const passed = left === undefined
      ? { en: 'Every exercise has passed: there is nothing to give a hint about.', 'zh-CN': '所有练习都通过了，不需要提示。' }
      : {
          en: `Everything that is checked here has passed: there is nothing to give a hint about. ${atHandInWords.en.sentence(left)}`,
          'zh-CN': `这里能检查的都通过了，不需要提示。${atHandInWords['zh-CN'].sentence(left)}`,
        };
    return { en: `${passed.en} For an old one, name it: pnpm hint ID`, 'zh-CN': `${passed['zh-CN']}想看以前的，请写出练习：pnpm hint ID` };
  },
} as const;
