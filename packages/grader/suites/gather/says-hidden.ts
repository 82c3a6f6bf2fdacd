import { list, show, type Text } from '@teatime/grader/kit';

/** What the hidden checks of `gather` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  notAllAsked: (count: number, asked: number): Text => ({
    en: `The list had 10,000 items. ${count} of them, far apart, told when they were asked for their results, and while gather waited for the others only ${asked} of the ${count} had been asked. Start all of them at once, however many there are.`,
    'zh-CN': `列表里有一万项。其中相隔很远的 ${count} 项会报告自己什么时候被问过结果；gather 还在等其他项时，这 ${count} 项里只有 ${asked} 项被问过。不管有多少项，都请一下子全部启动。`,
  }),

  mixedUp: (names: readonly string[], came: readonly string[]): Text => ({
    en: `gather was called several times at once. For the list ${list(names).en} it gave the results of ${list(came).en}. Do the calls share a variable?`,
    'zh-CN': `gather 同时被调用了几次。列表 ${list(names)['zh-CN']} 得到的却是 ${list(came)['zh-CN']} 的结果。这几次调用是不是共用了一个变量？`,
  }),

  waitsForAnotherCall: (name: string, at: number): Text => ({
    en: `gather was called several times at once, and ${name}, in one of the lists, started only after ${at} ms: that call waited for another one. Calls of gather have nothing to do with each other.`,
    'zh-CN': `gather 同时被调用了几次，其中一个列表里的 ${name} 等到 ${at} 毫秒才启动：那一次调用在等另一次。各次调用之间应该互不相干。`,
  }),

  errorMixedUp: (name: string): Text => ({
    en: `gather was called several times at once, and ${name} failed in one of the lists. Its error came out of a call that it has nothing to do with. Do the calls share a variable?`,
    'zh-CN': `gather 同时被调用了几次，其中一个列表里的 ${name} 失败了，它的错误却从另一次调用里冒了出来。这几次调用是不是共用了一个变量？`,
  }),

  tooDeep: (count: number): Text => ({
    en: `The list had ${count} items, and your functions called each other until there was no room left (\`Maximum call stack size exceeded\`). Go through the list with a loop.`,
    'zh-CN': `列表有 ${count} 项，你的函数一层层互相调用，直到没有空间了（\`Maximum call stack size exceeded\`）。请用循环来遍历列表。`,
  }),

  lostAmongMany: (count: number, place: number, got: unknown): Text => ({
    en: `The list had ${count} items. In place ${place} stands ${show(got)} instead of the result of that item.`,
    'zh-CN': `列表有 ${count} 项。第 ${place} 个位置上是 ${show(got)}，而不是那一项的结果。`,
  }),

  asksTooOften: (items: number, asked: number): Text => ({
    en: `${items} of the items counted how often gather asked for their results: ${asked} times and more. Once each is enough; asking all the others again after every result makes the work grow with the square of the list.`,
    'zh-CN': `其中 ${items} 项统计了 gather 询问结果的次数：至少 ${asked} 次。每项一次就够了；每来一个结果就把其余的再问一遍，工作量会随列表长度的平方增长。`,
  }),
} as const;
