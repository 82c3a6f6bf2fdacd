import { field, list, show, type Text } from '@teatime/grader/kit';

/** What the checks of `queue` tell a student. Names such as `put 3` and `get a` are lines of the timeline. */
export const says = {
  noClass: {
    en: '`Queue` cannot be made with `new`. Keep it a class: `export class Queue<T> { … }`.',
    'zh-CN': '`Queue` 不能用 `new` 创建。请让它仍然是一个类：`export class Queue<T> { … }`。',
  },

  noMethod: (name: string): Text => ({
    en: `A queue has no method \`${name}\`. All seven of the task belong to the class.`,
    'zh-CN': `队列没有 \`${name}\` 方法。任务里的七个方法，类里都要有。`,
  }),

  noSize: (size: unknown): Text => ({
    en: `\`queue.size\` is ${show(size)}, not a number. It is read without parentheses: \`get size() { … }\`.`,
    'zh-CN': `\`queue.size\` 是 ${show(size)}，不是数字。读取时不带括号：请写成 \`get size() { … }\`。`,
  }),

  givesPromise: (method: string): Text => ({
    en: `\`${method}\` gave a promise. It does not wait, so it is no async function: it works, or it throws, at once.`,
    'zh-CN': `\`${method}\` 给出了一个 promise。它不等待，所以不是 async 函数：要么立刻完成，要么立刻抛出错误。`,
  }),

  putThrowsFull: {
    en: '`put` failed with QueueFull. Only `putNowait` does that: `put` waits until there is room.',
    'zh-CN': '`put` 以 QueueFull 失败了。只有 `putNowait` 才这样：`put` 要等到有空位。',
  },

  getThrowsEmpty: {
    en: '`get` failed with QueueEmpty. Only `getNowait` does that: `get` waits until there is an item.',
    'zh-CN': '`get` 以 QueueEmpty 失败了。只有 `getNowait` 才这样：`get` 要等到有元素。',
  },

  throwsShutDown: {
    en: 'A call failed with QueueShutDown, although it should have gone well: nobody had called `shutdown`, or there were still items to take.',
    'zh-CN': '一次本该成功的调用以 QueueShutDown 失败了：还没有人调用过 `shutdown`，或者还有元素可取。',
  },

  fullTooEarly: {
    en: '`putNowait` threw QueueFull although there was room. Compare the number of items that are in with `maxsize`: those that wait do not count, nor those that were taken, done or not.',
    'zh-CN': '还有空位，`putNowait` 就抛出了 QueueFull。要和 `maxsize` 比较的是队列里的元素个数：还在等的不算，已经取走的也不算，不管有没有做完。',
  },

  emptyTooEarly: {
    en: '`getNowait` threw QueueEmpty although an item was in. Do you test the item itself? 0, "", false and undefined are items too: ask how many there are.',
    'zh-CN': '队列里有元素，`getNowait` 却抛出了 QueueEmpty。你是在判断元素本身的真假吗？0、""、false 和 undefined 也是元素：要看有几个。',
  },

  waitsWithoutLimit: (place: number): Text => ({
    en: `The queue has no limit (maxsize 0, or not given), yet put number ${place} waits for room. 0 means any number: with \`maxsize === 0\` a queue is never full.`,
    'zh-CN': `队列没有上限（maxsize 为 0 或者没有给），第 ${place} 次 put 却在等空位。0 表示不限个数：\`maxsize === 0\` 的队列永远不满。`,
  }),

  otherSize: (expected: number, size: number): Text => ({
    en: `${expected} items are in the queue, and \`size\` says ${size}. Count what is in: not those who wait, and not what is gone.`,
    'zh-CN': `队列里有 ${expected} 个元素，\`size\` 却是 ${size}。只数队列里的：还在等的不算，已经取走的也不算。`,
  }),

  notGiven: (item: unknown): Text => ({
    en: `${show(item)} was next, and \`get\` waits instead of giving it. Do you test the item itself (\`if (item)\`)? Anything can be an item, 0 and undefined too: ask how many there are.`,
    'zh-CN': `下一个元素是 ${show(item)}，\`get\` 却没有给出它，而是在等。你是在判断元素本身的真假（\`if (item)\`）吗？什么都可以是元素，0 和 undefined 也是：要看有几个。`,
  }),

  lastFirst: {
    en: '`get` gave the item that was put in last. A queue is no pile: take from the front (`shift`), not from the end (`pop`).',
    'zh-CN': '`get` 给出的是最后放进去的元素。队列不是一摞盘子：要从前面取（`shift`），而不是从后面取（`pop`）。',
  },

  ofAnotherQueue: {
    en: 'Two queues were in use, and one gave an item of the other. Keep the items in a field of the class, not in a variable outside of it.',
    'zh-CN': '同时用了两个队列，一个却给出了另一个的元素。请把元素放在类的字段里，而不是类外面的变量里。',
  },

  otherItem: (place: number, item: unknown, got: unknown): Text => ({
    en: `Item number ${place} was ${show(item)}, but ${show(got)} came out. First in, first out, and each item just as it went in.`,
    'zh-CN': `第 ${place} 个元素是 ${show(item)}，取出来的却是 ${show(got)}。先进先出，而且元素放进去时什么样，取出来就是什么样。`,
  }),

  gaveNothing: (value: unknown): Text => ({
    en: `The queue was empty, and a get gave ${show(value)} at once. \`get\` waits for an item, and \`getNowait\` throws QueueEmpty.`,
    'zh-CN': `队列是空的，取元素的调用却立刻给出了 ${show(value)}。\`get\` 要等到有元素，\`getNowait\` 要抛出 QueueEmpty。`,
  }),

  looksNowAndThen: (method: string): Text => ({
    en: `While \`${method}\` waited, a timer of your code was set, to look again later. Keep a promise for each one who waits, and resolve it when the time has come: \`Promise.withResolvers()\`.`,
    'zh-CN': `\`${method}\` 在等的时候，你的代码设了计时器，打算过一会儿再看。请为每个等待者留一个 promise，时机到了就 resolve 它：\`Promise.withResolvers()\`。`,
  }),

  notTold: (way: string): Text => ({
    en: `A \`get\` waited, \`${way}\` brought an item, and the \`get\` waits on. Every put, \`putNowait\` too, has to look whether somebody waits.`,
    'zh-CN': `一个 \`get\` 在等，\`${way}\` 放进了元素，它却还在等。每次放元素，包括 \`putNowait\`，都要看看有没有人在等。`,
  }),

  otherThanPut: (item: unknown, got: unknown): Text => ({
    en: `A \`get\` waited, ${show(item)} was put in, and the \`get\` gave ${show(got)}. It gives the item itself, once there is one.`,
    'zh-CN': `一个 \`get\` 在等，放进的是 ${show(item)}，它给出的却是 ${show(got)}。等到了元素，就要给出那个元素本身。`,
  }),

  toldLate: (due: number, at: number): Text => ({
    en: `The item was put in after ${due} ms, and the \`get\` that waited for it was done after ${at} ms. Resolve its promise in the put itself.`,
    'zh-CN': `元素在 ${due} 毫秒时放进去，等它的 \`get\` 到 ${at} 毫秒才完成。请就在放元素的时候 resolve 它的 promise。`,
  }),

  didNotWait: (limit: number, place: number): Text => ({
    en: `maxsize is ${limit}, as many items were in, and put number ${place} was done at once. Then the queue is full: \`put\` waits until a get makes room. That is what slows a producer down that is too fast.`,
    'zh-CN': `maxsize 是 ${limit}，里面已经有这么多元素，第 ${place} 次 put 却立刻完成了。这时队列已经满了：\`put\` 要等到有人取走元素、腾出空位。太快的生产者就是这样慢下来的。`,
  }),

  waitsWithRoom: (limit: number): Text => ({
    en: `maxsize is ${limit}, fewer items are in, and a \`put\` waits. The queue is full when \`maxsize\` items are in, not before; and what lies there need not be taken before \`put\` is done.`,
    'zh-CN': `maxsize 是 ${limit}，里面的元素没有这么多，\`put\` 却在等。有了 \`maxsize\` 个元素，队列才算满；元素放进去了 \`put\` 就完成，不必等到有人取走。`,
  }),

  tooManyWoken: (place: number): Text => ({
    en: `One item was taken out, which makes room for one; put number ${place} went in as well. Wake one, or have everybody who is woken look again whether there is room.`,
    'zh-CN': `只取走了一个元素，只有一个空位，第 ${place} 次 put 却也进来了。请只唤醒一个，或者让每个醒来的人都再看一次有没有空位。`,
  }),

  notWoken: (place: number, time: number): Text => ({
    en: `After ${time} ms an item was taken out, which makes room. Put number ${place} was next in line, and waits on. Every get has to look whether somebody waits for room.`,
    'zh-CN': `${time} 毫秒时取走了一个元素，有空位了。下一个该轮到第 ${place} 次 put，它却还在等。每次取元素，都要看看有没有人在等空位。`,
  }),

  wokenLate: (place: number, time: number, at: number): Text => ({
    en: `Put number ${place} was done after ${at} ms. The room for it was there after ${time} ms, when an item was taken: neither before nor later.`,
    'zh-CN': `第 ${place} 次 put 在 ${at} 毫秒时完成。给它的空位在 ${time} 毫秒取走元素时才有：不早也不晚，就在那一刻。`,
  }),

  lost: (item: unknown): Text => ({
    en: `${show(item)} was put in, the put went well, and it never came out. Follow it from its \`put\` on: where is it kept, and who takes it out of there?`,
    'zh-CN': `${show(item)} 放进去了，put 也成功了，可是再也没有取出来。请从它的 \`put\` 开始跟着看：它存在哪里，又由谁取出来？`,
  }),

  otherThanNext: (item: unknown, got: unknown): Text => ({
    en: `${show(item)} should have come next, and ${show(got)} came. Items whose put had to wait keep their place as well.`,
    'zh-CN': `下一个应该是 ${show(item)}，来的却是 ${show(got)}。put 等过空位的元素，先后顺序也不能变。`,
  }),

  otherGetterServed: (name: string, winner: string): Text => ({
    en: `${name} waited longest, and the item went to ${winner}. Who waits first is served first: take the first of those who wait, not the last; and see that one who comes does not take the place of another, as in a single variable.`,
    'zh-CN': `等得最久的是 ${name}，元素却给了 ${winner}。先等的先得：要从等待者中取第一个，而不是最后一个；后来的也不能顶掉先来的，只用一个变量来记就会这样。`,
  }),

  nobodyServed: (name: string): Text => ({
    en: `${name} was first among those who wait. An item was put in, and nobody was given it.`,
    'zh-CN': `${name} 是等待者中的第一个。放进了一个元素，却谁也没有拿到。`,
  }),

  oneOfTwoServed: (name: string): Text => ({
    en: `Two items were put in in one breath, for the two who waited, and ${name} was not given one. Did both puts wake the same one? Take it out of the line when you wake it.`,
    'zh-CN': `同一刻放进了两个元素，正好给两个等待者，${name} 却没有拿到。是不是两次 put 唤醒了同一个？唤醒谁，就要马上把谁从等待者中移走。`,
  }),

  otherPutterServed: (name: string, other: string): Text => ({
    en: `There was room for one, ${name} had waited longest, and ${other} went in. Who waits first is served first.`,
    'zh-CN': `有了一个空位，等得最久的是 ${name}，进去的却是 ${other}。先等的先进。`,
  }),

  notWokenAt: (name: string, time: number): Text => ({
    en: `After ${time} ms an item was taken, and ${name}, the first who waits for room, waits on. Every get, \`getNowait\` too, has to look whether somebody waits for room.`,
    'zh-CN': `${time} 毫秒时取走了一个元素，最先等空位的 ${name} 却还在等。每次取元素，包括 \`getNowait\`，都要看看有没有人在等空位。`,
  }),

  oneOfTwoWoken: (name: string): Text => ({
    en: `Two items were taken in one breath, which makes room for the two who waited, and ${name} still waits. Did both gets wake the same one? Take it out of the line when you wake it.`,
    'zh-CN': `同一刻取走了两个元素，正好给两个等待者腾出空位，${name} 却还在等。是不是两次取走唤醒了同一个？唤醒谁，就要马上把谁从等待者中移走。`,
  }),

  otherOrder: (items: readonly string[], taken: readonly unknown[]): Text => ({
    en: `Put in, one after another: ${list(items).en}. Taken out: ${list(taken.map(String)).en}. An item whose put had to wait comes out once, in its turn.`,
    'zh-CN': `依次放进去的是 ${list(items)['zh-CN']}，取出来的是 ${list(taken.map(String))['zh-CN']}。put 等过空位的元素，也要按顺序取出来，而且只取出一次。`,
  }),

  otherError: (method: string, name: string, threw: unknown): Text => ({
    en: `\`${method}\` failed with ${shown(threw)}. Here belongs an error whose \`name\` is '${name}': the class stands at the top of the file.`,
    'zh-CN': `\`${method}\` 以 ${shown(threw)} 失败了。这里应该是 \`name\` 为 '${name}' 的错误：这个类就在文件开头。`,
  }),

  overTheLimit: (limit: number): Text => ({
    en: `${limit} items were in, as many as maxsize allows, and \`putNowait\` took one more. It throws QueueFull, and leaves the queue as it is.`,
    'zh-CN': `已经有 ${limit} 个元素，达到了 maxsize，\`putNowait\` 却又放进了一个。它应该抛出 QueueFull，队列保持不变。`,
  }),

  sizeAfterFull: (limit: number, size: number): Text => ({
    en: `\`putNowait\` threw QueueFull, and \`size\` is ${size} instead of ${limit}: what is refused does not come in. Look first, then change something.`,
    'zh-CN': `\`putNowait\` 抛出了 QueueFull，\`size\` 却是 ${size} 而不是 ${limit}：被拒绝的不能进来。先看，再改。`,
  }),

  hearsNoAbort: (method: 'get' | 'put'): Text => ({
    en: `The signal that \`${method}\` was given aborted, and it waits on. Listen: \`signal.addEventListener('abort', …)\`, and reject with \`signal.reason\`. A signal that has aborted already sends no event: look at \`signal.aborted\` first.`,
    'zh-CN': `传给 \`${method}\` 的信号中止了，它却还在等。请监听：\`signal.addEventListener('abort', …)\`，并以 \`signal.reason\` 失败。早已中止的信号不会再发事件：要先看 \`signal.aborted\`。`,
  }),

  otherReason: (method: string, reason: unknown, got: unknown): Text => ({
    en: `The signal aborted with ${show(reason)}, and \`${method}\` failed with ${shown(got)}. Fail with the reason itself, \`signal.reason\`: by it the caller sees whose stop it was.`,
    'zh-CN': `信号中止的原因是 ${show(reason)}，\`${method}\` 却以 ${shown(got)} 失败了。请就以 \`signal.reason\` 这个对象失败：调用者靠它才知道是谁叫停的。`,
  }),

  abortLate: (method: string, due: number, at: number): Text => ({
    en: `The signal aborted after ${due} ms, and \`${method}\` failed only after ${at} ms. Reject in the listener itself.`,
    'zh-CN': `信号在 ${due} 毫秒时中止，\`${method}\` 到 ${at} 毫秒才失败。请就在监听器里 reject。`,
  }),

  putAlthoughGivenUp: {
    en: 'A `put` waited for room, and its signal aborted. The queue was still full, and the `put` ended well all the same. It fails with `signal.reason`, and its item stays outside.',
    'zh-CN': '一个 `put` 在等空位时，信号中止了。队列还是满的，它却成功了。它应该以 `signal.reason` 失败，元素不能进来。',
  },

  gaveUpStaysInLine: (method: 'get' | 'put'): Text => ({
    en: `Of two \`${method}\`s that waited, the first gave up. Then it was the other one's turn, and it waits on: the first still stands in the line, or has taken the other one along. Whoever gives up leaves the line, alone. (A \`Promise.race\` around the wait does not do that: inside it somebody waits on.)`,
    'zh-CN': `两个 \`${method}\` 在等，第一个放弃了。后来轮到另一个，它却还在等：第一个还占着位置，或者把别人也带走了。放弃的人要离开等待的队伍，而且只是自己离开。（在等待外面套 \`Promise.race\` 做不到这一点：里面的人还在等。）`,
  }),

  gaveUpAndEntered: {
    en: 'The signal of a `put` had aborted, and its item came in all the same. Whoever gives up leaves the line, and takes the item along.',
    'zh-CN': '`put` 的信号早就中止了，它的元素却还是进了队列。放弃的人要离开等待的队伍，并带走自己的元素。',
  },

  beginsAlthoughAborted: (method: 'get' | 'put'): Text => ({
    en: `\`${method}\` was given a signal that had aborted before, and did its work all the same. Look first: \`signal?.throwIfAborted()\`.`,
    'zh-CN': `传给 \`${method}\` 的信号早就中止了，它却照样做了。请先看一眼：\`signal?.throwIfAborted()\`。`,
  }),

  abortedTakes: (item: unknown): Text => ({
    en: `A \`get\` whose signal had aborted before failed, as it should; but ${show(item)} is gone from the queue. Look at the signal before you take something.`,
    'zh-CN': `信号早已中止的 \`get\` 失败了，这没错；可是 ${show(item)} 从队列里消失了。请先看信号，再取元素。`,
  }),

  joinsNothing: {
    en: 'Nothing was ever put in, and `join` waits. With nothing unfinished there is nobody to wake it: look at the number first.',
    'zh-CN': '从来没有放进过元素，`join` 却在等。没有未完成的，就没有人会来唤醒它：要先看未完成的个数。',
  },

  joinedWhenTaken: {
    en: 'All items had been taken out, none was dealt with yet, and `join` was done. Taken is not done: `join` waits for as many calls of `taskDone` as items were put in. Count the unfinished ones apart from the list.',
    'zh-CN': '元素全都取走了，可是一个都还没有处理完，`join` 却已经完成。取走不等于做完：放进了几个元素，`join` 就要等几次 `taskDone`。请在列表之外单独数未完成的个数。',
  },

  joinedEarly: (done: number, items: number): Text => ({
    en: `${items} items were put in, ${done} of them were told as done, and \`join\` was over. It waits until the number of the unfinished is 0.`,
    'zh-CN': `放进了 ${items} 个元素，只报告做完了 ${done} 个，\`join\` 却已经结束。它要等到未完成的个数变成 0。`,
  }),

  joinHangs: {
    en: '`taskDone` was called once for every item, and `join` waits on. The call that brings the number to 0 wakes everybody who joins.',
    'zh-CN': '每个元素都调用过一次 `taskDone` 了，`join` 却还在等。让未完成的个数变成 0 的那一次，要唤醒所有 join 的人。',
  },

  secondJoinHangs: {
    en: 'Two waited in `join`; everything was done, and only one of them was woken. Keep a list of those who join, and wake all of them.',
    'zh-CN': '有两个在 `join` 里等；全都做完之后，只唤醒了一个。请用列表记下所有 join 的人，全部唤醒。',
  },

  joinedLate: (due: number, at: number): Text => ({
    en: `The last \`taskDone\` came after ${due} ms, and \`join\` was done after ${at} ms. Wake those who join in \`taskDone\` itself.`,
    'zh-CN': `最后一次 \`taskDone\` 在 ${due} 毫秒时，\`join\` 到 ${at} 毫秒才完成。请就在 \`taskDone\` 里唤醒 join 的人。`,
  }),

  tooOftenDone: {
    en: '`taskDone` was called once more than items were put in, and took it. That is a mistake of whoever calls it, and hides another item that is not done: throw an error.',
    'zh-CN': '`taskDone` 的次数比放进的元素多了一次，它却没有反应。这是调用者的错误，会让另一个没做完的元素蒙混过关：请抛出错误。',
  },

  joinsOnce: {
    en: 'The queue had been joined once. New items came, and the second `join` was over before they were done. A promise that is resolved stays resolved: make a new one each time.',
    'zh-CN': '队列 join 过一次了。后来又放进了新元素，第二次 `join` 却没等它们做完就结束了。promise 一旦完成就一直是完成的：每次都要新建一个。',
  },

  joinsWhatNeverCame: {
    en: 'All items that came in were done, and `join` waits on: it also counts one whose `put` gave up while it waited for room. Count an item when it comes in, not when its `put` is called.',
    'zh-CN': '进来的元素全都做完了，`join` 却还在等：它把一个等空位时就放弃了的 `put` 也算了进去。要在元素进来时计数，而不是在调用 `put` 时。',
  },

  shutdownDrops: (items: number, left: number): Text => ({
    en: `${items} items were in when \`shutdown\` was called, and ${left} were there afterwards. Nothing new comes in after it, and what is in can still be taken: leave the items alone.`,
    'zh-CN': `调用 \`shutdown\` 时里面有 ${items} 个元素，之后却是 ${left} 个。关闭之后不再进新的，里面的仍然可以取走：不要动这些元素。`,
  }),

  waitsAfterShutdown: (method: string): Text => ({
    en: `The queue was shut down, and \`${method}\` waits. Nobody will ever wake it: it fails with QueueShutDown at once.`,
    'zh-CN': `队列已经关闭，\`${method}\` 却在等。再也不会有人唤醒它：它应该立刻以 QueueShutDown 失败。`,
  }),

  putsAfterShutdown: (): Text => ({
    en: 'The queue was shut down, and a `put` ended well. After `shutdown` every put fails with QueueShutDown, also one that was waiting, and also when there is room.',
    'zh-CN': '队列已经关闭，`put` 却成功了。`shutdown` 之后，每次 put 都以 QueueShutDown 失败：正在等的也一样，有空位也一样。',
  }),

  fullBeforeShut: (method: string): Text => ({
    en: `The queue was full and shut down, and \`${method}\` failed with QueueFull. That sounds as if it were worth trying again. Look whether the queue is shut down before you look whether it is full: QueueShutDown.`,
    'zh-CN': `队列已经关闭，而且是满的，\`${method}\` 却以 QueueFull 失败了，听起来好像过会儿再试就行。请先看队列是否已关闭，再看它是否满了：应该是 QueueShutDown。`,
  }),

  lostAtShutdown: (item: unknown): Text => ({
    en: `${show(item)} was in when \`shutdown\` was called, and it never came out. What is in can still be taken.`,
    'zh-CN': `调用 \`shutdown\` 时 ${show(item)} 在里面，后来却再也没有取出来。里面的仍然应该能取走。`,
  }),

  handedOverUncounted: (done: number): Text => ({
    en: `Three items were in, and all were taken: one went to a \`get\` that waited, one came from a \`put\` that waited. After ${done} of three calls of \`taskDone\` nothing was unfinished any more, as \`join\` or the next \`taskDone\` told. Count every item that comes in, also one that goes from hand to hand, in the one place through which all of them go.`,
    'zh-CN': `进来过三个元素，都取走了：一个直接交给了在等的 \`get\`，一个来自在等的 \`put\`。三次 \`taskDone\` 才调用了 ${done} 次，\`join\` 或下一次 \`taskDone\` 就表明没有未完成的了。每个进来的元素都要计数，直接转交的也一样：请在所有元素都经过的那一处计数。`,
  }),

  shutdownUncounts: (threw: unknown): Text => ({
    en: `\`shutdown\` was called, what was in was taken and dealt with, and \`taskDone\` threw ${shown(threw)}. \`shutdown\` changes nothing about what is unfinished: one \`taskDone\` belongs to each item that came in, those that were taken before it included.`,
    'zh-CN': `调用了 \`shutdown\`，里面的元素都取走、处理完了，\`taskDone\` 却抛出了 ${shown(threw)}。\`shutdown\` 不影响哪些还未完成：每个进来过的元素都对应一次 \`taskDone\`，之前取走的也算。`,
  }),

  joinHangsAfterShutdown: {
    en: 'After `shutdown` everything was taken and told as done, and `join` waits on. `shutdown` does not touch those who join: the last `taskDone` wakes them as ever, and who joins later has nothing to wait for.',
    'zh-CN': '`shutdown` 之后，所有元素都取走并标记完成了，`join` 却还在等。`shutdown` 不要动在 join 的人：最后一次 `taskDone` 照样要唤醒他们；之后再 join 的人不必等待。',
  },

  shutdownJoins: {
    en: '`shutdown` was called, the items in the queue were not done yet, and `join` was over. `shutdown` does not touch `join`: somebody still has to do the work.',
    'zh-CN': '调用了 `shutdown`，队列里的元素还没有做完，`join` 却结束了。`shutdown` 不影响 `join`：剩下的活还是要有人做。',
  },

  notGivenAfterShutdown: (item: unknown): Text => ({
    en: `The queue was shut down with ${show(item)} in it, and \`get\` did not give it. What is in can still be taken; QueueShutDown is for when nothing is left.`,
    'zh-CN': `队列关闭时里面还有 ${show(item)}，\`get\` 却没有给出它。里面的仍然可以取走；什么都不剩时，才是 QueueShutDown。`,
  }),

  getsAfterShutdown: (value: unknown): Text => ({
    en: `The queue was shut down and empty, and a get gave ${show(value)}. It fails with QueueShutDown: by that a worker knows that it can go home.`,
    'zh-CN': `队列已经关闭，也空了，取元素的调用却给出了 ${show(value)}。它应该以 QueueShutDown 失败：工人看到它，就知道可以下班了。`,
  }),

  leftWaiting: (name: string): Text => ({
    en: `${name} waited when \`shutdown\` was called, and waits for ever. \`shutdown\` wakes everybody who waits in \`get\` or \`put\`: reject all of their promises with QueueShutDown.`,
    'zh-CN': `调用 \`shutdown\` 时 ${name} 正在等，之后一直在等。\`shutdown\` 要唤醒所有在 \`get\` 和 \`put\` 里等的人：让他们的 promise 都以 QueueShutDown 失败。`,
  }),

  wokenAtShutdown: (name: string, due: number, at: number): Text => ({
    en: `\`shutdown\` was called after ${due} ms, and ${name} was told after ${at} ms. Reject in \`shutdown\` itself.`,
    'zh-CN': `${due} 毫秒时调用了 \`shutdown\`，${name} 到 ${at} 毫秒才知道。请就在 \`shutdown\` 里 reject。`,
  }),

  enteredAtShutdown: {
    en: 'A `put` waited for room when `shutdown` was called. It failed, and its item came in all the same. Clear the line as well: who was told of the end is served no more.',
    'zh-CN': '调用 `shutdown` 时有一个 `put` 在等空位。它失败了，元素却还是进了队列。也要清空等待者：已经通知过的，就不要再让它进来。',
  },
} as const;

/** An error of the queue's own kinds has a name and no message. */
function shown(threw: unknown): string {
  const name = field(threw, 'name');
  return typeof name === 'string' && field(threw, 'message') === '' ? name : show(threw);
}
