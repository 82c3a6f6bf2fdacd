import { show, type Text } from '@teatime/grader/kit';

/** What the hidden checks of `queue` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  tooFull: (way: string, limit: number, size: number): Text => ({
    en: `A full queue (maxsize ${limit}) with a \`put\` that waits: a \`getNowait\` made room, a \`${way}\` came in the same breath, and then ${size} items were in. Between waking the one who waits and its next line, somebody else may take the room: look again (\`while\`, not \`if\`), or let the item in when you make the room.`,
    'zh-CN': `队列满了（maxsize 为 ${limit}），有一个 \`put\` 在等。\`getNowait\` 腾出了空位，同一刻又来了一个 \`${way}\`，结果队列里有了 ${size} 个元素。从唤醒等待者到它执行下一行之间，空位可能被别人占走：醒来后要再看一次（用 \`while\` 而不是 \`if\`），或者在腾出空位时就直接让它的元素进来。`,
  }),

  roomLeft: (limit: number, size: number): Text => ({
    en: `The queue has room for ${limit}, and two more had come; yet only ${size} were in. Whoever waits for room has to be woken when there is some.`,
    'zh-CN': `队列能放 ${limit} 个元素，还有别的元素要进来，里面却只有 ${size} 个。一有空位，就要唤醒等空位的人。`,
  }),

  putterForgotten: {
    en: 'A `put` waited for room. Everything was taken out, and it waits on. One who is woken and finds the room taken gets back in line; and each time an item leaves, the first in line is woken.',
    'zh-CN': '一个 `put` 在等空位。元素全都取走了，它还在等。醒来后发现空位被占了，就要重新排队；每取走一个元素，都要唤醒排在最前面的人。',
  },

  lostInOneBreath: (item: unknown): Text => ({
    en: `A \`get\` waited; \`putNowait(${show(item)})\` and a \`getNowait\` came in one breath. Neither of the two was given the item. It belongs to one of them.`,
    'zh-CN': `一个 \`get\` 在等；\`putNowait(${show(item)})\` 和一个 \`getNowait\` 在同一刻到来。两个都没有拿到这个元素。它应该归其中一个。`,
  }),

  robbedGotNothing: (value: unknown): Text => ({
    en: `A \`get\` was woken by a put, and a \`getNowait\` took the item first, in the same breath. The \`get\` gave ${show(value)}: it did not look whether there still is something. Look again after waking (\`while\`, not \`if\`), or hand the item to the one who waits directly.`,
    'zh-CN': `put 唤醒了一个 \`get\`，可是同一刻有个 \`getNowait\` 先把元素拿走了。这个 \`get\` 给出了 ${show(value)}：它没有看还有没有元素。醒来后要再看一次（用 \`while\` 而不是 \`if\`），或者把元素直接交给等待者。`,
  }),

  robbedForgotten: {
    en: 'A `get` was woken, and a `getNowait` took its item first. Then the next item came, and the `get` was not given it: it had left the line. Whoever finds nothing after waking gets in line again.',
    'zh-CN': '一个 `get` 被唤醒了，它的元素却被 `getNowait` 先拿走。后来又来了一个元素，它还是没有拿到：它已经不在等待者当中了。醒来后发现什么都没有，就要重新排队。',
  },

  robbedHearsNoAbort: {
    en: 'A `get` was woken, a `getNowait` took its item first, and the `get` waited again. Then its signal aborted, and the `get` did not fail with its reason at once. Whoever gets in line again listens to the signal again.',
    'zh-CN': '一个 `get` 被唤醒，它的元素却被 `getNowait` 先拿走，于是它又开始等。之后它的信号中止了，它却没有立刻以信号的 reason 失败。重新排队的人，也要重新监听信号。',
  },

  lostByStop: (item: unknown, size: number): Text => ({
    en: `Two \`get\`s waited. ${show(item)} was put in, and the signal of the first aborted in the same breath. Now nobody has it (size ${size}), though one still waits. When one who was chosen gives up, its item goes to the next.`,
    'zh-CN': `两个 \`get\` 在等。放进了 ${show(item)}，同一刻第一个的信号中止了。现在谁也没有拿到它（size 为 ${size}），却还有一个在等。被选中的人放弃时，元素要交给下一个。`,
  }),

  lateStop: (method: 'get' | 'put'): Text => ({
    en: `A \`${method}\` was served. Later its signal aborted, and another \`${method}\` that waited was never served: the late abort took somebody else out of the line. Remove the listener when the wait is over. And \`list.splice(list.indexOf(x), 1)\` removes the last one when \`x\` is not in the list.`,
    'zh-CN': `一个 \`${method}\` 早就等到了。后来它的信号才中止，结果另一个还在等的 \`${method}\` 再也没有等到：迟来的中止把别人从等待者中删掉了。等待结束时请移除监听器。另外，如果 \`x\` 不在列表里，\`list.splice(list.indexOf(x), 1)\` 会删掉最后一个。`,
  }),

  lostByShutdown: (item: unknown): Text => ({
    en: `A \`get\` waited; \`putNowait(${show(item)})\` went well, and \`shutdown\` came in the same breath. The \`get\` was not given the item, and it is not in the queue either. What was put in before can still be taken.`,
    'zh-CN': `一个 \`get\` 在等；\`putNowait(${show(item)})\` 成功了，同一刻又调用了 \`shutdown\`。\`get\` 没有拿到这个元素，队列里也没有。之前放进去的，仍然应该能取走。`,
  }),

  cameOften: (item: unknown, times: number): Text => ({
    en: `${show(item)} was put in once and came out ${times} times. Is it let in by the one who makes room, and by its own \`put\` as well?`,
    'zh-CN': `${show(item)} 只放进去一次，却取出来 ${times} 次。是不是腾出空位的人放了一次，它自己的 \`put\` 又放了一次？`,
  }),

  cameFromNowhere: (item: unknown): Text => ({
    en: `${show(item)} came out of the queue, and it should not be in: its put failed, or nobody put it in.`,
    'zh-CN': `队列里取出了 ${show(item)}，它不应该在里面：要么放它的 put 失败了，要么根本没有人放过它。`,
  }),
} as const;
