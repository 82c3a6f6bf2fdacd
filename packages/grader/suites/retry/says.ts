import { field, show, type Text } from '@teatime/grader/kit';

/** A pause that is not as it should be, in milliseconds. `number` counts from 1. */
interface Pause {
  readonly number: number;
  readonly due: number;
  readonly ms: number;
}

/** What a pause is reckoned from, in milliseconds. */
export interface Reckoning {
  readonly maxMs: number;
  /** Without cap and chance. */
  readonly grown: number;
  readonly draw: number;
  readonly asked: number;
}

const none: Text = { en: '', 'zh-CN': '' };

/** What the checks of `retry` tell a student. What they say of limits and stops is in says-limits.ts. */
export const says = {
  neverEnds: {
    en: 'The last attempt ended long ago, and retry waits on. Does every way out of your loop return a result or throw?',
    'zh-CN': '最后一次尝试早就结束了，retry 却还在等。循环的每一条出路，是不是都会 return 结果或者 throw 错误？',
  },

  neverBegan: {
    en: 'retry was over, and the work had not been called once. Call work(attempt, signal), and await what it gives.',
    'zh-CN': 'retry 结束了，工作却一次也没有被调用。请调用 work(attempt, signal)，并 await 它给出的东西。',
  },

  neverAwaited: (attempt: number): Text => ({
    en: `work was called for attempt ${attempt}, but nobody awaited what it gave: a coroutine begins only then.`,
    'zh-CN': `第 ${attempt} 次尝试调用了 work，却没有人 await 它给出的东西：协程要被 await 才会开始。`,
  }),

  askedTwice: (attempt: number, starts: number): Text => ({
    en: `Attempt ${attempt} was begun ${starts} times. Ask what work gives once: some work begins whenever it is asked, and a coroutine can be awaited only once.`,
    'zh-CN': `第 ${attempt} 次尝试被启动了 ${starts} 次。work 给出的东西只问一次：有的工作每被问一次就会开始一次，协程则只能 await 一次。`,
  }),

  againAfterSuccess: (value: unknown, calls: number): Text => ({
    en: `The first attempt succeeded: it gave ${show(value)}. work was called ${calls} times all the same. Anything that it gives is a result; a failure is what it throws.`,
    'zh-CN': `第一次尝试就成功了，给出了 ${show(value)}，work 却被调用了 ${calls} 次。不管给出什么都是结果；抛出（throw）的才是失败。`,
  }),

  resultTakenForError: (value: unknown): Text => ({
    en: `The work gave ${show(value)} as its result, and retry failed with it. An error that is returned is a result like any other; a failure is what is thrown.`,
    'zh-CN': `工作给出了结果 ${show(value)}，retry 却以它失败了。被 return 的错误对象和别的结果一样；被抛出（throw）的才是失败。`,
  }),

  otherValue: (value: unknown, got: unknown): Text => ({
    en: `The work gave ${show(value)}, and retry gave ${show(got)}. It gives what the work gives, whatever that is: 0, '' and undefined are results, too.`,
    'zh-CN': `工作给出了 ${show(value)}，retry 给出的却是 ${show(got)}。工作给出什么，retry 就给出什么：0、'' 和 undefined 也都是结果。`,
  }),

  overTooEarly: (took: number, got: unknown): Text => ({
    en: `retry gave ${show(got)} after ${took} ms, while its attempts went on. It gives a promise of the result, and has to be over when the work is: await each attempt and each pause, and return what comes of it.`,
    'zh-CN': `retry 在 ${took} 毫秒时就给出了 ${show(got)}，尝试却还在继续。它给出的是结果的 promise，工作结束了它才结束：请 await 每次尝试和每次停顿，并 return 得到的结果。`,
  }),

  gaveAfterFailure: (attempt: number, error: unknown, got: unknown): Text => ({
    en: `Attempt ${attempt} failed with ${show(error)}, and retry gave ${show(got)}, as if that were a result, although more attempts were left. Pause then, and call the work again.`,
    'zh-CN': `第 ${attempt} 次尝试以 ${show(error)} 失败，还剩下尝试的次数，retry 却给出了 ${show(got)}，好像那是结果一样。这时请停顿一下，再调用工作。`,
  }),

  successAt: (due: number, took: number): Text => ({
    en: `The attempt that succeeded was done after ${due} ms, and retry after ${took} ms. ${took < due ? 'Await the work.' : 'There is nothing left to wait for: a pause comes behind a failure only.'}`,
    'zh-CN': `成功的那次尝试在 ${due} 毫秒时完成，retry 却在 ${took} 毫秒时结束。${took < due ? '请 await 工作。' : '没有什么可等的了：只有失败之后才停顿。'}`,
  }),

  noSignal: (attempt: number): Text => ({
    en: `Attempt ${attempt} was called without a signal. Call work(attempt, signal), with a signal in every case: work hands it on, and does not ask what your options are.`,
    'zh-CN': `第 ${attempt} 次尝试没有拿到信号。请调用 work(attempt, signal)，而且每次都要给一个信号：工作要把它传下去，不会去管你有哪些选项。`,
  }),

  gaveUp: (attempt: number, reason: unknown): Text => ({
    en: `Attempt ${attempt} failed with ${show(reason)}, and retry failed with it, although more attempts were left. Catch what the work throws, pause, and call it again.`,
    'zh-CN': `第 ${attempt} 次尝试以 ${show(reason)} 失败，还剩下尝试的次数，retry 却跟着失败了。请 catch 工作抛出的错误，停顿一下，再调用它。`,
  }),

  fewCalls: (calls: number, due: number): Text => ({
    en: `The work was called ${calls === 1 ? 'once' : `${calls} times`}, where it takes ${due} attempts, and so many were allowed.`,
    'zh-CN': `工作只被调用了 ${calls} 次。这里需要 ${due} 次尝试，次数也允许。`,
  }),

  otherNumber: (attempt: number, got: unknown): Text => ({
    en: `Attempt ${attempt} was told the number ${show(got)}. The first argument of work is the number of the attempt, and the first attempt has number 1.`,
    'zh-CN': `第 ${attempt} 次尝试拿到的编号是 ${show(got)}。work 的第一个参数是尝试的编号，第一次是 1。`,
  }),

  otherPause: ({ number, due, ms }: Pause, hint: Text = none): Text =>
    ms < 0
      ? {
          en: `Attempt ${number + 1} began ${-ms} ms before attempt ${number} had ended. Wait until an attempt has ended, then pause, then try again.`,
          'zh-CN': `第 ${number} 次尝试还要 ${-ms} 毫秒才结束，第 ${number + 1} 次就开始了。请等一次尝试结束，停顿，再试下一次。`,
        }
      : {
          en: `Pause ${number}, between attempts ${number} and ${number + 1}, was ${ms} ms, and has to be ${due} ms.${hint.en && ' '}${hint.en}`,
          'zh-CN': `第 ${number} 次停顿（第 ${number} 次和第 ${number + 1} 次尝试之间）是 ${ms} 毫秒，应该是 ${due} 毫秒。${hint['zh-CN']}`,
        },

  looksNowAndThen: {
    en: 'Each is a little too long: who looks every few milliseconds whether a pause is over comes late. Sleep the whole of it at once.',
    'zh-CN': '每次都长了一点点：隔几毫秒看一次停顿有没有结束，总会晚一点。请一次睡满。',
  },

  reckoned: ({ maxMs, grown, draw, asked }: Reckoning): Text => ({
    en: `It is the smaller one of maxMs (${maxMs}) and baseMs * factor ** (attempt - 1) (${grown}), times ${draw}, which random gave${asked > 0 ? `, and not shorter than ${asked}, which the error asked for` : ''}.`,
    'zh-CN': `它是 maxMs（${maxMs}）和 baseMs * factor ** (attempt - 1)（${grown}）中较小的一个，乘以 random 给出的 ${draw}${asked > 0 ? `，并且不短于错误要求的 ${asked}` : ''}。`,
  }),

  otherCount: (calls: number, attempts: number): Text => {
    const once = attempts === 1;
    if (calls === attempts + 1) {
      return {
        en: `attempts is ${attempts}, and the work was called ${calls} times. attempts says how often the work is called, not how often it is called *again*: the first call counts.`,
        'zh-CN': `attempts 是 ${attempts}，工作却被调用了 ${calls} 次。attempts 是总共调用几次，不是*再*调用几次：第一次也算在内。`,
      };
    }
    return {
      en: `attempts is ${attempts}, every attempt failed, and the work was called ${calls === 1 ? 'once' : `${calls} times`}. It has to be called ${once ? 'once' : `${attempts} times`}, the first time included.`,
      'zh-CN': `attempts 是 ${attempts}，每次尝试都失败了，工作却被调用了 ${calls} 次。应该一共调用 ${attempts} 次，第一次也算在内。`,
    };
  },

  gaveInTheEnd: (got: unknown, error: unknown): Text => ({
    en: `All attempts failed, and retry gave ${show(got)}, as if that were a result. Throw what the last attempt threw: ${show(error)}.`,
    'zh-CN': `所有尝试都失败了，retry 却给出了 ${show(got)}，好像那是结果一样。请抛出最后一次尝试抛出的错误：${show(error)}。`,
  }),

  otherError: (error: unknown, got: unknown): Text => {
    const cause = field(got, 'cause');
    const wrapped = cause === error && cause !== undefined;
    return {
      en: `The last attempt failed with ${show(error)}, and retry with ${show(got)}. ${wrapped ? 'It is wrapped: whoever looks at its class or its code no longer finds them.' : 'It is another one.'} Throw on the last error itself.`,
      'zh-CN': `最后一次尝试以 ${show(error)} 失败，retry 却以 ${show(got)} 失败。${wrapped ? '错误被包了一层：调用者要看它的类和 code，就找不到了。' : '两者不是同一个。'}请把最后的错误本身抛出去。`,
    };
  },

  failedAt: (due: number, took: number): Text => ({
    en: `The last attempt failed after ${due} ms, and retry after ${took} ms. ${took > due ? 'No attempt comes any more, so there is nothing to pause for: fail at once.' : 'Wait for it.'}`,
    'zh-CN': `最后一次尝试在 ${due} 毫秒时失败，retry 却在 ${took} 毫秒时才结束。${took > due ? '后面不再有尝试，就没有必要停顿：请立刻失败。' : '请等它结束。'}`,
  }),

  alwaysTheSame: (pauses: readonly number[]): Text => ({
    en: `No random was given, and all pauses are the same: ${pauses[0] ?? 0} ms. Then chance comes from Math.random: a thousand clients that fail together would come back together.`,
    'zh-CN': `没有给 random，停顿却每次都一样：${pauses[0] ?? 0} 毫秒。这时应该用 Math.random 抽：否则一千个一起失败的客户端，又会一起回来。`,
  }),

  outOfRange: (most: number, ms: number): Text => ({
    en: `No random was given, and one pause is ${ms} ms, where it can be ${most} ms at most. Math.random() gives a share of that, from 0 to 1.`,
    'zh-CN': `没有给 random，有一次停顿是 ${ms} 毫秒，而它最长只能是 ${most} 毫秒。Math.random() 给出的是其中的一份，在 0 和 1 之间。`,
  }),

  notRetryable: (error: unknown, calls: number): Text => ({
    en: `isRetryable said false of ${show(error)}, and the work was called again, ${calls} times in all. What will fail again is not worth an attempt: throw it on.`,
    'zh-CN': `isRetryable 对 ${show(error)} 给出了 false，工作却又被调用了，一共 ${calls} 次。再试还会失败的，就不值得再试：请把它抛出去。`,
  }),

  retryableGivenUp: (error: unknown): Text => ({
    en: `isRetryable said true of ${show(error)}, attempts were left, and retry gave up. Fail only where it says false.`,
    'zh-CN': `isRetryable 对 ${show(error)} 给出了 true，次数也还有，retry 却放弃了。只有它给出 false 时才放弃。`,
  }),

  askedAboutOther: (error: unknown, got: unknown): Text => ({
    en: `The attempt failed with ${show(error)}, and isRetryable was asked about ${show(got)}. Hand it what was thrown, as it is.`,
    'zh-CN': `尝试以 ${show(error)} 失败，isRetryable 收到的却是 ${show(got)}。抛出的是什么，就原样交给它。`,
  }),

  refusedError: (error: unknown, got: unknown): Text => ({
    en: `The attempt failed with ${show(error)}, which is not worth another one, and retry failed with ${show(got)}. Throw on the error itself.`,
    'zh-CN': `尝试以 ${show(error)} 失败，不值得再试，retry 却以 ${show(got)} 失败。请把错误本身抛出去。`,
  }),

  refusedGave: (error: unknown, got: unknown): Text => ({
    en: `The attempt failed with ${show(error)}, which is not worth another one, and retry gave ${show(got)}. Throw on the error itself.`,
    'zh-CN': `尝试以 ${show(error)} 失败，不值得再试，retry 却给出了 ${show(got)}。请把错误本身抛出去。`,
  }),

  header: (header: string | null, due: number | undefined, got: unknown): Text => {
    const { en, 'zh-CN': zh } = headerHint(header, due, got);
    return {
      en: `retryAfter(${show(header)}, now) gave ${show(got)}, and has to give ${show(due)}.${en}`,
      'zh-CN': `retryAfter(${show(header)}, now) 给出的是 ${show(got)}，应该是 ${show(due)}。${zh}`,
    };
  },
} as const;

