import { show, type Text } from '@teatime/grader/kit';

const ended = (status: 'fulfilled' | 'rejected', holders: string, error: string): string => (status === 'fulfilled' ? holders : error);

/** What the hidden checks of this exercise say. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  lockLost: (status: 'fulfilled' | 'rejected'): Text => ({
    en: `release and abort met in one moment; acquire ${ended(status, 'was fulfilled, and its lock was released', 'was rejected')}. After that nobody could take the lock any more. Who gave up must not hold it: decide once, in release or in the listener, who has it.`,
    'zh-CN': `release 和中止在同一时刻发生；acquire ${ended(status, '成功了，锁也释放了', '失败了')}。之后谁也拿不到锁了。放弃的人不能占着锁：归谁只能决定一次，要么在 release 里，要么在监听函数里。`,
  }),
  lockTwice: (status: 'fulfilled' | 'rejected'): Text => ({
    en: `release and abort met in one moment; acquire ${ended(status, 'was fulfilled, and its lock was released', 'was rejected')}. After that two could hold the lock at once. What is released goes to exactly one in line, or is free: not both.`,
    'zh-CN': `release 和中止在同一时刻发生；acquire ${ended(status, '成功了，锁也释放了', '失败了')}。之后有两个人能同时拿着锁。释放的锁要么只给队列里的一个人，要么变成空闲，不能两者都算。`,
  }),
  notHeld: {
    en: 'release and abort met in one moment, acquire was fulfilled, and then nobody held the lock: the next release was refused. Who is handed the lock has it. An abort that comes after that does nothing, and does not release it.',
    'zh-CN': 'release 和中止在同一时刻发生，acquire 成功了，之后却没有人拿着锁：接下来的 release 被拒绝了。锁交给谁，就归谁；在那之后的中止不起作用，也不能释放它。',
  },
  gateForgets: {
    en: 'set and abort met in one moment, and somebody else at the gate did not go on. set lets all of them go, whoever gives up meanwhile.',
    'zh-CN': 'set 和中止在同一时刻发生，闸门前的另一个人却没有通过。不管谁正好放弃，set 都要放走其他所有人。',
  },

  lateAbortGives: {
    en: 'A signal was aborted long after its caller had got the lock, and somebody else was let in. Remove the listener as soon as acquire is done.',
    'zh-CN': '调用者早就拿到了锁，之后 signal 才中止，却有别人因此被放进来了。acquire 一结束，请马上移除监听函数。',
  },
  lateAbortRemoves: {
    en: 'A signal was aborted long after its caller had got the lock, and somebody else was never served. Remove the listener as soon as acquire is done: `indexOf` gives -1 for who is no longer in line, and `splice(-1, 1)` removes the last.',
    'zh-CN': '调用者早就拿到了锁，之后 signal 才中止，却有别人一直等不到锁。acquire 一结束，请马上移除监听函数：不在队列里时 `indexOf` 给出 -1，而 `splice(-1, 1)` 会删掉最后一个。',
  },
  lateAbortAtTheGate: {
    en: 'Somebody had gone through the gate; it was shut again, and only then their signal was aborted. Somebody else who waits was let go by that, or forgotten. Remove the listener as soon as wait is done.',
    'zh-CN': '有人已经通过了闸门；闸门又关上了，这时他的 signal 才中止。结果另一个正在等的人被放走了，或者被忘掉了。wait 一结束，请马上移除监听函数。',
  },

  sharedLock: (holders: number): Text => ({
    en: `Of two locks one is held. The other could be taken ${holders} times at once, not once. Keep what belongs to a lock in fields of it (\`this\`), not in a variable outside of the class or a static one.`,
    'zh-CN': `两把锁中有一把被人拿着。另一把能同时拿 ${holders} 次，而不是 1 次。请把锁的状态放在各自的字段里（\`this\`），不要放在类外的变量或静态字段里。`,
  }),
  sharedLine: {
    en: 'One lock was released, and whoever waits for that one was not served, or somebody who waits for another one was. Keep the line in a field of each lock (`this`), not in a variable outside of the class or a static one.',
    'zh-CN': '一把锁释放了，等这把锁的人却没有得到，或者等另一把锁的人得到了。请把队列放在各自的字段里（`this`），不要放在类外的变量或静态字段里。',
  },
  sharedGate: (isSet: unknown): Text => ({
    en: `One of two gates was opened. The other is shut, and its isSet() gave ${show(isSet)}, or somebody went through there. Keep what belongs to a gate in fields of it (\`this\`).`,
    'zh-CN': `两道闸门打开了一道。另一道是关着的，它的 isSet() 给出的却是 ${show(isSet)}，或者有人从那里通过了。请把闸门的状态放在各自的字段里（\`this\`）。`,
  }),
} as const;
