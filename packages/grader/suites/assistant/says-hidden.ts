import { show, type Text } from '@teatime/grader/kit';

/** What the hidden checks of `assistant` tell a student. They are in a file of their own, so that no edition has them. */
export const saysOfHidden = {
  manyStarted: (jobs: number, started: number): Text => ({
    en: `There were ${jobs} jobs, each of which takes its time. Before the first was done, ${started} had been started. Start all of them at once, however many there are.`,
    'zh-CN': `一共 ${jobs} 项工作，每项都要花时间。在第一项完成之前，只启动了 ${started} 项。不管有多少，都请一下子全部启动。`,
  }),

  startedInAll: (jobs: number, started: number): Text => ({
    en: `There were ${jobs} jobs, and ${started} were started: some of them more than once. Each job is started once.`,
    'zh-CN': `一共 ${jobs} 项工作，却启动了 ${started} 次：有的不止启动一次。每项工作只启动一次。`,
  }),

  manyAnnounced: (jobs: number, times: number): Text => ({
    en: `${jobs} jobs with ${jobs} different names were done, and announce was called ${times} times${times === jobs ? ', for some of them more than once' : ''}. Each job is announced once.`,
    'zh-CN': `${jobs} 项名字各不相同的工作都完成了，announce 被调用了 ${times} 次${times === jobs ? '，其中有的不止一次' : ''}。每项工作只播报一次。`,
  }),

  remembered: (got: unknown): Text => ({
    en: `assist was called twice, one call after the other, with jobs of the same names. In one of them announce heard ${show(got)}, which is no answer of this call's jobs. Is something remembered by name, outside of the function? Every call starts its own jobs.`,
    'zh-CN': `assist 先后被调用了两次，工作的名字相同。其中一次 announce 收到了 ${show(got)}，它不是这次调用的工作的回答。是不是在函数外面按名字记住了什么？每次调用都要启动自己的工作。`,
  }),
} as const;
