import { field, show, type Text } from '@teatime/grader/kit';

/** What the checks of time limits and stops tell a student. */
export const saysOfLimits = {
  noSignal: {
    en: 'The attempt was called without a signal, so nobody can tell it to stop. Make a controller for each attempt, and call work(attempt, controller.signal).',
    'zh-CN': '调用尝试时没有给它信号，于是谁也没法让它停下。请给每次尝试创建一个 controller，并调用 work(attempt, controller.signal)。',
  },

  neverStopped: (limit: number, ms: number): Text => ({
    en: `attemptMs is ${limit} ms, and attempt 1 went on for ${ms} ms: its signal never aborted. Set a timer for each attempt that aborts the signal which you gave to it.`,
    'zh-CN': `attemptMs 是 ${limit} 毫秒，第 1 次尝试却做了 ${ms} 毫秒：它的信号一直没有 abort。请为每次尝试设一个计时器，到时 abort 你交给它的信号。`,
  }),

  neverStoppedBesides: (limit: number): Text => ({
    en: `attemptMs is ${limit} ms, options.signal is given and never aborts, and no attempt was told to stop. With a signal in the options the limit holds all the same: the attempt's signal aborts when its time is up *or* when options.signal does.`,
    'zh-CN': `attemptMs 是 ${limit} 毫秒，也给了 options.signal（它一直没有 abort），却没有一次尝试被要求停下。选项里有 signal 时，限时照样有效：时间到了，*或者* options.signal abort 了，尝试的信号都要 abort。`,
  }),

  stoppedAt: (limit: number, at: number): Text => ({
    en: `attemptMs is ${limit} ms, and attempt 1 was told to stop after ${at} ms.`,
    'zh-CN': `attemptMs 是 ${limit} 毫秒，第 1 次尝试却在 ${at} 毫秒时被要求停下。`,
  }),

  timeoutIsFinal: (limit: number, reason: unknown): Text => ({
    en: `Attempt 1 was stopped after ${limit} ms, and retry failed with ${show(reason)}, although attempts were left. An attempt whose time is up has failed, and no more than that. A stop for good is only what options.signal says.`,
    'zh-CN': `第 1 次尝试在 ${limit} 毫秒时被停下，还剩下尝试的次数，retry 却以 ${show(reason)} 失败了。时间到了，只是这一次失败了而已。只有 options.signal 叫停，才是真的停下。`,
  }),

  bornAborted: (attempt: number): Text => ({
    en: `The signal of attempt ${attempt} had aborted before the attempt began: it is that of an earlier one. A controller aborts once and stays so. Make a new one for each attempt.`,
    'zh-CN': `第 ${attempt} 次尝试还没有开始，它的信号就已经 abort 了：那是前面某次尝试的信号。controller 一旦 abort 就不会复原。请为每次尝试新建一个。`,
  }),

  stoppedInTime: ({ attempt, ms, limit, at }: { readonly attempt: number; readonly ms: number; readonly limit: number; readonly at: number }): Text => ({
    en: `Attempt ${attempt} takes ${ms} ms and has ${limit} ms, but was stopped ${at} ms after its beginning. Is the timer of an earlier attempt still set, or does the limit count from the first one? Each attempt has its own: clear it when the attempt has ended.`,
    'zh-CN': `第 ${attempt} 次尝试要 ${ms} 毫秒，限时 ${limit} 毫秒，却在开始后 ${at} 毫秒时被停下了。是前面某次尝试的计时器还开着，还是限时从第一次尝试算起了？每次尝试有自己的限时：尝试一结束就清除它的计时器。`,
  }),

  otherName: (reason: unknown): Text => {
    const byDefault = field(reason, 'name') === 'AbortError';
    return {
      en: `The time of the last attempt was up, and retry failed with ${show(reason)}. It fails with an error whose name is 'TimeoutError', as the class of the course's library has. ${byDefault ? 'An AbortError is what abort() gives as the reason when it is given none: controller.abort(error).' : 'Abort the signal of the attempt with such an error: what the attempt throws is that.'}`,
      'zh-CN': `最后一次尝试的时间到了，retry 却以 ${show(reason)} 失败。应该以 name 为 'TimeoutError' 的错误失败，课程库里就有这个类。${byDefault ? 'abort() 不带参数时，reason 就是 AbortError：请写 controller.abort(error)。' : '请用这样的错误去 abort 尝试的信号：尝试抛出的就会是它。'}`,
    };
  },

  limitGave: (got: unknown): Text => ({
    en: `The time of the last attempt was up, and retry gave ${show(got)}. It fails then, with an error whose name is 'TimeoutError'.`,
    'zh-CN': `最后一次尝试的时间到了，retry 却给出了 ${show(got)}。这时应该失败，错误的 name 是 'TimeoutError'。`,
  }),

  refusedTimeout: (calls: number): Text => ({
    en: `The time of attempt 1 was up. isRetryable says false of an error whose name is 'TimeoutError', and the work was called again, ${calls} times in all. An attempt whose time is up has failed like any other: ask about its error, too.`,
    'zh-CN': `第 1 次尝试的时间到了。isRetryable 对 name 为 'TimeoutError' 的错误给出 false，工作却又被调用了，一共 ${calls} 次。超时的尝试和别的失败一样：它的错误也要问。`,
  }),

  overlap: (attempt: number, { limit, cleanUpMs, at }: { readonly limit: number; readonly cleanUpMs: number; readonly at: number }): Text => ({
    en: `Attempt ${attempt - 1} was told to stop after ${limit} ms and cleaned up for ${cleanUpMs} ms. Attempt ${attempt} began after ${at} ms, while it was still at it. Abort the signal, and then await the attempt: a race leaves it running.`,
    'zh-CN': `第 ${attempt - 1} 次尝试在 ${limit} 毫秒时被要求停下，又清理了 ${cleanUpMs} 毫秒。第 ${attempt} 次尝试在 ${at} 毫秒时就开始了，那时前一次还没有清理完。请先 abort 信号，再 await 这次尝试：race 会让它继续运行。`,
  }),

  deafOverlap: (attempt: number, ms: number, at: number): Text => ({
    en: `Attempt ${attempt - 1} takes no notice of its signal and ends after ${ms} ms. Attempt ${attempt} began after ${at} ms. Nobody can stop work that does not listen: wait for its end, or two attempts are at work at once.`,
    'zh-CN': `第 ${attempt - 1} 次尝试不理会信号，到 ${ms} 毫秒才结束。第 ${attempt} 次尝试在 ${at} 毫秒时就开始了。不听信号的工作谁也停不下：请等它结束，否则两次尝试会同时进行。`,
  }),

  resultDropped: (value: unknown, calls: number): Text => ({
    en: `The time of attempt 1 was up, and it gave ${show(value)} after all. ${calls > 1 ? `It was thrown away, and the work called ${calls} times.` : 'It was thrown away.'} What the work gives is the result, also when it comes late.`,
    'zh-CN': `第 1 次尝试的时间到了，可它还是给出了 ${show(value)}。${calls > 1 ? `这个结果被扔掉了，工作被调用了 ${calls} 次。` : '这个结果被扔掉了。'}工作给出的就是结果，晚一点也算。`,
  }),

  resultAt: (due: number, took: number): Text => ({
    en: `The time of the attempt was up, and it gave a result after ${due} ms all the same. retry was over after ${took} ms: wait for the attempt, and for nothing else.`,
    'zh-CN': `尝试的时间到了，它还是在 ${due} 毫秒时给出了结果。retry 却在 ${took} 毫秒时结束：请等这次尝试，除此之外什么也不用等。`,
  }),

  cleanUpErrorLost: (error: unknown, got: unknown): Text => ({
    en: `The time of the last attempt was up, it cleaned up, and that failed with ${show(error)}. retry ended with ${show(got)}, so nobody hears of it. Throw on what the attempt throws.`,
    'zh-CN': `最后一次尝试的时间到了，它开始清理，清理时抛出了 ${show(error)}。retry 的结局却是 ${show(got)}，于是没有人知道出了错。尝试抛出什么，就抛出什么。`,
  }),

  stopNotHeard: (stop: number): Text => ({
    en: `options.signal aborted after ${stop} ms, in the middle of an attempt, and the attempt never heard of it. It has only the signal that you gave to it: when options.signal aborts, abort that one with the same reason. AbortSignal.any([…]) makes one signal of several.`,
    'zh-CN': `options.signal 在 ${stop} 毫秒时 abort，当时一次尝试正在进行，却一直没有听到。它手里只有你给的信号：options.signal abort 时，请以同样的 reason abort 它。AbortSignal.any([…]) 可以把几个信号合成一个。`,
  }),

  stopHeardAt: (stop: number, at: number): Text => ({
    en: `options.signal aborted after ${stop} ms, and the attempt heard of it only after ${at} ms. Abort its signal in the same moment.`,
    'zh-CN': `options.signal 在 ${stop} 毫秒时 abort，尝试却到 ${at} 毫秒才听到。请在同一时刻 abort 它的信号。`,
  }),

  againAfterStop: (reason: unknown, where: Text): Text => ({
    en: `options.signal aborted with ${show(reason)}, ${where.en}, and the work was called once more. A stop is no failed attempt: whoever stopped it has gone. Ask options.signal.aborted before you ask anything else about the error.`,
    'zh-CN': `options.signal ${where['zh-CN']}以 ${show(reason)} abort，工作却又被调用了一次。叫停不是尝试失败：叫停的人已经走了。先看 options.signal.aborted，再看错误是什么。`,
  }),

  inAttempt: { en: 'in the middle of an attempt', 'zh-CN': '在一次尝试进行时' },
  inPause: { en: 'in the middle of a pause', 'zh-CN': '在停顿时' },
  inCleanUp: { en: 'while an attempt whose time was up was cleaning up', 'zh-CN': '在一次超时的尝试还在清理时' },
  unheard: { en: 'in the middle of an attempt that takes no notice', 'zh-CN': '在一次不理会信号的尝试进行时' },

  stopGave: (got: unknown): Text => ({
    en: `options.signal aborted, and retry gave ${show(got)}. Fail with the reason of the signal.`,
    'zh-CN': `options.signal abort 了，retry 却给出了 ${show(got)}。请以信号的 reason 失败。`,
  }),

  otherReason: (reason: unknown, got: unknown): Text => ({
    en: `options.signal aborted with ${show(reason)}, and retry failed with ${show(got)}. Whoever stopped it gave a reason: fail with that very one, options.signal.reason, whatever it is.`,
    'zh-CN': `options.signal 以 ${show(reason)} abort，retry 却以 ${show(got)} 失败。叫停的人给了理由：请以这个理由（options.signal.reason）本身失败，不管它是什么。`,
  }),

  endedAfterStop: (due: number, took: number): Text => ({
    en: `options.signal aborted, and the attempt had ended after ${due} ms. retry ended after ${took} ms. ${took < due ? 'Await the attempt: it may have to clean up.' : 'There is nothing left to wait for.'}`,
    'zh-CN': `options.signal abort 了，尝试在 ${due} 毫秒时结束，retry 却在 ${took} 毫秒时结束。${took < due ? '请 await 这次尝试：它可能要清理。' : '没有什么可等的了。'}`,
  }),

  pauseGoesOn: (stop: number, took: number): Text => ({
    en: `options.signal aborted after ${stop} ms, in the middle of a pause, and retry ended only after ${took} ms. Nobody waits any more: end the pause at once. sleep(ms, { signal }) does.`,
    'zh-CN': `options.signal 在 ${stop} 毫秒时 abort，当时正在停顿，retry 却到 ${took} 毫秒才结束。已经没有人在等了：请立刻结束停顿。sleep(ms, { signal }) 就会这样。`,
  }),

  beganAfterStop: (reason: unknown): Text => ({
    en: `options.signal had aborted before retry was called, with ${show(reason)}, and the work was called all the same. No event comes from a signal that aborted long ago: options.signal?.throwIfAborted() before the first attempt.`,
    'zh-CN': `调用 retry 之前，options.signal 就已经以 ${show(reason)} abort 了，工作却还是被调用了。早已 abort 的信号不会再发出事件：第一次尝试之前，请先 options.signal?.throwIfAborted()。`,
  }),

  waitedAfterStop: (took: number): Text => ({
    en: `options.signal had aborted before retry was called, and retry failed only after ${took} ms. Fail at once.`,
    'zh-CN': `调用 retry 之前，options.signal 就已经 abort 了，retry 却到 ${took} 毫秒才失败。请立刻失败。`,
  }),

  timerLeft: (how: Text): Text => ({
    en: `${how.en} retry was over, and a timer of yours was still set. It keeps the program alive, for nothing. An attempt's timer is cleared when the attempt has ended, whichever way: clearTimeout(timer), in a finally.`,
    'zh-CN': `${how['zh-CN']}retry 结束了，你的计时器却还开着。程序要白白等到那时才能退出。不管尝试怎样结束，都要清除它的计时器：在 finally 里 clearTimeout(timer)。`,
  }),

  ways: {
    success: { en: 'The attempt succeeded in time.', 'zh-CN': '尝试按时成功了。' },
    failure: { en: 'The attempts failed in time.', 'zh-CN': '几次尝试都按时失败了。' },
    atOnce: { en: 'work threw at once, before it gave anything to await.', 'zh-CN': 'work 还没有给出可以 await 的东西就抛出了错误。' },
    stop: { en: 'options.signal stopped the attempt.', 'zh-CN': 'options.signal 让尝试停下了。' },
  },

  defaultsGaveUp: (reason: unknown): Text => ({
    en: `retry(work) was called without options, the first attempt failed with ${show(reason)}, and there was no second one. Every option may be missing. What is sensible then: a few attempts, a pause of a tenth of a second that doubles, every error worth another attempt.`,
    'zh-CN': `retry(work) 没有带选项，第一次尝试以 ${show(reason)} 失败，却没有第二次。每个选项都可以不给。这时合理的做法是：尝试几次，停顿从十分之一秒开始翻倍，任何错误都值得再试。`,
  }),

  defaultsStopped: (ms: number): Text => ({
    en: `No attemptMs was given, and an attempt was told to stop after ${ms} ms. Without attemptMs there is no limit: set no timer. setTimeout(f, undefined) goes off after 1 ms.`,
    'zh-CN': `没有给 attemptMs，尝试却在 ${ms} 毫秒时被要求停下。没有 attemptMs 就没有限时：请不要设计时器。setTimeout(f, undefined) 过 1 毫秒就会触发。`,
  }),
} as const;
