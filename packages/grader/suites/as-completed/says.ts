import { Task } from '@teatime/core';
import { list, show, type Text } from '@teatime/grader/kit';

/** What the checks of `as-completed` tell a student. */
export const says = {
  noLoop: (got: unknown): Text => ({
    en: `asCompleted gave ${show(got)}, and no \`for await\` can loop over that.${got === undefined ? ' Is there a `return`?' : ''} Is it an \`async function*\`, or does it give back an object with \`next\` and \`[Symbol.asyncIterator]\`?`,
    'zh-CN': `asCompleted 给出的是 ${show(got)}，\`for await\` 没有办法遍历它。${got === undefined ? '是不是少了 `return`？' : ''}它是 \`async function*\` 吗？还是返回了带有 \`next\` 和 \`[Symbol.asyncIterator]\` 的对象？`,
  }),

  noIterator: (got: unknown): Text => ({
    en: `asCompleted gave ${show(got)}. Its \`[Symbol.asyncIterator]()\` has to give an object with a method \`next\`.`,
    'zh-CN': `asCompleted 给出的是 ${show(got)}。它的 \`[Symbol.asyncIterator]()\` 应该给出一个带有 \`next\` 方法的对象。`,
  }),

  noStep: (got: unknown): Text => ({
    en: `\`next\` (and \`return\`) have to give a promise of { done, value }. Yours came to ${show(got)}.`,
    'zh-CN': `\`next\`（以及 \`return\`）应该给出一个结果为 { done, value } 的 promise，你的结果却是 ${show(got)}。`,
  }),

  neverEnds: (came: readonly string[]): Text => ({
    en: `All tasks were done long ago, but the loop still waits for another one. So far came ${list(came).en}.`,
    'zh-CN': `任务早就全部完成了，循环却还在等下一个。到现在为止来了 ${list(came)['zh-CN']}。`,
  }),

  failuresNeverCame: (names: readonly string[]): Text => ({
    en: `${list(names).en} failed and never came, and the loop still waits. A failed task is done, too: \`then\` takes a second function, which hears of the failure. Hand it out as { task, status: 'rejected', reason }.`,
    'zh-CN': `${list(names)['zh-CN']} 失败了，却一直没有来，循环还在等。失败的任务也是完成了：\`then\` 的第二个函数会收到失败的原因。请以 { task, status: 'rejected', reason } 给出它。`,
  }),

  tooMany: (tasks: number): Text => ({
    en: `There were ${tasks} tasks, but the loop went on giving. Each task comes once.`,
    'zh-CN': `一共 ${tasks} 个任务，循环却还在不断给出。每个任务只来一次。`,
  }),

  noCompletion: (got: unknown): Text => ({
    en: `The loop gave ${show(got)}. It has to give completions: { task, status: 'fulfilled', value } or { task, status: 'rejected', reason }.`,
    'zh-CN': `循环给出了 ${show(got)}。它应该给出 completion：{ task, status: 'fulfilled', value } 或者 { task, status: 'rejected', reason }。`,
  }),

  otherOrder: (expected: readonly string[], came: readonly string[]): Text => ({
    en: `They were done in the order ${list(expected).en}, but they came as ${list(came).en}. Who is done first comes first, wherever it stands in the list, whatever it is called and however it ended.`,
    'zh-CN': `它们完成的顺序是 ${list(expected)['zh-CN']}，来的顺序却是 ${list(came)['zh-CN']}。谁先完成谁先来，不管它在列表里的位置、叫什么名字、结局如何。`,
  }),

  orderOfTheList: (expected: readonly string[], came: readonly string[]): Text => ({
    en: `They came as ${list(came).en}: that is the order of the list, and they were done in the order ${list(expected).en}. An \`await\` in a loop over the list waits for the first of it, while others are done already. Listen to all of them first, with \`then\`, and hand out whoever is done.`,
    'zh-CN': `来的顺序是 ${list(came)['zh-CN']}：这是列表的顺序，而它们完成的顺序是 ${list(expected)['zh-CN']}。在遍历列表的循环里 await，就会一直等列表里的第一个，哪怕别的早就完成了。请先用 \`then\` 监听所有任务，谁完成了就给出谁。`,
  }),

  cameLate: (name: string, done: number, at: number): Text => ({
    en: `${name} was done after ${done} ms, but it came after ${at} ms. Hand out each one the moment it is done.`,
    'zh-CN': `${name} 在 ${done} 毫秒时完成，却到 ${at} 毫秒才来。请在完成的那一刻就给出。`,
  }),

  endedLate: (last: number, at: number): Text => ({
    en: `The last task was done and handed out after ${last} ms, but the loop was over only after ${at} ms. With the last one it ends: what does it wait for?`,
    'zh-CN': `最后一个任务在 ${last} 毫秒时完成并给出了，循环却到 ${at} 毫秒才结束。给出最后一个之后它就该结束：它还在等什么？`,
  }),

  cameLateWhileBusy: (name: string, due: number, at: number): Text => ({
    en: `${name} was done, and the loop was free for it after ${due} ms, but it came after ${at} ms. What has piled up is handed out at once.`,
    'zh-CN': `${name} 已经完成，循环在 ${due} 毫秒时也有空了，它却到 ${at} 毫秒才来。积压下来的要立刻给出。`,
  }),

  looksNowAndThen: {
    en: 'While the loop waits, a timer of yours is running, to look now and then whether somebody is done. Nobody has to look: `then` and `await` tell you.',
    'zh-CN': '循环在等待的时候，你还开着一个计时器，隔一会儿看一次有没有完成的。不用去看：`then` 和 `await` 会通知你。',
  },

  wrongTask: (name: string, got: unknown): Text => {
    const other = got instanceof Task ? undefined : show(got);
    return {
      en: `With the result of ${name} came ${other ?? 'another task'}. \`task\` has to be the very task from the list.`,
      'zh-CN': `和 ${name} 的结果一起来的是${other ? ` ${other}` : '别的任务'}。\`task\` 应该就是列表里的那个任务本身。`,
    };
  },

  renamed: (name: string, now: string): Text => ({
    en: `A task was called '${name}', and now it is called '${now}'. The tasks belong to somebody else: leave their names alone.`,
    'zh-CN': `有一个任务原来叫 '${name}'，现在却叫 '${now}'。任务是属于别人的：不要改它的名字。`,
  }),

  missing: (expected: readonly string[], came: readonly string[]): Text => {
    const lost = list(expected.filter((name) => !came.includes(name)));
    const doubles = list([...new Set(came.filter((name, i) => came.indexOf(name) < i))]);
    const isDouble = new Set(came).size < came.length;
    return {
      en: `The list held ${list(expected).en}. There came ${list(came).en}, and then the loop was over: ${lost.en} never came${isDouble ? `, and ${doubles.en} came more than once` : ''}. Each task comes once, whatever becomes of it.`,
      'zh-CN': `列表里有 ${list(expected)['zh-CN']}，来的是 ${list(came)['zh-CN']}，然后循环就结束了：${lost['zh-CN']} 一直没有来${isDouble ? `，${doubles['zh-CN']} 却来了不止一次` : ''}。不管结局如何，每个任务都要来一次。`,
    };
  },

  bareResult: (name: string, got: unknown): Text => ({
    en: `The loop gave ${show(got)}, which is the bare result of ${name}: nobody can tell whose it is. (\`yield task\` does that: an async generator awaits what it yields.) Yield an object that holds the task: { task, status: 'fulfilled', value }.`,
    'zh-CN': `循环给出了 ${show(got)}，它只是 ${name} 的结果本身，看不出是谁的。（写 \`yield task\` 就会这样：async 生成器会先 await 要交出去的东西。）请 yield 一个装着任务的对象：{ task, status: 'fulfilled', value }。`,
  }),

  notTheFirst: (name: string, got: unknown): Text => ({
    en: `${name} was done first, but the first that the loop gave was ${show(got)}.`,
    'zh-CN': `最先完成的是 ${name}，循环首先给出的却是 ${show(got)}。`,
  }),

  otherOutcome: (got: unknown): Text => ({
    en: `The loop gave ${show(got)}. That is a completion, but what it tells became of none of the tasks: the value has to be what the task gave, the reason what it threw, as it is.`,
    'zh-CN': `循环给出了 ${show(got)}。它是一个 completion，可是没有哪个任务的结局是这样：value 应该就是任务给出的东西，reason 应该就是它抛出的东西，保持原样。`,
  }),

  whileBusy: (expected: readonly string[], came: readonly string[]): Text => ({
    en: `The loop was busy after the first one, and meanwhile all were done, in the order ${list(expected).en}. They came as ${list(came).en}.`,
    'zh-CN': `拿到第一个之后，循环一直在忙，这期间其余的按 ${list(expected)['zh-CN']} 的顺序全部完成了。来的却是 ${list(came)['zh-CN']}。`,
  }),

  threw: (name: string): Text => ({
    en: `${name} failed, and the loop threw its error. A failure is an outcome: { task, status: 'rejected', reason }, and the loop goes on.`,
    'zh-CN': `${name} 失败了，循环抛出了它的错误。失败也是一种结局：{ task, status: 'rejected', reason }，循环要继续。`,
  }),

  failedAs: (name: string, error: unknown, got: unknown): Text => ({
    en: `${name} failed with ${show(error)}, but the loop gave ${show(got)}. It has to be status 'rejected', and the reason ${show(error)} itself, not a text or an error made of it.`,
    'zh-CN': `${name} 以 ${show(error)} 失败，循环给出的却是 ${show(got)}。应该是 status 'rejected'，reason 就是 ${show(error)} 本身，而不是由它变成的文本或别的错误。`,
  }),

  gaveAs: (name: string, result: unknown, got: unknown): Text => ({
    en: `${name} gave ${show(result)}, but the loop gave ${show(got)}. It has to be status 'fulfilled', with that result as the value.`,
    'zh-CN': `${name} 给出了 ${show(result)}，循环给出的却是 ${show(got)}。应该是 status 'fulfilled'，value 就是那个结果。`,
  }),

  cancelledAs: (name: string, got: unknown): Text => ({
    en: `${name} was cancelled, and the loop gave ${show(got)}. A cancelled task has ended, too: status 'rejected', and its CancelledError as the reason.`,
    'zh-CN': `${name} 被取消了，循环给出的却是 ${show(got)}。被取消也是一种结束：应该是 status 'rejected'，reason 是它的 CancelledError。`,
  }),

  emptyHangs: {
    en: 'With an empty list the loop waits for ever. It has to be over at once.',
    'zh-CN': '列表是空的，循环却一直在等。它应该立刻结束。',
  },

  emptyTakes: (took: number): Text => ({
    en: `With an empty list the loop took ${took} ms. There is nothing to wait for: it has to be over at once.`,
    'zh-CN': `列表是空的，循环却用了 ${took} 毫秒。没有要等的，应该立刻结束。`,
  }),

  cameOften: (name: string, times: number): Text => ({
    en: `${name} came ${times} times. A task is done once, so it comes once, however often it stands in the list.`,
    'zh-CN': `${name} 来了 ${times} 次。一个任务只完成一次，所以不管在列表里出现几次，都只来一次。`,
  }),

  doneBefore: (name: string, begin: number, at: number): Text => ({
    en: `${name} was done before the loop began at ${begin} ms, but it came only at ${at} ms.`,
    'zh-CN': `${name} 在循环开始（${begin} 毫秒）之前就完成了，却到 ${at} 毫秒才来。`,
  }),

  leavingTakes: (left: number, at: number): Text => ({
    en: `The loop was left (break) after ${left} ms, but the program could go on only after ${at} ms: your generator (its \`finally\`, or its \`return\`) still waits for somebody. Who leaves waits for nobody.`,
    'zh-CN': `循环在 ${left} 毫秒时被 break 离开，程序却到 ${at} 毫秒才能继续：你的生成器（\`finally\` 或 \`return\`）还在等别人。离开的人谁也不用等。`,
  }),

  stopped: (name: string): Text => ({
    en: `When the loop was left, ${name} was stopped. It belongs to somebody else: leave it alone.`,
    'zh-CN': `离开循环时，${name} 被停下了。它是属于别人的：不要动它。`,
  }),
} as const;
