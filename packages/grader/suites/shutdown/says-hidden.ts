import { show, type Text } from '@teatime/grader/kit';

/** What the hidden checks of `shutdown` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  killDoesNotClose: (name: string, kill: number): Text => ({
    en: `\`kill\` aborted at ${kill} ms, and \`stop\` had not; the order ${name}, which came later, was begun all the same. \`kill\` asks for everything that \`stop\` asks for, and more: abort the signal of receive as well, AbortSignal.any([stop, kill]).`,
    'zh-CN': `\`kill\` 在 ${kill} 毫秒时 abort，\`stop\` 还没有；之后才到的订单 ${name} 却照样开始了。\`kill\` 包含了 \`stop\` 的一切要求，还要更多：receive 的信号也要 abort，可以用 AbortSignal.any([stop, kill])。`,
  }),
  killedBefore: {
    en: '`kill` had aborted before serve was called, and receive was asked for an order. Look at both signals before you ask.',
    'zh-CN': '调用 serve 之前，`kill` 就已经 abort 了，却还向 receive 要了订单。要之前两个信号都要看。',
  },
  killedEnd: (due: number, took: number): Text => ({
    en: `Because of \`kill\` everything was over at ${due} ms, and serve only at ${took} ms. What does it wait for after the last clean-up?`,
    'zh-CN': `因为 \`kill\`，${due} 毫秒时一切都结束了，serve 却到 ${took} 毫秒才结束。最后一个清理完之后，它还在等什么？`,
  }),

  brokenForgotten: (reason: unknown, value: unknown): Text => ({
    en: `receive failed with ${show(reason)}, and nobody had asked it to stop. While an order cleaned up, \`stop\` aborted; and serve gave ${show(value)}. What counts is the moment at which receive failed: look at the signal there, and keep the error until all orders have ended.`,
    'zh-CN': `receive 以 ${show(reason)} 失败，那时没有人要它停下。有一个订单还在清理，这时 \`stop\` 才 abort；serve 却给出了 ${show(value)}。要看的是 receive 失败的那一刻：在那里看信号，把错误留到所有订单结束。`,
  }),

  sharesCounts: {
    en: 'Two servers ran at the same time, and the report of one counts orders of the other, or misses its own. Keep the counts inside of the function, not in a variable outside of it.',
    'zh-CN': '两个 serve 同时运行，其中一个的报告算进了另一个的订单，或者漏掉了自己的。请把计数放在函数里面，不要放在函数外的变量里。',
  },
  sharesTheTime: (name: string, due: number, at: number | undefined): Text => ({
    en: `Two servers ran at the same time, with a stop of its own each. ${name} was to be told to stop at ${due} ms, and ${at === undefined ? 'never was' : `was at ${at} ms`}. Keep controllers and timers inside of the function, not in a variable outside of it.`,
    'zh-CN': `两个 serve 同时运行，各有自己的 stop。${name} 应该在 ${due} 毫秒时被叫停，却${at === undefined ? '一直没有' : `在 ${at} 毫秒时才被叫停`}。请把 controller 和定时器放在函数里面，不要放在函数外的变量里。`,
  }),
  sharesTheEnd: (due: number, took: number): Text => ({
    en: `Two servers ran at the same time, with a stop of its own each. One had to be over at ${due} ms, and was at ${took} ms. Each waits for its own orders only: keep the list inside of the function.`,
    'zh-CN': `两个 serve 同时运行，各有自己的 stop。其中一个应该在 ${due} 毫秒时结束，却在 ${took} 毫秒时结束。各自只等自己的订单：请把列表放在函数里面。`,
  }),
} as const;
