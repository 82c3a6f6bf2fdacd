import type { Text } from './text.ts';

/** What `play` says when the program cannot go on. */
export const playTexts = {
  notBegun: (exercise: string, file: string): Text => ({
    en: `You have not begun ${exercise} yet: write your answer in ${file}.`,
    'zh-CN': `你还没有开始做 ${exercise}：请在 ${file} 里写答案。`,
  }),
  /** @param exam whether there are no solutions */
  finaleLacks: (id: string, exercises: readonly string[], exam = false): Text => ({
    en: `${id} is told with your own answers, and ${exercises.join(', ')} ${exercises.length === 1 ? 'is' : 'are'} not begun yet.`
      + (exam ? '' : ` To see it with the course's answers: pnpm play ${id} --solution`),
    'zh-CN': `${id} 要用你自己的答案来演，而 ${exercises.join('、')} 还没有开始做。` + (exam ? '' : `想先看用参考答案演的：pnpm play ${id} --solution`),
  }),
  threw: (error: Text): Text => ({
    en: `Your code threw an error: ${error.en}`,
    'zh-CN': `你的代码抛出了错误：${error['zh-CN']}`,
  }),
  stopped: (error: Text, command: string): Text => ({
    en: `The program could not go on with what your code gave it: ${error.en}\n`
      + `Does it return what the task asks for? ${command} tells more.`,
    'zh-CN': `程序拿到你的代码给出的结果后，无法继续运行：${error['zh-CN']}\n返回的是题目要求的内容吗？运行 ${command} 可以了解更多。`,
  }),
  warning: (message: string): Text => ({ en: `Warning: ${message}`, 'zh-CN': `注意：${message}` }),
  deadlock: {
    en: 'Your code waits for something that will never happen: no timer is left, and a promise is still pending. '
      + 'Is there a promise that nobody resolves or rejects?',
    'zh-CN': '你的代码在等待永远不会发生的事：已经没有计时器了，却还有 promise 没有结果。是不是有一个 promise 没有人去 resolve 或 reject？',
  },
  timeline: {
    heading: { en: 'What ran when:', 'zh-CN': '什么时候运行了什么：' },
    nothing: { en: 'Nothing ran.', 'zh-CN': '什么也没有运行。' },
    main: { en: 'main', 'zh-CN': '主程序' },
    blocked: { en: 'blocked', 'zh-CN': '阻塞' },
    seconds: (count: number): Text => ({ en: `${count} s`, 'zh-CN': `${count} 秒` }),
    signs: {
      en: '✗ failed   ⊘ cancelled   … never ended',
      'zh-CN': '✗ 失败   ⊘ 被取消   … 没有结束',
    },
  },
  traced: (file: string): Text => ({
    en: `The trace is in ${file}. Open it on https://ui.perfetto.dev`,
    'zh-CN': `运行记录在 ${file}，可以在 https://ui.perfetto.dev 打开。`,
  }),
  page: (file: string): Text => ({
    en: `Go through the run step by step: ${file}`,
    'zh-CN': `一步一步看这次运行：${file}`,
  }),
  noPage: {
    en: 'There is no page of this run: your program ended before it could be written down.',
    'zh-CN': '这次运行没有页面：程序还没来得及被记录就结束了。',
  },
  silent: (seconds: number): Text => ({
    en: `Your code has not given the thread back for ${seconds} seconds: a loop that does not end? Nothing else can run meanwhile. Press Ctrl-C to stop it.`,
    'zh-CN': `你的代码已经 ${seconds} 秒没有让出线程了：是不是有一个不会结束的循环？这期间别的什么都不能运行。按 Ctrl-C 停止。`,
  }),
  exited: {
    en: 'Your code ended the program before its end. A function gives its answer with return, never with process.exit.',
    'zh-CN': '程序还没有结束，就被你的代码终止了。函数要用 return 给出答案，不要用 process.exit。',
  },
} as const;
