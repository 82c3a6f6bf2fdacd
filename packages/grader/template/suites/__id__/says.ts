import { show } from '@teatime/grader/kit';
import type { Text } from '@teatime/grader/kit';

/** What the checks of this exercise say: what happened, and what to do. */
export const says = {
  otherResults: (expected: unknown, value: unknown): Text => ({
    en: `__name__ gave ${show(value)}, not ${show(expected)}. Keep what each \`await\` gives, and return both in a list.`,
    'zh-CN': `__name__ 给出的是 ${show(value)}，而不是 ${show(expected)}。请留下每个 \`await\` 给出的值，用列表一起返回。`,
  }),
  neverBegun: (name: string): Text => ({
    en: `'${name}' was never begun. \`await\` the coroutine that calling it gives.`,
    'zh-CN': `'${name}' 一直没有开始。请 \`await\` 调用它得到的协程。`,
  }),
  begunAt: (name: string, at: number, due: number): Text => ({
    en: `'${name}' was begun after ${at} ms, not after ${due} ms, when the first one is done. Begin it right behind the \`await\` of the first.`,
    'zh-CN': `'${name}' 在 ${at} 毫秒时开始，而不是第一项完成的 ${due} 毫秒。请在第一项的 \`await\` 之后马上开始它。`,
  }),
  hidesTheError: (name: string): Text => ({
    en: `'${name}' failed, and __name__ did not. Let its error through: no \`catch\` is needed.`,
    'zh-CN': `'${name}' 失败了，__name__ 却没有失败。请让它的错误传出去：不需要 \`catch\`。`,
  }),
  begunForNothing: (name: string): Text => ({
    en: `'${name}' was begun, although the first one had failed or was still going on. Begin it behind the \`await\` of the first.`,
    'zh-CN': `第一项失败了或者还没做完，'${name}' 却开始了。请在第一项的 \`await\` 之后再开始它。`,
  }),
  waitsForEver: {
    en: '__name__ never comes back. Is there a promise that nobody settles?',
    'zh-CN': '__name__ 一直没有返回。是不是有一个 promise 没有人去完成？',
  },
} as const;
