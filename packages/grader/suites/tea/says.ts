import { show, type Text } from '@teatime/grader/kit';

/** A job that did not start when makeTea was called; times count from that call. */
export interface LateStart {
  readonly name: string;
  readonly calledAt: number;
  readonly startedAt: number;
  /** The other one, if it came to its end at that very moment. */
  readonly behind: string | undefined;
}

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

  neverCalled: (name: string): Text => ({
    en: `${name} was never called. The name alone is a function, and nobody runs it, not even where it is handed to Promise.all: with parentheses, ${name}() makes a coroutine, and createTask(${name}()) starts it.`,
    'zh-CN': `${name} 一直没有被调用。光写名字只是一个函数，谁也不会运行它，交给 Promise.all 也一样：加上括号，${name}() 得到一个协程，createTask(${name}()) 才会启动它。`,
  }),

  neverStarted: (name: string): Text => ({
    en: `${name}() was called, but never started. The call gives a coroutine and starts nothing: hand the coroutine to createTask.`,
    'zh-CN': `${name}() 被调用了，却一直没有启动。调用只会得到一个协程，什么都不会启动：请把协程交给 createTask。`,
  }),

  startedLate: ({ name, calledAt, startedAt, behind }: LateStart): Text => {
    const when: Text = behind
      ? { en: `only after ${startedAt} ms, when ${behind} was done`, 'zh-CN': `到 ${startedAt} 毫秒、${behind} 结束时才启动` }
      : { en: `only after ${startedAt} ms`, 'zh-CN': `到 ${startedAt} 毫秒才启动` };
    return calledAt < startedAt
      ? {
          en: `${name}() was called at ${calledAt} ms, but started ${when.en}. The call starts nothing, it only makes a coroutine: that starts where it is awaited. To start it before you wait for anything, hand it to createTask: createTask(${name}()).`,
          'zh-CN': `${name}() 在 ${calledAt} 毫秒就被调用了，却${when['zh-CN']}。调用只是得到一个协程，什么都不会启动：到 await 它的那一行才启动。要在等待之前就启动，请把它交给 createTask：createTask(${name}())。`,
        }
      : {
          en: `${name} was called and started ${when.en}. First start both, each with createTask, and only then wait: your code waited for something before it.`,
          'zh-CN': `${name} ${when['zh-CN']}，也是那时才被调用的。请先用 createTask 启动两件事，然后再等待：你的代码在它之前就先等了别的。`,
        };
  },

  tookLong: (water: number, music: number, took: number): Text => ({
    en: `The kettle takes ${water} ms and the music ${music} ms, so the tea is ready after ${Math.max(water, music)} ms. Yours took ${took} ms: both were done by then, and it still waited for something else, or did one of them again.`,
    'zh-CN': `烧水要 ${water} 毫秒，音乐要 ${music} 毫秒，所以 ${Math.max(water, music)} 毫秒后茶就该好了。你的用了 ${took} 毫秒：两件事都完成了，它却还在等别的，或者又做了一遍。`,
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
    en: `boilWater gave ${show(water)}, but makeTea gave ${show(served)}. Return what the task of boilWater gives, just as it is.`,
    'zh-CN': `boilWater 给出的是 ${show(water)}，makeTea 给出的却是 ${show(served)}。请把 boilWater 的任务给出的东西原样返回。`,
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
          en: `makeTea was called ${teas} times with the same ${name}, and called it ${calls === 1 ? 'only once' : `${calls} times`}. Every call of makeTea starts both anew, and keeps nothing for the next one.`,
          'zh-CN': `用同一个 ${name} 调用了 ${teas} 次 makeTea，它却只被调用了 ${calls} 次。每次调用 makeTea 都要重新启动两件事，不要为下一次留下什么。`,
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
    en: `${name} failed with ${show(error)}, but makeTea did not fail: whoever called it thinks that all is well. What catches an error (try and catch, Promise.allSettled) has to throw it again; and what nobody waits for is heard by nobody.`,
    'zh-CN': `${name} 失败了（${show(error)}），makeTea 却没有失败：调用者会以为一切正常。接住了错误（try 和 catch、Promise.allSettled），就要再抛出去；没有人等待的任务，失败了也没有人知道。`,
  }),

  otherError: (name: string, error: unknown, got: unknown): Text => ({
    en: `${name} failed with ${show(error)}, but makeTea failed with ${show(got)}. Let the error through as it is.`,
    'zh-CN': `${name} 失败了（${show(error)}），makeTea 却以 ${show(got)} 失败。请让原来的错误直接传出去。`,
  }),

  failedBefore: (error: unknown): Text => ({
    en: `makeTea failed with ${show(error)}, the error of an earlier call, and had started neither boilWater nor listenToMusic. Every call begins anew: keep nothing of an earlier one in a variable outside of the function.`,
    'zh-CN': `makeTea 以 ${show(error)} 失败，这是前一次调用的错误，这一次却连 boilWater 和 listenToMusic 都没有启动。每次调用都要从头开始：不要把前一次的东西留在函数外面的变量里。`,
  }),

  errorLate: (last: number, at: number): Text => ({
    en: `One of the two failed, and after ${last} ms both were done, even one after the other. makeTea failed only after ${at} ms: nothing was left to wait for.`,
    'zh-CN': `有一件事失败了，即使两件事先后进行，${last} 毫秒时也都结束了。makeTea 却到 ${at} 毫秒才失败：早就没有什么可等的了。`,
  }),
} as const;
