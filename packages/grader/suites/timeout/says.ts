import { field, type Fulfilled, show, type Text } from '@teatime/grader/kit';

/** How long the work takes, and how long it may. In milliseconds. */
export interface Times {
  readonly ms: number;
  readonly limit: number;
}

/** When the caller's signal aborts, in milliseconds. */
interface Stop {
  readonly stop: number;
  readonly limit: number;
}

/** What the checks of `timeout` tell a student. */
export const says = {
  neverEnds: {
    en: 'The work ended long ago, and so did its time, but timeout waits on. Does every way out of your code resolve or reject the promise that timeout gave?',
    'zh-CN': '工作早就结束了，时间也早就到了，timeout 却还在等。是不是有一条路既没有 resolve 也没有 reject 你返回的那个 promise？',
  },

  neverBegan: {
    en: 'There was time, but the work never began. Call work(signal), and await what it gives: a coroutine begins only when it is awaited.',
    'zh-CN': '时间还有，工作却一直没有开始。请调用 work(signal)，并 await 它给出的东西：协程要被 await 才会开始。',
  },

  beganOften: (starts: number): Text => ({
    en: `The work was begun ${starts} times. Call work(signal) once, and ask what it gives once: some work begins whenever it is asked.`,
    'zh-CN': `工作被启动了 ${starts} 次。work(signal) 只调用一次，它给出的东西也只问一次：有的工作每被问一次就会开始一次。`,
  }),

  resultTakenForError: (value: unknown): Text => ({
    en: `The work gave ${show(value)} in time, as its result, and timeout failed with it. An error that is returned is a result like any other; a failure is what is thrown.`,
    'zh-CN': `工作按时给出了结果 ${show(value)}，timeout 却以它失败了。被 return 的错误对象和别的结果一样；被抛出（throw）的才是失败。`,
  }),

  timeoutInTime: ({ ms, limit }: Times, took: number, value: unknown): Text => ({
    en: `The work takes ${ms} ms and may take ${limit} ms, but timeout failed with a TimeoutError after ${took} ms. ${took < ms ? 'Are those milliseconds?' : `The work was done in time and gave ${show(value)}. That is a result like any other.`}`,
    'zh-CN': `工作要 ${ms} 毫秒，限时 ${limit} 毫秒，timeout 却在 ${took} 毫秒时以 TimeoutError 失败。${took < ms ? '单位是毫秒吗？' : `工作是按时完成的，给出了 ${show(value)}，它和别的结果一样。`}`,
  }),

  otherValue: (value: unknown, got: unknown): Text => ({
    en: `The work gave ${show(value)}, and timeout gave ${show(got)}. It gives what the work gives, whatever that is: 0, '' and undefined are results, too.`,
    'zh-CN': `工作给出了 ${show(value)}，timeout 给出的却是 ${show(got)}。工作给出什么，timeout 就给出什么：0、'' 和 undefined 也都是结果。`,
  }),

  late: ({ ms, limit }: Times, took: number): Text =>
    took < ms
      ? {
          en: `timeout was over after ${took} ms, but the work takes ${ms} ms: await it.`,
          'zh-CN': `timeout 在 ${took} 毫秒时就结束了，工作却要 ${ms} 毫秒：请 await 它。`,
        }
      : {
          en: `The work was done after ${ms} ms, but timeout only after ${took} ms. Its ${limit} ms are the most that the work may take: when it is done earlier, nothing is left to wait for.`,
          'zh-CN': `工作在 ${ms} 毫秒时就完成了，timeout 却到 ${took} 毫秒才完成。${limit} 毫秒是上限：工作提前完成，就不必再等。`,
        },

  didNotFail: ({ ms, limit }: Times, { value, at }: Fulfilled<unknown>, result: unknown): Text =>
    at >= ms && value === result
      ? {
          en: `The work takes ${ms} ms and may take ${limit} ms. timeout waited until it was done and gave its result. After ${limit} ms abort the signal that you gave to the work: then the work fails, and timeout with it.`,
          'zh-CN': `工作要 ${ms} 毫秒，限时 ${limit} 毫秒。timeout 却一直等到工作完成，给出了结果。到 ${limit} 毫秒时请 abort 你交给工作的信号：工作会因此失败，timeout 也跟着失败。`,
        }
      : {
          en: `The time was up after ${limit} ms, and timeout gave ${show(value)}, as if that were the work's result. Who calls it cannot tell the one from the other: fail with an error whose name is 'TimeoutError'.`,
          'zh-CN': `${limit} 毫秒时时间到了，timeout 却给出了 ${show(value)}，好像它是工作的结果一样。调用者分不清两者：请以 name 为 'TimeoutError' 的错误失败。`,
        },

  otherName: (reason: unknown): Text => {
    const name = field(reason, 'name');
    if (name === 'AbortError') {
      return {
        en: `The time was up, and timeout failed with an AbortError. That is the reason that a signal has when abort() is given none. Give it one: controller.abort(error), with an error whose name is 'TimeoutError'.`,
        'zh-CN': `时间到了，timeout 却以 AbortError 失败。abort() 不带参数时，信号的 reason 就是它。请自己给一个：controller.abort(error)，error 的 name 是 'TimeoutError'。`,
      };
    }
    return reason instanceof Error
      ? {
          en: `The time was up, and timeout failed with ${show(reason)}. Its name is ${show(name)}, and has to be 'TimeoutError': that is how the caller can tell it from all other errors. The class TimeoutError of your file has this name.`,
          'zh-CN': `时间到了，timeout 以 ${show(reason)} 失败。它的 name 是 ${show(name)}，应该是 'TimeoutError'：调用者靠它与其他错误区分。你的文件里的 TimeoutError 类就叫这个名字。`,
        }
      : {
          en: `The time was up, and timeout failed with ${show(reason)}. That is no error: fail with one whose name is 'TimeoutError', such as a TimeoutError of your file.`,
          'zh-CN': `时间到了，timeout 却以 ${show(reason)} 失败，它不是错误对象。请以 name 为 'TimeoutError' 的错误失败，例如你的文件里的 TimeoutError。`,
        };
  },

  firedAt: ({ ms, limit }: Times, took: number): Text => {
    if (took < limit) {
      return {
        en: `The work may take ${limit} ms, but timeout gave it up after ${took} ms. Set the timer to ms: that is in milliseconds.`,
        'zh-CN': `工作限时 ${limit} 毫秒，timeout 却在 ${took} 毫秒时就放弃了。计时器请设为 ms，单位是毫秒。`,
      };
    }
    return took >= ms
      ? {
          en: `The time was up after ${limit} ms, but timeout failed only after ${took} ms: it waited until the work was done. Abort its signal after ${limit} ms, then it ends earlier.`,
          'zh-CN': `${limit} 毫秒时时间就到了，timeout 却到 ${took} 毫秒才失败：它一直等到了工作完成。请在 ${limit} 毫秒时 abort 它的信号，它就会提前结束。`,
        }
      : {
          en: `The time was up after ${limit} ms, but timeout failed only after ${took} ms. One timer of ms is enough: who looks every now and then whether the time is up comes late.`,
          'zh-CN': `${limit} 毫秒时时间就到了，timeout 却到 ${took} 毫秒才失败。一个 ms 毫秒的计时器就够了：隔一会儿看一次时间，总会晚一点。`,
        };
  },

  noSignal: {
    en: 'The work was called without a signal. Make a controller, new AbortController(), and call work(controller.signal): it is the only way to tell the work to stop.',
    'zh-CN': '调用工作时没有给它信号。请创建 new AbortController()，再调用 work(controller.signal)：要让工作停下，只有这一条路。',
  },

  neverStopped: ({ ms, limit }: Times): Text => ({
    en: `The time was up after ${limit} ms, and the work was not told: it worked on until ${ms} ms, for nobody. A race only stops waiting; to stop the work, call controller.abort(error) when the time is up.`,
    'zh-CN': `${limit} 毫秒时时间到了，却没有人告诉工作：它一直做到 ${ms} 毫秒，白做了。race 只是不再等；要让工作停下，请在时间到时调用 controller.abort(error)。`,
  }),

  stoppedAt: (limit: number, at: number): Text => ({
    en: `The work may take ${limit} ms, but its signal aborted after ${at} ms. Abort it when the time is up: one timer of ms milliseconds, set when timeout is called.`,
    'zh-CN': `工作限时 ${limit} 毫秒，它的信号却在 ${at} 毫秒时 abort。请在时间到的那一刻 abort：调用 timeout 时就设一个 ms 毫秒的计时器。`,
  }),

  neverCleansUp: ({ ms, limit }: Times): Text => ({
    en: `The time was up after ${limit} ms, and the work was not told, so it did not begin to clean up but worked on until ${ms} ms. Abort the signal that you gave to it.`,
    'zh-CN': `${limit} 毫秒时时间到了，却没有人告诉工作，所以它没有开始清理，而是一直做到 ${ms} 毫秒。请 abort 你交给它的信号。`,
  }),

  cleanedUpAndGave: (value: unknown): Text => ({
    en: `The time was up, the work cleaned up and failed with the reason of its signal. timeout did not fail: it gave ${show(value)}. Let the error pass.`,
    'zh-CN': `时间到了，工作做完清理，以信号的 reason 失败。timeout 却没有失败，而是给出了 ${show(value)}。请让错误抛出去。`,
  }),

  didNotWait: ({ limit, cleanUpMs }: { readonly limit: number; readonly cleanUpMs: number }, took: number): Text =>
    took < limit + cleanUpMs
      ? {
          en: `The time was up after ${limit} ms, and then the work cleaned up for ${cleanUpMs} ms more. timeout failed after ${took} ms already, in the midst of that: who then goes on finds things half put away. Abort the signal, and go on awaiting the work: it fails when it has cleaned up.`,
          'zh-CN': `${limit} 毫秒时时间到了，工作接着又清理了 ${cleanUpMs} 毫秒。timeout 却在 ${took} 毫秒时就失败了，这时还没有清理完：调用者接着做下去，会碰到收拾了一半的东西。请 abort 信号之后继续 await 工作：它清理完就会失败。`,
        }
      : {
          en: `The work was stopped after ${limit} ms and had cleaned up at ${limit + cleanUpMs} ms, but timeout failed only after ${took} ms. When the work has ended, nothing is left to wait for.`,
          'zh-CN': `工作在 ${limit} 毫秒时被停下，${limit + cleanUpMs} 毫秒时清理完毕，timeout 却到 ${took} 毫秒才失败。工作一结束，就不必再等了。`,
        },

  errorLost: (reason: unknown, got: unknown): Text => ({
    en: `The work failed in time, with ${show(reason)}. timeout did not fail: it gave ${show(got)}. What the work throws, timeout throws on.`,
    'zh-CN': `工作在限时之内以 ${show(reason)} 失败。timeout 却没有失败，而是给出了 ${show(got)}。工作抛出什么，timeout 就抛出什么。`,
  }),

  otherError: (reason: unknown, got: unknown): Text => ({
    en: `The work failed in time, with ${show(reason)}, and timeout failed with something else: ${show(got)}. The time was not up: let what the work throws pass as it is, whatever its name is. Whether the time is up is told by your own timer, and whether an error is yours by \`===\`.`,
    'zh-CN': `工作在限时之内以 ${show(reason)} 失败，timeout 却以别的失败：${show(got)}。时间并没有到：工作抛出的东西，不管 name 是什么，都要原样抛出。时间有没有到，由你自己的计时器说了算；是不是你自己的错误，用 \`===\` 判断。`,
  }),

  failedLate: (ms: number, took: number): Text => ({
    en: `The work failed after ${ms} ms, but timeout only after ${took} ms. There is nothing left to wait for: let the error pass at once.`,
    'zh-CN': `工作在 ${ms} 毫秒时就失败了，timeout 却到 ${took} 毫秒才失败。没有什么可等的了：请让错误马上抛出去。`,
  }),

  halfResult: (limit: number, due: number, took: number): Text => ({
    en: `The time was up after ${limit} ms. The work heard its signal, put an end to what it did and gave a result after ${due} ms. timeout failed after ${took} ms all the same. The work decides what comes of its stop: when it returns something, timeout gives that.`,
    'zh-CN': `${limit} 毫秒时时间到了。工作听到信号，收了尾，并在 ${due} 毫秒时给出了结果。timeout 却还是在 ${took} 毫秒时失败了。被要求停下之后怎么收场，由工作决定：它 return 了什么，timeout 就给出什么。`,
  }),

  deafResult: (limit: number, due: number, took: number): Text => ({
    en: `The time was up after ${limit} ms, but this work takes no notice of its signal: it goes on, and gives a result after ${due} ms. timeout failed after ${took} ms, as if the work were over. Nobody can stop it: wait for it, and give what it gives.`,
    'zh-CN': `${limit} 毫秒时时间到了，可是这个工作不理会信号：它继续做下去，在 ${due} 毫秒时给出结果。timeout 却在 ${took} 毫秒时失败，好像工作已经结束了一样。没有人能让它停下：请等它，并给出它的结果。`,
  }),

  resultDropped: (limit: number, due: number, got: unknown): Text => ({
    en: `The time was up after ${limit} ms. The work went on all the same and gave a result after ${due} ms; timeout had waited for it, and then failed with ${show(got)}. Nobody is helped when the result is thrown away: give what the work gives.`,
    'zh-CN': `${limit} 毫秒时时间到了，工作却继续做下去，在 ${due} 毫秒时给出了结果。timeout 等到了它，又以 ${show(got)} 失败了。把等到的结果扔掉，对谁都没有好处：工作给出什么，就给出什么。`,
  }),

  resultDroppedAfterOuter: (got: unknown): Text => ({
    en: `options.signal aborted, the work heard of it, put an end to what it did and gave a result. timeout had waited for it, and then failed with ${show(got)}. The work decides what comes of its stop, whoever stops it: when it returns something, timeout gives that. Do not look at options.signal again when the work has ended.`,
    'zh-CN': `options.signal abort 了，工作听到之后收了尾，并给出了结果。timeout 等到了它，又以 ${show(got)} 失败了。不管是谁叫停的，怎么收场都由工作决定：它 return 了什么，timeout 就给出什么。工作结束之后，不要再去看 options.signal。`,
  }),

  lateAfterStop: (due: number, took: number): Text =>
    took < due
      ? {
          en: `The time was up, and the work gave its result after ${due} ms. timeout was over after ${took} ms already: await the work.`,
          'zh-CN': `时间到了之后，工作在 ${due} 毫秒时给出了结果。timeout 却在 ${took} 毫秒时就结束了：请 await 工作。`,
        }
      : {
          en: `The time was up, and the work gave its result after ${due} ms, but timeout only after ${took} ms. When the work has ended, nothing is left to wait for.`,
          'zh-CN': `时间到了之后，工作在 ${due} 毫秒时给出了结果，timeout 却到 ${took} 毫秒才结束。工作一结束，就不必再等了。`,
        },

  beganWithoutTime: (ms: number): Text => ({
    en: `timeout(${ms}, work) began the work, although there was no time for it. Look at ms first: where it is 0 or less, fail with a TimeoutError and leave the work alone.`,
    'zh-CN': `timeout(${ms}, work) 启动了工作，可是根本没有时间。请先看 ms：如果它是 0 或者更小，就以 TimeoutError 失败，不要碰工作。`,
  }),

  gaveWithoutTime: (ms: number, got: unknown): Text => ({
    en: `timeout(${ms}, work) gave ${show(got)}. There was no time for the work: fail with a TimeoutError.`,
    'zh-CN': `timeout(${ms}, work) 给出了 ${show(got)}。根本没有时间来工作：请以 TimeoutError 失败。`,
  }),

  waitedWithoutTime: (ms: number, at: number): Text => ({
    en: `timeout(${ms}, work) failed only after ${at} ms. There was no time from the beginning: fail at once.`,
    'zh-CN': `timeout(${ms}, work) 到 ${at} 毫秒才失败。一开始就没有时间：请立刻失败。`,
  }),

  beganAfterStop: (reason: unknown): Text => ({
    en: `options.signal had aborted before timeout was called, with ${show(reason)}, and the work was begun all the same. No event comes from a signal that aborted long ago: ask signal.aborted first, or call signal.throwIfAborted().`,
    'zh-CN': `调用 timeout 之前，options.signal 就已经以 ${show(reason)} abort 了，工作却还是启动了。早已 abort 的信号不会再发出事件：请先看 signal.aborted，或者调用 signal.throwIfAborted()。`,
  }),

  gaveAfterStop: (got: unknown): Text => ({
    en: `options.signal had aborted before timeout was called, and timeout gave ${show(got)}. Fail with the reason of the signal.`,
    'zh-CN': `调用 timeout 之前，options.signal 就已经 abort 了，timeout 却给出了 ${show(got)}。请以信号的 reason 失败。`,
  }),

  waitedAfterStop: (at: number): Text => ({
    en: `options.signal had aborted before timeout was called, but timeout failed only after ${at} ms. Fail at once.`,
    'zh-CN': `调用 timeout 之前，options.signal 就已经 abort 了，timeout 却到 ${at} 毫秒才失败。请立刻失败。`,
  }),

  otherReason: (reason: unknown, got: unknown): Text => ({
    en: `options.signal aborted with ${show(reason)}, and timeout failed with ${show(got)}. The time was not up then, and that it runs out while the work cleans up makes no difference: whoever stopped it gave a reason, and timeout fails with that very reason, signal.reason, whatever it is.`,
    'zh-CN': `options.signal 以 ${show(reason)} abort，timeout 却以 ${show(got)} 失败。那时时间并没有到，工作清理时时间才到也没有关系：叫停的人给了理由，timeout 就以这个理由（signal.reason）本身失败，不管它是什么。`,
  }),

  outerNotHeard: ({ stop, limit }: Stop): Text => ({
    en: `options.signal aborted after ${stop} ms, of ${limit} ms that the work had, but the work never heard of it. It only has the signal that you gave to it: when options.signal aborts, abort yours with the same reason. AbortSignal.any([…]) makes one signal of several.`,
    'zh-CN': `options.signal 在 ${stop} 毫秒时 abort（限时 ${limit} 毫秒），工作却一直没有听到。它手里只有你给的那个信号：options.signal abort 时，请以同样的 reason abort 你自己的。AbortSignal.any([…]) 可以把几个信号合成一个。`,
  }),

  outerHeardAt: ({ stop, limit }: Stop, at: number): Text => ({
    en: `options.signal aborted after ${stop} ms, but the work heard that it has to stop only after ${at} ms${at === limit ? ', when its time was up' : ''}. When options.signal aborts, abort the signal of the work in the same moment: options.signal.addEventListener('abort', …), or AbortSignal.any([…]).`,
    'zh-CN': `options.signal 在 ${stop} 毫秒时 abort，工作却到 ${at} 毫秒${at === limit ? '（时间到了）' : ''}才知道要停下。options.signal 一 abort，就要 abort 工作的信号：用 options.signal.addEventListener('abort', …)，或者 AbortSignal.any([…])。`,
  }),

  outerGave: (reason: unknown): Text => ({
    en: `options.signal aborted with ${show(reason)}, the work stopped, and timeout did not fail. It fails with that very reason, signal.reason, whatever it is.`,
    'zh-CN': `options.signal 以 ${show(reason)} abort，工作停下了，timeout 却没有失败。它应该以这个理由（signal.reason）本身失败，不管它是什么。`,
  }),

  outerDidNotWait: ({ stop, cleanUpMs }: { readonly stop: number; readonly cleanUpMs: number }, took: number): Text => ({
    en: `options.signal aborted after ${stop} ms${cleanUpMs > 0 ? `, and then the work cleaned up for ${cleanUpMs} ms` : ''}: it ended after ${stop + cleanUpMs} ms, and timeout after ${took} ms. Await the work, also when it was stopped.`,
    'zh-CN': `options.signal 在 ${stop} 毫秒时 abort${cleanUpMs > 0 ? `，接着工作又清理了 ${cleanUpMs} 毫秒` : ''}：工作在 ${stop + cleanUpMs} 毫秒时结束，timeout 却在 ${took} 毫秒时结束。工作被叫停时，也请 await 它。`,
  }),

  innerNotStopped: (limit: number, at: number | undefined): Text => ({
    en: `timeout(${limit}, work, { signal }) ran inside of another timeout, which had more time. Its work ${at === undefined ? 'never heard that the time was up' : `heard only after ${at} ms that the time was up`}. With a signal in the options the limit holds all the same: the work's signal aborts when the time is up *or* when options.signal does, whichever comes first.`,
    'zh-CN': `timeout(${limit}, work, { signal }) 在另一个时间更长的 timeout 里面运行。它的工作${at === undefined ? '始终没有听到时间到了' : `到 ${at} 毫秒才听到时间到了`}。选项里有 signal 时，限时照样有效：时间到了，*或者* options.signal abort 了，工作的信号都要 abort，以先到的为准。`,
  }),

  outerStoppedByInner: {
    en: 'One timeout ran inside of another, and had got its signal. When the time of the inner one was up, the outer one was stopped as well, although it had time left. A signal hands a stop down and never up: abort a controller of your own, made in this very call.',
    'zh-CN': '一个 timeout 在另一个里面运行，并拿到了外层的信号。内层时间到了，外层还有时间，却也被停下了。停止只能由外向内传，不能由内向外：请 abort 这一次调用自己创建的 controller。',
  },

  outerFailedByInner: (reason: unknown): Text => ({
    en: `One timeout ran inside of another. The time of the inner one was up, the work took note of that and went on, and had time for it. The outer timeout failed all the same, with ${show(reason)}. It has nothing to do with the inner one: each call has its own time and its own error.`,
    'zh-CN': `一个 timeout 在另一个里面运行。内层时间到了，工作处理好之后继续做下去，时间也够。外层的 timeout 却还是以 ${show(reason)} 失败了。它和内层互不相干：每次调用都有自己的时间和自己的错误。`,
  }),

  innerHeardAt: ({ short, long }: { readonly short: number; readonly long: number }, at: number | undefined): Text => ({
    en: `timeout(${short}, …) ran timeout(${long}, work, { signal }) inside, and the work ${at === undefined ? 'never heard that it has to stop' : `heard only after ${at} ms that it has to stop`}. It has to after ${short} ms: the inner timeout got the signal of the outer one as options.signal, and hands a stop on to its work.`,
    'zh-CN': `timeout(${short}, …) 里面运行着 timeout(${long}, work, { signal })，最里面的工作${at === undefined ? '始终没有听到要停下' : `到 ${at} 毫秒才听到要停下`}。应该是 ${short} 毫秒：内层通过 options.signal 拿到了外层的信号，就要把停止传给它的工作。`,
  }),

  innerGave: (short: number): Text => ({
    en: `timeout(${short}, …) ran another timeout inside. After ${short} ms both were stopped, and did not both fail. Each fails with what it was stopped with.`,
    'zh-CN': `timeout(${short}, …) 里面运行着另一个 timeout。${short} 毫秒时两个都被停下了，却没有都失败。每个都应该以让它停下的理由失败。`,
  }),

  innerOtherReason: (reason: unknown, got: unknown): Text => ({
    en: `One timeout ran inside of another, whose time was up first. The inner one was stopped with ${show(reason)} and failed with ${show(got)}, which is not the same one. Not every TimeoutError is yours: tell them apart by \`===\`, not by name, and let the reason of options.signal pass as it is.`,
    'zh-CN': `一个 timeout 在另一个里面运行，外层的时间先到。内层是因为 ${show(reason)} 被停下的，却以 ${show(got)} 失败，两者不是同一个。不是每个 TimeoutError 都是你的：请用 \`===\` 而不是 name 来区分，并让 options.signal 的 reason 原样抛出。`,
  }),

  timerLeft: ({ ms, limit }: Times): Text => ({
    en: `The work was done after ${ms} ms and timeout was over, but its timer of ${limit} ms was still set. It keeps the program alive until then, for nothing. Clear it when the work has ended: clearTimeout(timer), in a finally.`,
    'zh-CN': `工作在 ${ms} 毫秒时完成，timeout 也结束了，可是它那个 ${limit} 毫秒的计时器还开着。程序要白白等到那时才能退出。工作一结束就请清除它：在 finally 里 clearTimeout(timer)。`,
  }),

  timerLeftByError: {
    en: 'The work failed in time and timeout was over, but its timer was still set. Clear it also when the work fails: clearTimeout(timer) belongs in a finally.',
    'zh-CN': '工作在限时之内失败，timeout 也结束了，可是它的计时器还开着。工作失败时也要清除：clearTimeout(timer) 应该放在 finally 里。',
  },

  timerLeftByThrow: {
    en: 'work(signal) threw at once, before it gave anything to await, and the timer of timeout was still set when it was over. Call work inside of the try whose finally clears the timer.',
    'zh-CN': 'work(signal) 还没有给出可以 await 的东西就抛出了错误，timeout 结束时计时器还开着。请把对 work 的调用也放进 try，由它的 finally 清除计时器。',
  },

  timerLeftByStop: {
    en: 'options.signal aborted, the work stopped and timeout was over, but its timer was still set. Clear it whichever way the work ends: clearTimeout(timer) belongs in a finally.',
    'zh-CN': 'options.signal abort 了，工作停下，timeout 也结束了，可是它的计时器还开着。不管工作怎样结束都要清除：clearTimeout(timer) 应该放在 finally 里。',
  },
} as const;
