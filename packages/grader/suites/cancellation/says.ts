import { list, show, type Text } from '@teatime/grader/kit';

/** What the checks of `cancellation` tell a student. `name` is that of a step, or of a task. */
export const says = {
  brewHangs: {
    en: 'brew never ended, although every step had ended long ago. What does it still wait for?',
    'zh-CN': '每一步早就结束了，brew 却一直没有结束。它还在等什么？',
  },

  neverBegun: (name: string): Text => ({
    en: `The step '${name}' was never begun. Call its \`start(signal)\` and await what it gives: that may be a coroutine, which begins only then.`,
    'zh-CN': `步骤 '${name}' 一直没有开始。请调用它的 \`start(signal)\`，并 await 它给出的东西：那可能是协程，被 await 才会开始。`,
  }),

  begunTooEarly: (name: string, at: number, before: string, due: number): Text => ({
    en: `The step '${name}' began at ${at} ms, but '${before}', the one before it, was not done until ${due} ms. Await each step before you begin the next.`,
    'zh-CN': `步骤 '${name}' 在 ${at} 毫秒时就开始了，而它的前一步 '${before}' 到 ${due} 毫秒才完成。请先 await 完一步，再开始下一步。`,
  }),

  begunLate: (name: string, at: number, due: number): Text => ({
    en: `The step '${name}' could have begun at ${due} ms, and began at ${at} ms. Nothing is to be waited for between two steps.`,
    'zh-CN': `步骤 '${name}' 在 ${due} 毫秒时就可以开始，却到 ${at} 毫秒才开始。两步之间没有什么要等的。`,
  }),

  begunTwice: (name: string, starts: number): Text => ({
    en: `The step '${name}' was begun ${starts} times. Call \`start\` once for every step.`,
    'zh-CN': `步骤 '${name}' 被开始了 ${starts} 次。每一步只调用一次 \`start\`。`,
  }),

  undoneForNothing: (name: string): Text => ({
    en: `All steps went well and nobody called it off, but '${name}' was undone. Undo in the \`catch\`, not in a \`finally\`.`,
    'zh-CN': `每一步都顺利，也没有人叫停，'${name}' 却被撤销了。撤销要写在 \`catch\` 里，不要写在 \`finally\` 里。`,
  }),

  brewEnded: (end: number, at: number): Text =>
    at < end
      ? {
          en: `brew ended at ${at} ms, but what it has to wait for went on until ${end} ms. Await every step and every undo.`,
          'zh-CN': `brew 在 ${at} 毫秒时就结束了，而它要等的事到 ${end} 毫秒才做完。每一次 start 和每一次 undo 都要 await。`,
        }
      : {
          en: `Everything was over at ${end} ms, but brew ended only at ${at} ms. What does it wait for after that?`,
          'zh-CN': `到 ${end} 毫秒时一切都结束了，brew 却到 ${at} 毫秒才结束。那之后它还在等什么？`,
        },

  notStopped: (name: string, abort: number): Text => ({
    en: `The signal aborted at ${abort} ms, in the middle of the step '${name}', and the step never heard of it. A step hears of an abort only through the signal that it was given: call \`step.start(signal)\` with the one that brew got.`,
    'zh-CN': `信号在 ${abort} 毫秒时中止，步骤 '${name}' 正做到一半，却没有得到通知。一步只能通过交给它的信号得知中止：请用 brew 拿到的那个信号调用 \`step.start(signal)\`。`,
  }),

  stoppedLate: (name: string, abort: number, at: number): Text => ({
    en: `The signal aborted at ${abort} ms, but the step '${name}' heard of it only at ${at} ms. Hand on the very signal that brew got; one of your own has to abort in the same instant.`,
    'zh-CN': `信号在 ${abort} 毫秒时中止，步骤 '${name}' 却到 ${at} 毫秒才得到通知。请把 brew 拿到的信号原样传下去；如果另建一个信号，它也要在同一时刻中止。`,
  }),

  begunAfterAbort: (name: string, abort: number): Text => ({
    en: `The signal aborted at ${abort} ms, and the step '${name}' was begun all the same. The step that was stopped fails: do not catch that within the loop.`,
    'zh-CN': `信号在 ${abort} 毫秒时中止，步骤 '${name}' 却还是开始了。被停下的那一步会失败：不要在循环里面接住这个错误。`,
  }),

  swallowed: (abort: number): Text => ({
    en: `The signal aborted at ${abort} ms, before the last step was done, but brew ended as if all were well. Whoever waits for it believes that there is tea: after the undoing, \`throw\` what you caught.`,
    'zh-CN': `信号在 ${abort} 毫秒时中止，最后一步还没有完成，brew 却像一切顺利那样结束了。等它的人会以为茶泡好了：撤销之后，请把接住的错误再 \`throw\` 出去。`,
  }),

  leftBeforeCleanUp: (name: string, end: number, at: number): Text => ({
    en: `The step '${name}' was stopped and cleaned up until ${end} ms, but brew had left at ${at} ms. \`Promise.race\` and its kind leave the work behind: await the step itself, it ends soon enough.`,
    'zh-CN': `步骤 '${name}' 被停下后一直收拾到 ${end} 毫秒，brew 却在 ${at} 毫秒时就走了。\`Promise.race\` 这一类做法会丢下还在进行的工作：请 await 这一步本身，它很快就会结束。`,
  }),

  begunAlthoughAborted: (name: string): Text => ({
    en: `The signal had aborted before brew was called, and the step '${name}' was begun. Look before every step, the first one included: \`signal.throwIfAborted()\`.`,
    'zh-CN': `调用 brew 之前信号就已经中止了，步骤 '${name}' 却还是开始了。每一步之前都要看一看，第一步也一样：\`signal.throwIfAborted()\`。`,
  }),

  swallowedBefore: {
    en: 'The signal had aborted before brew was called, but brew ended as if all were well. It has to fail with the reason of the signal.',
    'zh-CN': '调用 brew 之前信号就已经中止了，brew 却像一切顺利那样结束了。它应该以信号的 reason 失败。',
  },

  refusedLate: (at: number): Text => ({
    en: `The signal had aborted before brew was called: there is nothing to wait for. brew failed only after ${at} ms.`,
    'zh-CN': `调用 brew 之前信号就已经中止了，没有什么要等的，brew 却到 ${at} 毫秒才失败。`,
  }),

  begunUnheard: (name: string, abort: number, deaf: string): Text => ({
    en: `The signal aborted at ${abort} ms, in the middle of '${deaf}'. That step took no notice and was done all the same, and then '${name}' was begun. Not every step listens: look yourself before each of them, with \`signal.throwIfAborted()\`.`,
    'zh-CN': `信号在 ${abort} 毫秒时中止，'${deaf}' 正做到一半。那一步没有理会，照样做完了，接着 '${name}' 又开始了。不是每一步都会听信号：每一步之前都请自己看一看，用 \`signal.throwIfAborted()\`。`,
  }),

  tooLateToStop: (name: string): Text => ({
    en: `The signal aborted during '${name}', the last step, which was done all the same. Then the tea is ready, and brew has to end well: await the step itself, and look at the signal before a step, not after it.`,
    'zh-CN': `信号在最后一步 '${name}' 进行时中止，而这一步照样做完了。茶已经泡好，brew 应该正常结束：请 await 这一步本身；信号要在一步之前看，不要在一步之后看。`,
  }),

  notUndone: (name: string): Text => ({
    en: `The step '${name}' was done when it was called off, and nobody undid it. Remember what is done, and \`await step.undo()\` for each. The undoing does not ask the signal: that has aborted, and would cut it short.`,
    'zh-CN': `叫停时步骤 '${name}' 已经完成，却没有人撤销它。请记住哪些步骤已完成，对每一步都 \`await step.undo()\`。撤销时不要看信号：它已经中止，会让撤销半途而废。`,
  }),

  undoneTwice: (name: string, calls: number): Text => ({
    en: `The step '${name}' was undone ${calls} times. Once is enough.`,
    'zh-CN': `步骤 '${name}' 被撤销了 ${calls} 次。一次就够了。`,
  }),

  undoneThoughNotDone: (name: string): Text => ({
    en: `The step '${name}' was undone, but it was never done. A step that is stopped cleans up after itself: note a step as done behind the \`await\`, not before it.`,
    'zh-CN': `步骤 '${name}' 并没有完成，却被撤销了。被停下的一步会自己收拾：请在 \`await\` 之后才把它记为已完成，不要在之前。`,
  }),

  undoneTooEarly: (undo: string, at: number, name: string, end: number): Text => ({
    en: `'${undo}' began at ${at} ms, while '${name}' was still cleaning up, until ${end} ms. First the step that was stopped has to end: await it.`,
    'zh-CN': `'${undo}' 在 ${at} 毫秒时就开始了，而 '${name}' 还在收拾，到 ${end} 毫秒才结束。请先 await 被停下的那一步，等它结束再撤销。`,
  }),

  undoneTogether: (one: string, two: string): Text => ({
    en: `The undoing of '${one}' and of '${two}' began at the same moment. They stand on each other: await each undo before you begin the next.`,
    'zh-CN': `'${one}' 和 '${two}' 的撤销同时开始了。它们一个建立在另一个之上：请 await 完一个撤销，再开始下一个。`,
  }),

  undoneInOrder: (due: readonly string[], came: readonly string[]): Text => ({
    en: `The last step that was done is undone first: ${list(due).en}. Yours were undone as ${list(came).en}.`,
    'zh-CN': `最后完成的一步要最先撤销：${list(due)['zh-CN']}。你的撤销顺序却是：${list(came)['zh-CN']}。`,
  }),

  undoneAt: (undo: string, at: number, due: number): Text => ({
    en: `'${undo}' was due at ${due} ms, when the one before it was over, and began at ${at} ms. Await one undo after the other, with nothing in between.`,
    'zh-CN': `'${undo}' 应该在 ${due} 毫秒、前一件事结束时开始，却在 ${at} 毫秒时开始。请把撤销一个接一个地 await，中间不要等别的。`,
  }),

  undoNotAwaited: (at: number, end: number): Text => ({
    en: `brew failed at ${at} ms, but the undoing went on until ${end} ms. Whoever hears that brew is over may use the kettle again: await every undo first.`,
    'zh-CN': `brew 在 ${at} 毫秒时就失败了，撤销却到 ${end} 毫秒才做完。别人得知 brew 结束了，就会去用水壶：请先 await 完每一个 undo。`,
  }),

  namesakeNotUndone: (name: string): Text => ({
    en: `Two steps were called '${name}'. Both were done, and when it was called off, not each of them was undone once. A name is no key: remember the steps themselves, in a list.`,
    'zh-CN': `有两个步骤都叫 '${name}'。两步都完成了，叫停之后却没有各撤销一次。名字不能当作键：请把步骤本身记在一个列表里。`,
  }),

  doneUnheardNotUndone: (name: string, abort: number): Text => ({
    en: `The signal aborted at ${abort} ms, in the middle of '${name}'. That step was done all the same, and then it was not undone as the others were. A step is done when its start has ended well, whether or not the signal has aborted meanwhile.`,
    'zh-CN': `信号在 ${abort} 毫秒时中止，'${name}' 正在进行。这一步还是完成了，之后却没有像别的步骤那样被撤销。start 顺利结束，这一步就是完成了，不管信号有没有在这期间中止。`,
  }),

  mixedUp: {
    en: 'brew was called once more while another call of it was at work, and the two got into each other\'s way: what one has done, the other undoes or forgets. Keep the steps that are done in a variable inside of the function.',
    'zh-CN': 'brew 的一次调用还在进行时，又被调用了一次，两次调用互相干扰了：这一次完成的步骤，被那一次撤销或者忘掉了。请把已完成的步骤记在函数里面的变量中。',
  },

  otherReason: (reason: unknown, got: unknown): Text => ({
    en: `The signal aborted with the reason ${show(reason)}, and brew failed with ${show(got)}. Fail with \`signal.reason\` itself, whatever that is: make no new error of it.`,
    'zh-CN': `信号中止的原因（reason）是 ${show(reason)}，brew 却以 ${show(got)} 失败了。不管 \`signal.reason\` 是什么，都请直接用它，不要另造一个错误。`,
  }),

  begunAfterError: (name: string, broken: string): Text => ({
    en: `The step '${broken}' failed, and '${name}' was begun all the same. A step that fails ends the loop.`,
    'zh-CN': `步骤 '${broken}' 失败了，'${name}' 却还是开始了。一步失败，循环就该结束。`,
  }),

  errorLost: (name: string, error: unknown): Text => ({
    en: `The step '${name}' failed with ${show(error)}, but brew ended as if all were well. After the undoing, \`throw\` what you caught, whatever it is.`,
    'zh-CN': `步骤 '${name}' 以 ${show(error)} 失败了，brew 却像一切顺利那样结束了。撤销之后，不管接住的是什么，都请再 \`throw\` 出去。`,
  }),

  otherError: (name: string, error: unknown, got: unknown): Text => ({
    en: `The step '${name}' failed with ${show(error)}, and nobody had called it off. brew failed with ${show(got)} instead: throw on exactly what you caught.`,
    'zh-CN': `步骤 '${name}' 以 ${show(error)} 失败了，并没有人叫停。brew 却以 ${show(got)} 失败：接住的是什么，就请原样抛出什么。`,
  }),

  notUndoneAfterError: (name: string, broken: string): Text => ({
    en: `The step '${broken}' failed, and '${name}', which was done before it, was not undone. An error leaves as much to clear up as an abort: undo in the same \`catch\`, and ask nothing of the signal there.`,
    'zh-CN': `步骤 '${broken}' 失败了，而之前已完成的 '${name}' 没有被撤销。出错和中止一样，都要收拾：请在同一个 \`catch\` 里撤销，不要先去看信号有没有中止。`,
  }),

  shieldHangs: {
    en: 'The work had ended long ago, but shield waits on. Is what it gives resolved with the result of the work, and rejected with its error?',
    'zh-CN': '工作早就结束了，shield 却还在等。工作的结果有没有用来 resolve，工作的错误有没有用来 reject？',
  },

  shieldHangsAborted: {
    en: 'The signal had aborted before shield was called, and shield waits for ever. A listener that is added later is told nothing: look at `signal.aborted` first.',
    'zh-CN': '调用 shield 之前信号就已经中止了，shield 却一直在等。之后才加上的监听器不会得到任何通知：请先看 `signal.aborted`。',
  },

  workNotBegun: (kind: Text, starts: number): Text => ({
    en: `The work was ${kind.en}, and was begun ${starts === 0 ? 'not at all' : `${starts} times`}. Ask it once, as soon as shield is called: \`Promise.resolve(work)\`, or \`await\`.`,
    'zh-CN': `这项工作是${kind['zh-CN']}，它${starts === 0 ? '根本没有开始' : `被开始了 ${starts} 次`}。请在 shield 被调用时就问它一次：用 \`Promise.resolve(work)\` 或者 \`await\`。`,
  }),

  waitedOn: (abort: number, at: number): Text => ({
    en: `The signal aborted at ${abort} ms, and shield waited for the work until ${at} ms. It has to fail in the moment of the abort: listen to the signal while you wait for the work.`,
    'zh-CN': `信号在 ${abort} 毫秒时中止，shield 却等工作一直等到 ${at} 毫秒。它应该在中止的那一刻失败：等工作的同时，也要听着信号。`,
  }),

  shieldOtherReason: (reason: unknown, got: unknown): Text => ({
    en: `The signal aborted with the reason ${show(reason)}, and shield failed with ${show(got)}. Fail with \`signal.reason\` itself.`,
    'zh-CN': `信号中止的原因（reason）是 ${show(reason)}，shield 却以 ${show(got)} 失败了。请直接用 \`signal.reason\`。`,
  }),

  workStopped: (name: string, abort: number): Text => ({
    en: `At ${abort} ms the signal aborted, and the task '${name}' was cancelled along with it. shield protects the work: stop waiting, and leave the work alone.`,
    'zh-CN': `${abort} 毫秒时信号中止，任务 '${name}' 也跟着被取消了。shield 是要保护工作的：不再等就行，不要去动它。`,
  }),

  shieldAborted: (ms: number): Text => ({
    en: `The signal had aborted before shield was called, but shield ${ms === 0 ? 'did not fail' : `waited for ${ms} ms`}. A listener that is added later is told nothing: look at \`signal.aborted\` as well, and fail at once.`,
    'zh-CN': `调用 shield 之前信号就已经中止了，shield 却${ms === 0 ? '没有失败' : `等了 ${ms} 毫秒`}。之后才加上的监听器不会得到任何通知：还要看一看 \`signal.aborted\`，已经中止就马上失败。`,
  }),

  workLeftOut: (kind: Text): Text => ({
    en: `The signal had aborted before shield was called, and the work, ${kind.en}, was never begun. shield stops the waiting, not the work: ask the work in any case.`,
    'zh-CN': `调用 shield 之前信号就已经中止了，于是这项工作（${kind['zh-CN'].trim()}）一直没有开始。shield 停下的是等待，不是工作：无论如何都要去问它。`,
  }),

  shieldOtherError: (error: unknown, got: unknown): Text => ({
    en: `The work failed with ${show(error)}, and shield with ${show(got)}. Without an abort, pass on exactly what was thrown.`,
    'zh-CN': `工作以 ${show(error)} 失败，shield 却以 ${show(got)} 失败。没有中止时，抛出的是什么，就原样传下去。`,
  }),

  shieldThrewResult: (result: unknown, got: unknown): Text => ({
    en: `The work gave ${show(result)}, and nobody had called it off, but shield failed with ${show(got)}.`,
    'zh-CN': `工作给出了 ${show(result)}，也没有人叫停，shield 却以 ${show(got)} 失败了。`,
  }),

  shieldErrorLost: (error: unknown, got: unknown): Text => ({
    en: `The work failed with ${show(error)} while shield waited for it, but shield gave ${show(got)}. Errors are to be dropped only after an abort.`,
    'zh-CN': `shield 还在等的时候，工作以 ${show(error)} 失败了，shield 却给出了 ${show(got)}。只有中止之后的错误才可以丢掉。`,
  }),

  shieldOtherResult: (result: unknown, got: unknown): Text => ({
    en: `The work gave ${show(result)}, and shield gave ${show(got)}. Anything can be a result: pass it on as it is.`,
    'zh-CN': `工作给出了 ${show(result)}，shield 给出的却是 ${show(got)}。什么都可以是结果：请原样传下去。`,
  }),

  shieldEnded: (due: number, at: number): Text => ({
    en: `The work ended after ${due} ms, and shield after ${at} ms. It ends with the work, if nobody calls it off.`,
    'zh-CN': `工作在 ${due} 毫秒时结束，shield 却在 ${at} 毫秒时结束。没有人叫停时，工作结束它就结束。`,
  }),

  shieldSignalTaken: (abort: number): Text => ({
    en: `shield was called twice with the same signal, which aborted at ${abort} ms, and not both calls failed in that moment. \`signal.onabort\` holds one listener only: use \`addEventListener\`, so that many can listen.`,
    'zh-CN': `shield 用同一个信号被调用了两次，信号在 ${abort} 毫秒时中止，却没有两次都在那一刻失败。\`signal.onabort\` 只能放一个监听器：请用 \`addEventListener\`，这样大家都能听到。`,
  }),

  shieldLooks: {
    en: 'While shield waited, a timer of your code was set. It needs none to look now and then: the work tells you by `then`, and the signal by its `abort` event.',
    'zh-CN': 'shield 在等的时候，你的代码还开着一个计时器。不需要隔一会儿看一次：工作会通过 `then` 通知你，信号会通过 `abort` 事件通知你。',
  },

  askedTwice: (starts: number): Text => ({
    en: `The work was begun ${starts} times. Ask it for its result once.`,
    'zh-CN': `工作被开始了 ${starts} 次。请只问它一次结果。`,
  }),

  cancelHangs: {
    en: 'The task had ended long ago, but cancelAndWait waits on. `await task` comes to an end whichever way the task ends: with a result, or by a throw.',
    'zh-CN': '任务早就结束了，cancelAndWait 却还在等。不管任务怎样结束，`await task` 都会结束：要么得到结果，要么抛出错误。',
  },

  threwOn: (reason: unknown): Text => ({
    en: `cancelAndWait failed with ${show(reason)}. It never fails: that a task was cancelled, or failed, is what it tells. Put \`await task\` into a \`try\`.`,
    'zh-CN': `cancelAndWait 以 ${show(reason)} 失败了。它从不失败：任务被取消了，或者失败了，正是它要报告的。请把 \`await task\` 放进 \`try\` 里。`,
  }),

  notCancelled: (name: string): Text => ({
    en: `The task '${name}' was never asked to stop. \`task.cancel(message)\` asks.`,
    'zh-CN': `没有人请求任务 '${name}' 停下。要请求，就调用 \`task.cancel(message)\`。`,
  }),

  cancelledLate: (name: string, late: number): Text => ({
    en: `The task '${name}' heard of it only ${late} ms after the call. Cancel it first, and wait then.`,
    'zh-CN': `调用之后过了 ${late} 毫秒，任务 '${name}' 才得到通知。请先取消，再等待。`,
  }),

  otherMessage: (message: string | undefined, heard: unknown): Text => ({
    en: `cancelAndWait was given the message ${show(message)}, and the task heard ${show(heard)}. Hand the message on: \`task.cancel(message)\`.`,
    'zh-CN': `交给 cancelAndWait 的消息是 ${show(message)}，任务听到的却是 ${show(heard)}。请把消息传下去：\`task.cancel(message)\`。`,
  }),

  didNotWait: (name: string, at: number, end: number): Text => ({
    en: `cancelAndWait was over at ${at} ms, but the task '${name}' cleaned up until ${end} ms. \`cancel\` only asks: after it, await the task.`,
    'zh-CN': `cancelAndWait 在 ${at} 毫秒时就结束了，而任务 '${name}' 一直收拾到 ${end} 毫秒。\`cancel\` 只是请求：之后还要 await 这个任务。`,
  }),

  cancelLooks: {
    en: 'While cancelAndWait waited, a timer of your code was set. It needs none: `await task` tells the moment in which the task ends, and one `cancel` is enough.',
    'zh-CN': 'cancelAndWait 在等的时候，你的代码还开着一个计时器。不需要计时器：`await task` 会告诉你任务结束的那一刻，`cancel` 一次就够了。',
  },

  waitedTooLong: (name: string, end: number, at: number): Text => ({
    en: `The task '${name}' had ended at ${end} ms, and cancelAndWait only at ${at} ms. Awaiting the task is enough: it tells the moment.`,
    'zh-CN': `任务 '${name}' 在 ${end} 毫秒时就结束了，cancelAndWait 却到 ${at} 毫秒才结束。await 这个任务就够了：它一结束你就会知道。`,
  }),

  otherOutcome: (due: string, got: unknown, way: Text): Text => ({
    en: `${way.en} That is '${due}', but cancelAndWait gave ${show(got)}. Look at how the task has ended, not at what was asked of it: \`await\` gives a result or throws, and \`task.cancelled()\` tells which kind of throw.`,
    'zh-CN': `${way['zh-CN']}这算 '${due}'，cancelAndWait 给出的却是 ${show(got)}。要看任务是怎样结束的，而不是看请求了什么：\`await\` 要么得到结果，要么抛出错误；是哪一种错误，\`task.cancelled()\` 会告诉你。`,
  }),

  outcomeAt: (way: Text, due: number, at: number): Text => ({
    en: `${way.en} cancelAndWait was due after ${due} ms, when the task had ended, and came after ${at} ms.`,
    'zh-CN': `${way['zh-CN']}任务在 ${due} 毫秒后结束，cancelAndWait 也应该在那时结束，却用了 ${at} 毫秒。`,
  }),

  /** How tasks end. */
  ways: {
    cancelled: { en: 'The task was cancelled, cleaned up, and threw the CancelledError on.', 'zh-CN': '任务被取消，收拾完之后，把 CancelledError 继续抛了出去。' },
    stubborn: { en: 'The task was cancelled, caught that, and returned a result all the same.', 'zh-CN': '任务被取消时接住了错误，照样返回了结果。' },
    failing: { en: 'The task was cancelled, and something went wrong while it cleaned up: it threw something else.', 'zh-CN': '任务被取消，收拾时出了错：它抛出的是别的东西。' },
    hadFinished: { en: 'The task had given its result before cancelAndWait was called.', 'zh-CN': '调用 cancelAndWait 之前，任务已经给出了结果。' },
    hadGivenNothing: { en: 'The task had ended before cancelAndWait was called, and had given undefined: a result like any other.', 'zh-CN': '调用 cancelAndWait 之前，任务已经结束，给出的是 undefined：那也是一个结果。' },
    hadFailed: { en: 'The task had failed before cancelAndWait was called.', 'zh-CN': '调用 cancelAndWait 之前，任务已经失败了。' },
    wasCancelled: { en: 'The task had been cancelled, and had ended, before cancelAndWait was called.', 'zh-CN': '调用 cancelAndWait 之前，任务已经被取消并且结束了。' },
    deaf: { en: 'The task does not listen to its signal: it ends as cancelled at once, and its body is left behind.', 'zh-CN': '任务没有听自己的信号：它马上以“已取消”结束，函数体被丢下，自己继续运行。' },
    unbegun: { en: 'The task was cancelled before its body had begun.', 'zh-CN': '任务的函数体还没有开始，就被取消了。' },
  },
} as const;
