import { list, show, type Text } from '@teatime/grader/kit';

/** What the checks of this exercise say: what happened, what in the code did it, and what to do. */
export const says = {
  // What is no stream
  noStream: (name: string, got: unknown): Text => ({
    en: `\`${name}\` gave ${show(got)}, and that is nothing whose items can be waited for one by one.${slipOf(got).en} Make it an \`async function*\`, or give back an object with \`[Symbol.asyncIterator]()\`.`,
    'zh-CN': `\`${name}\` 给出的是 ${show(got)}，没有办法从中一个一个地等元素。${slipOf(got)['zh-CN']}请把它写成 \`async function*\`，或者返回带有 \`[Symbol.asyncIterator]()\` 的对象。`,
  }),

  noIterator: (name: string, got: unknown): Text => ({
    en: `The \`[Symbol.asyncIterator]()\` of what \`${name}\` gave came to ${show(got)}. It has to give an object with a method \`next\`.`,
    'zh-CN': `\`${name}\` 给出的对象，它的 \`[Symbol.asyncIterator]()\` 得到的是 ${show(got)}。应该得到一个带有 \`next\` 方法的对象。`,
  }),

  noStep: (name: string) => (got: unknown): Text => ({
    en: `\`next\` of what \`${name}\` gave came to ${show(got)}. It has to give a promise of { done, value }.`,
    'zh-CN': `\`${name}\` 给出的对象，它的 \`next\` 得到的是 ${show(got)}。应该得到一个结果为 { done, value } 的 promise。`,
  }),

  noStepOfReturn: (name: string) => (got: unknown): Text => ({
    en: `The loop was left, and \`return\` of what \`${name}\` gave came to ${show(got)}: a \`for await\` fails with that. It has to give a promise of { done: true, value: undefined }.`,
    'zh-CN': `循环被离开，\`${name}\` 给出的对象的 \`return\` 得到的却是 ${show(got)}：\`for await\` 会因此失败。应该得到一个结果为 { done: true, value: undefined } 的 promise。`,
  }),

  // What never ends, or ends at another time
  hangs: (name: string, came: number): Text => ({
    en: `A loop over \`${name}\` waits for ever: ${came === 0 ? 'nothing came' : `${came} came`}, and the sources were over long ago. Is there a promise that nobody resolves? The end of a source, and its error, have to wake whoever waits.`,
    'zh-CN': `\`${name}\` 的循环永远在等：${came === 0 ? '什么也没有来' : `来了 ${came} 个`}，而来源早就结束了。是不是有一个 promise 没有人去 resolve？来源结束或者出错，也要唤醒正在等的人。`,
  }),

  hangsWhenLeft: (name: string): Text => ({
    en: `A loop over \`${name}\` was left with \`break\`, and the program never went on: your \`finally\`, or your \`return\`, waits for something that never comes. Does it wait for a reader that itself waits for room? Wake that one first.`,
    'zh-CN': `用 \`break\` 离开 \`${name}\` 的循环之后，程序再也没有继续：你的 \`finally\`（或者 \`return\`）在等永远不会来的事。是不是在等一个自己正在等空位的读取者？请先唤醒它。`,
  }),

  hangsAfterError: (name: string, error: unknown): Text => ({
    en: `A source failed with ${show(error)}, and the loop over \`${name}\` waits for ever. Whoever reads ahead has to hand the error on, too: \`then\` takes a second function, which hears of it.`,
    'zh-CN': `来源以 ${show(error)} 失败，\`${name}\` 的循环却永远在等。提前读取的人也要把错误交出去：\`then\` 的第二个函数会收到它。`,
  }),

  endsLate: (name: string, due: number, at: number): Text => ({
    en: `The loop over \`${name}\` could be over after ${due} ms: there was nothing more to wait for. It was over after ${at} ms.`,
    'zh-CN': `\`${name}\` 的循环在 ${due} 毫秒时就该结束：没有什么要等的了。它却到 ${at} 毫秒才结束。`,
  }),

  endsBefore: (name: string, wanted: number, came: number, at: number): Text => ({
    en: `The loop over \`${name}\` was over by itself after ${at} ms and ${came} items; the sources had at least ${wanted}. It is over when ${name === 'merge' ? 'all sources are' : 'the source is'}.`,
    'zh-CN': `\`${name}\` 的循环在 ${at} 毫秒、来了 ${came} 个元素时自己结束了；来源里至少有 ${wanted} 个。${name === 'merge' ? '所有来源都结束，它才结束' : '来源结束，它才结束'}。`,
  }),

  looksNowAndThen: (name: string): Text => ({
    en: `While \`${name}\` had nothing to do but to wait, a timer of yours was set, to look again later. Nobody has to look: \`await\`, \`then\`, or a promise that the other side resolves, tells you.`,
    'zh-CN': `\`${name}\` 只需要等待的时候，你的代码设了定时器，打算过一会儿再看。不用去看：\`await\`、\`then\`，或者由对方来 resolve 的 promise，会通知你。`,
  }),

  // When it reads
  readsAtTheCall: (name: string, asked: number): Text => ({
    en: `\`${name}\` was called and nobody looped over it, and the source was asked for ${asked === 1 ? 'an item' : `${asked} items`}. Nobody may ever loop over it. Begin to read when the first item is asked for: the body of an \`async function*\` runs only then.`,
    'zh-CN': `只是调用了 \`${name}\`，没有人循环，来源却被要了 ${asked} 个元素。也许根本不会有人来循环。请等到有人要第一个元素时再开始读：\`async function*\` 的函数体到那时才运行。`,
  }),

  takesOneMore: (count: number, asked: number): Text => ({
    en: `\`take(source, ${count})\` asked the source for ${asked} items. When it has those, there is nothing more to ask for: look at the number before you read on, not afterwards. The next one may take hours.`,
    'zh-CN': `\`take(source, ${count})\` 向来源要了 ${asked} 个元素。拿到第 ${count} 个之后就不用再要：请在继续读之前看数目，不要在之后。下一个也许要等几个小时。`,
  }),

  readsForNone: (asked: number): Text => ({
    en: `\`take(source, 0)\` asked the source for ${asked === 1 ? 'an item' : `${asked} items`}. To take none, nothing has to be read: look at the number first.`,
    'zh-CN': `\`take(source, 0)\` 向来源要了 ${asked} 个元素。一个都不取，就什么也不用读：请先看数目。`,
  }),

  takesDespiteNone: (item: unknown): Text => ({
    en: `\`take(source, 0)\` gave ${show(item)}. It takes none: look at the number before you read.`,
    'zh-CN': `\`take(source, 0)\` 给出了 ${show(item)}。它一个也不取：请在读之前看数目。`,
  }),

  notAhead: (item: number, free: number, asked: number): Text => ({
    en: `The source had given item ${item - 1} after ${free} ms, and was asked for item ${item} only after ${asked} ms: nobody read while the consumer was busy. An \`async function*\` stands still at its \`yield\`. Something has to go on beside it: ask for the next item **before** you hand out this one.`,
    'zh-CN': `来源在 ${free} 毫秒时给出了第 ${item - 1} 个元素，到 ${asked} 毫秒才有人来要第 ${item} 个：使用者忙的时候，没有人在读。\`async function*\` 停在 \`yield\` 处不动，旁边得有别的东西继续：请在交出这一个**之前**，就去要下一个。`,
  }),

  tooFarAhead: (size: number, ahead: number): Text => ({
    en: `With \`buffer(source, ${size})\` the consumer was busy, and ${ahead} items were read ahead. At most ${size} may lie ready (and one may be in the hand). Count what lies ready, and stop reading: the source is only slowed down when nobody asks it.`,
    'zh-CN': `用 \`buffer(source, ${size})\` 时，使用者在忙，却提前读了 ${ahead} 个。最多只能备好 ${size} 个（手里还可以拿着一个）。请数一数备好的个数，满了就不再读：没有人来要，来源才会慢下来。`,
  }),

  notFarEnough: (size: number, ahead: number, taken: number): Text => ({
    en: `With \`buffer(source, ${size})\` the consumer had taken ${taken} and was busy for a long time. Only ${ahead} lay ready then, and there was room for ${size}. Read on whenever there is room: also when one was taken out, and not only when nothing is left.`,
    'zh-CN': `用 \`buffer(source, ${size})\` 时，使用者取走了 ${taken} 个，然后忙了很久。这时只备好了 ${ahead} 个，而位置有 ${size} 个。只要有空位就继续读：取走一个之后也是，不要等到全部取完。`,
  }),

  readsOn: (name: string, source: string, asked: number): Text => ({
    en: `The loop over \`${name}\` was over, and afterwards ${source === 'source' ? 'the source' : `source ${source}`} was asked for ${asked === 1 ? 'another item' : `${asked} more items`}, which nobody will see. Whoever reads beside the loop has to be told that it was left.`,
    'zh-CN': `\`${name}\` 的循环已经结束，之后${source === 'source' ? '来源' : `来源 ${source} `}又被要了 ${asked} 个元素，谁也不会看到它们。循环一离开，就要告诉在旁边读取的人。`,
  }),

  // What came
  tooMany: (name: string, most: number): Text => ({
    en: `The sources had ${most} to give in all, and the loop over \`${name}\` gave more. Look at \`done\` of each step: when it is true, there is no item.`,
    'zh-CN': `来源一共有 ${most} 个元素，\`${name}\` 的循环却给出了更多。请看每一步的 \`done\`：它为 true 时，就没有元素。`,
  }),

  oneTooMany: (name: string, items: number, got: unknown): Text => ({
    en: `The loop over \`${name}\` was to give ${items} items, and then gave ${show(got)} as well.`,
    'zh-CN': `\`${name}\` 的循环应该给出 ${items} 个元素，之后却还给出了 ${show(got)}。`,
  }),

  missing: (name: string, items: number, came: number, item: unknown): Text => ({
    en: `The loop over \`${name}\` was over after ${came} of ${items} items: ${show(item)} never came. Every value can be an item (0, '', undefined), so only \`done\` tells the end; and at the end, what lies ready has to be handed out first.`,
    'zh-CN': `\`${name}\` 的循环给出 ${came} 个元素就结束了，一共应该有 ${items} 个：${show(item)} 一直没有来。什么都可以是元素（0、''、undefined），只有 \`done\` 才表示结束；结束时，备好的要先交出去。`,
  }),

  leftOut: (name: string, number: number, item: unknown, got: unknown): Text => ({
    en: `Item ${number} of the loop over \`${name}\` is ${show(item)}, and ${show(got)} came, which has its turn later. First in, first out, and nothing is dropped: not when it is falsy, and not when there is no room.`,
    'zh-CN': `\`${name}\` 的循环的第 ${number} 个元素应该是 ${show(item)}，来的却是后面才轮到的 ${show(got)}。先进先出，什么也不能丢：值是假的也好，没有空位也好，都不能丢。`,
  }),

  again: (name: string, number: number, item: unknown, got: unknown): Text => ({
    en: `Item ${number} of the loop over \`${name}\` is ${show(item)}, and ${show(got)} came, which had come before. Take out what you hand out.`,
    'zh-CN': `\`${name}\` 的循环的第 ${number} 个元素应该是 ${show(item)}，来的却是已经来过的 ${show(got)}。交出去的，要先取出来。`,
  }),

  otherItem: (name: string, number: number, item: unknown, got: unknown): Text => ({
    en: `Item ${number} of the loop over \`${name}\` is ${show(item)}, and ${show(got)} came. Hand items on as they are: the \`value\` of the step, and nothing around it.`,
    'zh-CN': `\`${name}\` 的循环的第 ${number} 个元素应该是 ${show(item)}，来的却是 ${show(got)}。请原样交出元素：就是那一步的 \`value\`，外面不要包任何东西。`,
  }),

  cameLate: (name: string, item: string, due: number, at: number): Text => ({
    en: `${item} could be handed out after ${due} ms, and came out of \`${name}\` after ${at} ms. Hand each one out the moment it is there and the consumer is free.`,
    'zh-CN': `${item} 在 ${due} 毫秒时就可以交出，却到 ${at} 毫秒才从 \`${name}\` 出来。元素一到，使用者又有空，就要马上交出。`,
  }),

  otherOrder: (due: readonly string[], came: readonly string[]): Text => ({
    en: `The sources gave in the order ${list(due).en}, and the loop over \`merge\` got ${list(came).en}. Who waits for one source does not hear the others: ask all of them at first, listen to all at once, and hand out whichever comes.`,
    'zh-CN': `来源给出的先后是 ${list(due)['zh-CN']}，\`merge\` 的循环得到的却是 ${list(came)['zh-CN']}。只等一个来源，就听不到别的：请先向所有来源各要一个，同时听着，谁来了就交出谁。`,
  }),

  lostWhileBusy: (source: string, number: number, item: unknown, later: boolean): Text => ({
    en: `The consumer of \`merge\` was busy now and then. Item ${number} of source ${source}, ${show(item)}, ${later ? 'came out of its turn: the items of one source keep their order' : 'never came. What has come meanwhile has to lie somewhere until it is asked for; and keep the promise of each source until its item is handed out'}.`,
    'zh-CN': `\`merge\` 的使用者有时在忙。来源 ${source} 的第 ${number} 个元素 ${show(item)} ${later ? '没有按次序来：同一个来源的元素要保持先后' : '一直没有来。忙的时候到来的，要先放在一个地方；每个来源的 promise，要保留到它的元素交出为止'}。`,
  }),

  noneHangs: {
    en: '`merge()` of no source waits for ever. There is nothing to come: it is over at once. (`Promise.race([])` never settles.)',
    'zh-CN': '没有来源的 `merge()` 永远在等。没有什么会来，应该立刻结束。（`Promise.race([])` 永远不会有结果。）',
  },

  // Closing
  lastItemLate: (due: number, at: number): Text => ({
    en: `The last item that \`take\` takes was there after ${due} ms, and came after ${at} ms: you close the source first. Hand the item out, and close then.`,
    'zh-CN': `\`take\` 要取的最后一个元素在 ${due} 毫秒时就到了，却到 ${at} 毫秒才给出：你先去关闭来源了。请先交出元素，再关闭。`,
  }),

  neverClosed: (name: string, source: string): Text => ({
    en: `The loop over \`${name}\` was over before its ${source === 'source' ? 'source' : `source ${source}`} was, and nobody closed that one: its connection stays open. A \`for await\` that is left closes what it loops over; who calls \`next\` by hand calls \`return\`, too, in \`finally\`.`,
    'zh-CN': `\`${name}\` 的循环比${source === 'source' ? '来源' : `来源 ${source} `}先结束，却没有人关闭这个来源：它的连接一直开着。离开 \`for await\` 会关闭它所遍历的东西；自己调用 \`next\` 的，也要在 \`finally\` 里调用 \`return\`。`,
  }),

  cannotBeClosed: (name: string): Text => ({
    en: `The loop over \`${name}\` was left, and the source stays open: your iterator has no \`return\`, so nobody can tell it. Give it one that closes the source, or write an \`async function*\` with \`finally\`.`,
    'zh-CN': `\`${name}\` 的循环被离开了，来源却一直开着：你的迭代器没有 \`return\`，没有办法通知它。请加上一个会关闭来源的 \`return\`，或者写带有 \`finally\` 的 \`async function*\`。`,
  }),

  cleanUpNotAwaited: (name: string, source: string, end: number, over: number): Text => ({
    en: `The loop over \`${name}\` was over after ${end} ms, and ${source === 'source' ? 'its source' : `source ${source}`} was closed only after ${over} ms. The code behind the loop relies on that: \`await\` what \`return\` gives${name === 'merge' ? ', for all of them' : ''}.`,
    'zh-CN': `\`${name}\` 的循环在 ${end} 毫秒时结束，${source === 'source' ? '来源' : `来源 ${source} `}却到 ${over} 毫秒才关闭完。循环后面的代码指望它已经关闭：请 \`await\` 它的 \`return\`${name === 'merge' ? '，每个来源都要等' : ''}。`,
  }),

  leavesLate: (name: string, due: number, at: number): Text => ({
    en: `The loop over \`${name}\` was left, everything was closed and cleaned up after ${due} ms, and the program went on only after ${at} ms. What do you wait for?`,
    'zh-CN': `\`${name}\` 的循环被离开，${due} 毫秒时全都关闭并清理完了，程序到 ${at} 毫秒才继续。还在等什么？`,
  }),

  pipelineNotClosed: (source: string): Text => ({
    en: `In \`take(merge(buffer(a), buffer(b)), n)\` take had its items, and source ${source} was never closed. Each one closes what it reads from: take closes merge, merge closes both buffers, and each buffer its source.`,
    'zh-CN': `在 \`take(merge(buffer(a), buffer(b)), n)\` 里，take 取够了，来源 ${source} 却一直没有关闭。每一个都要关闭自己所读的：take 关闭 merge，merge 关闭两个 buffer，buffer 关闭各自的来源。`,
  }),

  pipelineNotAwaited: (source: string, end: number, over: number): Text => ({
    en: `In \`take(merge(buffer(a), buffer(b)), n)\` the loop was over after ${end} ms, and source ${source} was closed only after ${over} ms. Each one waits for what it closes: \`await\` what \`return\` gives.`,
    'zh-CN': `在 \`take(merge(buffer(a), buffer(b)), n)\` 里，循环在 ${end} 毫秒时结束，来源 ${source} 却到 ${over} 毫秒才关闭完。每一个都要等自己所关闭的：请 \`await\` 它的 \`return\`。`,
  }),

  // Errors
  swallows: (name: string, error: unknown): Text => ({
    en: `A source failed with ${show(error)}, and the loop over \`${name}\` ended as if all had been well. An error is no end: throw it on.`,
    'zh-CN': `来源以 ${show(error)} 失败，\`${name}\` 的循环却像一切正常那样结束了。出错不是结束：请把错误抛出去。`,
  }),

  otherError: (name: string, error: unknown, reason: unknown): Text => ({
    en: `A source failed with ${show(error)}, and the loop over \`${name}\` with ${show(reason)}. Throw the error itself.`,
    'zh-CN': `来源以 ${show(error)} 失败，\`${name}\` 的循环却以 ${show(reason)} 失败。请抛出那个错误本身。`,
  }),

  errorBeforeItems: (items: number, came: number): Text => ({
    en: `The source gave ${items} items and then failed. The loop over \`buffer\` was given ${came} of them, and then the error: what had been read before was lost. An error has its turn like an item: it comes when those before it were handed out.`,
    'zh-CN': `来源给出 ${items} 个元素之后失败了。\`buffer\` 的循环只得到其中 ${came} 个，就收到了错误：之前读到的丢了。错误也和元素一样排队：前面的都交出之后，才轮到它。`,
  }),

  errorLate: (name: string, due: number, at: number): Text => ({
    en: `A source failed, and the loop over \`${name}\` could have been told after ${due} ms. It was told after ${at} ms. ${name === 'merge' ? 'Do not wait for the others to end: close them.' : 'Hand the error on the moment its turn has come.'}`,
    'zh-CN': `来源失败了，\`${name}\` 的循环在 ${due} 毫秒时就该知道，却到 ${at} 毫秒才知道。${name === 'merge' ? '不要等别的来源自己结束：请关闭它们。' : '一轮到错误，就要马上交出。'}`,
  }),

  failsWithTheSource: (name: string, error: unknown): Text => ({
    en: `The loop over \`${name}\` failed with ${show(error)}, the error of a source, and had not given yet what that source gave before. An error has its turn like an item.`,
    'zh-CN': `\`${name}\` 的循环以来源的错误 ${show(error)} 失败了，而那个来源之前给出的元素还没有交出。错误也和元素一样，要等轮到它。`,
  }),

  othersNotClosed: (source: string): Text => ({
    en: `One source failed, the loop over \`merge\` was over, and source ${source} was never closed. Nobody reads it any more: an error is a way out like \`break\`, so close the others in \`finally\`.`,
    'zh-CN': `一个来源失败了，\`merge\` 的循环结束了，来源 ${source} 却一直没有关闭。再也没有人读它：出错和 \`break\` 一样是离开，请在 \`finally\` 里关闭其余的来源。`,
  }),
} as const;

/** What went wrong with something that is no stream, where it can be seen. */
function slipOf(got: unknown): Text {
  if (got === undefined) return { en: ' Is there a `return`?', 'zh-CN': '是不是少了 `return`？' };
  if (got instanceof Promise) return { en: ' An `async function` gives one promise; the star makes it a generator.', 'zh-CN': '`async function` 只给出一个 promise；加上星号才是生成器。' };
  if (Array.isArray(got)) return { en: ' A list is there as a whole, and a stream item by item.', 'zh-CN': '列表是一次全部给出的，流要一个一个地来。' };
  return { en: '', 'zh-CN': '' };
}
