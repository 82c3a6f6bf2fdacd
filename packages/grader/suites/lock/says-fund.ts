import { list, show, type Text } from '@teatime/grader/kit';

/** How some coins were added, and what came of it. */
interface Adding {
  /** What was in the jar before. */
  readonly before: number;
  /** What was added, all in one breath. */
  readonly coins: readonly number[];
  /** What should be there then. */
  readonly sum: number;
}

const all = (coins: readonly number[]): Text => list(coins.map((amount) => String(amount)));

/** What the checks of the tea fund say. */
export const saysOfFund = {
  otherSum: ({ before, coins, amount, sum, gave }: Adding & { readonly amount: number; readonly gave: unknown }): Text => ({
    en: `There were ${before} coins in the jar, and ${all(coins).en} were added at once. add(${amount}) has to give ${sum}, and gave ${show(gave)}. From read to the end of write, no other add may read: do both inside of the same \`use\` of one lock, which all calls of this fund share.`,
    'zh-CN': `罐子里有 ${before} 枚硬币，同时放入了 ${all(coins)['zh-CN']} 枚。add(${amount}) 应该给出 ${sum}，给出的却是 ${show(gave)}。从 read 到 write 结束，别的 add 都不能读：把两者放进同一次 \`use\` 里，而且同一个基金的所有调用共用一把锁。`,
  }),
  otherTurn: ({ coins, amount, sum, gave }: Adding & { readonly amount: number; readonly gave: unknown }): Text => ({
    en: `${all(coins).en} coins were added at once, and in the end all of them were in the jar. But add(${amount}) has to give ${sum}, and gave ${show(gave)}. They have their turns in the order in which they were called, and each gives how many coins there are after it.`,
    'zh-CN': `同时放入了 ${all(coins)['zh-CN']} 枚硬币，最后也都在罐子里。可是 add(${amount}) 应该给出 ${sum}，给出的却是 ${show(gave)}。要按调用的先后一个接一个地做，每次给出放完之后的总数。`,
  }),
  otherCoins: ({ before, coins, sum, left }: Adding & { readonly left: unknown }): Text => ({
    en: `There were ${before} coins in the jar, and ${all(coins).en} were added at once. Then the jar has to hold ${sum}, and holds ${show(left)}. \`add\` is done when the write is done: await it, inside of the lock.`,
    'zh-CN': `罐子里有 ${before} 枚硬币，同时放入了 ${all(coins)['zh-CN']} 枚。之后罐子里应该有 ${sum} 枚，却有 ${show(left)} 枚。write 做完，\`add\` 才算做完：请在锁里面 await 它。`,
  }),
  addHangs: {
    en: 'add never finished, although the jar had answered long ago. Who takes the lock has to give it back: does your release wake whoever is next in line?',
    'zh-CN': '罐子早就回应了，add 却一直没有完成。拿了锁就要释放：你的 release 唤醒了排在下一个的人吗？',
  },
  addIsLate: (amount: number, due: number, at: number): Text => ({
    en: `add(${amount}) was done at ${at} ms, and could have been at ${due} ms. The moment that one add is done the next one begins; and an add needs one read and one write.`,
    'zh-CN': `add(${amount}) 到 ${at} 毫秒才完成，本来 ${due} 毫秒就可以。一个 add 做完，下一个要马上开始；每个 add 只需要读一次、写一次。`,
  }),

  looksNowAndThen: {
    en: 'While an add waited for the jar, or for its turn, a timer of your code was set, to look again later. Wait for a promise: `use` of your lock does.',
    'zh-CN': 'add 在等罐子或者等轮到自己时，你的代码设了定时器，打算过一会儿再看。请等一个 promise：锁的 `use` 就是这样做的。',
  },

  remembered: (before: number, changed: number, amount: number, gave: unknown): Text => ({
    en: `The jar held ${before} coins; then somebody else was there, and it holds ${changed}. add(${amount}) has to give ${changed + amount}, and gave ${show(gave)}. Read the jar in each add, when its turn has come, and keep no sum of your own.`,
    'zh-CN': `罐子里原来有 ${before} 枚硬币；后来别人动过，变成了 ${changed} 枚。add(${amount}) 应该给出 ${changed + amount}，给出的却是 ${show(gave)}。每次 add 轮到时都要重新读罐子，不要自己记总数。`,
  }),
  totalRemembered: (before: number, changed: number, gave: unknown): Text => ({
    en: `The jar held ${before} coins; then somebody else was there, and it holds ${changed}. total gave ${show(gave)}. Read the jar each time, and keep no sum of your own.`,
    'zh-CN': `罐子里原来有 ${before} 枚硬币；后来别人动过，变成了 ${changed} 枚。total 给出的却是 ${show(gave)}。每次都要读罐子，不要自己记总数。`,
  }),

  totalTooEarly: ({ before, coins, sum, gave }: Adding & { readonly gave: unknown }): Text => ({
    en: `There were ${before} coins in the jar, ${all(coins).en} were being added, and then total was called. It has to give ${sum}, and gave ${show(gave)}. Let total wait for its turn as every add does: read the jar inside of the same lock.`,
    'zh-CN': `罐子里有 ${before} 枚硬币，正在放入 ${all(coins)['zh-CN']} 枚，这时调用了 total。它应该给出 ${sum}，给出的却是 ${show(gave)}。请让 total 像 add 一样排队：在同一把锁里读罐子。`,
  }),
  otherTotal: (sum: number, gave: unknown): Text => ({
    en: `The jar failed once, and is well again. It holds ${sum} coins, and total gave ${show(gave)}. Return what the jar tells.`,
    'zh-CN': `罐子出过一次错，现在又好了。里面有 ${sum} 枚硬币，total 给出的却是 ${show(gave)}。请返回罐子给出的数。`,
  }),
  totalHangs: {
    en: 'total never finished, although the jar had answered long ago. Is the lock given back after each add, and after total?',
    'zh-CN': '罐子早就回应了，total 却一直没有完成。每次 add 和 total 之后，锁都释放了吗？',
  },

  hidesTheFailure: (method: string, what: 'read' | 'write', reason: unknown, gave: unknown): Text => ({
    en: `${what} of the jar failed with ${show(reason)}, and ${method} gave ${show(gave)}. The caller believes that all went well: let the error through.`,
    'zh-CN': `罐子的 ${what} 以 ${show(reason)} 失败，${method} 却给出了 ${show(gave)}。调用者会以为一切顺利：请让错误传出去。`,
  }),
  otherFailure: (method: string, what: 'read' | 'write', reason: unknown, other: unknown): Text => ({
    en: `${what} of the jar failed with ${show(reason)}, and ${method} with ${show(other)}. Let the very error through, and only in the call that it belongs to.`,
    'zh-CN': `罐子的 ${what} 以 ${show(reason)} 失败，${method} 却以 ${show(other)} 失败。请原样传出这个错误，而且只在它所属的那次调用里。`,
  }),
  failsAfterwards: (what: 'read' | 'write', reason: unknown): Text => ({
    en: `${what} of the jar failed once, with ${show(reason)}. The next call failed with the same error, though nothing was wrong with the jar any more. Whoever waits for the one before must not care how it ended.`,
    'zh-CN': `罐子的 ${what} 失败过一次，错误是 ${show(reason)}。罐子已经没有问题了，下一次调用却还是以同样的错误失败。等前一个做完的人，不该关心它的结果好坏。`,
  }),
  shutAfterwards: (what: 'read' | 'write'): Text => ({
    en: `${what} of the jar failed once, and from then on everybody waited for ever. Give the lock back after an error, too: that is what \`use\` and \`finally\` are for.`,
    'zh-CN': `罐子的 ${what} 失败过一次，之后所有人都永远等下去了。出错之后也要释放锁：\`use\` 和 \`finally\` 就是为此准备的。`,
  }),
  countsTheFailed: (sum: number, amount: number, gave: unknown): Text => ({
    en: `One add failed, so its coins are not in the jar. The add(${amount}) behind it has to give ${sum}, and gave ${show(gave)}. Read the jar when its turn has come, inside of the lock.`,
    'zh-CN': `有一次 add 失败了，所以它的硬币不在罐子里。排在后面的 add(${amount}) 应该给出 ${sum}，给出的却是 ${show(gave)}。轮到时再在锁里读罐子。`,
  }),

  hangsBesides: {
    en: 'Two funds have a jar each, and an add of one of them never finished. Its turn was taken by the other fund, or given to it. Keep the lock in a field of each fund, and the line in a field of each lock (`this`).',
    'zh-CN': '两个基金各有一个罐子，其中一个的 add 却一直没有完成：轮到它的机会给了另一个基金。请把锁放在每个基金自己的字段里，把队列放在每把锁自己的字段里（`this`）。',
  },
  waitsForTheOther: (amount: number, due: number, at: number): Text => ({
    en: `Two funds have a jar each. add(${amount}) of one of them could have been done at ${due} ms, and was at ${at} ms. One fund waited for the other. Keep the lock in a field of each fund (\`this\`), not outside of the class and not static.`,
    'zh-CN': `两个基金各有一个罐子。其中一个的 add(${amount}) 在 ${due} 毫秒就可以做完，却到 ${at} 毫秒才做完。一个基金在等另一个。请把锁放在每个基金自己的字段里（\`this\`），不要放在类外，也不要用静态字段。`,
  }),
} as const;
