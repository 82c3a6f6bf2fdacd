import type { Text } from './text.ts';

/** What it means that nobody awaits a call. */
export const unawaitedTexts = {
  coroutine: (code: string, line: number): Text => ({
    en: `Nobody awaits \`${code}\` (line ${line}), so it never begins: write \`await\` in front of it, or give it to createTask and await the task.`,
    'zh-CN': `没有人 await \`${code}\`（第 ${line} 行），所以它根本不会开始：请在它前面写 \`await\`，或者把它交给 createTask，再 await 得到的任务。`,
  }),
  promise: (code: string, line: number): Text => ({
    en: `Nobody awaits \`${code}\` (line ${line}), so the code goes on before it is done: write \`await\` in front of it, or keep what it gives and await that.`,
    'zh-CN': `没有人 await \`${code}\`（第 ${line} 行），所以它还没做完，代码就继续往下走了：请在它前面写 \`await\`，或者保存它的返回值再 await。`,
  }),
  each: (code: string, line: number): Text => ({
    en: `\`${code}\` (line ${line}) does not wait for the async function that it calls: write \`map\` in its place, keep the promises that it gives, and await each of them.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）不会等待传给它的 async 函数：请改用 \`map\`，保存它给出的 promise，再逐个 await。`,
  }),
} as const satisfies Record<string, (code: string, line: number) => Text>;
