import type { Text } from './text.ts';

/** A place where code does not wait, or waits too early. */
export interface Place {
  readonly code: string;
  readonly line: number;
  /** Another name or piece of code that belongs to it. */
  readonly also: string;
}

const timer = ({ code, line, also }: Place): Text => ({
  en: `Nothing waits for \`${code}\` (line ${line}): it gives no promise, so the code goes on at once. To wait for some time, write \`${also}\`.`,
  'zh-CN': `没有什么在等 \`${code}\`（第 ${line} 行）：它给出的不是 promise，所以代码马上就继续往下走了。想等一段时间，请写 \`${also}\`。`,
});

/** What it means for what came to a wrong end. */
export const unawaitedTexts = {
  coroutine: ({ code, line }) => ({
    en: `Nobody awaits \`${code}\` (line ${line}), so it never begins: write \`await\` in front of it, or give it to createTask and await the task.`,
    'zh-CN': `没有人 await \`${code}\`（第 ${line} 行），所以它根本不会开始：请在它前面写 \`await\`，或者把它交给 createTask，再 await 得到的任务。`,
  }),
  promise: ({ code, line }) => ({
    en: `Nobody awaits \`${code}\` (line ${line}), so the code goes on before it is done: write \`await\` in front of it, or keep what it gives and await that.`,
    'zh-CN': `没有人 await \`${code}\`（第 ${line} 行），所以它还没做完，代码就继续往下走了：请在它前面写 \`await\`，或者保存它的返回值再 await。`,
  }),
  each: ({ code, line }) => ({
    en: `\`${code}\` (line ${line}) does not wait for the promises that its function gives: write \`map\` in its place, keep the promises, and await each of them.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）不会等待传给它的函数所给出的 promise：请改用 \`map\`，保存这些 promise，再逐个 await。`,
  }),
  list: ({ code, line }) => ({
    en: `\`${code}\` (line ${line}) is a list of promises, and nobody awaits what is in it: \`await\` or \`return\` in front of a list waits for none of them. Keep the list, and await each promise in it.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）是一个由 promise 组成的列表，没有人 await 里面的 promise：在列表前面写 \`await\` 或 \`return\`，一个也不会等。请保存这个列表，再逐个 await 里面的 promise。`,
  }),
  function: ({ code, line }) => ({
    en: `\`${code}\` (line ${line}) is a function, and waiting for it does not call it: write \`${code}()\`.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）是一个函数，等待它并不会调用它：请写成 \`${code}()\`。`,
  }),
  timer,
  'timer-runs-on': timer,
  callback: ({ code, line }) => ({
    en: `Nothing waits for \`${code}\` (line ${line}): it gives no promise, and hands what it finds to its callback, later. Use the function of the same name that gives a promise (files: 'node:fs/promises'), or make one with \`promisify\` of 'node:util', and await that.`,
    'zh-CN': `没有什么在等 \`${code}\`（第 ${line} 行）：它给出的不是 promise，结果要等到以后才交给回调函数。请改用给出 promise 的同名函数（文件：'node:fs/promises'），或者用 'node:util' 的 \`promisify\` 得到一个，再 await 它。`,
  }),
  assigned: ({ code, line, also }) => ({
    en: `The callback of \`${code}\` (line ${line}) sets \`${also}\` later, and nothing waits for that: the code goes on with \`${also}\` before. Await the promise, and go on in the next line with what it gives, without a callback.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）的回调函数要过一会儿才写入 \`${also}\`，而没有什么在等它：代码在那之前就拿着 \`${also}\` 继续往下走了。请不要用回调函数：await 那个 promise，再在下一行使用它给出的结果。`,
  }),
  returned: ({ code, line }) => ({
    en: `\`return\` in the callback of \`${code}\` (line ${line}) gives its value to nobody: your function itself goes on, and is over before. Await the promise, and return in your function what it gives.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）的回调函数里的 \`return\`，结果没有人收到：你的函数自己继续往下走，早就结束了。请 await 那个 promise，再在你的函数里 return 它给出的结果。`,
  }),
  mapped: ({ code, line }) => ({
    en: `The function in \`${code}\` (line ${line}) returns nothing, so there is nothing to wait for: write \`return\` in front of the promise in it.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）里的函数什么也不返回，所以没有什么可等的：请在里面的 promise 前面写上 \`return\`。`,
  }),
  unsettled: ({ line }) => ({
    en: `Nobody settles the \`new Promise\` in line ${line}: whoever awaits it waits for ever. Its function is given \`resolve\`: call that when it is done, as in \`new Promise((resolve) => setTimeout(resolve, ms))\`.`,
    'zh-CN': `第 ${line} 行的 \`new Promise\` 永远不会有结果：await 它的人会一直等下去。它的函数会收到 \`resolve\`：做完时要调用它，例如 \`new Promise((resolve) => setTimeout(resolve, ms))\`。`,
  }),
  'at-once': ({ code, line }) => ({
    en: `\`${code}\` (line ${line}) is called right there, and not by the timer: hand over a function, as in \`() => ${code}\`.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）当场就被调用了，而不是由计时器调用：请传入一个函数，例如 \`() => ${code}\`。`,
  }),
  kept: ({ code, line }) => ({
    en: `\`${code}\` (line ${line}) only makes a coroutine: it begins where somebody awaits it, and it did not come to that. Give it to createTask, and await the task.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）只是得到一个协程：有人 await 它的时候它才开始，而这次没有等到那一步。请把它交给 createTask，再 await 得到的任务。`,
  }),
  'in-a-loop': ({ code, line }) => ({
    en: `\`${code}\` (line ${line}) stands in a loop: each round waits there, and the next one begins only then. Start all of them first, in a loop or a \`map\` without \`await\`, keep what that gives, and only then await.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）在循环里：每一圈都停在那里等，下一圈到那时才开始。请先用一个没有 \`await\` 的循环或 \`map\` 把它们全部启动，保存得到的东西，然后再 await。`,
  }),
  'one-by-one': ({ code, line }) => ({
    en: `\`${code}\` (line ${line}) takes one after the other: it asks for the next only when the one before is done. Start all of them first, keep what that gives, and only then await.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）是一个接一个来的：前一个完成了，才去取下一个。请先把它们全部启动，保存得到的东西，然后再 await。`,
  }),
  before: ({ code, line, also }) => ({
    en: `\`${code}\` (line ${line}) waits there until it is done, and only then comes \`${also}\`. Start both before you wait for the first.`,
    'zh-CN': `\`${code}\`（第 ${line} 行）在那里一直等到完成，然后才轮到 \`${also}\`。请在等待第一个之前，先把两个都启动。`,
  }),
} as const satisfies Record<string, (place: Place) => Text>;
