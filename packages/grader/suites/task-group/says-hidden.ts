import { show, type Text } from '@teatime/grader/kit';

/** When a task came too late. */
export type Late = 'over' | 'stopping' | 'stopped-outside' | 'failed';

const moments: Readonly<Record<Late, Text>> = {
  over: { en: 'When the group was over', 'zh-CN': '组结束之后' },
  failed: { en: 'When the group had failed', 'zh-CN': '组失败之后' },
  stopping: { en: 'A task had failed, and while another one cleaned up', 'zh-CN': '有一个任务失败了，另一个还在清理，这时' },
  'stopped-outside': { en: 'options.signal had aborted, and while a task cleaned up', 'zh-CN': 'options.signal 已经 abort，有一个任务还在清理，这时' },
};

/** What the hidden checks of `task-group` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  lateBegan: (late: Late): Text => ({
    en: `${moments[late].en}, group.createTask was given another work, and the work began. Nobody will wait for it, or it does what nobody wants any more: have createTask throw then.`,
    'zh-CN': `${moments[late]['zh-CN']}又有一个 work 交给了 group.createTask，它居然开始了。没有人会等它，或者已经没有人要它做的事：这时 createTask 要抛出错误。`,
  }),

  lateAccepted: (late: Late, value: unknown): Text => ({
    en: `${moments[late].en}, group.createTask was given another work, which did not begin, and that is right; but createTask gave ${show(value)} as if it had. Throw, so that the caller knows.`,
    'zh-CN': `${moments[late]['zh-CN']}又有一个 work 交给了 group.createTask。work 没有开始，这是对的；可是 createTask 却给出了 ${show(value)}，好像开始了一样。请抛出错误，让调用者知道。`,
  }),

  flattened: (error: unknown): Text => ({
    en: `A group ran in a task of another group, and ${show(error)} failed in the inner one. That error stands among the outer errors. The inner group is a task like any other: its AggregateError, whole, is the one error of the outer group. And every call of taskGroup has a list of errors of its own.`,
    'zh-CN': `一个组运行在另一个组的任务里，内层有 ${show(error)} 失败了，这个错误却直接放进了外层的 errors。内层的组和别的任务一样：它的 AggregateError 整个就是外层的一个错误。另外，每次调用 taskGroup 都要有自己的错误列表。`,
  }),

  innerLost: (errors: readonly unknown[]): Text => ({
    en: `A group ran in a task of another group, and failed with an AggregateError. The errors of the outer group should be that one, and are ${show(errors)}. Do two groups share a variable?`,
    'zh-CN': `一个组运行在另一个组的任务里，以一个 AggregateError 失败了。外层的 errors 应该就是它，现在却是 ${show(errors)}。两个组是不是共用了一个变量？`,
  }),
} as const;
