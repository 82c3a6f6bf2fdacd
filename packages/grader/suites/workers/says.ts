import { list, show, type Text } from '@teatime/grader/kit';

/** What the checks of this exercise say: what happened, what in the code did it, and what to do. */
export const says = {
  // Answers, and to whom they go
  tooEarly: (job: string, value: unknown): Text => ({
    en: `run gave ${show(value)} while ${job} was not done yet. Give a promise (\`Promise.withResolvers()\`), and resolve it when the worker's 'message' comes.`,
    'zh-CN': `${job} 还没有做完，run 就给出了 ${show(value)}。请给出一个 promise（\`Promise.withResolvers()\`），等 worker 的 'message' 到来时再 resolve。`,
  }),
  wholeMessage: (value: unknown): Text => ({
    en: `run gave ${show(value)}: that is the whole message. What the caller wants is the \`value\` in it.`,
    'zh-CN': `run 给出的是 ${show(value)}，这是整条消息。调用者要的是里面的 \`value\`。`,
  }),
  ofAnotherJob: (job: string, other: string): Text => ({
    en: `Who asked for ${job} was given the result of ${other}. Keep with each worker whose job it has, and settle that promise when its 'message' comes.`,
    'zh-CN': `请求 ${job} 的人拿到的却是 ${other} 的结果。请给每个 worker 记下它手里是谁的活，它的 'message' 到来时，settle 的就是那个 promise。`,
  }),
  otherValue: (job: string, result: unknown, value: unknown): Text => ({
    en: `The worker did ${job} and sent ${show(result)}, and run gave ${show(value)}. Give the \`value\` of the message as it is, also when it is falsy or an error.`,
    'zh-CN': `worker 做完 ${job}，发来的是 ${show(result)}，run 给出的却是 ${show(value)}。请原样给出消息里的 \`value\`，假值和错误对象也一样。`,
  }),
  otherMessage: (posted: unknown): Text => ({
    en: `Your pool posted ${show(posted)} to a worker. The workers know what to do with the job itself, as it was handed to run: post nothing else, and put nothing around it.`,
    'zh-CN': `你的线程池给 worker 发了 ${show(posted)}。worker 认得的是交给 run 的那个 job：请原样发送，不要包装，也不要发别的。`,
  }),
  neverPosted: (job: string): Text => ({
    en: `No worker was ever given ${job}, and its caller waits for ever. When a job is asked for, and when a worker is free again, look whether both are there: a job in line, and a worker for it.`,
    'zh-CN': `${job} 一直没有交给任何 worker，调用者永远在等。有人请求时，以及有 worker 空出来时，都要看一看：排队的 job 和空闲的 worker 是不是都有。`,
  }),
  hearsNoMessage: {
    en: "A worker did its job and sent the result, and nobody listened. Right after start(), say what to do then: `worker.on('message', (answer) => …)`.",
    'zh-CN': "worker 做完了活，发出了结果，却没有人在听。start() 之后马上说明到时怎么办：`worker.on('message', (answer) => …)`。",
  },
  answerLost: (job: string): Text => ({
    en: `The worker did ${job} and sent its answer, and run never settled. In the listener of 'message', find the promise of the job that this worker had, and resolve or reject it.`,
    'zh-CN': `worker 做完了 ${job}，也发来了回答，run 却一直没有结果。请在 'message' 的监听函数里找到这个 worker 手里那个 job 的 promise，resolve 或者 reject 它。`,
  }),
  neverTold: (job: string): Text => ({
    en: `The worker of ${job} was ended before it was done, and run never settled. Whoever ends a worker settles the promise of its job.`,
    'zh-CN': `${job} 还没做完，worker 就被结束了，run 却一直没有结果。谁结束 worker，谁就要 settle 它手里那个 job 的 promise。`,
  }),
  postedToTheGone: (job: string): Text => ({
    en: `${job} was posted to a worker that was gone. Nobody is there, and nothing comes back, not even an error. A worker that you terminated, or whose 'exit' came, must get no more jobs: take it out of your lists, and start another.`,
    'zh-CN': `${job} 发给了一个已经不在的 worker。那里没有人，什么都不会回来，连错误也没有。你 terminate 过的，或者已经发出 'exit' 的 worker，不能再给它活：请把它移出你的列表，另外启动一个。`,
  }),
  refusedInListener: {
    en: "A job in line could not be copied, and postMessage threw inside of your listener, where nobody catches it. Put `try` around postMessage, and reject the promise of that job; then go on with the next.",
    'zh-CN': '排队的 job 无法复制，postMessage 在你的监听函数里抛出了错误，那里没有人接住它。请用 `try` 包住 postMessage，reject 那个 job 的 promise，然后继续下一个。',
  },

  // How many at once, and in which order
  oneAfterAnother: (size: number, job: string, late: number): Text => ({
    en: `There were ${size} jobs for ${size} workers, and ${job} began only after ${late} ms. Start another worker as long as all that you have are busy and there are fewer than size.`,
    'zh-CN': `${size} 个 job，可以有 ${size} 个 worker，${job} 却到 ${late} 毫秒才开始。只要现有的都在忙，而且还没到 size 个，就再启动一个。`,
  }),
  answeredLate: (job: string, ms: number, after: number): Text => ({
    en: `The worker was done with ${job} after ${ms} ms, and run gave its result after ${after} ms. Resolve it right when the 'message' comes, whatever the others do.`,
    'zh-CN': `worker 在 ${ms} 毫秒时做完了 ${job}，run 到 ${after} 毫秒才给出结果。'message' 一到就 resolve，不用管别的 job。`,
  }),
  tooManyWorkers: (size: number, most: number): Text => ({
    en: `The pool has the size ${size}, and ${most} workers were there at once. Count those that you have started, the busy and the idle ones, before you start another.`,
    'zh-CN': `线程池的大小是 ${size}，却同时有 ${most} 个 worker。启动下一个之前，请数一数已经启动的：忙的和闲的都算。`,
  }),
  idle: (size: number, atWork: number, moment: number, job: string): Text => ({
    en: `At ${moment} ms only ${atWork} of ${size} workers were at work, and ${job} waited on. When a worker is done, it gets the next job at once.`,
    'zh-CN': `在 ${moment} 毫秒时，${size} 个 worker 只有 ${atWork} 个在工作，${job} 却还在等。worker 一做完，就要马上给它下一个 job。`,
  }),
  overlaps: (times: number): Text => ({
    en: `A worker was given another job while it was still at work, ${times} ${times === 1 ? 'time' : 'times'}. In its mailbox the job waits behind a long one, though another worker may be free, and nobody can take it back. Keep jobs in a line of your own until a worker is free.`,
    'zh-CN': `有 worker 还在忙，你又给它发了 job，共 ${times} 次。job 在它的信箱里排在一个很久的活后面，哪怕别的 worker 空着；而且谁也没法取回来。请把 job 放在自己的队列里，等有 worker 空闲时再发。`,
  }),
  thrownAway: (jobs: number, started: number): Text => ({
    en: `There were ${jobs} jobs, nobody closed the pool, and workers were terminated (${started} were started). To start a thread costs more than many a job: keep it for the next one.`,
    'zh-CN': `一共 ${jobs} 个 job，没有人关闭线程池，却有 worker 被 terminate 了（一共启动了 ${started} 个）。启动线程的代价比许多 job 还大：请留着它做下一个。`,
  }),
  newEachTime: (jobs: number, started: number, size: number): Text => ({
    en: `For ${jobs} jobs ${started} workers were started, and the size is ${size}. A worker that is done takes the next job: look for an idle one before you start another.`,
    'zh-CN': `${jobs} 个 job 启动了 ${started} 个 worker，而大小是 ${size}。做完的 worker 可以接着做下一个：启动之前，先看看有没有空闲的。`,
  }),
  otherOrder: (asked: readonly string[], begun: readonly string[]): Text => ({
    en: `They were asked for in the order ${list(asked).en}, and begun in the order ${list(begun).en}. Append at the end of the line, take from its head.`,
    'zh-CN': `请求的顺序是${list(asked)['zh-CN']}，开始的顺序却是${list(begun)['zh-CN']}。请从队尾加入，从队首取出。`,
  }),

  // Jobs that fail
  errorAsValue: (error: unknown, value: unknown): Text => ({
    en: `A job failed (\`ok: false\`) with ${show(error)}, and run gave ${show(value)}. Reject its promise with the \`error\` of the message, whatever it is.`,
    'zh-CN': `一个 job 失败了（\`ok: false\`），错误是 ${show(error)}，run 给出的却是 ${show(value)}。请用消息里的 \`error\` 去 reject，不管它是什么。`,
  }),
  wholeMessageAsReason: {
    en: 'A job failed, and run was rejected with the whole message. Reject with the `error` in it.',
    'zh-CN': '一个 job 失败了，run 却以整条消息 reject。请用里面的 `error` 去 reject。',
  },
  otherError: (error: unknown, reason: unknown): Text => ({
    en: `A job failed with ${show(error)}, and run with ${show(reason)}. Hand on the very \`error\` of the message, unwrapped.`,
    'zh-CN': `job 以 ${show(error)} 失败，run 却以 ${show(reason)} 失败。请原样传出消息里的 \`error\`，不要包装。`,
  }),
  nothingAfterAFailure: {
    en: 'Jobs had failed, and the next one was never done. A worker whose job has failed is free again, as after any other.',
    'zh-CN': '有 job 失败之后，下一个就一直没有做。job 失败了的 worker 和做完别的 job 一样，又空闲了。',
  },
  endsTheWorker: (started: number): Text => ({
    en: `Jobs failed, and their worker was not used again (${started} were started). The worker is well: it caught the error and told you. Give it the next job.`,
    'zh-CN': `有 job 失败之后，它的 worker 就没有再用（一共启动了 ${started} 个）。worker 没有问题：它接住了错误并告诉了你。请给它下一个 job。`,
  }),

  // Workers that die
  deathUnheard: (job: string): Text => ({
    en: `The worker died while it did ${job}, and its caller waits for ever. Listen to 'error' and to 'exit' of each worker, and reject the promise of the job that it had.`,
    'zh-CN': `worker 在做 ${job} 时死了，它的调用者永远在等。请监听每个 worker 的 'error' 和 'exit'，并 reject 它手里那个 job 的 promise。`,
  }),
  diedWell: (value: unknown): Text => ({
    en: `The worker died of its job, and run gave ${show(value)}. Reject the promise with the error that 'error' brings.`,
    'zh-CN': `worker 死在了这个 job 上，run 给出的却是 ${show(value)}。请用 'error' 事件带来的错误去 reject。`,
  }),
  otherDeath: (error: unknown, reason: unknown): Text => ({
    en: `The worker died of ${show(error)}, and run failed with ${show(reason)}. The event 'error' brings the error itself, before 'exit': reject with that.`,
    'zh-CN': `worker 死于 ${show(error)}，run 却以 ${show(reason)} 失败。'error' 事件在 'exit' 之前，带来的就是这个错误：请用它去 reject。`,
  }),
  toldLate: (due: number, at: number): Text => ({
    en: `The worker died after ${due} ms, and the caller of its job was told after ${at} ms. Reject in the listener of 'error' itself.`,
    'zh-CN': `worker 在 ${due} 毫秒时死了，它的调用者到 ${at} 毫秒才知道。请就在 'error' 的监听函数里 reject。`,
  }),
  doneAgain: (times: number): Text => ({
    en: `A worker died of its job, and the job was given to a worker ${times} times. What killed one kills the next: reject it, and never repeat it by yourself.`,
    'zh-CN': `worker 死在了一个 job 上，这个 job 却一共发了 ${times} 次。害死一个的，也会害死下一个：请 reject，不要自己重试。`,
  }),
  standsStillAfterADeath: (job: string): Text => ({
    en: `A worker died of another job, and ${job} was never done. The dead one is out of the count: start a new one in its place, and give it the job at the head of the line.`,
    'zh-CN': `一个 worker 死在了别的 job 上，${job} 就一直没有做。死了的不再计数：请启动一个新的代替它，并把队首的 job 交给它。`,
  }),
  failsToo: (job: string, reason: unknown): Text => ({
    en: `A worker died of another job, and ${job} failed as well, with ${show(reason)}. Only the job that the dead worker had is lost; the others are none of its business.`,
    'zh-CN': `一个 worker 死在了别的 job 上，${job} 也跟着失败了：${show(reason)}。丢掉的只是死去的 worker 手里那一个，别的与它无关。`,
  }),
  placeStaysEmpty: (size: number, atWork: number): Text => ({
    en: `After a worker had died, ${atWork} of ${size} could be at work at once. Whoever has died leaves a place: count it down, so that a new worker can be started.`,
    'zh-CN': `一个 worker 死后，${size} 个里只有 ${atWork} 个能同时工作。死了的会空出位置：请把计数减一，这样才能启动新的。`,
  }),
  twoForOne: (size: number, most: number): Text => ({
    en: `After a worker had died, ${most} were there at once, with a size of ${size}. A death is told twice, as 'error' and then as 'exit': replace the worker once.`,
    'zh-CN': `一个 worker 死后，同时有 ${most} 个 worker，而大小是 ${size}。死亡会通知两次，先是 'error'，再是 'exit'：只能补一个。`,
  }),

  // Giving up
  abortUnheard: {
    en: "The signal aborted while a worker was at the job, and run went on waiting. Listen to its 'abort' until the job is done, not only in line; reject at once, and terminate the worker.",
    'zh-CN': "worker 正在做这个 job 时 signal 中止了，run 却还在等。不只是排队时，直到 job 做完都要监听 'abort'：马上 reject，并 terminate 那个 worker。",
  },
  cancelledWell: (value: unknown): Text => ({
    en: `The signal of a job aborted before it was done, and run gave ${show(value)}. It fails with signal.reason.`,
    'zh-CN': `job 还没做完，signal 就中止了，run 却给出了 ${show(value)}。它应该以 signal.reason 失败。`,
  }),
  otherReason: (reason: unknown, got: unknown): Text => ({
    en: `The signal was aborted with ${show(reason)}, and run failed with ${show(got)}. Fail with signal.reason itself.`,
    'zh-CN': `signal 中止的原因是 ${show(reason)}，run 却以 ${show(got)} 失败。请直接以 signal.reason 失败。`,
  }),
  stillAtIt: (job: string): Text => ({
    en: `The signal of ${job} aborted, and its worker calculated on. A message does not reach somebody who calculates: \`terminate()\` is the only way to stop it.`,
    'zh-CN': `${job} 的 signal 中止了，它的 worker 却还在计算。正在计算的线程收不到消息：只有 \`terminate()\` 能让它停下。`,
  }),
  nothingAfterACancel: {
    en: 'A worker was terminated because nobody wanted its job any more, and the next job was never done. Its place is free: start another worker, and go on with the line.',
    'zh-CN': 'job 没有人要了，worker 也 terminate 了，下一个 job 却一直没有做。它的位置空出来了：请再启动一个 worker，继续处理队列。',
  },
  failsAfterACancel: (job: string, reason: unknown): Text => ({
    en: `A job was cancelled, and ${job}, which came after it, failed with ${show(reason)}. The 'exit' of a worker that you have terminated concerns nobody any more: look whether that worker still has a job.`,
    'zh-CN': `一个 job 取消了，它后面的 ${job} 却以 ${show(reason)} 失败。你 terminate 过的 worker 发出的 'exit' 与谁都无关了：请看看那个 worker 手里是否还有 job。`,
  }),
  nextIsLate: (job: string, at: number, began: number): Text => ({
    en: `A job was cancelled at ${at} ms, its worker was ended, and ${job} began only at ${began} ms. Look at the line as soon as a place is free.`,
    'zh-CN': `${at} 毫秒时取消了一个 job，也结束了它的 worker，${job} 却到 ${began} 毫秒才开始。位置一空出来，就要看看队列。`,
  }),
  rejectsLate: {
    en: 'The signal of a job aborted, and run failed only when the worker was gone. Reject first, in the listener itself: nobody needs to wait for the end of a thread.',
    'zh-CN': 'job 的 signal 中止了，run 却等到 worker 完全结束才失败。请在监听函数里先 reject：谁也不需要等一个线程结束。',
  },
  moreAfterACancel: (size: number, most: number): Text => ({
    en: `A pool of the size ${size} had ${most} workers at once after a job had been cancelled. A worker that you terminate frees one place: not again when its 'exit' comes.`,
    'zh-CN': `大小为 ${size} 的线程池，取消一个 job 之后却同时有 ${most} 个 worker。terminate 一个 worker 只空出一个位置：它的 'exit' 到来时不能再算一次。`,
  }),
  doneBeforeItsTurn: (job: string): Text => ({
    en: `${job} was given to a worker while another job was still being done, in a pool of the size 1. A job waits in line until a worker is free.`,
    'zh-CN': `大小为 1 的线程池里，别的 job 还在做，${job} 就交给了 worker。没有空闲的 worker 时，job 要排队等待。`,
  }),
  staysInLine: (job: string): Text => ({
    en: `The signal of ${job} aborted while the job was in line, and run went on waiting. Reject in the listener of 'abort', and take the job out of the line.`,
    'zh-CN': `${job} 还在排队，它的 signal 就中止了，run 却还在等。请在 'abort' 的监听函数里 reject，并把 job 移出队列。`,
  }),
  postedAlthoughGone: (job: string): Text => ({
    en: `${job} was cancelled while it was in line, and a worker did it all the same. Take it out of the line: it costs a worker's time, and nobody wants it.`,
    'zh-CN': `${job} 在排队时就取消了，worker 却还是做了它。请把它移出队列：它要花 worker 的时间，却没有人要。`,
  }),
  wrongWorkerEnded: {
    en: "A job was cancelled, and a worker was terminated that was busy with another one. Terminate the worker that has this very job; while it is in line, there is none.",
    'zh-CN': '取消了一个 job，被 terminate 的却是正忙着别的 job 的 worker。只能 terminate 手里正是这个 job 的 worker；job 还在排队时，并没有这样的 worker。',
  },
  goneInLine: {
    en: 'Jobs that were in line were cancelled, and others were never done. Who gives up leaves the line alone: `splice(indexOf(…), 1)` takes the last one along when it finds nothing.',
    'zh-CN': '取消了几个排队的 job，别的却一直没有做。放弃的只能自己离开队列：`splice(indexOf(…), 1)` 找不到时会删掉最后一个。',
  },
  abortedBeforeUnheard: {
    en: "The signal had aborted before run was called, and run waits. Such a signal sends no event any more: `signal?.throwIfAborted()` comes first.",
    'zh-CN': 'signal 在调用 run 之前就已经中止，run 却在等。这样的 signal 不会再发事件：请先写 `signal?.throwIfAborted()`。',
  },
  doneAlthoughAborted: {
    en: 'The signal had aborted before run was called, and the job was done all the same. `signal?.throwIfAborted()` comes first.',
    'zh-CN': 'signal 在调用 run 之前就已经中止，job 却还是做了。请先写 `signal?.throwIfAborted()`。',
  },
  lateAbort: {
    en: "A signal aborted long after its job was done, and somebody else's job was hit: the worker has another one by now. Remove the listener as soon as run is over.",
    'zh-CN': 'job 早就做完了，它的 signal 之后才中止，却打断了别人的 job：那个 worker 手里已经是另一个了。run 一结束，请马上移除监听函数。',
  },
  looksNowAndThen: {
    en: "While a worker was busy, a timer of your code was set, to look again later. Nobody needs to look: the listener of 'message' is called when the job is done.",
    'zh-CN': "worker 正忙时，你的代码设了定时器，打算过一会儿再看。不需要看：job 做完时，'message' 的监听函数自己会被调用。",
  },

  // close
  takesMore: (status: 'fulfilled' | 'rejected' | undefined): Text => ({
    en: `The pool was closed, and run took another job${status === undefined ? ', or let its caller wait' : ''}. After close, run fails at once, and nothing is posted.`,
    'zh-CN': `线程池已经关闭，run 却又收下了一个 job${status === undefined ? '，或者让调用者等着' : ''}。close 之后，run 马上失败，也不再发送任何东西。`,
  }),
  dropsJobs: {
    en: 'close was called, and a job that was asked for before was never done. close takes nothing new; what is under way or in line is finished first.',
    'zh-CN': '调用了 close，之前请求的 job 却没有做。close 只是不收新的；正在做的和排队的要先做完。',
  },
  neverCloses: {
    en: 'All jobs were done, and close waits on. When the last one has ended, end the workers, and let close resolve.',
    'zh-CN': '所有 job 都做完了，close 却还在等。最后一个结束时，请结束所有 worker，让 close 完成。',
  },
  neverClosesAtRest: {
    en: 'Nothing was under way, and close waits for ever: it looks only when a job ends. Look at once, too.',
    'zh-CN': '没有任何事情在进行，close 却永远在等：它只在 job 结束时才看。调用时也要马上看一次。',
  },
  closesEarly: (last: number, at: number): Text => ({
    en: `The last job was done at ${last} ms, and close was over at ${at} ms. It waits until all that was asked for before has ended.`,
    'zh-CN': `最后一个 job 在 ${last} 毫秒时做完，close 在 ${at} 毫秒就结束了。它要等到之前请求的全都结束。`,
  }),
  leavesWorkers: (left: number, all: number): Text => ({
    en: `close was over, and ${left} of ${all} workers had not been terminated. A thread that nobody ends keeps the whole program alive. End all of them, also those that are idle.`,
    'zh-CN': `close 已经结束，${all} 个 worker 中还有 ${left} 个没有 terminate。没有人结束的线程会让整个程序退不出去。请把它们全部结束，空闲的也不例外。`,
  }),
  closesBeforeTheyAreGone: (at: number): Text => ({
    en: `close was over at ${at} ms, while workers were still ending. \`terminate()\` gives a promise: wait for all of them.`,
    'zh-CN': `close 在 ${at} 毫秒就结束了，worker 却还没有真正结束。\`terminate()\` 给出一个 promise：请等它们全部完成。`,
  }),

  // What cannot be copied
  refusalLost: {
    en: 'A job could not be copied, postMessage threw a DataCloneError, and the caller waits for ever. Catch it, and reject the promise of that job.',
    'zh-CN': 'job 无法复制，postMessage 抛出了 DataCloneError，调用者却永远在等。请接住它，并 reject 那个 job 的 promise。',
  },
  refusedWell: (value: unknown): Text => ({
    en: `A function cannot be sent to a worker, postMessage threw a DataCloneError, and run gave ${show(value)}. It fails with that error.`,
    'zh-CN': `函数不能发给 worker，postMessage 抛出了 DataCloneError，run 却给出了 ${show(value)}。它应该以这个错误失败。`,
  }),
  otherRefusal: (reason: unknown): Text => ({
    en: `A function cannot be sent to a worker, postMessage threw a DataCloneError, and run failed with ${show(reason)}. Hand on the error that postMessage threw.`,
    'zh-CN': `函数不能发给 worker，postMessage 抛出了 DataCloneError，run 却以 ${show(reason)} 失败。请原样传出 postMessage 抛出的错误。`,
  }),
  workerLost: {
    en: 'A job could not be copied, and the next one was never done. Nothing was sent, so the worker is as free as before: mark it as busy only when postMessage has come back, and go on with the line.',
    'zh-CN': '一个 job 无法复制，下一个就一直没有做。什么都没有发出去，所以 worker 和之前一样空闲：postMessage 返回之后才算它在忙，并且要继续处理队列。',
  },

  // Wherever one is made
  noClass: {
    en: 'WorkerPool is to be a class: `new WorkerPool(start, 2)` makes one. Write `export class WorkerPool { … }`, and the methods inside of it.',
    'zh-CN': 'WorkerPool 应该是类：`new WorkerPool(start, 2)` 会创建一个。请写 `export class WorkerPool { … }`，方法写在里面。',
  },
  noMethod: (method: string): Text => ({
    en: `Your class has no method ${method}(). Write it as it stands in the stub: a method of that name, which is called, and no getter.`,
    'zh-CN': `你的类没有方法 ${method}()。请按最初的文件来写：它是一个可以调用的同名方法，不是 getter。`,
  }),
} as const;
