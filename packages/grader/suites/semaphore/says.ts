import { list, show, type Text } from '@teatime/grader/kit';

/** What the checks of this exercise say: what happened, what in the code did it, and what to do. */
export const says = {
  // How many at once
  tooMany: (permits: number, most: number): Text => ({
    en: `A semaphore with ${permits} permits let ${most} jobs work at once. acquire has to take a permit, and to wait while there is none; use waits for it with \`await\`.`,
    'zh-CN': `信号量只有 ${permits} 个许可，却让 ${most} 项工作同时进行了。acquire 要取走一个许可，没有许可时要等待；use 要用 \`await\` 等它。`,
  }),
  tooManyLater: (permits: number, most: number): Text => ({
    en: `The first jobs kept to the limit. Of those that came later, ${most} worked at once, with ${permits} permits. A permit that release hands to somebody who waits is not free as well: do one of the two, not both.`,
    'zh-CN': `第一批工作没有超过上限；后来的一批却有 ${most} 项同时进行，而许可只有 ${permits} 个。release 把许可转交给等待者之后，它就不再空闲：转交和计数加一，只能做一样。`,
  }),
  begunTooEarly: (most: number): Text => ({
    en: `A semaphore with 1 permit had ${most} jobs at work at once that give a promise: such work begins when it is called, a coroutine only when it is awaited. In use, call work() when acquire is done, not before it.`,
    'zh-CN': `信号量只有 1 个许可，却有 ${most} 项返回 promise 的工作同时进行：这样的工作一调用就开始，协程要到被 await 才开始。use 里要等 acquire 完成之后再调用 work()，不要提前调用。`,
  }),
  idle: (permits: number, atWork: number, moment: number, job: string | undefined): Text => ({
    en: `At ${moment} ms only ${atWork} of ${permits} permits were in use, and ${show(job)} waited on. The moment that a permit comes back, release lets in whoever is next, without waiting for others to end and without a timer.`,
    'zh-CN': `在 ${moment} 毫秒时，${permits} 个许可只用了 ${atWork} 个，${show(job)} 却还在等。许可一归还，release 就要放行下一个，不要等别的工作结束，也不要用定时器。`,
  }),

  // In which order
  otherOrder: (asked: readonly string[], came: readonly string[]): Text => ({
    en: `They asked in the order ${list(asked).en}, and began in the order ${list(came).en}. release serves whoever has waited longest: append at the end of the line, take from its head.`,
    'zh-CN': `请求的顺序是${list(asked)['zh-CN']}，开始的顺序却是${list(came)['zh-CN']}。release 要先满足等得最久的：从队尾加入，从队首取出。`,
  }),
  overtakes: (job: string): Text => ({
    en: `A caller gave its permit back and asked again at once, and got it before ${show(job)}, who had been waiting. Your release leaves the permit free for whoever comes next: hand it to the head of the line, and do not count it as free.`,
    'zh-CN': `有人归还许可后马上再次请求，结果抢在一直等待的 ${show(job)} 之前拿到了。你的 release 让许可处于空闲状态，谁先来谁拿走：请直接转交给队首，不要算作空闲。`,
  }),

  // use
  otherResult: (value: unknown, gave: unknown): Text => ({
    en: `The work gave ${show(value)}, and use gave ${show(gave)}. Return what the work gives.`,
    'zh-CN': `工作给出的是 ${show(value)}，use 给出的却是 ${show(gave)}。请返回工作的结果。`,
  }),
  hidesTheError: (error: unknown, value: unknown): Text => ({
    en: `The work failed with ${show(error)}, and use gave ${show(value)}. Let the error through: \`finally\` needs no \`catch\`.`,
    'zh-CN': `工作以 ${show(error)} 失败，use 却给出了 ${show(value)}。请让错误传出去：有 \`finally\` 就不需要 \`catch\`。`,
  }),
  otherError: (error: unknown, reason: unknown): Text => ({
    en: `The work failed with ${show(error)}, and use with ${show(reason)}. Let the very error through, unwrapped.`,
    'zh-CN': `工作以 ${show(error)} 失败，use 却以 ${show(reason)} 失败。请原样传出这个错误，不要包装。`,
  }),
  permitKept: {
    en: 'The one before was done, and the next could not begin: use did not give its permit back. Call release in `finally`, so that it also happens after an error.',
    'zh-CN': '前一项已经结束，下一项却无法开始：use 没有归还许可。请在 `finally` 里调用 release，这样出错之后也会归还。',
  },
  permitsAfterUse: (permits: number): Text => ({
    en: `All work was done, and ${permits} permits could be taken, not 1. use gives back one permit for each that it takes; and who finds none free has to wait.`,
    'zh-CN': `所有工作都结束了，能取走的许可却是 ${permits} 个，而不是 1 个。use 每取一个许可，就只归还一个；没有空闲许可时要等待。`,
  }),

  // Counting
  otherLocked: (permits: number, taken: number, locked: unknown): Text => ({
    en: `Of ${permits} permits ${taken} were taken, nobody waited, and locked() gave ${show(locked)}. It is true exactly when no permit is free.`,
    'zh-CN': `${permits} 个许可取走了 ${taken} 个，没有人在等，locked() 给出的却是 ${show(locked)}。没有空闲许可时才是 true，否则是 false。`,
  }),
  madeFromNothing: {
    en: 'new Semaphore(0) has no permit, and acquire did not wait. Look at what the constructor got: 0 is a value like any other, and only a missing one becomes 1.',
    'zh-CN': 'new Semaphore(0) 没有许可，acquire 却没有等待。请检查构造函数收到的值：0 也是正常的值，只有没给时才是 1。',
  },
  otherDefault: (permits: number): Text => ({
    en: `new Semaphore() has 1 permit, and ${permits} could be taken. Without a value there is one; and who finds none free has to wait.`,
    'zh-CN': `new Semaphore() 有 1 个许可，能取走的却是 ${permits} 个。没给数目时是 1 个；没有空闲许可时要等待。`,
  }),
  notGrown: (permits: number): Text => ({
    en: `new Semaphore() has 1 permit, and one release adds another. Then ${permits} could be taken, not 2. A plain semaphore has no upper limit.`,
    'zh-CN': `new Semaphore() 有 1 个许可，一次 release 再加 1 个；之后能取走的却是 ${permits} 个，而不是 2 个。普通的信号量没有上限。`,
  }),
  takesLessThanNone: (value: number): Text => ({
    en: `new Semaphore(${value}) was made. Fewer permits than none cannot be: throw a RangeError in the constructor.`,
    'zh-CN': `new Semaphore(${value}) 没有报错。许可数不能小于 0：请在构造函数里抛出 RangeError。`,
  }),
  noRangeError: (value: number, reason: unknown): Text => ({
    en: `new Semaphore(${value}) threw ${show(reason)}. A number outside of what is allowed is told with a RangeError.`,
    'zh-CN': `new Semaphore(${value}) 抛出的是 ${show(reason)}。数值超出允许的范围，应该用 RangeError 报告。`,
  }),

  // Giving up
  neverGivesUp: {
    en: 'The signal was aborted, and acquire went on waiting. Listen to its `abort` event while you wait, and look at `signal.aborted` before: a signal that was aborted earlier does not tell again.',
    'zh-CN': 'signal 已经中止，acquire 却还在等。等待时请监听它的 `abort` 事件；等待之前先看 `signal.aborted`，因为早已中止的 signal 不会再通知。',
  },
  servedTheGone: {
    en: 'Somebody in line gave up, and was handed a permit later on all the same. When the signal aborts, acquire is rejected with its reason.',
    'zh-CN': '有人在排队时放弃了，后来却还是拿到了许可。signal 中止时，acquire 要以它的 reason 失败。',
  },
  servedTheAborted: {
    en: 'The signal was aborted before acquire was called, and a permit was taken. `signal.throwIfAborted()` comes first.',
    'zh-CN': 'signal 在调用 acquire 之前就已经中止，许可却还是被取走了。请先写 `signal.throwIfAborted()`。',
  },
  otherReason: (error: unknown, reason: unknown): Text => ({
    en: `The signal was aborted with ${show(error)}, and acquire failed with ${show(reason)}. Fail with signal.reason itself, whatever it is; whether it has aborted is told by signal.aborted.`,
    'zh-CN': `signal 中止的原因是 ${show(error)}，acquire 却以 ${show(reason)} 失败。不管 signal.reason 是什么，都请直接以它失败；有没有中止，要看 signal.aborted。`,
  }),
  givesUpLate: (due: number, at: number): Text => ({
    en: `The signal was aborted at ${due} ms, and acquire failed only at ${at} ms. Reject in the listener of \`abort\`, not when the turn comes.`,
    'zh-CN': `signal 在 ${due} 毫秒时中止，acquire 却到 ${at} 毫秒才失败。请在 \`abort\` 的监听函数里 reject，不要等轮到它时才处理。`,
  }),
  goneInLine: {
    en: 'Somebody in line gave up, the permit came back, and those behind were never served: release gave it to the one who has gone. When the signal aborts, take them out of the line.',
    'zh-CN': '有人在排队时放弃了，许可归还之后，后面的人却一直没有得到：release 把它给了已经离开的人。signal 中止时，请把他移出队列。',
  },
  permitsAfterGivingUp: (permits: number): Text => ({
    en: `A semaphore has 1 permit. One gave up in line, one before asking, and the permit was given back. Then ${permits} could be taken, not 1. Giving up neither takes a permit nor gives one back.`,
    'zh-CN': `信号量有 1 个许可。一个在排队时放弃，一个在请求之前就放弃，许可也归还了。这时能取走的却是 ${permits} 个，而不是 1 个。放弃既不取走许可，也不归还许可。`,
  }),

  // What is left behind
  looksNowAndThen: {
    en: 'While acquire waited for a permit, a timer of your code was set, to look again later. Have release call you: keep the `resolve` of a promise in line.',
    'zh-CN': 'acquire 等待许可时，你的代码设了定时器，打算过一会儿再看。让 release 来通知：把 promise 的 `resolve` 放进队列。',
  },
  lateAbortGives: {
    en: 'A signal was aborted long after its caller had got the permit, and somebody else was let in. Remove the listener as soon as acquire is done.',
    'zh-CN': '调用者早就拿到了许可，之后 signal 才中止，却有别人因此被放进来了。acquire 一结束，请马上移除监听函数。',
  },
  lateAbortRemoves: {
    en: 'A signal was aborted long after its caller had got the permit, and somebody else was never served. Remove the listener as soon as acquire is done: `indexOf` gives -1 for who is no longer in line, and `splice(-1, 1)` removes the last.',
    'zh-CN': '调用者早就拿到了许可，之后 signal 才中止，却有别人一直等不到许可。acquire 一结束，请马上移除监听函数：不在队列里时 `indexOf` 给出 -1，而 `splice(-1, 1)` 会删掉最后一个。',
  },

  // BoundedSemaphore
  unbounded: (permits: number): Text => ({
    en: `All ${permits} permits were there, and release of a BoundedSemaphore took one more. Compare with the number from the constructor, and throw before you count.`,
    'zh-CN': `${permits} 个许可全都在，BoundedSemaphore 的 release 却又收下了一个。请与构造函数里的数目比较，在计数之前抛出错误。`,
  }),
  boundedRefusesWhatWasTaken: (permits: number, reason: unknown): Text => ({
    en: `All ${permits} permits of a BoundedSemaphore were there, and a release was refused. Then one was taken, and when it was given back, release threw ${show(reason)}. What is refused must not be counted: throw before you count, not after it.`,
    'zh-CN': `BoundedSemaphore 的 ${permits} 个许可全都在，一次 release 被拒绝了。之后取走一个，归还它时 release 却抛出了 ${show(reason)}。被拒绝的不能计数：请在计数之前抛出错误，不要先加一再抛出。`,
  }),
  boundedCountsTheGone: (permits: number): Text => ({
    en: `${permits} permits of a BoundedSemaphore were taken, somebody in line gave up, and all ${permits} came back. Then release took one more. Who gives up has taken no permit: compare the permits that are free with the number from the constructor, and do not count the calls of acquire.`,
    'zh-CN': `BoundedSemaphore 的 ${permits} 个许可都被取走，有人在排队时放弃了，之后 ${permits} 个许可都还了回来，release 却又多收下了一个。放弃的人没有拿走许可：请拿空闲的许可数与构造函数里的数目比较，不要数 acquire 的调用次数。`,
  }),
  boundedLoses: (permits: number): Text => ({
    en: `After a release that was refused, a BoundedSemaphore with ${permits} permits no longer had all of them. What is refused changes nothing.`,
    'zh-CN': `一次 release 被拒绝之后，有 ${permits} 个许可的 BoundedSemaphore 少了许可。被拒绝的操作不能改变任何东西。`,
  }),
  boundedGrows: (permits: number): Text => ({
    en: `After a release that was refused, a BoundedSemaphore with ${permits} permits gave one more. Throw before you count, not after it.`,
    'zh-CN': `一次 release 被拒绝之后，有 ${permits} 个许可的 BoundedSemaphore 却多给了一个。请在计数之前抛出错误，不要先加一再抛出。`,
  }),
  releaseHangs: {
    en: 'release never came back. It waits for nobody: it counts, or wakes who is next.',
    'zh-CN': 'release 一直没有返回。它不需要等任何人：要么计数，要么唤醒下一个。',
  },

  // Wherever one is made, and somebody waits
  noClass: {
    en: 'Semaphore and BoundedSemaphore are to be classes: `new Semaphore(2)` makes one. Write `export class Semaphore { … }`, and the methods inside of it.',
    'zh-CN': 'Semaphore 和 BoundedSemaphore 应该是类：`new Semaphore(2)` 会创建一个。请写 `export class Semaphore { … }`，方法写在里面。',
  },

  noMethod: (method: string): Text => ({
    en: `Your class has no method ${method}(). Write it as it stands in the stub: a method of that name, which is called, and no getter.`,
    'zh-CN': `你的类没有方法 ${method}()。请按最初的文件来写：它是一个可以调用的同名方法，不是 getter。`,
  }),
  waitsForNothing: {
    en: 'A permit was free, and acquire waited for ever. Take it and come back.',
    'zh-CN': '明明有空闲的许可，acquire 却一直在等。请取走一个，马上返回。',
  },
  doesNotWait: {
    en: 'All permits were taken, and acquire let one more through. It has to wait while none is free; and a permit that was handed over is not free.',
    'zh-CN': '许可全都取走了，acquire 却又放行了一个。没有空闲许可时要等待；已经转交的许可不是空闲的。',
  },
  neverServed: {
    en: 'Permits were given back, and somebody in line was never served. release has to resolve the promise that acquire waits for.',
    'zh-CN': '许可归还了，排队的人却一直没有得到。release 要 resolve acquire 正在等的那个 promise。',
  },
} as const;
