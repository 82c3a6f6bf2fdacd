import { show, type Text } from '@teatime/grader/kit';

/** What the hidden checks of this exercise say. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  exitUnheard: {
    en: "A worker ended by itself in the middle of a job (`process.exit()`), and its caller waits for ever. That is told by 'exit' alone, without an 'error': reject the promise of the job that it had.",
    'zh-CN': "worker 做到一半自己结束了（`process.exit()`），它的调用者永远在等。这时只有 'exit'，没有 'error'：请 reject 它手里那个 job 的 promise。",
  },
  exitedWell: (value: unknown): Text => ({
    en: `A worker ended by itself before it had answered, and run gave ${show(value)}. There is no result: reject with an error.`,
    'zh-CN': `worker 还没回答就自己结束了，run 却给出了 ${show(value)}。没有结果：请以一个错误 reject。`,
  }),
  nothingAfterAnExit: {
    en: "A worker ended by itself, and a job that came later was never done. After its 'exit' a worker is not idle, and takes no room: forget it, also when it had nothing to do, and start another.",
    'zh-CN': "一个 worker 自己结束了，后来的 job 一直没有做。发出 'exit' 的 worker 既不空闲，也不占位置：就算它当时没事做，也要忘掉它，另外启动一个。",
  },
  failsAfterAnExit: (reason: unknown): Text => ({
    en: `A worker ended by itself, and a job that was in line failed too, with ${show(reason)}. Only the job that it had is lost.`,
    'zh-CN': `一个 worker 自己结束了，排队的 job 也跟着失败了：${show(reason)}。丢掉的只是它手里的那一个。`,
  }),
  moreAfterAnExit: (most: number): Text => ({
    en: `A worker ended by itself, and a pool of the size 1 had ${most} workers at once afterwards. Whoever has ended leaves one place.`,
    'zh-CN': `一个 worker 自己结束之后，大小为 1 的线程池却同时有 ${most} 个 worker。结束一个，只空出一个位置。`,
  }),

  standsStillWhileClosing: {
    en: 'close was called, then a worker died and another was terminated, and jobs in line were never done. A pool that is closing still needs workers: start new ones for as long as there are jobs.',
    'zh-CN': '调用 close 之后，一个 worker 死了，另一个被 terminate 了，排队的 job 就一直没有做。正在关闭的线程池仍然需要 worker：只要还有 job，就要启动新的。',
  },
  failsWhileClosing: (job: string, reason: unknown): Text => ({
    en: `close was called, then a worker died, and ${job}, which was asked for before, failed with ${show(reason)}. What is in line is finished, whatever becomes of the others.`,
    'zh-CN': `调用 close 之后死了一个 worker，之前请求的 ${job} 也以 ${show(reason)} 失败了。不管别的怎么样，排队的都要做完。`,
  }),
  neverClosesInTrouble: {
    en: 'close was called, then a job was cancelled and a worker died. All other jobs were done, and close waits on. It waits for each job to end, well or not: count those that fail and those that are given up.',
    'zh-CN': '调用 close 之后，取消了一个 job，还死了一个 worker。其他 job 都做完了，close 却还在等。它等的是每个 job 结束，不管成功还是失败：失败的和放弃的也要算。',
  },
  closeFails: (reason: unknown): Text => ({
    en: `close failed with ${show(reason)}: that is the error of a job, and its caller was told already. close waits for each job, and takes no notice of how it ended: \`Promise.allSettled\`, not \`Promise.all\`.`,
    'zh-CN': `close 以 ${show(reason)} 失败了：这是某个 job 的错误，它的调用者已经知道了。close 等每个 job 结束，不管结果如何：用 \`Promise.allSettled\`，不要用 \`Promise.all\`。`,
  }),

  abortInOneBreath: {
    en: "run was called and its signal aborted in the same breath, and run waits on. Between the call and the moment in which you listen, nothing may be awaited: look at the signal, and add the listener, before the first `await`.",
    'zh-CN': "刚调用 run，同一刻它的 signal 就中止了，run 却还在等。从调用到开始监听之间不能有 await：请在第一个 `await` 之前查看 signal，并添加监听函数。",
  },
  placeLost: (size: number, begun: number): Text => ({
    en: `After jobs had been cancelled, ${begun} of ${size} could be at work at once. Each worker that you terminate leaves one place, whenever that happens.`,
    'zh-CN': `取消几个 job 之后，${size} 个里只有 ${begun} 个能同时工作。每 terminate 一个 worker，就空出一个位置，不管在什么时候。`,
  }),

  sharesWorkers: {
    en: 'Of two pools, one was busy, and the other did not get its own job done by a worker of its own at once. Keep workers and line in fields of each (`this`), not in a variable outside of the class or a static one.',
    'zh-CN': '两个线程池，一个在忙，另一个却没有马上用自己的 worker 做自己的 job。请把 worker 和队列放在各自的字段里（`this`），不要放在类外的变量或静态字段里。',
  },
  closesWithTheOther: {
    en: 'Of two pools one was closed. It had nothing to do, and waited for the jobs of the other one. Keep what is open in a field of each (`this`).',
    'zh-CN': '两个线程池关闭了一个。它已经没有事情要做，却在等另一个的 job。请把没做完的记在各自的字段里（`this`）。',
  },
  closedByTheOther: {
    en: 'Of two pools one was closed, and the other took no more jobs or lost its workers. Keep in a field of each (`this`) whether it is closed, and its workers.',
    'zh-CN': '两个线程池关闭了一个，另一个却也不收 job 了，或者丢了 worker。是否已关闭、有哪些 worker，都请记在各自的字段里（`this`）。',
  },
} as const;
