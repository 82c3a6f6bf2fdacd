import { show } from '@teatime/grader/kit';
import type { Text } from '../../src/messages/text.ts';

/** What the checks of `tea` tell a student. `name` is a parameter of makeTea: boilWater or listenToMusic. */
export const says = {
  alone: (text: Text): Text => text,

  besideAnother: (text: Text): Text => ({
    en: `Two calls of makeTea were under way at the same time. ${text.en} What a call notes belongs inside of the function, not in a variable outside of it.`,
    'zh-CN': `同时有两次 makeTea 调用在进行。${text['zh-CN']}每次调用要记的东西应该放在函数里面，不要放在外面的变量里。`,
  }),

  neverEnds: {
    en: 'makeTea never finished, although the kettle and the music were done long ago. Is there a promise that nobody resolves?',
    'zh-CN': '水早就开了，音乐也早就结束了，makeTea 却一直没有完成。是不是有一个 promise 没有人去 resolve？',
  },

  neverStarted: (name: string): Text => ({
    en: `${name} was never started. Calling it gives a coroutine and starts nothing: hand the coroutine to createTask.`,
    'zh-CN': `${name} 一直没有启动。调用它只会得到一个协程，什么都不会启动：请把协程交给 createTask。`,
  }),

  startedLate: (name: string, at: number): Text => ({
    en: `${name} started only after ${at} ms. Start both at once, before you wait for anything.`,
    'zh-CN': `${name} 到 ${at} 毫秒才启动。请先把两件事都启动，再去等待。`,
  }),

  tookLong: (water: number, music: number, took: number): Text => ({
    en: `The kettle takes ${water} ms and the music ${music} ms, so the tea is ready after ${Math.max(water, music)} ms. Yours took ${took} ms.`,
    'zh-CN': `烧水要 ${water} 毫秒，音乐要 ${music} 毫秒，所以 ${Math.max(water, music)} 毫秒后茶就该好了。你的用了 ${took} 毫秒。`,
  }),

  doneEarly: (at: number): Text => ({
    en: `makeTea was done after ${at} ms, and boilWater still ran. Wait for both.`,
    'zh-CN': `makeTea 在 ${at} 毫秒时就结束了，boilWater 却还在运行。两件事都要等待。`,
  }),

  noWater: {
    en: 'makeTea gave undefined instead of the water. `await` on the task of boilWater gives the water: return it.',
    'zh-CN': 'makeTea 给出的是 undefined，而不是水。await boilWater 的任务就会得到水：请把它 return 出来。',
  },

  otherWater: (water: string, served: unknown): Text => ({
    en: `boilWater gave ${show(water)}, but makeTea gave ${show(served)}.`,
    'zh-CN': `boilWater 给出的是 ${show(water)}，makeTea 给出的却是 ${show(served)}。`,
  }),

  threwWater: (water: unknown): Text => ({
    en: `boilWater gave ${show(water)}, and makeTea threw it instead of returning it.`,
    'zh-CN': `boilWater 给出的是 ${show(water)}，makeTea 却把它抛了出来，而没有返回。`,
  }),

  cutsTheMusic: (at: number, music: number): Text => ({
    en: `makeTea was done after ${at} ms, but the music plays for ${music} ms. Wait for the task of the music as well.`,
    'zh-CN': `makeTea 在 ${at} 毫秒时就结束了，可是音乐要放 ${music} 毫秒。音乐的任务也要等待。`,
  }),

  calledOften: (name: string, calls: number, teas: number): Text =>
    calls < teas
      ? {
          en: `Tea was made ${teas} times with the same ${name}, and it was called ${calls} times. Every tea needs water of its own: start both anew in every call of makeTea.`,
          'zh-CN': `用同一个 ${name} 泡了 ${teas} 次茶，它却被调用了 ${calls} 次。每次泡茶都要重新烧水：每次调用 makeTea 都请重新启动两件事。`,
        }
      : {
          en: `${name} was called ${calls} times for ${teas === 1 ? 'one tea' : `${teas} teas`}. One call makes one coroutine: keep its task in a variable and await that.`,
          'zh-CN': `泡了 ${teas} 次茶，${name} 却被调用了 ${calls} 次。每调用一次就多一个协程：请把它的任务存到变量里，然后 await 这个变量。`,
        },

  startedOften: (name: string, starts: number, teas: number): Text => ({
    en: `${name} was started ${starts} times for ${teas === 1 ? 'one tea' : `${teas} teas`}. Start what every call gives exactly once.`,
    'zh-CN': `泡了 ${teas} 次茶，${name} 却启动了 ${starts} 次。每次调用得到的协程，请恰好启动一次。`,
  }),

  errorLost: (name: string, error: unknown): Text => ({
    en: `${name} failed with ${show(error)}, but makeTea did not fail: whoever called it thinks that all is well.`,
    'zh-CN': `${name} 失败了（${show(error)}），makeTea 却没有失败：调用者会以为一切正常。`,
  }),

  otherError: (name: string, error: unknown, got: unknown): Text => ({
    en: `${name} failed with ${show(error)}, but makeTea failed with ${show(got)}. Let the error through as it is.`,
    'zh-CN': `${name} 失败了（${show(error)}），makeTea 却以 ${show(got)} 失败。请让原来的错误直接传出去。`,
  }),

  errorLate: (last: number, at: number): Text => ({
    en: `One of the two failed, and after ${last} ms both were done, even one after the other. makeTea failed only after ${at} ms: nothing was left to wait for.`,
    'zh-CN': `有一件事失败了，即使两件事先后进行，${last} 毫秒时也都结束了。makeTea 却到 ${at} 毫秒才失败：早就没有什么可等的了。`,
  }),
} as const;
