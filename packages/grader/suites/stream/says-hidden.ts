import { show, type Text } from '@teatime/grader/kit';

/** What the hidden checks of this exercise say. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  notClosedAfter: (source: string): Text => ({
    en: `A loop over \`merge\` was left, and the clean-up of one source failed. Source ${source} was never closed: it came after that one. Begin with closing all of them, and then wait: \`Promise.allSettled\` waits for all.`,
    'zh-CN': `离开 \`merge\` 的循环时，一个来源的清理失败了。来源 ${source} 一直没有关闭：它排在那个来源后面。请先让所有来源开始关闭，再等待：\`Promise.allSettled\` 会等到全部结束。`,
  }),

  hidesTheFirst: (first: unknown, later: unknown): Text => ({
    en: `A source failed with ${show(first)}; then the clean-up of another failed with ${show(later)}, and \`merge\` told only of that. What went wrong first is why the loop is over: throw that one. (What is thrown in \`finally\` takes the place of the error before.)`,
    'zh-CN': `一个来源以 ${show(first)} 失败；随后另一个来源的清理以 ${show(later)} 失败，\`merge\` 却只报告了后者。循环结束的原因是先出的那个错：请抛出它。（\`finally\` 里抛出的错误会顶替之前的错误。）`,
  }),

  mixed: (name: string, item: unknown): Text => ({
    en: `Several streams were looped over at once, and \`${name}\` gave ${show(item)}, which belongs to another one. Each call needs its own list of what lies ready: keep it inside of the function, not at the top of the file.`,
    'zh-CN': `几个流同时在循环，\`${name}\` 给出的 ${show(item)} 却是另一个流的。每次调用都要有自己的列表来存放读到的元素：请放在函数里面，不要放在文件最外层。`,
  }),

  oneOfTwo: (name: string, items: number, came: number): Text => ({
    en: `Several streams were looped over at once, and of the ${items} items of one \`${name}\` only ${came} came. Alone it works: do two calls share a variable? Keep all of them inside of the function.`,
    'zh-CN': `几个流同时在循环，其中一个 \`${name}\` 有 ${items} 个元素，只来了 ${came} 个。单独用时没有问题：是不是两次调用共用了变量？请把变量都放在函数里面。`,
  }),
} as const;