/** What led to it, as far as can be seen. */
function headerHint(header: string | null, due: number | undefined, got: unknown): Text {
  if (got instanceof Promise || typeof field(got, 'then') === 'function') {
    return { en: ' That is a promise: there is nothing to wait for, so write no async.', 'zh-CN': '那是一个 promise：这里没有什么可等的，请不要写 async。' };
  }
  if (due === undefined) {
    return got === 0
      ? { en: ' `Number(null)` and `Number(\'\')` are 0: look first whether there are digits.', 'zh-CN': '`Number(null)` 和 `Number(\'\')` 都是 0：请先看里面是不是数字。' }
      : { en: ' Where the header says nothing that can be understood, give undefined: then the usual pause is made.', 'zh-CN': 'header 里没有看得懂的内容时，请给出 undefined：这样就会用平常的停顿。' };
  }
  if (header !== null && /^\d+$/.test(header)) {
    if (got === due / 1000) return { en: ' The header is in seconds, and what you give in milliseconds.', 'zh-CN': 'header 的单位是秒，而你要给出毫秒。' };
    return { en: ' Digits are seconds. Look for them first: `Date.parse` takes 120 for a year, and 3 for a month.', 'zh-CN': '全是数字就是秒。请先看是不是数字：`Date.parse` 会把 120 当作年份，把 3 当作月份。' };
  }
  if (due === 0) return { en: ' A date that is past means: now.', 'zh-CN': '日期已经过去，意思就是：现在。' };
  return { en: ' It is a date: `Date.parse(header)` gives it in milliseconds, and it counts from `now`, which is an argument.', 'zh-CN': '这是一个日期：`Date.parse(header)` 给出它的毫秒数，再从参数 `now` 算起。' };
}
