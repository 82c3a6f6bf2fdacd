import { show, type Text } from '@teatime/grader/kit';
import type { AttemptKind } from './work.ts';

const kinds: Readonly<Record<AttemptKind, Text>> = {
  promise: { en: 'a promise', 'zh-CN': 'promise' },
  coroutine: { en: 'a coroutine', 'zh-CN': '协程' },
  thenable: { en: 'an object with a method then', 'zh-CN': '带有 then 方法的对象' },
  'at-once': { en: 'nothing: it threw at once', 'zh-CN': '什么都没有：它当场就抛出了错误' },
};

/** What the hidden checks of `retry` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  oddReasonFinal: (kind: AttemptKind, reason: unknown, got: unknown): Text => ({
    en: `work threw ${show(reason)} (what it gave to await was ${kinds[kind].en}), and retry failed with ${show(got)}, although attempts were left. Anything can be thrown, undefined and null, too, and that before there is a promise: call work inside of the try, and look at a property of what was thrown only when it is an object.`,
    'zh-CN': `work 抛出了 ${show(reason)}（可以 await 的东西：${kinds[kind]['zh-CN']}），还剩下尝试的次数，retry 却以 ${show(got)} 失败了。什么都可以被抛出，包括 undefined 和 null，也可能在有 promise 之前就抛出：请在 try 里面调用 work，并且只有抛出的是对象时才去看它的属性。`,
  }),

  oddCount: (kind: AttemptKind, reason: unknown, calls: number): Text => ({
    en: `work threw ${show(reason)} (what it gave to await was ${kinds[kind].en}); the next attempt succeeds. The work was called ${calls === 1 ? 'once' : `${calls} times`}, and has to be called twice.`,
    'zh-CN': `work 抛出了 ${show(reason)}（可以 await 的东西：${kinds[kind]['zh-CN']}），下一次尝试会成功。工作被调用了 ${calls} 次，应该是两次。`,
  }),

  oddReasonLost: (reason: unknown, ended: Text): Text => ({
    en: `The last attempt threw ${show(reason)}, and retry ${ended.en}. Throw on what was thrown, whatever it is: 'is there an error' is not told by its truth.`,
    'zh-CN': `最后一次尝试抛出了 ${show(reason)}，retry 却${ended['zh-CN']}。不管抛出的是什么，都请原样抛出去：有没有错误，不能看它是真值还是假值。`,
  }),

  failedWith: (got: unknown): Text => ({ en: `failed with ${show(got)}`, 'zh-CN': `以 ${show(got)} 失败了` }),
  gave: (got: unknown): Text => ({ en: `gave ${show(got)}`, 'zh-CN': `给出了 ${show(got)}` }),

  mixedUp: {
    en: 'retry was called twice at about the same time, and one call got in the way of the other: its attempts or its pauses are no longer what they are when it is alone. What belongs to a call is kept inside of the function: the count, the pause, the controller and its timer.',
    'zh-CN': 'retry 差不多同时被调用了两次，其中一次妨碍了另一次：它的尝试次数或停顿，和单独调用时不一样了。属于一次调用的东西，都要放在函数里面：次数、停顿、controller 和它的计时器。',
  },
} as const;
