import { show, type Text } from '@teatime/grader/kit';
import type { Report } from '@teatime/exercises/shutdown';

type Way = keyof Report;

/** Which orders belong to a number of the report. */
const ways: Readonly<Record<Way, Text>> = {
  finished: {
    en: '`finished` are the orders whose handle ended well, also those that were asked to stop and ended well all the same',
    'zh-CN': '`finished` 是 handle 正常结束的订单，被要求停下却照样正常结束的也算',
  },
  failed: {
    en: '`failed` are the orders whose handle failed with anything but the reason of its own signal, at whatever time',
    'zh-CN': '`failed` 是 handle 出错的订单，不管什么时候，只要错误不是自己信号的 reason',
  },
  cancelled: {
    en: '`cancelled` are the orders whose signal had aborted and whose handle failed with its reason: signal.aborted && error === signal.reason',
    'zh-CN': '`cancelled` 是信号已经 abort、handle 又以它的 reason 失败的订单：signal.aborted && error === signal.reason',
  },
};

const numbers = ({ finished, failed, cancelled }: Report): string => `{ finished: ${finished}, failed: ${failed}, cancelled: ${cancelled} }`;

/** What was asked for, and when: milliseconds after serve was called. */
interface Moments {
  readonly stop: number;
  readonly drainMs: number;
}

