import { list, show, type Text } from '@teatime/grader/kit';

/** What the checks of the lock say: what happened, what in the code did it, and what to do. */
export const says = {
  // One at a time
  twoAtWork: (most: number): Text => ({
    en: `Under one lock ${most} worked at once. acquire has to take the lock, and to wait while somebody holds it; use waits for acquire with \`await\`, and for the work too, before it releases.`,
    'zh-CN': `同一把锁下，有 ${most} 项工作同时进行。acquire 要拿走锁，锁被人拿着时要等待；use 要用 \`await\` 等 acquire，也要等工作做完再释放。`,
  }),
  twoAtWorkLater: (most: number): Text => ({
    en: `Those who came first worked one at a time. Of those who came later, ${most} worked at once. A lock that release hands to somebody who waits is not free as well: do one of the two, not both.`,
    'zh-CN': `第一批是一个一个工作的；后来的一批却有 ${most} 项同时进行。release 把锁转交给等待者之后，锁就不是空闲的：转交和变成空闲，只能做一样。`,
  }),

  // In which order
  otherOrder: (asked: readonly string[], came: readonly string[]): Text => ({
    en: `They asked in the order ${list(asked).en}, and had the lock in the order ${list(came).en}. release serves whoever has waited longest: append at the end of the line, take from its head.`,
    'zh-CN': `请求的顺序是${list(asked)['zh-CN']}，得到锁的顺序却是${list(came)['zh-CN']}。release 要先满足等得最久的：从队尾加入，从队首取出。`,
  }),
  handedOnLate: (name: string, due: number, at: number): Text => ({
    en: `The lock came back at ${due} ms, and ${show(name)}, who was next, had it only at ${at} ms. release itself lets the next one go on, without a timer.`,
    'zh-CN': `锁在 ${due} 毫秒释放，排在下一个的 ${show(name)} 到 ${at} 毫秒才得到。release 自己就要让下一个继续，不要用定时器。`,
  }),
  hadItEarly: (name: string, due: number, at: number): Text => ({
    en: `The lock was held until ${due} ms, and the work of ${show(name)} began at ${at} ms. use waits for acquire, and releases only when the work is done: \`await\` both.`,
    'zh-CN': `锁被人拿着，直到 ${due} 毫秒，${show(name)} 的工作却在 ${at} 毫秒就开始了。use 要等 acquire，并且工作做完才释放：两者都要 \`await\`。`,
  }),
  overtakes: (name: string): Text => ({
    en: `Somebody released the lock and asked again at once, and had it before ${show(name)}, who had been waiting. Your release leaves the lock free for whoever comes next: hand it to the head of the line, and leave it held.`,
    'zh-CN': `有人释放锁后马上再次请求，结果抢在一直等待的 ${show(name)} 之前拿到了。你的 release 让锁处于空闲状态，谁先来谁拿走：请直接转交给队首，锁仍然算被人拿着。`,
  }),
  twoHolders: {
    en: 'Somebody released the lock and asked again at once, while others were waiting: then two worked at the same time. Whom release has woken holds the lock already, before they run; whoever asks in that moment has to wait.',
    'zh-CN': '有人在别人等待时释放锁，又马上再次请求：结果两个人同时工作了。被 release 唤醒的人，还没运行就已经拿着锁了；正好这时来请求的人要等。',
  },

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
    en: `The work failed with ${show(error)}, and use with ${show(reason)}. Let the very error through, unwrapped; and release exactly once, in \`finally\`.`,
    'zh-CN': `工作以 ${show(error)} 失败，use 却以 ${show(reason)} 失败。请原样传出这个错误，不要包装；并且只在 \`finally\` 里释放一次。`,
  }),
  lockKept: {
    en: 'The one before was done, and the next could not begin: use did not give the lock back. Call release in `finally`, so that it also happens after an error.',
    'zh-CN': '前一项已经结束，下一项却无法开始：use 没有释放锁。请在 `finally` 里调用 release，这样出错之后也会释放。',
  },
  holdersAfterUse: (holders: number): Text => ({
    en: `All work was done, and then ${holders} could take the lock at once. Who finds it held has to wait, and use releases once for each time that it acquires.`,
    'zh-CN': `所有工作都结束了，之后却有 ${holders} 个人能同时拿到锁。锁被人拿着时要等待；use 每拿一次，就只释放一次。`,
  }),

  // locked and release
  otherLocked: (when: Text, locked: unknown): Text => ({
    en: `${when.en}, and locked() gave ${show(locked)}. It is true from the moment that somebody has the lock until nobody has it any more.`,
    'zh-CN': `${when['zh-CN']}，locked() 给出的却是 ${show(locked)}。从有人拿到锁起是 true，直到没有人拿着为止。`,
  }),
  isNew: { en: 'The lock was new', 'zh-CN': '锁是新的' },
  isTaken: { en: 'The lock was taken', 'zh-CN': '锁被人拿走了' },
  isWaitedFor: { en: 'The lock was held, and somebody waited for it', 'zh-CN': '锁被人拿着，还有人在等' },
  isHandedOver: { en: 'The lock was released, and the one who had waited has it', 'zh-CN': '锁释放了，一直等待的人拿到了它' },
  isFree: { en: 'The lock was released, and nobody waited', 'zh-CN': '锁释放了，没有人在等' },
  isInUse: { en: 'The work of use was going on', 'zh-CN': 'use 的工作正在进行' },
  silentRelease: (when: Text): Text => ({
    en: `${when.en}, and release() said nothing. Whoever releases what nobody holds has made a mistake: throw an error, and change nothing.`,
    'zh-CN': `${when['zh-CN']}，release() 却一声不响。释放没有人拿着的锁，就是程序有错：请抛出错误，并且什么也不改变。`,
  }),
  refusedAndChanged: (holders: number): Text => ({
    en: `A release was refused, and then ${holders} could take the lock at once, not 1. What is refused changes nothing: throw before you change anything.`,
    'zh-CN': `一次 release 被拒绝之后，能同时拿到锁的却是 ${holders} 个人，而不是 1 个。被拒绝的操作不能改变任何东西：先抛出错误，再谈修改。`,
  }),
  releaseHangs: {
    en: 'release never came back. It waits for nobody: it lets the next one go on, or frees the lock.',
    'zh-CN': 'release 一直没有返回。它不需要等任何人：要么让下一个继续，要么把锁变成空闲。',
  },

  // Giving up
  neverGivesUp: {
    en: 'The signal was aborted, and acquire went on waiting. Listen to its `abort` event while you wait, and look at `signal.aborted` before: a signal that was aborted earlier does not tell again.',
    'zh-CN': 'signal 已经中止，acquire 却还在等。等待时请监听它的 `abort` 事件；等待之前先看 `signal.aborted`，因为早已中止的 signal 不会再通知。',
  },
  servedTheGone: {
    en: 'Somebody in line gave up, and was given the lock later on all the same. When the signal aborts, acquire is rejected with its reason.',
    'zh-CN': '有人在排队时放弃了，后来却还是拿到了锁。signal 中止时，acquire 要以它的 reason 失败。',
  },
  servedTheAborted: {
    en: 'The signal was aborted before acquire was called, and acquire ended well. `signal.throwIfAborted()` comes first, also when the lock is free.',
    'zh-CN': 'signal 在调用 acquire 之前就已经中止，acquire 却成功了。请先写 `signal.throwIfAborted()`，锁空闲时也一样。',
  },
  otherReason: (error: unknown, reason: unknown): Text => ({
    en: `The signal was aborted with ${show(error)}, and acquire failed with ${show(reason)}. Fail with signal.reason itself.`,
    'zh-CN': `signal 中止的原因是 ${show(error)}，acquire 却以 ${show(reason)} 失败。请直接以 signal.reason 失败。`,
  }),
  givesUpLate: (due: number, at: number): Text => ({
    en: `The signal was aborted at ${due} ms, and acquire failed only at ${at} ms. Reject in the listener of \`abort\`, not when the turn comes.`,
    'zh-CN': `signal 在 ${due} 毫秒时中止，acquire 却到 ${at} 毫秒才失败。请在 \`abort\` 的监听函数里 reject，不要等轮到它时才处理。`,
  }),
  goneInLine: {
    en: 'Somebody in line gave up, the lock came back, and those behind never had it: release gave it to the one who has gone. When the signal aborts, take them out of the line.',
    'zh-CN': '有人在排队时放弃了，锁释放之后，后面的人却一直没有得到：release 把它给了已经离开的人。signal 中止时，请把他移出队列。',
  },
  holdersAfterGivingUp: (holders: number): Text => ({
    en: `One gave up in line, one before asking, and the lock was released. Then ${holders} could take it at once, not 1. Giving up neither takes the lock nor gives it back.`,
    'zh-CN': `一个在排队时放弃，一个在请求之前就放弃，锁也释放了。这时能同时拿到锁的却是 ${holders} 个人，而不是 1 个。放弃既不拿走锁，也不释放锁。`,
  }),
  looksNowAndThen: {
    en: 'While acquire waited for the lock, a timer of your code was set, to look again later. Have release call you: keep the `resolve` of a promise in line.',
    'zh-CN': 'acquire 等待锁时，你的代码设了定时器，打算过一会儿再看。让 release 来通知：把 promise 的 `resolve` 放进队列。',
  },

  // Wherever one is made, and somebody waits
  noClass: (name: string): Text => ({
    en: `${name} is to be a class: \`new ${name}(…)\` makes one. Write \`export class ${name} { … }\`, and the methods inside of it.`,
    'zh-CN': `${name} 应该是类：\`new ${name}(…)\` 会创建一个。请写 \`export class ${name} { … }\`，方法写在里面。`,
  }),
  noMethod: (name: string, method: string): Text => ({
    en: `Your ${name} has no method ${method}(). Write it as it stands in the stub: a method of that name, which is called, and no getter.`,
    'zh-CN': `你的 ${name} 没有方法 ${method}()。请按最初的文件来写：它是一个可以调用的同名方法，不是 getter。`,
  }),
  waitsForNothing: {
    en: 'The lock was free, and acquire waited for ever. Take it and come back.',
    'zh-CN': '锁明明空闲，acquire 却一直在等。请拿走它，马上返回。',
  },
  doesNotWait: {
    en: 'Somebody held the lock, and acquire let another one through. It has to wait until release hands the lock over.',
    'zh-CN': '锁被人拿着，acquire 却又放行了一个。它要等到 release 把锁转交过来。',
  },
  neverServed: {
    en: 'The lock was released, and somebody in line never had it. release has to resolve the promise that acquire waits for.',
    'zh-CN': '锁释放了，排队的人却一直没有得到。release 要 resolve acquire 正在等的那个 promise。',
  },
} as const;
