import type { Text } from './text.ts';

/** What `grade` says besides its report. */
export const gradeTexts = {
  progress: (done: number, of: number): Text => ({
    en: `Grading… ${done} of ${of}`,
    'zh-CN': `正在检查… ${done} / ${of}`,
  }),
  welcome: (exercises: number, first: string): Text => ({
    en: `Welcome to Teatime: ${exercises} small exercises, and the first is ${first}. `
      + 'With pnpm grade --watch every save is checked at once.',
    'zh-CN': `欢迎来到 Teatime：一共 ${exercises} 个小练习，第一个是 ${first}。运行 pnpm grade --watch，每次保存都会立刻检查。`,
  }),
  written: (paths: readonly string[]): Text => ({
    en: `Written: ${paths.join(', ')}`,
    'zh-CN': `已写入：${paths.join('、')}`,
  }),
  withoutPnpm: {
    en: 'Where a text says pnpm, type npx -y pnpm@12.4.2 instead, as you did.',
    'zh-CN': '文中写 pnpm 的地方，请像刚才一样输入 npx -y pnpm@12.4.2。',
  },
  next: (id: string): Text => ({
    en: `Next: ${id}. Read packages/exercises/${id}/task.en.md, then run pnpm grade ${id}.`,
    'zh-CN': `下一个：${id}。请阅读 packages/exercises/${id}/task.zh-CN.md，然后运行 pnpm grade ${id}。`,
  }),
  noSandbox: {
    en: 'This machine has no sandbox that keeps a submission away from it, and a score was asked for that needs one. '
      + 'Install bubblewrap (apt-get install bubblewrap, dnf install bubblewrap) and allow it to create user namespaces '
      + '(sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu 24.04). '
      + 'For a self-check without one, leave out --require-sandbox, and set CI= where CI is set.',
    'zh-CN': '这台机器上没有能隔离提交代码的沙箱，而这次评分要求有沙箱。请安装 bubblewrap（apt-get install bubblewrap 或 dnf install bubblewrap），并允许它创建用户命名空间'
      + '（Ubuntu 24.04：sysctl -w kernel.apparmor_restrict_unprivileged_userns=0）。'
      + '如果只是自测，请去掉 --require-sandbox；设置了 CI 变量的机器上，请加上 CI=。',
  },
} as const;
