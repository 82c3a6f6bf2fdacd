import { list, show, type Text } from '@teatime/grader/kit';

/** As many as a reader looks at. */
const enough = 12;

const first = (times: readonly number[]): readonly (number | string)[] => (times.length > enough ? [...times.slice(0, enough), '…'] : times);

/** What the checks of `event-loop` tell a student. Steps are named by the letter of their task and a number: A1, B1, A2. */
export const says = {
  watchesClock: {
    en: 'The loop asks clock.now() again and again and the time does not move. Nobody is ready? Then clock.waitUntil(the next deadline).',
    'zh-CN': '循环反复调用 clock.now()，时间却不会动。没有人准备好？那就 clock.waitUntil(最近的到期时间)。',
  },

  waitsForNoTime: (time: unknown): Text => ({
    en: `The loop called clock.waitUntil(${show(time)}), and that is no time. What was it computed from? A \`yield\` hands over a sleep, which has sleepMs, or a Task, which has none: look which of the two it is (value instanceof Task), and let who yields a task wait for that task.`,
    'zh-CN': `循环调用了 clock.waitUntil(${show(time)})，这不是一个时间。它是怎么算出来的？\`yield\` 交出来的可能是 sleep，它有 sleepMs；也可能是 Task，它没有。请先看看是哪一种（value instanceof Task）；如果是任务，就让 yield 它的协程等那个任务。`,
  }),

  waitsInVain: {
    en: 'The loop calls clock.waitUntil again and again with a time that has come already: no time passes like that. Wait until the next deadline, and wake everybody whose deadline is not later than clock.now().',
    'zh-CN': '循环反复调用 clock.waitUntil，传入的时间却早就到了：这样时间不会前进。请等到最近的到期时间，再叫醒到期时间不晚于 clock.now() 的每一个。',
  },

  waitsInBits: (waits: readonly number[]): Text => ({
    en: `The loop waits in little bits, and looks after each of them whether somebody is due: it waited until ${first(waits).join(', ')} ms. Wait once, right until the next deadline.`,
    'zh-CN': `循环一点一点地等，每等一点就看看有没有到期的：它先后等到 ${first(waits).join('、')} 毫秒。请只等一次，一直等到最近的到期时间。`,
  }),

  waitsTooLong: (ms: number): Text => ({
    en: `The loop called clock.waitUntil with a time ${Number.isFinite(ms) ? 'far in the future' : 'that never comes'}, and no sleeper is due then. A deadline is clock.now() at the moment of the \`yield\`, plus the milliseconds of the sleep.`,
    'zh-CN': `循环调用 clock.waitUntil 时传入了${Number.isFinite(ms) ? '很久以后的时间' : '永远不会到的时间'}，可是没有人在那时到期。到期时间是 \`yield\` 那一刻的 clock.now()，加上睡眠的毫秒数。`,
  }),

  noClass: {
    en: '`new EventLoop(clock)` does not work with yours: EventLoop has to be a class.',
    'zh-CN': '你的 EventLoop 不能写成 `new EventLoop(clock)` 来用：它应该是一个类。',
  },

  otherSleep: (ms: number, got: unknown): Text => ({
    en: `sleep(${ms}) should give { sleepMs: ${ms} }, and gave ${show(got)}. Keep \`sleep\` as it was: it is only a note to the loop, which does the waiting.`,
    'zh-CN': `sleep(${ms}) 应该给出 { sleepMs: ${ms} }，你的给出的是 ${show(got)}。请让 \`sleep\` 保持原样：它只是给循环的一张便条，等待由循环来做。`,
  }),

  noMethod: (name: string): Text => ({
    en: `Your EventLoop has no method \`${name}\`. It may have another name by mistake, or be private.`,
    'zh-CN': `你的 EventLoop 没有 \`${name}\` 方法：是不是写成了别的名字，或者写成了私有的？`,
  }),

  otherResult: (returned: unknown, got: unknown): Text => ({
    en: `main returned ${show(returned)}, but run gave ${show(got)}.${got instanceof Promise ? ' run gives the result itself, and no promise of it: it is no async function, and awaits nothing.' : ' Return what the last `next` of main gave as its `value`.'}`,
    'zh-CN': `main 返回的是 ${show(returned)}，run 给出的却是 ${show(got)}。${got instanceof Promise ? 'run 直接给出结果，而不是 promise：它不是 async 函数，也不 await 任何东西。' : '请返回 main 最后一次 `next` 给出的 `value`。'}`,
  }),

  endedBeforeMain: (got: unknown): Text => ({
    en: `run came back, with ${show(got)}, before main was done: main had paused at a \`yield\`, and nobody let it go on. run goes on until main itself is done (\`done: true\`), whatever main waits for.`,
    'zh-CN': `main 还没有结束，run 就返回了 ${show(got)}：main 停在一个 \`yield\` 上，没有人让它继续。不管 main 在等什么，run 都要一直运行到 main 自己结束（\`done: true\`）。`,
  }),

  outlivedMain: (main: number, run: number): Text => ({
    en: `main was done after ${main} ms, but run went on until ${run} ms. When main is done, run is done, even if others still sleep.`,
    'zh-CN': `main 在 ${main} 毫秒时就结束了，run 却一直到 ${run} 毫秒才结束。main 结束，run 就结束，即使还有别人在睡。`,
  }),

  steppedAfterMain: (steps: readonly string[]): Text => ({
    en: `main was done, and run still let others go on: ${list(steps).en}. They slept, waited, or were ready behind main. When main is done, nobody takes one more step, not even a \`finally\` or a \`catch\`: do not call next, throw or return of their coroutines any more.`,
    'zh-CN': `main 已经结束，run 却还让别人继续：${list(steps)['zh-CN']}。它们有的在睡，有的在等，有的排在 main 后面。main 一结束，谁也不能再走一步，\`finally\` 和 \`catch\` 也不行：请不要再调用它们协程的 next、throw 或 return。`,
  }),

  otherRunGave: (round: number, returned: string, got: unknown): Text => ({
    en: `A loop may run one main after another. In run number ${round} main returned ${show(returned)}, but run gave ${show(got)}.`,
    'zh-CN': `同一个循环可以先后运行好几个 main。第 ${round} 次 run 时 main 返回的是 ${show(returned)}，run 给出的却是 ${show(got)}。`,
  }),

  otherRunThrew: (round: number, error: unknown): Text => ({
    en: `A loop may run one main after another, also when the one before has failed. Run number ${round} threw ${show(error)}, and main had thrown nothing. Does something of the run before stand in the way?`,
    'zh-CN': `同一个循环可以先后运行好几个 main，即使前一个失败了。第 ${round} 次 run 抛出了 ${show(error)}，main 却什么也没有抛出。是不是上一次 run 留下的东西挡了路？`,
  }),

  otherRunKept: (round: number, error: unknown): Text => ({
    en: `A loop may run one main after another. In run number ${round} main failed with ${show(error)}, and run has to throw that.`,
    'zh-CN': `同一个循环可以先后运行好几个 main。第 ${round} 次 run 时 main 以 ${show(error)} 失败，run 应该抛出这个错误。`,
  }),

  otherRunEnded: (round: number, due: number, at: number): Text => ({
    en: `A loop may run one main after another. In run number ${round} main should have been done at ${due} ms, but run ended at ${at} ms.`,
    'zh-CN': `同一个循环可以先后运行好几个 main。第 ${round} 次 run 时 main 应该在 ${due} 毫秒时结束，run 却在 ${at} 毫秒时才结束。`,
  }),

  threwGiven: (error: unknown): Text => ({
    en: `run threw ${show(error)}. A coroutine had only returned it, or it was for somebody else to catch, who waited for the task that failed: it should not have come out of run.`,
    'zh-CN': `run 抛出了 ${show(error)}。它只是某个协程的返回值，或者应该由等待那个失败任务的人接住：不应该从 run 里抛出来。`,
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
    en: 'The task ran right inside createTask. createTask only puts it into the queue, whether the loop runs already or not; it runs when its turn comes.',
    'zh-CN': '任务在 createTask 里面就运行了。不管循环是不是已经在运行，createTask 都只是把它放进队列；轮到它时，它才运行。',
  },

  neverStarted: (task: string): Text => ({
    en: `Task ${task} never ran, although it was ready while main was asleep. run looks after everybody: does it take whoever is ready out of the queue, or does it let main alone go on?`,
    'zh-CN': `任务 ${task} 一直没有运行，虽然 main 睡着的时候它已经准备好了。run 要照顾所有任务：它是从队列里取出准备好的，还是只让 main 继续？`,
  }),

  ranTwice: (task: string): Text => ({
    en: `Task ${task} went on twice where it should have gone on once.`,
    'zh-CN': `任务 ${task} 应该只继续一次，却继续了两次。`,
  }),

  sleptAfterWork: (work: number, ms: number, due: number, at: number | undefined): Text => ({
    en: `A task worked for ${work} ms and then slept for ${ms} ms, so it should have woken at ${due} ms. It ${at === undefined ? 'never woke' : `woke at ${at} ms`}. A deadline counts from clock.now() at the moment of the \`yield\`.`,
    'zh-CN': `一个任务先工作了 ${work} 毫秒，再睡 ${ms} 毫秒，所以应该在 ${due} 毫秒时醒来。它${at === undefined ? '一直没有醒' : `却在 ${at} 毫秒时醒来`}。到期时间要从 \`yield\` 那一刻的 clock.now() 算起。`,
  }),

  wokeAt: (task: string, due: number, at: number | undefined): Text =>
    at === undefined
      ? {
          en: `Task ${task} should have woken at ${due} ms, but it never did.`,
          'zh-CN': `任务 ${task} 应该在 ${due} 毫秒时醒来，却一直没有醒。`,
        }
      : {
          en: `Task ${task} should have woken at ${due} ms, but it woke at ${at} ms.`,
          'zh-CN': `任务 ${task} 应该在 ${due} 毫秒时醒来，却在 ${at} 毫秒时醒来。`,
        },

  waitedTooOften: (deadlines: readonly number[], waits: readonly number[]): Text => ({
    en: `The deadlines were ${deadlines.join(', ')} ms. The loop should wait until exactly those, one after another; ${waits.length === 0 ? 'yours never waited' : `yours waited ${waits.length === 1 ? 'once' : `${waits.length} times`}, until ${first(waits).join(', ')} ms`}.`,
    'zh-CN': `到期时间是 ${deadlines.join('、')} 毫秒。循环应该依次恰好等到这些时间；${waits.length === 0 ? '你的一次也没有等' : `你的等了 ${waits.length} 次，分别到 ${first(waits).join('、')} 毫秒`}。`,
  }),

  waitedWithWork: (task: string, at: number): Text => ({
    en: `Task ${task} was ready at 0 ms, but the loop let time pass and ran it only at ${at} ms. Wait only when nobody is ready.`,
    'zh-CN': `任务 ${task} 在 0 毫秒时就准备好了，循环却先让时间流逝，到 ${at} 毫秒才运行它。没有人准备好时才可以等。`,
  }),

  calledWithWork: (task: string): Text => ({
    en: `Task ${task} was ready, and the loop called clock.waitUntil before it ran it. Wait only when nobody is ready.`,
    'zh-CN': `任务 ${task} 已经准备好了，循环却先调用了 clock.waitUntil，然后才运行它。没有人准备好时才可以等。`,
  }),

  starved: (due: number, at: number | undefined): Text => ({
    en: `A sleeper was due at ${due} ms, while other tasks kept the loop busy. It ${at === undefined ? 'never woke' : `woke only at ${at} ms`}. Look every turn for sleepers whose time has come.`,
    'zh-CN': `有一个睡着的任务在 ${due} 毫秒到期，那时别的任务一直在忙。它${at === undefined ? '一直没有醒' : `到 ${at} 毫秒才醒`}。请每一轮都看看有没有到期的。`,
  }),

  joinGave: (returned: unknown, got: unknown): Text => ({
    en: `The task returned ${show(returned)}, but \`yield task\` gave ${show(got)}.`,
    'zh-CN': `任务返回的是 ${show(returned)}，\`yield task\` 得到的却是 ${show(got)}。`,
  }),

  joinsGave: (returned: readonly unknown[], got: readonly unknown[]): Text => ({
    en: `The tasks returned ${show(returned)}, but \`yield task\` for each of them gave ${show(got)}.`,
    'zh-CN': `各个任务返回的是 ${show(returned)}，依次 \`yield task\` 得到的却是 ${show(got)}。`,
  }),

  wokenAgain: (which: Text, ms: number, due: number, at: number | undefined): Text => ({
    en: `${which.en} waited for a task, got its result and then slept for ${ms} ms. It should have woken at ${due} ms, but ${at === undefined ? 'never did' : `went on at ${at} ms`}. Is it still in the queue from its waiting, a second time?`,
    'zh-CN': `${which['zh-CN']} 等到了一个任务的结果，然后睡 ${ms} 毫秒。它应该在 ${due} 毫秒时醒来，却${at === undefined ? '一直没有醒' : `在 ${at} 毫秒时就继续了`}。它是不是因为等待那个任务，在队列里多排了一次？`,
  }),

  joinTooEarly: (task: Text): Text => ({
    en: `main yielded ${task.en}, and went on before that task was done. Something else woke it: is it in the queue twice, maybe from what it waited for before?`,
    'zh-CN': `main yield 了${task['zh-CN']}，却在那个任务完成之前就继续了。是别的东西唤醒了它：它是不是在队列里排了两次，比如因为之前等过的东西？`,
  }),

  joinedUnrun: (task: Text): Text => ({
    en: `main yielded ${task.en}, and went on although that task had not even begun. At \`yield task\` main is put aside until the task is done, and run lets the others go on: does run let main alone go on, or was main still in the queue?`,
    'zh-CN': `main yield 了${task['zh-CN']}，可是那个任务还没有开始，main 就继续了。在 \`yield task\` 处，main 要放到一边，直到那个任务完成；这时由 run 让别的任务继续：是不是 run 只让 main 继续，或者 main 还排在队列里？`,
  }),

  joinHangs: (which: Text): Text => ({
    en: `${which.en} yielded a task, and it never went on after that task was done.`,
    'zh-CN': `${which['zh-CN']} yield 了一个任务，那个任务完成之后，它却一直没有继续。`,
  }),

  /** @param time what the task was when it was yielded */
  joinDidNotThrow: (error: unknown, got: unknown, time: 'running' | 'failed'): Text =>
    time === 'running'
      ? {
          en: `main waited for a task, and the task failed with ${show(error)}. But \`yield task\` gave ${show(got)} instead of throwing that. Go on with coroutine.throw(error), not with next.`,
          'zh-CN': `main 在等一个任务，任务以 ${show(error)} 失败，\`yield task\` 却得到了 ${show(got)}，而没有抛出错误。请用 coroutine.throw(error) 继续，不要用 next。`,
        }
      : {
          en: `A task had failed with ${show(error)} before main yielded it once more: then \`yield task\` gave ${show(got)} instead of throwing that. Keep with a task how it ended, and throw at the \`yield\` also of those who come later. And look at what coroutine.throw gives back: it is the next thing that the coroutine yields, as with next.`,
          'zh-CN': `一个任务已经以 ${show(error)} 失败，之后 main 又 yield 了它一次，\`yield task\` 得到的却是 ${show(got)}，而没有抛出错误。请把任务是怎样结束的记在任务上，后来者的 \`yield\` 也要抛出错误。还要看 coroutine.throw 返回了什么：和 next 一样，那是协程 yield 的下一个东西。`,
        },

  joinErrorBecame: (error: unknown, threw: unknown): Text => ({
    en: `main waited for a task that failed with ${show(error)}, but before that error came to its \`yield\`, run ended with ${show(threw)}.`,
    'zh-CN': `main 在等一个任务，任务以 ${show(error)} 失败；可是这个错误还没有到达 \`yield\`，run 就以 ${show(threw)} 结束了。`,
  }),

  passedOnNothing: (error: unknown, got: unknown): Text => ({
    en: `main waited for a task, which waited for another one, which failed with ${show(error)}. Nobody caught that, so it should have come to main and out of run; but run gave ${show(got)}. A task that does not catch what is thrown at its \`yield\` has failed with it.`,
    'zh-CN': `main 在等一个任务，它又在等另一个任务，后者以 ${show(error)} 失败。没有人接住这个错误，它应该传到 main，再从 run 里抛出来，run 却给出了 ${show(got)}。在 \`yield\` 处收到错误而没有接住的任务，也就以这个错误失败了。`,
  }),

  waiterHeardNothing: (who: string, error: unknown): Text => ({
    en: `Several tasks waited for one that failed with ${show(error)}. Task ${who} heard nothing of it. The error has to be thrown at the \`yield\` of each.`,
    'zh-CN': `有几个任务在等同一个任务，它以 ${show(error)} 失败了，任务 ${who} 却没有得到消息。错误应该在每一个等待者的 \`yield\` 处抛出。`,
  }),

  joinThrewOther: (error: unknown, got: unknown): Text => ({
    en: `The task failed with ${show(error)}, but \`yield task\` threw ${show(got)}.`,
    'zh-CN': `任务以 ${show(error)} 失败，\`yield task\` 抛出的却是 ${show(got)}。`,
  }),

  failureEndedAll: (error: unknown): Text => ({
    en: `A task that nobody waited for failed with ${show(error)}, and that error came out of run. Catch what a coroutine throws, and let the loop go on.`,
    'zh-CN': `一个没有人等待的任务以 ${show(error)} 失败，这个错误从 run 里抛了出来。请接住协程抛出的错误，让循环继续。`,
  }),

  passedOnEndedAll: (error: unknown): Text => ({
    en: `A task waited for another one, which failed with ${show(error)}. It did not catch that, and so it failed too; nobody waited for it, and yet the error came out of run. Catch what comes out of coroutine.throw as well as what comes out of coroutine.next.`,
    'zh-CN': `一个任务在等另一个任务，后者以 ${show(error)} 失败。它没有接住这个错误，于是也失败了；没有人在等它，错误却从 run 里抛了出来。coroutine.throw 抛出的错误，也要像 coroutine.next 抛出的一样接住。`,
  }),

  joinErrorEndedAll: (error: unknown): Text => ({
    en: `A task failed with ${show(error)}, and that error came straight out of run, although somebody waited for the task. Catch what coroutine.next throws, and throw it at the \`yield\` of whoever waits: coroutine.throw(error).`,
    'zh-CN': `任务以 ${show(error)} 失败，明明有人在等它，错误却直接从 run 里抛了出来。请接住 coroutine.next 抛出的错误，再用 coroutine.throw(error) 在等待者的 \`yield\` 处抛出。`,
  }),

  steppedForOther: (steps: readonly string[]): Text => ({
    en: `There were two loops, and only one of them ran: yet tasks of the other one took steps (${list(steps).en}). Keep the queue inside of the loop, this.#ready, not in a variable outside of the class.`,
    'zh-CN': `有两个循环，只运行了其中一个，另一个循环的任务却也走了几步（${list(steps)['zh-CN']}）。请把队列放在循环里面（this.#ready），不要放在类外面的变量里。`,
  }),

  otherLoopSteps: (loop: number, expected: readonly string[], got: readonly string[]): Text => ({
    en: `There were two loops, each with tasks of its own. While loop ${loop} ran, its tasks should have taken the steps ${list(expected).en}; they took ${list(got).en}. Loops have nothing in common: everything that a loop notes belongs to it alone.`,
    'zh-CN': `有两个循环，各有自己的任务。循环 ${loop} 运行时，它的任务应该走 ${list(expected)['zh-CN']} 这几步，实际走的是 ${list(got)['zh-CN']}。循环之间没有任何共同的东西：循环记下的一切都只属于它自己。`,
  }),

  noTask: (got: unknown): Text => ({
    en: `createTask gave ${show(got)}, not a Task.${got === undefined ? ' Is there a `return`?' : ''}`,
    'zh-CN': `createTask 给出的是 ${show(got)}，不是任务。${got === undefined ? '是不是少了 `return`？' : ''}`,
  }),

  otherName: (wanted: string, got: unknown): Text => ({
    en: `createTask(coroutine, { name: '${wanted}' }) gave a task named ${show(got)}. A task is called as it was named, even if another one has that name.`,
    'zh-CN': `createTask(协程, { name: '${wanted}' }) 给出的任务名字是 ${show(got)}。给了什么名字就叫什么，即使别的任务也叫这个名字。`,
  }),

  noNumber: (got: readonly unknown[]): Text => ({
    en: `Tasks without a name are called Task-1, Task-2 and so on, in the order of their creation, each with a number of its own. Yours are called ${show(got)}.`,
    'zh-CN': `没有名字的任务按创建的先后依次叫 Task-1、Task-2……每个号码只用一次。你的叫 ${show(got)}。`,
  }),
} as const;
