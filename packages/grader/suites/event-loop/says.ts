import { show } from '@teatime/grader/kit';
import type { Text } from '../../src/messages/text.ts';

const list = (steps: readonly string[]): Text =>
  steps.length === 0 ? { en: 'nothing', 'zh-CN': '（什么都没有）' } : { en: steps.join(', '), 'zh-CN': steps.join('、') };

/** As many as a reader looks at. */
const first = (times: readonly number[]): readonly (number | string)[] => (times.length > 12 ? [...times.slice(0, 12), '…'] : times);

/** Whose steps these are. */
const wakers = (log: readonly string[]): readonly string[] => log.map((step) => step.replace(/\d+$/, ''));

/** What the checks of `event-loop` tell a student. Steps are named by the letter of their task and a number: A1, B1, A2. */
export const says = {
  watchesClock: {
    en: 'The loop asks clock.now() again and again and the time does not move. Nobody is ready? Then clock.waitUntil(the next deadline).',
    'zh-CN': '循环反复调用 clock.now()，时间却不会动。没有人准备好？那就 clock.waitUntil(最近的到期时间)。',
  },

  waitsInVain: {
    en: 'The loop calls clock.waitUntil again and again with a time that has come already: no time passes like that. Wait until the next deadline, and wake everybody whose deadline is not later than clock.now().',
    'zh-CN': '循环反复调用 clock.waitUntil，传入的时间却早就到了：这样时间不会前进。请等到最近的到期时间，再叫醒到期时间不晚于 clock.now() 的每一个。',
  },

  waitsTooLong: (ms: number): Text => ({
    en: `The loop called clock.waitUntil with a time ${Number.isFinite(ms) ? 'far in the future' : 'that never comes'}, and no sleeper is due then. A deadline is clock.now() at the moment of the \`yield\`, plus the milliseconds of the sleep.`,
    'zh-CN': `循环调用 clock.waitUntil 时传入了${Number.isFinite(ms) ? '很久以后的时间' : '永远不会到的时间'}，可是没有人在那时到期。到期时间是 \`yield\` 那一刻的 clock.now()，加上睡眠的毫秒数。`,
  }),

  noClass: {
    en: '`new EventLoop(clock)` does not work with yours: EventLoop has to be a class.',
    'zh-CN': '你的 EventLoop 不能写成 `new EventLoop(clock)` 来用：它应该是一个类。',
  },

  noMethod: (name: string): Text => ({
    en: `Your EventLoop has no method \`${name}\`. It may have another name by mistake, or be private.`,
    'zh-CN': `你的 EventLoop 没有 \`${name}\` 方法：是不是写成了别的名字，或者写成了私有的？`,
  }),

  otherResult: (returned: unknown, got: unknown): Text => ({
    en: `main returned ${show(returned)}, but run gave ${show(got)}.`,
    'zh-CN': `main 返回的是 ${show(returned)}，run 给出的却是 ${show(got)}。`,
  }),

  outlivedMain: (main: number, run: number): Text => ({
    en: `main was done after ${main} ms, but run went on until ${run} ms. When main is done, run is done, even if others still sleep.`,
    'zh-CN': `main 在 ${main} 毫秒时就结束了，run 却一直到 ${run} 毫秒才结束。main 结束，run 就结束，即使还有别人在睡。`,
  }),

  mainErrorLost: (error: unknown, got: unknown): Text => ({
    en: `main failed with ${show(error)}, but run gave ${show(got)} as if all were well.`,
    'zh-CN': `main 以 ${show(error)} 失败，run 却给出了 ${show(got)}，好像一切正常。`,
  }),

  mainOtherError: (error: unknown, got: unknown): Text => ({
    en: `main failed with ${show(error)}, but run threw ${show(got)}.`,
    'zh-CN': `main 以 ${show(error)} 失败，run 抛出的却是 ${show(got)}。`,
  }),

  startedInCreateTask: {
    en: 'The task ran right inside createTask. createTask only puts it into the queue; it runs when the coroutine that made it pauses.',
    'zh-CN': '任务在 createTask 里面就运行了。createTask 只是把它放进队列；创建它的协程暂停之后，它才运行。',
  },

  neverStarted: (task: string): Text => ({
    en: `Task ${task} never ran, although it was ready while main was pausing.`,
    'zh-CN': `任务 ${task} 一直没有运行，虽然 main 暂停时它已经准备好了。`,
  }),

  otherOrder: (expected: readonly string[], got: readonly string[]): Text => ({
    en: `The steps should run in the order ${list(expected).en}. Yours ran as ${list(got).en}.`,
    'zh-CN': `各步应该按 ${list(expected)['zh-CN']} 的顺序运行，你的顺序是 ${list(got)['zh-CN']}。`,
  }),

  otherWaking: (expected: readonly string[], log: readonly string[]): Text => ({
    en: `While somebody worked, the deadlines of all sleepers passed, in the order ${list(expected).en}. They woke as ${list(wakers(log)).en}. Wake by deadline, also when several are overdue.`,
    'zh-CN': `有人在工作的时候，所有睡着的都到期了，到期的先后是 ${list(expected)['zh-CN']}，醒来的先后却是 ${list(wakers(log))['zh-CN']}。几个同时过期时，也要按到期时间叫醒。`,
  }),

  wokeAt: (task: string, due: number, at: number | undefined): Text =>
    at === undefined
      ? {
          en: `Task ${task} should have woken at ${due} ms, but it never did.`,
          'zh-CN': `任务 ${task} 应该在 ${due} 毫秒时醒来，却一直没有醒。`,
        }
      : {
          en: `Task ${task} should have woken at ${due} ms, but it woke at ${at} ms.`,
          'zh-CN': `任务 ${task} 应该在 ${due} 毫秒时醒来，却在 ${at} 毫秒时才醒。`,
        },

  waitedTooOften: (deadlines: readonly number[], waits: readonly number[]): Text => ({
    en: `The deadlines were ${deadlines.join(', ')} ms. The loop should wait until exactly those, one after another; ${waits.length === 0 ? 'yours never waited' : `yours waited ${waits.length} times, until ${first(waits).join(', ')} ms`}.`,
    'zh-CN': `到期时间是 ${deadlines.join('、')} 毫秒。循环应该依次恰好等到这些时间；${waits.length === 0 ? '你的一次也没有等' : `你的等了 ${waits.length} 次，分别到 ${first(waits).join('、')} 毫秒`}。`,
  }),

  waitedWithWork: (task: string, at: number): Text => ({
    en: `Task ${task} was ready at 0 ms, but the loop let time pass and ran it only at ${at} ms. Wait only when nobody is ready.`,
    'zh-CN': `任务 ${task} 在 0 毫秒时就准备好了，循环却先让时间流逝，到 ${at} 毫秒才运行它。没有人准备好时才可以等。`,
  }),

  starved: (due: number, at: number | undefined): Text => ({
    en: `A sleeper was due at ${due} ms, while other tasks kept the loop busy. It ${at === undefined ? 'never woke' : `woke only at ${at} ms`}. Look every turn for sleepers whose time has come.`,
    'zh-CN': `有一个睡着的任务在 ${due} 毫秒到期，那时别的任务一直在忙。它${at === undefined ? '一直没有醒' : `到 ${at} 毫秒才醒`}。请每一轮都看看有没有到期的。`,
  }),

  joinGave: (returned: unknown, got: unknown): Text => ({
    en: `The task returned ${show(returned)}, but \`yield task\` gave ${show(got)}.`,
    'zh-CN': `任务返回的是 ${show(returned)}，\`yield task\` 得到的却是 ${show(got)}。`,
  }),

  joinHangs: (which: Text): Text => ({
    en: `${which.en} yielded a task, and it never went on after that task was done.`,
    'zh-CN': `${which['zh-CN']} yield 了一个任务，那个任务完成之后，它却一直没有继续。`,
  }),

  joinDidNotThrow: (error: unknown, got: unknown): Text => ({
    en: `The task failed with ${show(error)}, but \`yield task\` gave ${show(got)} instead of throwing it. Use coroutine.throw(error).`,
    'zh-CN': `任务以 ${show(error)} 失败，\`yield task\` 却得到了 ${show(got)}，而没有抛出错误。请用 coroutine.throw(error)。`,
  }),

  joinThrewOther: (error: unknown, got: unknown): Text => ({
    en: `The task failed with ${show(error)}, but \`yield task\` threw ${show(got)}.`,
    'zh-CN': `任务以 ${show(error)} 失败，\`yield task\` 抛出的却是 ${show(got)}。`,
  }),

  failureEndedAll: (error: unknown): Text => ({
    en: `A task that nobody waited for failed with ${show(error)}, and that error came out of run. Catch what a coroutine throws, and let the loop go on.`,
    'zh-CN': `一个没有人等待的任务以 ${show(error)} 失败，这个错误从 run 里抛了出来。请接住协程抛出的错误，让循环继续。`,
  }),

  joinErrorEndedAll: (error: unknown): Text => ({
    en: `A task failed with ${show(error)}, and that error came straight out of run, although somebody waited for the task. Catch what coroutine.next throws, and throw it at the \`yield\` of whoever waits: coroutine.throw(error).`,
    'zh-CN': `任务以 ${show(error)} 失败，明明有人在等它，错误却直接从 run 里抛了出来。请接住 coroutine.next 抛出的错误，再用 coroutine.throw(error) 在等待者的 \`yield\` 处抛出。`,
  }),

  noTask: (got: unknown): Text => ({
    en: `createTask gave ${show(got)}, not a Task.${got === undefined ? ' Is there a `return`?' : ''}`,
    'zh-CN': `createTask 给出的是 ${show(got)}，不是任务。${got === undefined ? '是不是少了 `return`？' : ''}`,
  }),

  otherName: (wanted: string, got: unknown): Text => ({
    en: `createTask(coroutine, { name: '${wanted}' }) gave a task named ${show(got)}.`,
    'zh-CN': `createTask(协程, { name: '${wanted}' }) 给出的任务名字是 ${show(got)}。`,
  }),

  noNumber: (got: readonly unknown[]): Text => ({
    en: `Tasks without a name are called Task-1, Task-2 and so on, each with a number of its own. Yours are called ${show(got)}.`,
    'zh-CN': `没有名字的任务依次叫 Task-1、Task-2……每个号码只用一次。你的叫 ${show(got)}。`,
  }),
} as const;
