import { show, type Text } from '@teatime/grader/kit';

/** When a coroutine was awaited once more. */
export type Moment = 'done' | 'running' | 'failed';

const when: Readonly<Record<Moment, Text>> = {
  done: { en: 'after its end', 'zh-CN': '结束之后' },
  running: { en: 'while it still ran', 'zh-CN': '还在运行时' },
  failed: { en: 'after it had failed', 'zh-CN': '失败之后' },
};

const note: Text = {
  en: 'Note that a coroutine was awaited as soon as its `then` is called, before anything else, and whatever becomes of it.',
  'zh-CN': '请在 `then` 一被调用时就记下它已经被 await 过，先于别的一切，也不管它结果如何。',
};

/** What the checks of `coroutine` tell a student. */
export const says = {
  noFunction: (got: unknown): Text => ({
    en: `coroutine(fn) gave ${show(got)}, not a function.${got === undefined ? ' Is there a `return`?' : ''} It has to give a function: whoever calls that gets a coroutine.`,
    'zh-CN': `coroutine(fn) 给出的是 ${show(got)}，不是函数。${got === undefined ? '是不是少了 `return`？' : ''}它应该给出一个函数：调用这个函数才得到协程。`,
  }),

  ranWithoutAwait: {
    en: 'The function ran although nobody awaited the coroutine. Calling a coroutine function only makes a coroutine; the function runs when that is awaited.',
    'zh-CN': '没有人 await 这个协程，函数却运行了。调用协程函数只是得到一个协程；有人 await 它的时候，函数才运行。',
  },

  ranWithAnother: {
    en: 'One coroutine was awaited, and a function ran for another one that nobody had awaited. Awaiting a coroutine runs the function of that coroutine alone.',
    'zh-CN': '只 await 了一个协程，另一个没有人 await 的协程的函数却也运行了。await 一个协程，只运行那一个协程的函数。',
  },

  ranOften: (times: number): Text => ({
    en: `The coroutine was awaited once, and the function ran ${times} times.`,
    'zh-CN': `协程只被 await 了一次，函数却运行了 ${times} 次。`,
  }),

  calledAndRan: (calls: number, runs: number): Text => ({
    en: `There were ${calls} calls, and each coroutine was awaited: the function should have run ${calls} times, but it ran ${runs} times. Every call runs the function anew, even if it was called in the same way before.`,
    'zh-CN': `一共调用了 ${calls} 次，每个协程都被 await 了：函数应该运行 ${calls} 次，实际运行了 ${runs} 次。即使以前用同样的参数调用过，每次调用也要重新运行函数。`,
  }),

  resultOfAnother: {
    en: 'Two calls got one and the same result, although the function gave each of them another one. Every call has to run the function and give what that run returned, even if the arguments are the same.',
    'zh-CN': '函数给两次调用返回了不同的结果，这两次调用得到的却是同一个。即使参数相同，每次调用也要运行函数，给出那一次的返回值。',
  },

  otherResults: (returned: readonly unknown[], got: readonly unknown[]): Text => ({
    en: `Three coroutine functions returned ${show(returned)}, but awaiting their coroutines gave ${show(got)}. What coroutine(fn) keeps belongs to that one coroutine function.`,
    'zh-CN': `三个协程函数返回的是 ${show(returned)}，await 它们的协程得到的却是 ${show(got)}。coroutine(fn) 记住的东西只属于它给出的那一个协程函数。`,
  }),

  firstDisturbed: {
    en: 'A coroutine was awaited again while it ran. The new await has to fail, but the first one must still get its result, and yours failed too.',
    'zh-CN': '协程还在运行时又被 await 了一次。新的 await 应该失败，但第一个 await 仍然应该得到结果，你的却也失败了。',
  },

  nothingToAwait: (got: unknown): Text => ({
    en: `Calling the coroutine function gave ${show(got)}, which has no method \`then\`: there is nothing to await.`,
    'zh-CN': `调用协程函数得到的是 ${show(got)}，它没有 \`then\` 方法，没有什么可以 await。`,
  }),

  ranTooEarly: {
    en: 'coroutine(fn) ran fn. It only makes a coroutine function out of it.',
    'zh-CN': 'coroutine(fn) 就已经运行了 fn。它只应该把 fn 变成协程函数。',
  },

  neverRan: {
    en: 'The coroutine was awaited, but the function did not run.',
    'zh-CN': '已经 await 了这个协程，函数却没有运行。',
  },

  ranAt: (awaitedAt: number, ranAt: number): Text => ({
    en: `The coroutine was awaited after ${awaitedAt} ms, and the function ran after ${ranAt} ms. It has to run when it is awaited.`,
    'zh-CN': `在 ${awaitedAt} 毫秒时才 await 这个协程，函数却在 ${ranAt} 毫秒时运行。应该在被 await 时运行。`,
  }),

  endedAt: (due: number, at: number): Text => ({
    en: `The function should have been done at ${due} ms, and the await with it, but the await was over at ${at} ms. It has to start the function at once, and to wait for it, no less and no more.`,
    'zh-CN': `函数应该在 ${due} 毫秒时结束，await 也一样，它却在 ${at} 毫秒时才结束。await 应该马上启动函数，并且恰好等到它结束。`,
  }),

  otherResult: (returned: unknown, got: unknown): Text => ({
    en: `The function returned ${show(returned)}, but the await gave ${show(got)}.`,
    'zh-CN': `函数返回的是 ${show(returned)}，await 得到的却是 ${show(got)}。`,
  }),

  neverEnds: {
    en: 'The coroutine was awaited, and the await never came to an end. Does `then` call one of the two functions that it gets, also when something fails?',
    'zh-CN': 'await 了这个协程，却永远等不到结果。`then` 有没有调用传给它的两个函数之一？出错的时候呢？',
  },

  secondWorked: (got: unknown, moment: Moment): Text => ({
    en: `A coroutine was awaited again ${when[moment].en}, and that await gave ${show(got)}. It has to throw an Error at once: 'cannot reuse already awaited coroutine'. ${note.en}`,
    'zh-CN': `一个协程${when[moment]['zh-CN']}又被 await 了一次，这一次得到了 ${show(got)}。它应该马上抛出 Error：'cannot reuse already awaited coroutine'。${note['zh-CN']}`,
  }),

  failedAgain: (error: unknown): Text => ({
    en: `A coroutine had failed with ${show(error)} and was awaited again, and that await failed with the same error. It has to throw 'cannot reuse already awaited coroutine': one that has failed has been awaited as well. ${note.en}`,
    'zh-CN': `一个协程以 ${show(error)} 失败之后又被 await 了一次，这一次还是以同样的错误失败。它应该抛出 'cannot reuse already awaited coroutine'：失败的协程也已经被 await 过了。${note['zh-CN']}`,
  }),

  threwAtCall: (error: unknown): Text => ({
    en: `Calling the coroutine function threw ${show(error)}: the function ran at the call. The call only makes a coroutine; the function runs when that is awaited, and its error comes out of the await, also when it is no async function.`,
    'zh-CN': `调用协程函数时就抛出了 ${show(error)}：函数在调用时就运行了。调用只是得到一个协程；有人 await 它时函数才运行，错误也从那个 await 里抛出来，函数不是 async 时也一样。`,
  }),

  secondInOtherWords: (got: unknown): Text => ({
    en: `The second await has to throw an Error with the message 'cannot reuse already awaited coroutine'. Yours threw ${typeof got === 'string' ? `the text ${show(got)}, which is no Error: write new Error('…')` : `another one: ${show(got)}`}`,
    'zh-CN': `第二次 await 应该抛出消息为 'cannot reuse already awaited coroutine' 的 Error，你抛出的${typeof got === 'string' ? `是字符串 ${show(got)}，不是 Error：请写 new Error('…')` : `却是：${show(got)}`}`,
  }),

  threwGiven: (given: unknown): Text => ({
    en: `The await threw ${show(given)}. The function had returned that, or another await had already got it as an error: here it should not have been thrown.`,
    'zh-CN': `await 抛出了 ${show(given)}。那只是函数的返回值，或者是另一次 await 已经得到的错误：这里不应该抛出它。`,
  }),

  refusedFresh: {
    en: 'A coroutine that nobody had awaited yet was refused as already awaited. Every coroutine needs a note of its own of whether it was awaited: keep it inside of the function that makes the coroutine.',
    'zh-CN': '一个还没有被 await 过的协程，被当作已经 await 过而拒绝了。每个协程都要有自己的记录，记住它有没有被 await 过：请把它放在创建协程的那个函数里面。',
  },

  lostArguments: (got: readonly unknown[]): Text => ({
    en: `The coroutine function was called with a number, but the function got ${show(got)} as its arguments. Spread them: fn.apply(this, args), or fn(...args).`,
    'zh-CN': `调用协程函数时传入的是一个数字，函数得到的参数却是 ${show(got)}。请把参数展开：fn.apply(this, args) 或 fn(...args)。`,
  }),

  ranAgain: (times: number, moment: Moment): Text => ({
    en: `A coroutine was awaited again ${when[moment].en}, and its function ran ${times} times. A coroutine runs once. ${note.en}`,
    'zh-CN': `一个协程${when[moment]['zh-CN']}又被 await，函数一共运行了 ${times} 次。一个协程只运行一次。${note['zh-CN']}`,
  }),

  otherArguments: (passed: readonly unknown[], got: readonly unknown[]): Text => ({
    en: `The coroutine function was called with ${show(passed)}, but the function got ${show(got)}. Pass on all of them, as they came: fn.apply(this, args).`,
    'zh-CN': `调用协程函数时传入的是 ${show(passed)}，函数得到的却是 ${show(got)}。请把所有参数原样传下去：fn.apply(this, args)。`,
  }),

  thisOfThen: {
    en: '`kettle.boil()` was called, but in the function `this` was another object than the kettle. Inside of `then() { … }`, `this` is the coroutine: keep the `this` of the call in a variable, or write `then` as an arrow function.',
    'zh-CN': '调用的是 `kettle.boil()`，函数里的 `this` 却是别的对象，而不是 kettle。在 `then() { … }` 里面，`this` 是协程本身：请先把调用时的 `this` 存到变量里，或者把 `then` 写成箭头函数。',
  },

  otherThis: (got: unknown): Text => ({
    en: `\`kettle.boil()\` was called, but in the function \`this\` was ${show(got)} instead of the kettle. Pass it on with fn.apply(this, args); an arrow function has no \`this\` of its own.`,
    'zh-CN': `调用的是 \`kettle.boil()\`，函数里的 \`this\` 却是 ${show(got)}，而不是 kettle。请用 fn.apply(this, args) 把它传下去；箭头函数没有自己的 \`this\`。`,
  }),

  /** @param given with which `this` it was called */
  thisOfAnyKind: (given: unknown, got: unknown): Text => ({
    en: `The coroutine function was called as \`boil.call(${show(given)})\`, and in the function \`this\` was ${show(got)}. Pass on the \`this\` of the call, whatever it is.`,
    'zh-CN': `协程函数是这样调用的：\`boil.call(${show(given)})\`，函数里的 \`this\` 却是 ${show(got)}。调用时的 \`this\` 是什么，就原样传下去。`,
  }),

  thisFromNowhere: (got: unknown): Text => ({
    en: `The coroutine function was called by itself, \`boil()\`, and in the function \`this\` was ${show(got)} instead of undefined. Pass on the \`this\` of the call, whatever it is.`,
    'zh-CN': `单独调用协程函数 \`boil()\` 时，函数里的 \`this\` 是 ${show(got)}，而不是 undefined。调用时的 \`this\` 是什么，就原样传下去。`,
  }),

  errorLost: (error: unknown, got: unknown): Text => ({
    en: `The function failed with ${show(error)}, but the await gave ${show(got)} as if all were well.`,
    'zh-CN': `函数以 ${show(error)} 失败，await 却得到了 ${show(got)}，好像一切正常。`,
  }),

  otherError: (error: unknown, got: unknown): Text => ({
    en: `The function failed with ${show(error)}, but the await threw ${show(got)}.`,
    'zh-CN': `函数以 ${show(error)} 失败，await 抛出的却是 ${show(got)}。`,
  }),
} as const;
