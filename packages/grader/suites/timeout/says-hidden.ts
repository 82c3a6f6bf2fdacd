import { type Settled, show, type Text } from '@teatime/grader/kit';
import type { Times } from './says.ts';

/** What the hidden checks of `timeout` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  cleanUpNotAwaited: ({ limit, cleanUpMs }: { readonly limit: number; readonly cleanUpMs: number }, error: unknown, took: number): Text => ({
    en: `The time was up after ${limit} ms, the work cleaned up for ${cleanUpMs} ms, and that failed with ${show(error)}. timeout was over after ${took} ms already, so nobody heard of it. Await the work until it has ended, and let its error pass.`,
    'zh-CN': `${limit} 毫秒时时间到了，工作清理了 ${cleanUpMs} 毫秒，清理时又抛出了 ${show(error)}。timeout 却在 ${took} 毫秒时就结束了，于是没有人听到这个错误。请 await 工作直到它结束，并让它的错误抛出去。`,
  }),

  cleanUpErrorHidden: (error: unknown, got: unknown): Text => ({
    en: `The time was up, the work began to clean up, and that failed with ${show(error)}. timeout failed with ${show(got)}, so nobody hears what went wrong. Only a failure with the signal's own reason means "the time is up": compare with \`===\`, and let everything else pass.`,
    'zh-CN': `时间到了，工作开始清理，清理时又抛出了 ${show(error)}。timeout 却以 ${show(got)} 失败，于是谁也不知道出了什么错。只有以信号自己的 reason 失败，才表示“时间到了”：请用 \`===\` 比较，其他错误原样抛出。`,
  }),

  cleanUpErrorHiddenByOuter: (error: unknown, reason: unknown, got: unknown): Text => ({
    en: `options.signal aborted with ${show(reason)}, the work began to clean up, and that failed with ${show(error)}. timeout failed with ${show(got)}, so nobody hears what went wrong. Work that stops fails with the signal's own reason by itself: let whatever it throws pass as it is.`,
    'zh-CN': `options.signal 以 ${show(reason)} abort，工作开始清理，清理时又抛出了 ${show(error)}。timeout 却以 ${show(got)} 失败，于是谁也不知道出了什么错。停下来的工作自己就会以信号的 reason 失败：它抛出什么，就原样抛出什么。`,
  }),

  cleanUpErrorLost: (error: unknown, got: unknown): Text => ({
    en: `The time was up, the work began to clean up, and that failed with ${show(error)}. timeout did not fail: it gave ${show(got)}. What the work throws, timeout throws on, after its time as well.`,
    'zh-CN': `时间到了，工作开始清理，清理时又抛出了 ${show(error)}。timeout 却没有失败，而是给出了 ${show(got)}。工作抛出的错误，timeout 都要抛给调用者，超时之后也一样。`,
  }),

  neverStoppedBesides: (limit: number): Text => ({
    en: `timeout was called several times at once. The one with a limit of ${limit} ms never stopped its work; alone it does. Do the calls share a controller or a timer? Make them inside of the function.`,
    'zh-CN': `timeout 同时被调用了几次。限时 ${limit} 毫秒的那一次始终没有让工作停下；单独调用时会停。这几次调用是不是共用了一个 controller 或计时器？请在函数里面创建。`,
  }),

  stoppedBesides: (limit: number, at: number): Text => ({
    en: `timeout was called several times at once. The work of the one with a limit of ${limit} ms was stopped after ${at} ms: by another call. Do they share a controller or a timer? Make them inside of the function.`,
    'zh-CN': `timeout 同时被调用了几次。限时 ${limit} 毫秒的那一次，工作却在 ${at} 毫秒时被别的调用停下了。这几次调用是不是共用了一个 controller 或计时器？请在函数里面创建。`,
  }),

  signalTakenAway: (stop: number): Text => ({
    en: `Two calls of timeout got one and the same options.signal. It aborted after ${stop} ms, and the work of only one of them heard that in time. Did you set signal.onabort? It holds one listener only, and the second call replaces the first one's. Use addEventListener, and remove your own listener only.`,
    'zh-CN': `两次 timeout 调用拿到的是同一个 options.signal。它在 ${stop} 毫秒时 abort，却只有其中一次的工作及时听到了。你设的是 signal.onabort 吗？它只能放一个监听器，第二次调用会顶掉第一次的。请用 addEventListener，并且只移除自己的监听器。`,
  }),

  stoppedInTime: ({ ms, limit }: Times, at: number | undefined): Text => ({
    en: `timeout was called several times. The work of one of them takes ${ms} ms and has ${limit} ms, but it was stopped after ${at} ms: by another call. Do they share a controller? Make a new one in every call.`,
    'zh-CN': `timeout 被调用了几次。其中一次的工作要 ${ms} 毫秒，限时 ${limit} 毫秒，却在 ${at} 毫秒时被别的调用停下了。这几次调用是不是共用了一个 controller？请在每次调用里新建一个。`,
  }),

  mixedUp: ({ ms, limit }: Times, settled: Settled<unknown> | undefined): Text => {
    const failed = settled?.status === 'rejected';
    const end = show(failed ? settled.reason : settled?.value);
    return {
      en: `timeout was called several times at once. The work of one of them takes ${ms} ms and has ${limit} ms. That call ${failed ? 'failed with' : 'gave'} ${end}, which is not its own. Do the calls share a variable?`,
      'zh-CN': `timeout 同时被调用了几次。其中一次的工作要 ${ms} 毫秒，限时 ${limit} 毫秒，这一次调用却${failed ? `以 ${end} 失败` : `给出了 ${end}`}，那不是它自己的。这几次调用是不是共用了一个变量？`,
    };
  },
} as const;