/** What the checks of `shutdown` tell a student. `name` is that of a job: the order of that name has it done. */
export const says = {
  // Wherever serve is called
  neverEnds: {
    en: 'All orders ended long ago, nobody waits for another one, and serve waits on. Is there a promise in your list that never settles, or a count that is not taken down when handle fails?',
    'zh-CN': '所有订单早就结束了，也没有人在等下一个，serve 却还在等。是不是列表里有一个永远不会敲定的 promise？或者 handle 失败时没有把计数减下来？',
  },
  neverAsked: {
    en: 'serve never called receive. Await receive(signal) in a loop: each time it gives an order, or undefined when there are no more.',
    'zh-CN': 'serve 一直没有调用 receive。请在循环里 await receive(signal)：每次得到一个订单，没有更多订单时得到 undefined。',
  },
  receiveNotTold: {
    en: 'No more orders were wanted, but receive was not told: the signal that it waits with did not abort. So it waits for an order, and serve for receive, for ever. Give it a signal that aborts with `stop`, and with `kill`.',
    'zh-CN': '已经不再要订单了，receive 却不知道：它等待时用的信号没有 abort。于是它一直等订单，serve 一直等它。请给它一个随 `stop` 也随 `kill` 一起 abort 的信号。',
  },
  receiveWithoutSignal: (value: unknown): Text => ({
    en: `receive was called with ${show(value)}. Hand it an AbortSignal: with it, waiting for an order ends when no more are wanted.`,
    'zh-CN': `调用 receive 时传的是 ${show(value)}。请传一个 AbortSignal：不再要订单时，它靠这个信号结束等待。`,
  }),
  handleWithoutSignal: (value: unknown): Text => ({
    en: `handle was called with an order and ${show(value)}. Its second argument is an AbortSignal: that is how it hears that the time is over.`,
    'zh-CN': `调用 handle 时，订单之后传的是 ${show(value)}。第二个参数应该是 AbortSignal：时间到了，它靠这个信号得知。`,
  }),
  askedTwice: {
    en: 'receive was called again while it was still waiting for an order. Ask for one order after the other: await receive(signal), begin the order, ask again.',
    'zh-CN': 'receive 还在等订单，就又被调用了一次。请一个接一个地要订单：await receive(signal)，开始处理，然后再要下一个。',
  },
  unknownOrder: (order: unknown): Text => ({
    en: `handle was called with ${show(order)}, and receive gave no such order. Hand on what receive gave, as it is.`,
    'zh-CN': `调用 handle 时传的是 ${show(order)}，receive 却没有给过这样的订单。receive 给出什么，就原样交给 handle。`,
  }),
  failsWithAnOrder: (name: string, reason: unknown): Text => ({
    en: `handle failed for ${name}, and serve failed with that error: ${show(reason)}. A failed order is counted, and harms nobody else: catch its error where you call handle.`,
    'zh-CN': `处理 ${name} 时 handle 失败，serve 就以那个错误失败了：${show(reason)}。失败的订单只要计数，不影响别人：请在调用 handle 的地方捕获它的错误。`,
  }),
  failsWithTheStop: (reason: unknown): Text => ({
    en: `serve was asked to end, and failed with ${show(reason)}. It did what it was asked for, so it gives its report: the reason of \`stop\` and \`kill\` is no error, nor is whatever receive throws when it hears of them.`,
    'zh-CN': `serve 被要求结束，却以 ${show(reason)} 失败了。它做的正是要它做的事，应该给出报告：\`stop\` 和 \`kill\` 的 reason 不算错误，receive 听到它们之后抛出的也不算。`,
  }),
  noReport: (value: unknown): Text => ({
    en: `serve gave ${show(value)}. It gives a report of three numbers: { finished, failed, cancelled }.`,
    'zh-CN': `serve 给出的是 ${show(value)}。它应该给出一份报告，里面有三个数：{ finished, failed, cancelled }。`,
  }),
  countedAs: (right: Way, wrong: Way, expected: Report, report: Report): Text => ({
    en: `The report should be ${numbers(expected)}, and is ${numbers(report)}: what is \`${right}\` was counted as \`${wrong}\`. ${ways[right].en}; ${ways[wrong].en}.`,
    'zh-CN': `报告应该是 ${numbers(expected)}，却是 ${numbers(report)}：属于 \`${right}\` 的算成了 \`${wrong}\`。${ways[right]['zh-CN']}；${ways[wrong]['zh-CN']}。`,
  }),
  otherCount: (expected: Report, report: Report): Text => ({
    en: `The report should be ${numbers(expected)}, and is ${numbers(report)}. Count each order once, when its handle has ended, and give the report when all have.`,
    'zh-CN': `报告应该是 ${numbers(expected)}，却是 ${numbers(report)}。每个订单在 handle 结束时计一次数，全部结束之后再给出报告。`,
  }),

  // Serving
  neverHandled: (name: string, at: number): Text => ({
    en: `The order ${name} came at ${at} ms, and handle was never called for it. Whatever receive gives has been taken from the counter: nobody else will do it.`,
    'zh-CN': `订单 ${name} 在 ${at} 毫秒时到了，却没有为它调用 handle。receive 给出的订单已经从柜台拿走了，不会再有别人来做。`,
  }),
  neverBegan: (name: string): Text => ({
    en: `handle was called for ${name}, and its work never began: it gave a coroutine, which begins when it is awaited. Await what handle gives, in an async function of its own.`,
    'zh-CN': `已经为 ${name} 调用了 handle，它的工作却没有开始：它给出的是协程，被 await 时才开始。请在另一个 async 函数里 await handle 给出的东西。`,
  }),
  beganLate: (name: string, at: number, began: number): Text => ({
    en: `The order ${name} came at ${at} ms and was begun only at ${began} ms. Orders are served side by side: do not wait for one before you ask for the next.`,
    'zh-CN': `订单 ${name} 在 ${at} 毫秒时到了，到 ${began} 毫秒才开始。订单是同时处理的：要下一个之前，不要等前一个做完。`,
  }),
  beganOften: (name: string, starts: number): Text => ({
    en: `The order ${name} came once and was begun ${starts} times. Call handle once for each order.`,
    'zh-CN': `订单 ${name} 只来了一次，却开始了 ${starts} 次。每个订单只调用一次 handle。`,
  }),
  stoppedForNothing: (name: string): Text => ({
    en: `${name} was told to stop, and nobody had asked for that: neither \`stop\` nor \`kill\` had aborted. drainMs counts from \`stop\` on, not from the last order.`,
    'zh-CN': `${name} 被叫停了，可是没有人要求过：\`stop\` 和 \`kill\` 都没有 abort。drainMs 从 \`stop\` 开始算，不是从最后一个订单开始。`,
  }),
  leftTheCounter: (closesAt: number, took: number): Text => ({
    en: `serve was over at ${took} ms, and receive said only at ${closesAt} ms that there are no more orders. Ask until it gives undefined, or until somebody asks for the end, also while nothing is under way.`,
    'zh-CN': `serve 在 ${took} 毫秒时就结束了，receive 到 ${closesAt} 毫秒才说没有更多订单。请一直要到它给出 undefined，或者有人要求结束，哪怕当时没有订单在处理。`,
  }),
  otherEnd: (due: number, took: number): Text =>
    took < due
      ? {
          en: `serve was over at ${took} ms, and orders were still under way until ${due} ms. Wait for all of them: whoever calls serve ends the program after it.`,
          'zh-CN': `serve 在 ${took} 毫秒时就结束了，而订单到 ${due} 毫秒才全部做完。请等所有订单：调用 serve 的人接下来就会结束程序。`,
        }
      : {
          en: `There were no more orders, and all were done at ${due} ms, but serve was over only at ${took} ms. What does it wait for?`,
          'zh-CN': `没有更多订单了，${due} 毫秒时全都做完了，serve 却到 ${took} 毫秒才结束。它还在等什么？`,
        },
  otherOrder: (given: unknown, got: unknown): Text => ({
    en: `receive gave ${show(given)}, and handle got ${show(got)}. Hand the order on as it is.`,
    'zh-CN': `receive 给出的是 ${show(given)}，handle 得到的却是 ${show(got)}。请把订单原样交过去。`,
  }),
  orderSkipped: (order: unknown): Text => ({
    en: `receive gave ${show(order)}, and handle was not called for it. Only undefined says that there are no more orders: compare with === undefined.`,
    'zh-CN': `receive 给出了 ${show(order)}，却没有为它调用 handle。只有 undefined 才表示没有更多订单：请用 === undefined 来比较。`,
  }),

  // From the stop on
  receiveToldAt: (stop: number, heard: number | undefined): Text => ({
    en: `\`stop\` aborted at ${stop} ms, and receive, which was waiting for an order, ${heard === undefined ? 'was not told' : `was told at ${heard} ms`}. Its signal aborts with \`stop\`: \`stop\` itself will do.`,
    'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，正在等订单的 receive ${heard === undefined ? '却不知道' : `到 ${heard} 毫秒才知道`}。它的信号要随 \`stop\` 一起 abort：直接用 \`stop\` 就行。`,
  }),
  beganAfterStop: (name: string, stop: number): Text => ({
    en: `\`stop\` aborted at ${stop} ms, and the order ${name}, which came later, was begun all the same. Abort the signal of receive with \`stop\`, and ask for no order after that.`,
    'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，之后才到的订单 ${name} 却照样开始了。请让 receive 的信号随 \`stop\` 一起 abort，之后不要再要订单。`,
  }),
  askedAfterStop: (stop: number, at: number): Text => ({
    en: `\`stop\` aborted at ${stop} ms, and receive was called once more at ${at} ms. Look at the signal before you ask for an order.`,
    'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，receive 却在 ${at} 毫秒时又被调用了。要订单之前，请先看信号。`,
  }),
  stoppedByTheStop: (name: string, at: number): Text => ({
    en: `\`stop\` aborted at ${at} ms, and at that moment ${name} was told to stop as well. \`stop\` only closes the door: orders under way have drainMs more. Give handle the signal of a controller of your own, which you abort when the time is over.`,
    'zh-CN': `\`stop\` 在 ${at} 毫秒时 abort，${name} 也在那一刻被叫停了。\`stop\` 只是关门：已经开始的订单还有 drainMs 的时间。请把你自己的 controller 的信号交给 handle，时间到了再 abort 它。`,
  }),
  stoppedInTime: (name: string, { stop, at }: { readonly stop: number; readonly at: number }): Text => ({
    en: `\`stop\` aborted at ${stop} ms, and ${name} was told to stop at ${at} ms, before the time for that: it would have been done by itself. Abort the signals of handle drainMs after \`stop\`, in milliseconds, and not for what becomes of other orders.`,
    'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，${name} 在 ${at} 毫秒时就被叫停了，时间还没有到：它自己本来能做完。handle 的信号要在 \`stop\` 之后 drainMs 毫秒才 abort，和别的订单怎样无关。`,
  }),
  drainEnd: ({ stop, drainMs }: Moments, due: number, took: number): Text =>
    took < due
      ? {
          en: `\`stop\` aborted at ${stop} ms, and serve was over at ${took} ms, while orders were under way until ${due} ms. They have ${drainMs} ms after the stop: wait for them.`,
          'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，serve 在 ${took} 毫秒时就结束了，而订单到 ${due} 毫秒才做完。stop 之后还有 ${drainMs} 毫秒：请等它们。`,
        }
      : {
          en: `\`stop\` aborted at ${stop} ms, and the last order was done at ${due} ms, but serve was over only at ${took} ms. drainMs is the longest time to wait, not how long to wait: be done with the last order.`,
          'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，最后一个订单在 ${due} 毫秒时做完，serve 却到 ${took} 毫秒才结束。drainMs 是最多等多久，不是一定要等那么久：最后一个订单做完就该结束。`,
        },
  idleEnd: (stop: number, took: number): Text => ({
    en: `\`stop\` aborted at ${stop} ms while no order was under way, and serve was over only at ${took} ms. There was nothing to wait for.`,
    'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，那时没有订单在处理，serve 却到 ${took} 毫秒才结束。其实没有什么要等。`,
  }),
  askedStopped: {
    en: '`stop` had aborted before serve was called, and receive was asked for an order. Look at stop.aborted before you ask.',
    'zh-CN': '调用 serve 之前，`stop` 就已经 abort 了，却还向 receive 要了订单。要之前请先看 stop.aborted。',
  },
  tookStopped: (took: number): Text => ({
    en: `\`stop\` had aborted before serve was called, and serve was over only after ${took} ms. There was nothing to wait for.`,
    'zh-CN': `调用 serve 之前，\`stop\` 就已经 abort 了，serve 却到 ${took} 毫秒才结束。其实没有什么要等。`,
  }),

  // When the time is over
  notStopped: (name: string, { stop, drainMs }: Moments): Text => ({
    en: `\`stop\` aborted at ${stop} ms, drainMs is ${drainMs}, and ${name}, still under way then, was never told to stop. At ${stop + drainMs} ms the signal that handle was given has to abort.`,
    'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，drainMs 是 ${drainMs}，到时还在处理的 ${name} 却一直没有被叫停。在 ${stop + drainMs} 毫秒时，交给 handle 的信号要 abort。`,
  }),
  stoppedAt: (name: string, { stop, drainMs }: Moments, at: number): Text => ({
    en: `\`stop\` aborted at ${stop} ms, drainMs is ${drainMs}, and ${name} was told to stop at ${at} ms. It has to be at ${stop + drainMs} ms: the time counts in milliseconds, and from the stop on.`,
    'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort，drainMs 是 ${drainMs}，${name} 却在 ${at} 毫秒时被叫停。应该在 ${stop + drainMs} 毫秒：时间以毫秒计，从 stop 开始算。`,
  }),
  lateStopNotHeard: (name: string, { stop, drainMs }: Moments): Text => ({
    en: `receive had said that there are no more orders, and ${name} was still under way when \`stop\` aborted at ${stop} ms. It was never told to stop, at ${stop + drainMs} ms. Listen to \`stop\` for as long as an order is under way, not only in the loop.`,
    'zh-CN': `receive 已经说没有更多订单了，${name} 还在处理，这时 \`stop\` 在 ${stop} 毫秒时 abort。到 ${stop + drainMs} 毫秒，它却没有被叫停。只要还有订单在处理，就要监听 \`stop\`，不能只在循环里听。`,
  }),
  cleanUpEnd: ({ name, told, due }: { readonly name: string; readonly told: number; readonly due: number }, took: number): Text =>
    took < due
      ? {
          en: `The orders that were left were told to stop at ${told} ms, and ${name} cleaned up until ${due} ms, but serve was over at ${took} ms. Whoever calls serve ends the program after it, and that cuts the clean-up off: wait for every handle, also after the abort.`,
          'zh-CN': `剩下的订单在 ${told} 毫秒时被叫停，${name} 清理到 ${due} 毫秒，serve 却在 ${took} 毫秒时就结束了。调用 serve 的人接下来就会结束程序，清理会被打断：abort 之后也要等每一个 handle。`,
        }
      : {
          en: `The orders that were left were told to stop at ${told} ms, and all were done cleaning up at ${due} ms, but serve was over only at ${took} ms. What does it wait for after the last one?`,
          'zh-CN': `剩下的订单在 ${told} 毫秒时被叫停，${due} 毫秒时全都清理完了，serve 却到 ${took} 毫秒才结束。最后一个结束之后，它还在等什么？`,
        },

  // When something fails
  failureStops: (name: string, failed: string): Text => ({
    en: `handle failed for ${failed}, and ${name} was told to stop. Orders know nothing of each other: let the others go on.`,
    'zh-CN': `处理 ${failed} 时 handle 失败了，${name} 却被叫停了。订单互不相干：让其他的继续。`,
  }),
  brokenNotTold: (name: string, at: number, reason: unknown): Text => ({
    en: `receive failed with ${show(reason)} at ${at} ms, nobody had asked it to stop, and ${name} was under way. It was never told to stop. Then nobody can go on: abort the signals of handle at once.`,
    'zh-CN': `receive 在 ${at} 毫秒时以 ${show(reason)} 失败，没有人要它停下，当时 ${name} 正在处理。它却一直没有被叫停。这时已经无法继续：请马上让 handle 的信号 abort。`,
  }),
  brokenToldAt: (name: string, at: number, told: number): Text => ({
    en: `receive failed at ${at} ms, nobody had asked it to stop, and ${name} was told to stop only at ${told} ms. Abort the signals of handle at once: drainMs is for a stop.`,
    'zh-CN': `receive 在 ${at} 毫秒时失败，没有人要它停下，${name} 却到 ${told} 毫秒才被叫停。请马上让 handle 的信号 abort：drainMs 只用于 stop。`,
  }),
  brokenHidden: (reason: unknown, value: unknown): Text => ({
    en: `receive failed with ${show(reason)}, nobody had asked it to stop, and serve gave ${show(value)}. Somebody has to hear of it: fail with that very error, when all orders have ended.`,
    'zh-CN': `receive 以 ${show(reason)} 失败，没有人要它停下，serve 却给出了 ${show(value)}。这件事总要有人知道：等所有订单结束之后，请以这个错误本身失败。`,
  }),
  brokenOtherError: (reason: unknown, got: unknown): Text => ({
    en: `receive failed with ${show(reason)}, and serve failed with ${show(got)}. Fail with that very error, unwrapped; what orders throw while they clean up is only counted.`,
    'zh-CN': `receive 以 ${show(reason)} 失败，serve 却以 ${show(got)} 失败。请以这个错误本身失败，不要包装；订单清理时抛出的错误只要计数。`,
  }),

  // What comes in spite of the stop
  lateOrderLost: (name: string, { stop, at }: { readonly stop: number; readonly at: number }): Text => ({
    en: `\`stop\` aborted at ${stop} ms. receive did not hear of it, and gave the order ${name} at ${at} ms, before the time was over; handle was never called for it. It has been taken from the counter: await receive to its end, and begin what it still gives.`,
    'zh-CN': `\`stop\` 在 ${stop} 毫秒时 abort。receive 没有听到，在 ${at} 毫秒时还是给出了订单 ${name}，那时时间还没有到；却没有为它调用 handle。它已经从柜台拿走了：请一直等到 receive 结束，它还给出的订单也要开始。`,
  }),
  lateOrderAlone: (name: string, due: number, took: number): Text => ({
    en: `receive gave the order ${name} after \`stop\`, it was begun, and it ended at ${due} ms; serve was over at ${took} ms. It is an order like the others, with the same time.`,
    'zh-CN': `receive 在 \`stop\` 之后给出了订单 ${name}，它开始了，在 ${due} 毫秒时结束；serve 却在 ${took} 毫秒时结束。它和别的订单一样，时间也一样。`,
  }),

  // kill
  killNotHeard: (name: string, kill: number): Text => ({
    en: `\`kill\` aborted at ${kill} ms, and ${name}, still under way, was not told to stop. Abort the signals of handle then, at once, whatever is left of drainMs.`,
    'zh-CN': `\`kill\` 在 ${kill} 毫秒时 abort，还在处理的 ${name} 却没有被叫停。不管 drainMs 还剩多少，那时都要马上让 handle 的信号 abort。`,
  }),
  killHeardAt: (name: string, kill: number, at: number): Text => ({
    en: `\`kill\` aborted at ${kill} ms, and ${name} was told to stop at ${at} ms. Abort the signals of handle at the moment of \`kill\`, not before it and not later.`,
    'zh-CN': `\`kill\` 在 ${kill} 毫秒时 abort，${name} 却在 ${at} 毫秒时被叫停。请在 \`kill\` 的那一刻让 handle 的信号 abort，不早也不晚。`,
  }),
  killedAgain: (name: string): Text => ({
    en: `\`kill\` aborted when the time was over and ${name} was cleaning up, and serve did not wait for that. \`kill\` cuts the time of orders short, not their clean-up.`,
    'zh-CN': `时间已经到了，${name} 正在清理，这时 \`kill\` abort 了，serve 就没有等它清理完。\`kill\` 缩短的是订单的时间，不是清理的时间。`,
  }),

  // What is left behind
  looksNowAndThen: {
    en: 'While serve waited for an order, and nobody had asked it to stop, a timer of your code was set. Have the signal call you: the timer for drainMs begins with `stop`.',
    'zh-CN': 'serve 在等订单，没有人要它停下，你的代码却设了定时器。请让信号来通知：drainMs 的定时器从 `stop` 才开始。',
  },
  timerLeft: (how: Text): Text => ({
    en: `serve was over ${how.en}, and a timer of it was still set: it keeps the program alive until then. clearTimeout belongs into \`finally\`.`,
    'zh-CN': `serve ${how['zh-CN']}就结束了，它的定时器却还在：在那之前程序退不出去。请在 \`finally\` 里 clearTimeout。`,
  }),
  listenerLeft: (how: Text): Text => ({
    en: `serve was over ${how.en}. Then \`stop\` aborted, and your code set a timer: it still listened. Remove the listener when serve ends.`,
    'zh-CN': `serve ${how['zh-CN']}就结束了。之后 \`stop\` 才 abort，你的代码却设了定时器：它还在监听。serve 结束时请移除监听函数。`,
  }),
} as const;

/** In which way serve was over. */
export const ends = {
  drained: { en: 'before the time for orders was over', 'zh-CN': '在订单的时间用完之前' },
  killed: { en: 'because of `kill`, before the time for orders was over', 'zh-CN': '因为 `kill`，在订单的时间用完之前' },
  noMore: { en: 'because there were no more orders', 'zh-CN': '因为没有更多订单' },
  broken: { en: 'because receive had failed', 'zh-CN': '因为 receive 失败' },
} as const;
