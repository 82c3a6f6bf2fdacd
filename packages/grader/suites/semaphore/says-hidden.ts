import type { Text } from '@teatime/grader/kit';

/** What the hidden checks of this exercise say. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  permitLost: (status: 'fulfilled' | 'rejected'): Text => ({
    en: `release and abort met in one moment; acquire ${status === 'fulfilled' ? 'was fulfilled, its permit was given back' : 'was rejected'}, and then no permit was left. Whoever gave up must not keep the permit: decide once, in release or in the listener, who gets it.`,
    'zh-CN': `release 和中止在同一时刻发生；acquire ${status === 'fulfilled' ? '成功了，它的许可也归还了' : '失败了'}，之后却没有许可了。放弃的人不能占着许可：归谁只能决定一次，要么在 release 里，要么在监听函数里。`,
  }),
  permitFromNowhere: (status: 'fulfilled' | 'rejected'): Text => ({
    en: `release and abort met in one moment; acquire ${status === 'fulfilled' ? 'was fulfilled, its permit was given back' : 'was rejected'}, and then there was one permit more than in the beginning. A permit that comes back goes to exactly one in line, or is free: not both.`,
    'zh-CN': `release 和中止在同一时刻发生；acquire ${status === 'fulfilled' ? '成功了，它的许可也归还了' : '失败了'}，之后的许可却比开始时多一个。归还的许可要么只给队列里的一个人，要么变成空闲，不能两者都算。`,
  }),

  sharesPermits: (permits: number): Text => ({
    en: `Of two semaphores with 1 permit each one was taken. Of the other, ${permits} permits could be taken, not 1. Keep the count in a field of each (\`this\`), not in a variable outside of the class or a static one.`,
    'zh-CN': `两个信号量各有 1 个许可，第一个的已取走；第二个能取走的却是 ${permits} 个，而不是 1 个。请把计数放在各自的字段里（\`this\`），不要放在类外的变量或静态字段里。`,
  }),
  sharesTheLine: {
    en: 'A permit that was given back to one semaphore did not go to those who wait for that one. Keep the line in a field of each (`this`), not in a variable outside of the class or a static one.',
    'zh-CN': '归还给某个信号量的许可，没有给到在它那里等待的人。请把队列放在各自的字段里（`this`），不要放在类外的变量或静态字段里。',
  },
} as const;
