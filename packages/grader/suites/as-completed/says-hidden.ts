import { list, type Text } from '@teatime/grader/kit';

/** What the hidden checks of `as-completed` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  loopsMixed: (which: number, expected: readonly string[], came: readonly string[]): Text => ({
    en: `Three loops ran at the same time. In loop ${which} should have come ${list(expected).en}; there came ${list(came).en}. Is something kept in a variable outside of the function?`,
    'zh-CN': `三个循环同时进行。第 ${which} 个循环里应该来 ${list(expected)['zh-CN']}，来的却是 ${list(came)['zh-CN']}。是不是把什么放在了函数外面的变量里？`,
  }),

  tooDeep: (places: number): Text => ({
    en: `With a list of ${places} places the stack overflowed: a function that calls itself once for each place in the list goes down too deep. Go through the list in a loop.`,
    'zh-CN': `列表有 ${places} 项时，调用栈溢出了：列表里每有一项，函数就调用自己一次，层数太深。请用循环遍历列表。`,
  }),

  listensToFew: (tasks: number, came: number): Text => ({
    en: `The list held ${tasks} tasks, and the ${tasks / 2} at its end were done first. ${came} of those came while the others still ran. Listen to all of them from the start, however many there are, and hand out each one when it is done.`,
    'zh-CN': `列表里有 ${tasks} 个任务，排在后面的 ${tasks / 2} 个先完成。其他任务还在运行时，这些任务里只来了 ${came} 个。不管有多少，都请一开始就监听全部任务，完成一个就给出一个。`,
  }),

  lostAmongMany: (tasks: number, came: number): Text => ({
    en: `The list held ${tasks} tasks, each of them ten times, and all were done. ${came} different ones came. However many there are, each comes once.`,
    'zh-CN': `列表里有 ${tasks} 个任务，每个出现十次，它们全部完成了，来的却只有 ${came} 个。不管有多少，每个都要来一次。`,
  }),

  manyNeverEnd: (tasks: number): Text => ({
    en: `The list held ${tasks} tasks, each of them ten times. All of them came, but the loop still waits for another one. Count the tasks, and not the places of the list.`,
    'zh-CN': `列表里有 ${tasks} 个任务，每个出现十次。它们都来了，循环却还在等下一个。要数的是任务，而不是列表里的位置。`,
  }),

  asksTooOften: (tasks: number, asked: number): Text => ({
    en: `For ${tasks} tasks you have listened ${asked} times and more. Once each is enough; asking all that are left again after every result makes the work grow with the square of the list.`,
    'zh-CN': `${tasks} 个任务，你至少听了 ${asked} 次。每个一次就够了；每来一个结果就把剩下的再问一遍，工作量会随列表长度的平方增长。`,
  }),
} as const;
