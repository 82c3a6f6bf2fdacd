import { list, show, type Text } from '@teatime/grader/kit';
import type { Failure } from './require.ts';

/** A job that the group has to wait for: when the group was stopped, and when the job is over. In milliseconds. */
interface Awaited {
  readonly name: string;
  readonly at: number;
  readonly due: number;
}

/** What happened at the moment at which something had to stop. */
export const whys = {
  failed: (name: string | undefined): Text =>
    name === undefined
      ? { en: 'another task failed at once', 'zh-CN': '另一个任务一开始就失败了' }
      : { en: `${name} failed`, 'zh-CN': `${name} 失败了` },
  bodyFailed: { en: 'the body failed', 'zh-CN': 'body 失败了' },
  outer: { en: 'options.signal aborted', 'zh-CN': 'options.signal abort 了' },
  cancelled: (name: string): Text => ({ en: `${name} was cancelled`, 'zh-CN': `${name} 被取消了` }),
} as const;

/** What the checks of `task-group` tell a student. `name` is that of a job. */
export const says = {
  neverEnds: {
    en: 'The body and all tasks ended long ago, but taskGroup waits on. Is there a task that is never taken off your list or your count when it fails or is cancelled? Or do two groups share what each has to keep for itself?',
    'zh-CN': 'body 和所有任务早就结束了，taskGroup 却还在等。是不是有的任务失败或者被取消之后，没有从你的列表或计数里去掉？又或者两个组共用了本该各自保存的东西？',
  },

  bodyNeverRan: {
    en: 'taskGroup ended, but never called the body: call body(group), and await what it gives.',
    'zh-CN': 'taskGroup 结束了，却一直没有调用 body：请调用 body(group)，并 await 它给出的东西。',
  },

  bodyRanOften: (calls: number): Text => ({
    en: `taskGroup called the body ${calls} times. Call it once.`,
    'zh-CN': `taskGroup 把 body 调用了 ${calls} 次。只要调用一次。`,
  }),

  noGroup: (group: unknown): Text => ({
    en: `The body was given ${show(group)}. It needs a group: an object that has createTask and signal.`,
    'zh-CN': `body 拿到的是 ${show(group)}。它需要的是 group：一个带有 createTask 和 signal 的对象。`,
  }),

  noGroupSignal: (signal: unknown): Text => ({
    en: `group.signal is ${show(signal)}. It has to be an AbortSignal: the signal of an AbortController of yours.`,
    'zh-CN': `group.signal 是 ${show(signal)}。它应该是一个 AbortSignal：你自己的 AbortController 的 signal。`,
  }),

  neverBegan: (name: string): Text => ({
    en: `${name} was handed to group.createTask and never began. Call work(signal) in a task, and await what it gives: a coroutine begins only when it is awaited.`,
    'zh-CN': `${name} 交给了 group.createTask，却一直没有开始。请在任务里调用 work(signal)，并 await 它给出的东西：协程要被 await 才会开始。`,
  }),

  beganLate: (name: string, at: number): Text => ({
    en: `${name} was handed to group.createTask at 0 ms and began only after ${at} ms. Tasks run side by side: begin each one when it is made.`,
    'zh-CN': `${name} 在 0 毫秒时就交给了 group.createTask，到 ${at} 毫秒才开始。任务是同时运行的：创建时就要开始。`,
  }),

  beganOften: (name: string, starts: number): Text => ({
    en: `${name} was begun ${starts} times. Call work(signal) once.`,
    'zh-CN': `${name} 被启动了 ${starts} 次。work(signal) 只要调用一次。`,
  }),

  tookLong: (due: number, took: number): Text =>
    took < due
      ? {
          en: `taskGroup was over after ${took} ms, but the last one in it is done only after ${due} ms. Wait for the body and for every task.`,
          'zh-CN': `taskGroup 在 ${took} 毫秒时就结束了，而其中最后一个到 ${due} 毫秒才完成。body 和每个任务都要等。`,
        }
      : {
          en: `Everything in the group was done after ${due} ms, but taskGroup only after ${took} ms. What does it wait for after the last one?`,
          'zh-CN': `组里的一切在 ${due} 毫秒时就完成了，taskGroup 却到 ${took} 毫秒才结束。最后一个完成之后，它还在等什么？`,
        },

  otherValue: (value: unknown, got: unknown): Text => ({
    en: `The body gave ${show(value)}, and taskGroup gave ${show(got)}. Nothing failed, so it gives what the body gave, whatever that is.`,
    'zh-CN': `body 给出的是 ${show(value)}，taskGroup 给出的却是 ${show(got)}。没有谁失败，那么 body 给出什么，它就给出什么。`,
  }),

  noTask: (got: unknown): Text => ({
    en: `group.createTask gave ${show(got)}. It has to give a Task, as createTask of the course's library does: call that one, with a coroutine that runs the work.`,
    'zh-CN': `group.createTask 给出的是 ${show(got)}。它应该像课程库的 createTask 一样给出一个 Task：请用它来创建，交给它一个执行 work 的协程。`,
  }),

  taskNotDone: (name: string): Text => ({
    en: `taskGroup is over, and so is ${name}, but its task is not done: does the task run the work, or something else?`,
    'zh-CN': `taskGroup 结束了，${name} 也结束了，它的任务却还没有完成：任务里运行的是 work，还是别的什么？`,
  }),

  otherResult: (name: string, result: unknown, got: unknown): Text => ({
    en: `${name} gave ${show(result)}, but the result of its task is ${show(got)}. Return in the task what the work gives.`,
    'zh-CN': `${name} 给出的是 ${show(result)}，它的任务的结果却是 ${show(got)}。work 给出什么，任务就要返回什么。`,
  }),

  otherName: (label: string, got: string): Text => ({
    en: `group.createTask was given the name ${show(label)}, and its task is called ${show(got)}. Hand the options on to createTask.`,
    'zh-CN': `传给 group.createTask 的名字是 ${show(label)}，任务却叫 ${show(got)}。请把 options 也交给 createTask。`,
  }),

  emptyTook: (took: number): Text => ({
    en: `There was no task, and the body was over at once, but taskGroup took ${took} ms. There was nothing to wait for.`,
    'zh-CN': `没有任务，body 也立刻就结束了，taskGroup 却用了 ${took} 毫秒。其实没有什么要等。`,
  }),

  notStopped: (name: string, at: number, why: Text): Text => ({
    en: `At ${at} ms ${why.en}, but ${name} never heard that it has to stop: the signal that its work was given did not abort. Have one AbortController for the group, give its signal to every work, and abort it then.`,
    'zh-CN': `${at} 毫秒时${why['zh-CN']}，${name} 却一直不知道要停下：交给它的信号没有 abort。请给组准备一个 AbortController，把它的信号交给每个 work，到那时就 abort。`,
  }),

  stoppedAt: (name: string, at: number, heard: number, why: Text): Text => ({
    en: `At ${at} ms ${why.en}, but the signal of ${name} aborted after ${heard} ms. Abort it at that very moment: each task has to tell of its own failure, whoever else you are waiting for.`,
    'zh-CN': `${at} 毫秒时${why['zh-CN']}，${name} 的信号却在 ${heard} 毫秒时才 abort。那一刻就该 abort：不管你正在等谁，每个任务失败时都要自己报告。`,
  }),

  stoppedEarly: (name: string, due: number, at: number): Text => ({
    en: `${name} was to be done after ${due} ms, and another task failed only after ${at} ms. Something stopped it, or kept it from its work, before anything had failed.`,
    'zh-CN': `${name} 应该在 ${due} 毫秒时完成，另一个任务到 ${at} 毫秒才失败。还没有谁失败，它就被停下或者被耽误了。`,
  }),

  bodyNotStopped: (name: string, at: number): Text => ({
    en: `${name} failed after ${at} ms, and the body, which waited with group.signal, never heard of it. Abort that signal, too, when a task fails.`,
    'zh-CN': `${name} 在 ${at} 毫秒时失败，body 用 group.signal 等待，却一直不知道。任务失败时，这个信号也要 abort。`,
  }),

  bodyStoppedAt: (name: string, at: number, heard: number): Text => ({
    en: `${name} failed after ${at} ms, and the body, which waited with group.signal, heard of it after ${heard} ms. Abort it at the moment of the failure.`,
    'zh-CN': `${name} 在 ${at} 毫秒时失败，body 用 group.signal 等待，到 ${heard} 毫秒才知道。失败的那一刻就要 abort。`,
  }),

  didNotWait: ({ name, at, due }: Awaited, took: number): Text =>
    took < due
      ? {
          en: `The group was stopped at ${at} ms, and ${name} cleaned up until ${due} ms, but taskGroup was over after ${took} ms: it left somebody behind who is still at work. Wait until everybody has ended, and fail then.`,
          'zh-CN': `组在 ${at} 毫秒时被停下，${name} 清理到 ${due} 毫秒，taskGroup 却在 ${took} 毫秒时就结束了：还有人在干活，就被丢下了。请等所有人都结束，再失败。`,
        }
      : {
          en: `The group was stopped at ${at} ms, and everything in it had ended at ${due} ms, but taskGroup only after ${took} ms. Who had to be stopped and was not, or what does it wait for after the last one?`,
          'zh-CN': `组在 ${at} 毫秒时被停下，${due} 毫秒时一切都结束了，taskGroup 却到 ${took} 毫秒才结束。有谁该停而没有停？或者最后一个结束之后，它还在等什么？`,
        },

  didNotFail: ({ name, error }: Failure, value: unknown): Text => ({
    en: `${name} failed with ${show(error)}, but taskGroup did not fail: it gave ${show(value)}. Keep every error, and fail with an AggregateError of them when everything has ended.`,
    'zh-CN': `${name} 以 ${show(error)} 失败了，taskGroup 却没有失败，给出了 ${show(value)}。请把每个错误都留下，等一切结束之后，以装着它们的 AggregateError 失败。`,
  }),

  bareError: ({ name, error }: Failure): Text => ({
    en: `${name} failed, and taskGroup failed with that very error: ${show(error)}. Several may fail, so a group always fails with an AggregateError, also when it holds one error only: new AggregateError([error]).`,
    'zh-CN': `${name} 失败了，taskGroup 就直接以那个错误失败：${show(error)}。失败的可能不止一个，所以组总是以 AggregateError 失败，哪怕里面只有一个错误：new AggregateError([error])。`,
  }),

  noAggregateError: ({ name, error }: Failure, reason: unknown): Text => ({
    en: `${name} failed with ${show(error)}, and taskGroup failed with ${show(reason)}. It has to be an AggregateError whose \`errors\` are what failed in the group. Did the stop itself come out, or an error class of your own that does not extend AggregateError?`,
    'zh-CN': `${name} 以 ${show(error)} 失败，taskGroup 却以 ${show(reason)} 失败。它应该是一个 AggregateError，\`errors\` 里是组里的各个错误。是不是把“停下”本身抛出来了？或者你自己的错误类没有继承 AggregateError？`,
  }),

  errorMissing: ({ name, error }: Failure, errors: readonly unknown[]): Text => ({
    en: `${name} failed with ${show(error)}, and that is not in the AggregateError: its errors are ${show(errors)}. Errors that come while the group is being stopped count as well; only the reason of the stop is none. Keep all of them as they are, whatever was thrown.${error === undefined ? ' A signal that has not aborted has the reason undefined: ask whether it has aborted before you compare.' : ''}`,
    'zh-CN': `${name} 以 ${show(error)} 失败，AggregateError 里却没有它：errors 是 ${show(errors)}。停下期间出的错误也算，只有“停下”的 reason 本身不算。不管抛出的是什么，都要原样留下。${error === undefined ? '还没有 abort 的信号，reason 就是 undefined：比较之前，请先看它有没有 abort。' : ''}`,
  }),

  noErrorOfAnybody: (error: unknown): Text => ({
    en: `Among the errors is ${show(error)}, and nobody failed with that. Who is stopped passes on the reason of its signal: compare with it, error === signal.reason, and leave it out. Errors belong in there as they are, not wrapped.`,
    'zh-CN': `errors 里有 ${show(error)}，可是没有谁以它失败。被停下的会抛出自己信号的 reason：请用 error === signal.reason 来比较，不要放进去。错误要原样放进去，不要包装。`,
  }),

  alikeAreOne: (error: Error): Text => ({
    en: `Two failed, each with an error of its own that says the same: ${show(error)}. Only one of them is in the AggregateError. Whether it is the same error is told by \`===\` (a Set or includes does that), and not by its text.`,
    'zh-CN': `有两处失败，各有各的错误，只是文字相同：${show(error)}。AggregateError 里却只有其中一个。是不是同一个错误，要用 \`===\` 判断（Set 和 includes 就是这样做的），不要比较文字。`,
  }),

  createTaskThrows: (error: unknown): Text => ({
    en: `A work threw at once, before it gave anything to wait for: ${show(error)}. group.createTask threw that at whoever called it. Such a work has failed like any other: createTask gives a task all the same, which fails. Call the work inside of the task: createTask(coroutine(async () => await work(signal))()).`,
    'zh-CN': `一个 work 还没有给出可以等的东西就抛出了错误：${show(error)}。group.createTask 把它抛给了调用者。这样的 work 和别的一样，算是失败了：createTask 照样要给出任务，由任务来失败。请在任务里面调用 work：createTask(coroutine(async () => await work(signal))())。`,
  }),

  bodyNotStoppedBesides: (name: string, at: number): Text => ({
    en: `taskGroup was given options.signal, which did not abort. ${name} failed after ${at} ms, and the body, which waited with group.signal, never heard of it. group.signal has to abort in both cases: give the group a controller of its own, which options.signal aborts as well, or join the two with AbortSignal.any.`,
    'zh-CN': `taskGroup 拿到了 options.signal，它没有 abort。${name} 在 ${at} 毫秒时失败，用 group.signal 等待的 body 却一直没有听到。两种情况下 group.signal 都要 abort：请给组一个自己的 controller，让 options.signal 也能 abort 它，或者用 AbortSignal.any 把两者合在一起。`,
  }),

  errorTwice: (name: string, error: unknown): Text => ({
    en: `${name} failed once, but its error stands among the errors more than once: ${show(error)}. The body may await a task and pass on its error: that is still the same one.`,
    'zh-CN': `${name} 只失败了一次，它的错误却在 errors 里出现了不止一次：${show(error)}。body 可能 await 了一个任务，把它的错误又抛了出来：那还是同一个错误。`,
  }),

  errorsInOtherOrder: (names: readonly string[], came: readonly string[]): Text => ({
    en: `They failed in this order: ${list(names).en}. The errors stand in another one: ${list(came).en}. Put each error into the list at the moment at which it comes.`,
    'zh-CN': `失败的先后是 ${list(names)['zh-CN']}，errors 里的顺序却是 ${list(came)['zh-CN']}。错误一出现，就要放进列表。`,
  }),

  cancelNotHeard: (name: string, at: number): Text => ({
    en: `The task of ${name} was cancelled with task.cancel() after ${at} ms, but the signal that its work was given did not abort, so it ran on. Give it a signal that hears both: AbortSignal.any([the group's, task.signal]).`,
    'zh-CN': `${name} 的任务在 ${at} 毫秒时用 task.cancel() 取消了，可是交给它的信号没有 abort，它继续运行。请给它一个两边都听的信号：AbortSignal.any([组的信号, task.signal])。`,
  }),

  cancelledCounts: (name: string, error: unknown): Text => ({
    en: `Only the task of ${name} was cancelled, by hand, and taskGroup failed, with ${show(error)}. A task that is cancelled is no failure: task.cancelled() tells.`,
    'zh-CN': `只有 ${name} 的任务被人取消了，taskGroup 却失败了，错误是 ${show(error)}。被取消不是失败：task.cancelled() 可以判断。`,
  }),

  cancelledFailureLost: (name: string, error: unknown): Text => ({
    en: `Only the task of ${name} was cancelled, by hand, and while it cleaned up it failed, with ${show(error)}. taskGroup did not fail, so nobody hears of that. To be asked to stop is not to have ended as cancelled: task.cancelled() tells that when the task has ended, and everything else that it throws is a failure.`,
    'zh-CN': `只有 ${name} 的任务被人取消了，它清理时以 ${show(error)} 失败了。taskGroup 却没有失败，于是没有人知道这个错误。被要求停下，不等于以“已取消”结束：任务结束时要看 task.cancelled()，此外抛出的都算失败。`,
  }),

  cancelStopsAll: (cancelled: string, name: string): Text => ({
    en: `The task of ${cancelled} was cancelled, and ${name} was stopped along with it. Who cancels one task means that one: the others go on.`,
    'zh-CN': `取消的是 ${cancelled} 的任务，${name} 却也跟着停下了。取消一个任务，就只停这一个，其他的继续。`,
  }),

  cancelStopsGroup: (name: string): Text => ({
    en: `The task of ${name} was cancelled, and group.signal aborted. Nothing has failed: the group goes on.`,
    'zh-CN': `取消的是 ${name} 的任务，group.signal 却 abort 了。没有谁失败，组应该继续。`,
  }),

  notCancelled: (name: string): Text => ({
    en: `The task of ${name} was cancelled, and its work passed on the reason of its signal, but task.cancelled() is false. Let the task end with what the work throws.`,
    'zh-CN': `${name} 的任务被取消了，它的 work 也抛出了信号的 reason，task.cancelled() 却是 false。work 抛出什么，任务就要以什么结束。`,
  }),

  refusedWhileWaiting: (name: string, error: unknown): Text => ({
    en: `The body was over, and ${name}, a task that still ran, made another task. group.createTask threw ${show(error)}. While a task runs the group is not over: take new ones.`,
    'zh-CN': `body 结束了，还在运行的任务 ${name} 又创建了一个任务，group.createTask 却抛出了 ${show(error)}。只要还有任务在运行，组就没有结束：要接受新任务。`,
  }),

  leftTasksOfTasks: ({ name, at, due }: Awaited, took: number): Text => ({
    en: `${name}, a task, made another one after ${at} ms, when the body was over long ago. Everything was done after ${due} ms, and taskGroup after ${took} ms. ${took < due ? 'It waited for the tasks that were there at first: look again, until none is left.' : 'What does it wait for after the last one?'}`,
    'zh-CN': `任务 ${name} 在 ${at} 毫秒时又创建了一个任务，那时 body 早就结束了。${due} 毫秒时一切才完成，taskGroup 在 ${took} 毫秒时结束。${took < due ? '它只等了一开始就有的任务：请一直等到一个也不剩。' : '最后一个完成之后，它还在等什么？'}`,
  }),

  ignoresOuter: (reason: unknown, value: unknown): Text => ({
    en: `options.signal aborted with ${show(reason)}, and taskGroup did not fail: it gave ${show(value)}. Stop everything then, wait for it, and fail with that reason itself.`,
    'zh-CN': `options.signal 以 ${show(reason)} abort 了，taskGroup 却没有失败，给出了 ${show(value)}。请停下一切，等它们结束，再以那个 reason 本身失败。`,
  }),

  ignoresOuterWhenBodyIsOver: (reason: unknown, value: unknown): Text => ({
    en: `The body was over and had given ${show(value)} when options.signal aborted with ${show(reason)}; a task was still at work, and was stopped. taskGroup gave the body's result, as if all had gone well. When everything has ended, look whether the group was stopped, and fail with that reason itself.`,
    'zh-CN': `options.signal 以 ${show(reason)} abort 时，body 已经结束，给出了 ${show(value)}；还有一个任务在运行，它被停下了。taskGroup 却给出了 body 的结果，好像一切顺利。等一切都结束之后，请看一下组是不是被停下过，如果是，就以那个 reason 本身失败。`,
  }),

  otherOuterReason: (reason: unknown, got: unknown): Text => ({
    en: `options.signal aborted with ${show(reason)}, nothing failed, and taskGroup failed with ${show(got)}. Fail with the reason itself, options.signal.reason: that is how the caller knows its own stop.`,
    'zh-CN': `options.signal 以 ${show(reason)} abort 了，没有谁失败，taskGroup 却以 ${show(got)} 失败。请以 reason 本身，也就是 options.signal.reason 失败：调用者靠它认出是自己叫停的。`,
  }),

  bodyHearsNoOuter: (at: number, heard: number | undefined): Text => ({
    en: `options.signal aborted after ${at} ms, and the body, which waited with group.signal, ${heard === undefined ? 'never heard of it' : `heard of it after ${heard} ms`}. Abort group.signal at that moment, for the same reason.`,
    'zh-CN': `options.signal 在 ${at} 毫秒时 abort，body 用 group.signal 等待，${heard === undefined ? '却一直不知道' : `到 ${heard} 毫秒才知道`}。那一刻就要用同样的 reason 让 group.signal abort。`,
  }),

  bodyRanAborted: {
    en: 'options.signal had aborted before taskGroup was called, and the body ran all the same. Look at the signal first: options.signal?.throwIfAborted().',
    'zh-CN': '调用 taskGroup 之前，options.signal 就已经 abort 了，body 却照样运行了。请先看信号：options.signal?.throwIfAborted()。',
  },

  waitedAborted: (took: number): Text => ({
    en: `options.signal had aborted before taskGroup was called, and taskGroup failed only after ${took} ms. There was nothing to wait for.`,
    'zh-CN': `调用 taskGroup 之前，options.signal 就已经 abort 了，taskGroup 却到 ${took} 毫秒才失败。其实没有什么要等。`,
  }),
} as const;
