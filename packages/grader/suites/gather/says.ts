import { list, show, type Text } from '@teatime/grader/kit';
import type { GatherOptions } from '@teatime/exercises/gather';

/** A job that fails, after so many milliseconds. */
interface Failing {
  readonly name: string;
  readonly ms: number;
}

/** What the checks of `gather` tell a student. `name` is that of a job. */
export const says = {
  waitsForEver: {
    en: 'All were done long ago, but gather waits on. Is `resolve` called when the last one is done, whichever that is?',
    'zh-CN': '全部早就完成了，gather 却还在等。不管最后完成的是哪一个，那时有没有调用 `resolve`？',
  },

  neverStarted: (name: string): Text => ({
    en: `${name} was never started. A coroutine starts when it is awaited or handed to createTask.`,
    'zh-CN': `${name} 一直没有启动。协程只有被 await 或者交给 createTask 才会启动。`,
  }),

  neverStartedAfterError: (culprit: string, name: string): Text => ({
    en: `${culprit} failed, and ${name} was never started. gather stops nobody: start all of them, whatever becomes of the first.`,
    'zh-CN': `${culprit} 失败了，${name} 就一直没有启动。gather 不会停下任何工作：不管前面的怎样，都要把它们全部启动。`,
  }),

  startsWhenAwaited: (name: string): Text => ({
    en: `${name} started only when gather was awaited. gather starts everything when it is called, whether somebody waits for it yet or not.`,
    'zh-CN': `${name} 等到 gather 被 await 时才启动。gather 一被调用就要启动所有工作，不管有没有人在等它。`,
  }),

  startedOften: (name: string, starts: number): Text => ({
    en: `${name} was started ${starts} times. Some awaitables begin their work when they are asked for their result: ask each of them once.`,
    'zh-CN': `${name} 被启动了 ${starts} 次。有的 awaitable 在被询问结果时才开始工作：每个只问一次。`,
  }),

  askedTwice: (kind: Text, starts: number): Text => ({
    en: `The item was ${kind.en}. It begins its work when it is asked for its result, and you asked ${starts} times: it worked ${starts} times. Ask each of them once.`,
    'zh-CN': `这一项是${kind['zh-CN']}。它在被询问结果时开始工作，你问了 ${starts} 次，它就工作了 ${starts} 次。每个只问一次。`,
  }),

  askedLate: (kind: Text, at: number): Text => ({
    en: `The item was ${kind.en}. It begins its work when it is asked for its result, and you asked only after ${at} ms. Ask all of them at once, before you wait for any.`,
    'zh-CN': `这一项是${kind['zh-CN']}。它在被询问结果时开始工作，而你等到 ${at} 毫秒才问。请在等待任何一个之前，先把它们全部问一遍。`,
  }),

  startedLate: (name: string, at: number | undefined): Text => ({
    en: `${name} started only after ${at} ms. All of them have to start at once, before you wait for any.`,
    'zh-CN': `${name} 等到 ${at} 毫秒才启动。请在等待任何一个之前，先把它们全部启动。`,
  }),

  tookLong: (longest: number, took: number): Text =>
    took < longest
      ? {
          en: `gather was over after ${took} ms, but the longest takes ${longest} ms: it did not wait for all of them. Count how many are done, and resolve at the last one.`,
          'zh-CN': `gather 在 ${took} 毫秒时就结束了，而最长的一项要 ${longest} 毫秒：它没有等全部完成。请数一数完成了几个，到最后一个时再 resolve。`,
        }
      : {
          en: `All of them were started at once, and the longest takes ${longest} ms, so gather takes ${longest} ms. Yours took ${took} ms: what does it wait for after the last one?`,
          'zh-CN': `全部都是同时启动的，最长的一项要 ${longest} 毫秒，所以 gather 应该用 ${longest} 毫秒，你的却用了 ${took} 毫秒：最后一个完成之后，它还在等什么？`,
        },

  inOrderOfTime: (names: readonly string[], came: readonly string[]): Text => ({
    en: `The list was ${list(names).en}. Your results came as ${list(came).en}: that is the order in which they were done.`,
    'zh-CN': `传入的顺序是 ${list(names)['zh-CN']}，你的结果却是 ${list(came)['zh-CN']}：这是它们完成的先后顺序。`,
  }),

  inOtherOrder: (names: readonly string[], came: readonly string[]): Text => ({
    en: `The list was ${list(names).en}. In your list stand the results of ${list(came).en}.`,
    'zh-CN': `传入的顺序是 ${list(names)['zh-CN']}，而你给出的列表里依次是 ${list(came)['zh-CN']} 的结果。`,
  }),

  placesEmpty: (names: readonly string[]): Text => ({
    en: `When gather was done, nothing stood yet in the places of ${list(names).en}: it did not wait for them. Is it counted how many are done?`,
    'zh-CN': `gather 结束的时候，${list(names)['zh-CN']} 的位置上还什么都没有：它没有等它们完成。有没有数过完成了几个？`,
  }),

  setsTimers: {
    en: 'While gather waited for two promises, a timer of your code was running (setTimeout, setInterval or sleep). gather needs none, neither to begin nor to look now and then whether all are done: `then` and `await` tell you.',
    'zh-CN': 'gather 在等两个 promise 的时候，你的代码还开着一个计时器（setTimeout、setInterval 或 sleep）。gather 不需要计时器：开始时不用等，也不用隔一会儿看一次是不是都完成了，`then` 和 `await` 会通知你。',
  },

  late: (last: number, took: number): Text =>
    took < last
      ? {
          en: `gather was over after ${took} ms, but the last one was done only after ${last} ms: it did not wait for all of them.`,
          'zh-CN': `gather 在 ${took} 毫秒时就结束了，而最后一个到 ${last} 毫秒才完成：它没有等全部完成。`,
        }
      : {
          en: `The last one was done after ${last} ms, but gather only after ${took} ms. Resolve in the very callback of the last one: nothing else is left to wait for.`,
          'zh-CN': `最后一个在 ${last} 毫秒时完成，gather 却到 ${took} 毫秒才完成。请就在最后一个的回调里 resolve：再没有别的要等了。`,
        },

  hangsOnEmpty: {
    en: 'gather([]) never finishes: there is no last one that could tell that all are done.',
    'zh-CN': 'gather([]) 永远不会完成：没有“最后一个”来告诉你全部完成了。',
  },

  emptyGave: (got: unknown): Text => ({
    en: `gather([]) gave ${show(got)}. For an empty list it gives an empty list: [].`,
    'zh-CN': `gather([]) 给出的是 ${show(got)}。传入空列表，应该得到空列表：[]。`,
  }),

  emptyTook: (took: number): Text => ({
    en: `gather([]) took ${took} ms. There is nothing to wait for.`,
    'zh-CN': `gather([]) 用了 ${took} 毫秒。其实没有什么需要等。`,
  }),

  waitsForTruth: {
    en: "All were done, but gather waits on. Do you look for results that are truthy? 0, '', false, null and undefined are results as well: count them.",
    'zh-CN': "全部都完成了，gather 却还在等。你是在检查结果的真假吗？0、''、false、null 和 undefined 也都是结果：请改用计数。",
  },

  otherResult: (name: string, result: unknown, got: unknown): Text => ({
    en: `${name} gave ${show(result)}, but in its place stands ${show(got)}.`,
    'zh-CN': `${name} 给出了 ${show(result)}，可是它的位置上是 ${show(got)}。`,
  }),

  resultTakenForError: (name: string, result: unknown): Text => ({
    en: `${name} gave ${show(result)} as its result, and your gather failed with it. An error that is returned is a result like any other; a failure is what is thrown.`,
    'zh-CN': `${name} 的结果就是 ${show(result)}，你的 gather 却因此失败了。被 return 的错误对象和别的结果一样；被抛出（throw）的才是失败。`,
  }),

  resultMissing: (kind: Text, result: unknown, got: unknown): Text => ({
    en: `The item was ${kind.en}. Its result was ${show(result)}, but in its place stands ${show(got)}. \`await\` and \`Promise.resolve\` take every kind of awaitable.`,
    'zh-CN': `这一项是${kind['zh-CN']}，结果是 ${show(result)}，可是它的位置上是 ${show(got)}。\`await\` 和 \`Promise.resolve\` 能接受所有种类的 awaitable。`,
  }),

  errorLost: (name: string, reason: unknown): Text => ({
    en: `${name} failed with ${show(reason)}, and gather neither fails nor finishes: it waits for ever. Whoever is told of a result is told of an error by another function: the second one of \`then\`, or \`catch\`. Have it \`reject\` what gather gives.`,
    'zh-CN': `${name} 以 ${show(reason)} 失败了，gather 却既不失败也不完成：它一直在等。结果由一个函数接收，错误由另一个函数接收：\`then\` 的第二个函数，或者 \`catch\`。请在那里用 \`reject\` 让 gather 失败。`,
  }),

  didNotFail: (name: string, reason: unknown, got: unknown, options: GatherOptions | undefined): Text => {
    const call = options === undefined ? 'gather(list)' : `gather(list, ${show(options)})`;
    const odd = reason instanceof Error ? { en: '', 'zh-CN': '' } : { en: ' Anything can be thrown, not only errors.', 'zh-CN': '什么都可以被抛出，不只是错误对象。' };
    return {
      en: `${name} failed with ${show(reason)}, but ${call} did not fail: it gave ${show(got)}. Without returnExceptions: true it fails with exactly what was thrown.${odd.en}`,
      'zh-CN': `${name} 以 ${show(reason)} 失败了，${call} 却没有失败，而是给出了 ${show(got)}。没有 returnExceptions: true 时，抛出的是什么，它就以什么失败。${odd['zh-CN']}`,
    };
  },

  otherError: (name: string, at: number, reason: unknown, got: unknown): Text => ({
    en: `The first to fail was ${name}, after ${at} ms, with ${show(reason)}. Your gather failed with something else: ${show(got)}.`,
    'zh-CN': `最早失败的是 ${name}，在 ${at} 毫秒时，原因是 ${show(reason)}。你的 gather 失败的原因却是 ${show(got)}。`,
  }),

  laterError: (first: Failing, other: Failing): Text => ({
    en: `${first.name} failed first, after ${first.ms} ms. Your gather failed with the error of ${other.name}, which failed only after ${other.ms} ms: who waits for one item after another hears of failures in the order of the list. Let every item tell of its own failure, with a \`then\` or \`catch\` of its own.`,
    'zh-CN': `最早失败的是 ${first.name}，在 ${first.ms} 毫秒时。你的 gather 却以 ${other.name} 的错误失败，而它到 ${other.ms} 毫秒才失败：一项一项地等，就只能按列表的顺序得知谁失败了。请给每一项都挂上自己的 \`then\` 或 \`catch\`，让它自己来报告失败。`,
  }),

  failedLate: (name: string, at: number, told: number): Text => ({
    en: `${name} failed after ${at} ms, but gather failed only after ${told} ms: it waited for others first. Let every item tell of its own failure, with a \`then\` or \`catch\` of its own.`,
    'zh-CN': `${name} 在 ${at} 毫秒时失败，gather 却到 ${told} 毫秒才失败：它先去等了别的。请给每一项都挂上自己的 \`then\` 或 \`catch\`，让它自己来报告失败。`,
  }),

  stopped: (culprit: string, at: number, name: string, end: number): Text => ({
    en: `${culprit} failed after ${at} ms. ${name} should have run on to its end at ${end} ms, but it was stopped.`,
    'zh-CN': `${culprit} 在 ${at} 毫秒时失败。${name} 本来应该继续运行到 ${end} 毫秒，却被停下了。`,
  }),

  laterErrorPrinted: (name: string, line: string): Text => ({
    en: `gather had failed already, with the error of ${name}, and then your code printed a later one: ${line}. Later errors are dropped without a sound.`,
    'zh-CN': `gather 已经以 ${name} 的错误失败了，你的代码后来又打印了另一个错误：${line}。之后的错误要不声不响地忽略。`,
  }),

  failedAnyway: (name: string): Text => ({
    en: `With { returnExceptions: true } gather does not fail, but yours failed with the error of ${name}.`,
    'zh-CN': `传入 { returnExceptions: true } 时 gather 不会失败，你的却以 ${name} 的错误失败了。`,
  }),

  errorNotInPlace: (name: string, error: unknown, got: unknown): Text => ({
    en: `${name} failed with ${show(error)}. That error itself belongs in its place, but there stands ${show(got)}.`,
    'zh-CN': `${name} 以 ${show(error)} 失败，它的位置上应该就是这个错误本身，现在却是 ${show(got)}。`,
  }),

  resultNotInPlace: (name: string, result: unknown, got: unknown): Text => ({
    en: `${name} gave ${show(result)}, but in its place stands ${show(got)}.`,
    'zh-CN': `${name} 给出了 ${show(result)}，可是它的位置上是 ${show(got)}。`,
  }),

  errorInOnePlace: (name: string, got: unknown): Text => ({
    en: `${name} stands in the list twice and fails. With { returnExceptions: true } its error belongs in both places, but in one of them stands ${show(got)}.`,
    'zh-CN': `${name} 在列表里出现了两次，并且失败了。传入 { returnExceptions: true } 时，两个位置上都应该是它的错误，可是其中一个位置上是 ${show(got)}。`,
  }),

  awaitedTwice: {
    en: 'A coroutine that stands in the list twice was awaited twice, and a coroutine can be awaited only once. Remember what you have started already.',
    'zh-CN': '列表里出现两次的协程被 await 了两次，而协程只能 await 一次。请记住哪些已经启动过了。',
  },

  changedTheList: (error: unknown): Text => ({
    en: `gather changed the list that it was given (${show(error)}). The list belongs to the caller: make one of your own.`,
    'zh-CN': `gather 改动了传入的列表（${show(error)}）。列表属于调用者：请自己新建一个。`,
  }),

  gaveTheList: {
    en: 'gather gave back the very list that it got. The list belongs to the caller: make one of your own for the results.',
    'zh-CN': 'gather 给出的就是传入的那个列表。列表属于调用者：请为结果新建一个列表。',
  },

  noList: (got: unknown): Text => ({
    en: `gather has to give a list of results, yours gave ${show(got)}.`,
    'zh-CN': `gather 应该给出结果的列表，你的却给出了 ${show(got)}。`,
  }),

  otherLength: (items: number, results: number): Text => ({
    en: `gather got a list of ${items} items and gave one of ${results} results. There is one result for every item, also for one that stands there twice; and gather is over only when all of them are there.`,
    'zh-CN': `传入的列表有 ${items} 项，gather 给出的列表却有 ${results} 个结果。每一项都有一个结果，出现两次的也一样；等全部结果都有了，gather 才能结束。`,
  }),
} as const;
