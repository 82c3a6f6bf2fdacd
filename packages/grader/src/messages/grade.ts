import type { Undecided } from './at-hand-in.ts';
import type { Text } from './text.ts';

/** What `grade` says besides its report. */
export const gradeTexts = {
  progress: (done: number, of: number): Text => ({
    en: `Grading… ${done} of ${of}`,
    'zh-CN': `正在检查… ${done} / ${of}`,
  }),
  waiting: (others: number): Text => ({
    en: `Waiting for ${others === 1 ? 'another grade' : `${others} other grades`} on this computer…`,
    'zh-CN': `这台电脑上还有 ${others} 个检查在进行，正在等待…`,
  }),
  welcome: (exercises: number, first: string): Text => ({
    en: `Welcome to Teatime: ${exercises} small exercises, and the first is ${first}. `
      + 'With pnpm grade --watch every save is checked at once.',
    'zh-CN': `欢迎来到 Teatime：一共 ${exercises} 个小练习，第一个是 ${first}。运行 pnpm grade --watch，每次保存都会立刻检查。`,
  }),
  noResult: (troubled: readonly { readonly id: string; readonly message: string }[]): Text => ({
    en: `${troubled.map(({ id }) => id).join(', ')} could not be graded, which is not the fault of any answer. `
      + 'There is no result, and no file of one was written. Please tell whoever made the course:'
      + troubled.map(({ id, message }) => `\n  ${id}: ${message}`).join(''),
    'zh-CN': `无法评分：${troubled.map(({ id }) => id).join('、')}。这不是答案的问题。没有评分结果，也没有写入结果文件。请把下面的内容告诉课程的作者：`
      + troubled.map(({ id, message }) => `\n  ${id}：${message}`).join(''),
  }),
  takenAs: (files: readonly { readonly name: string; readonly path: string }[]): Text => ({
    en: `Taken for the answer although the name is another: ${files.map(({ name, path }) => `${path} (${name})`).join(', ')}.`,
    'zh-CN': `文件名不一致，但已当作答案：${files.map(({ name, path }) => `${path}（应为 ${name}）`).join('、')}。`,
  }),
  written: (paths: readonly string[]): Text => ({
    en: `Written: ${paths.join(', ')}`,
    'zh-CN': `已写入：${paths.join('、')}`,
  }),
  /** @param exam whether there are no solutions */
  toSee: (id: string, exam = false): Text => exam
    ? { en: `See it run: pnpm play ${id}`, 'zh-CN': `看它怎么跑：pnpm play ${id}` }
    : {
        en: `See it run: pnpm play ${id}. Other ways to do it: pnpm solution ${id}`,
        'zh-CN': `运行 pnpm play ${id} 看它怎么跑；看看别的写法：pnpm solution ${id}`,
      },
  /** @param left of all exercises, what is decided when they are handed in */
  done: (left: Undecided | undefined): Text => left === undefined
    ? { en: 'That was the whole course: every exercise has passed. Time for a cup of tea.', 'zh-CN': '课程全部完成：所有练习都通过了。去喝杯茶吧。' }
    : { en: 'That was the last exercise: time to hand in.', 'zh-CN': '这是最后一个练习，可以提交了。' },
  finale: (id: string, title: string): Text => ({
    en: `There is one more to see, with all of your answers in it: pnpm play ${id} (${title}).`,
    'zh-CN': `还有最后一场，你的答案全部登台：pnpm play ${id}（${title}）。`,
  }),
  readOn: (page: string): Text => ({
    en: `What to use when, and what to read next: ${page}`,
    'zh-CN': `什么时候用什么，接下来读什么：${page}`,
  }),
  /** @param points as the report says them */
  standing: (exercises: number, points: string): Text => ({
    en: `You stand at ${points} in ${exercises === 1 ? '1 exercise' : `${exercises} exercises`}. A page to keep, with points and dates: pnpm grade --report html=teatime.html`,
    'zh-CN': `${exercises} 个练习，${points}。想留个纪念，可以生成一页写有分数和日期的报告：pnpm grade --report html=teatime.html`,
  }),
  next: (id: string, task: string): Text => ({
    en: `Next: ${id}. Read ${task}, then run pnpm grade ${id}.`,
    'zh-CN': `下一个：${id}。请先读 ${task} 再运行：pnpm grade ${id}`,
  }),
  /** @param refusal what bubblewrap said, where it is installed */
  noSandbox: (refusal: string | undefined): Text => ({
    en: 'A score was asked for that needs a sandbox to keep the submission away from this machine, and there is none. '
      + (refusal === undefined
        ? 'Install bubblewrap: apt-get install bubblewrap, or dnf install bubblewrap. '
        : `Bubblewrap is installed, but cannot work here: ${refusal}. `)
      + 'It has to be allowed to create user namespaces: on Ubuntu 24.04 by '
      + 'sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, in a container by its security options. '
      + 'For a self-check without a sandbox leave out --require-sandbox; where the variable CI is set, type CI= before the command.',
    'zh-CN': '这次评分要求有沙箱，把提交的代码与这台机器隔离开，而这里没有。'
      + (refusal === undefined
        ? '请安装 bubblewrap：apt-get install bubblewrap 或 dnf install bubblewrap。'
        : `bubblewrap 已经安装，但在这里无法工作：${refusal}。`)
      + '它需要能创建用户命名空间：在 Ubuntu 24.04 上运行 sysctl -w kernel.apparmor_restrict_unprivileged_userns=0，在容器里则要设置安全选项。'
      + '如果只是自测，请去掉 --require-sandbox；设置了 CI 变量的机器上，请在命令前面加上 CI=。',
  }),
} as const;
