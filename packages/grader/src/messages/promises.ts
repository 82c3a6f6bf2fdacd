import type { Text } from './text.ts';

/** What `check-course` proves for every exercise. */
export const promises = {
  manifest: { en: 'exercise.json is right', 'zh-CN': 'exercise.json 没有错误' },
  languages: { en: 'the texts are complete in every language of the course', 'zh-CN': '课程的每种语言都完整' },
  files: { en: 'files and manifest agree', 'zh-CN': '文件和清单一致' },
  task: { en: 'the task says what is asked for', 'zh-CN': '题目写明了要求' },
  story: { en: 'the story can be told', 'zh-CN': '故事可以演完' },
  suite: { en: 'the suite runs', 'zh-CN': '检查套件可以运行' },
  stub: { en: 'the stub earns nothing and fails every check', 'zh-CN': '空模板得 0 分，每项检查都不通过' },
  solution: { en: 'the solution earns every point', 'zh-CN': '参考答案得满分' },
  also: { en: 'every other right answer earns every point', 'zh-CN': '其他正确答案都得满分' },
  wrong: {
    en: 'every wrong answer fails on exactly the checks that its first line names',
    'zh-CN': '每个错误答案恰好在第一行写明的检查上失败',
  },
  coverage: { en: 'every check is failed by a wrong answer', 'zh-CN': '每项检查都有错误答案会失败' },
  steady: { en: 'the verdicts are the same in every run and in any order', 'zh-CN': '反复运行、打乱顺序，结论都不变' },
} as const satisfies Record<string, Text>;

export type PromiseName = keyof typeof promises;

/** What `check-course` says besides. */
export const checkCourseTexts = {
  unjudged: (path: string): Text => ({
    en: `This computer was too busy to judge ${path}, also when it was tried a second time. Try again when less is going on.`,
    'zh-CN': `这台电脑太忙，再试一次之后仍然无法评判 ${path}。请等电脑空闲一些再试。`,
  }),
  /** @param paths of stubs, from the root of the course */
  keptStubs: (paths: readonly string[]): Text => paths.length === 0
    ? { en: 'Every stub is already the one that `pnpm reset` restores.', 'zh-CN': '每个模板都已经是 `pnpm reset` 要恢复的那一份。' }
    : { en: `Kept for \`pnpm reset\`: ${paths.join(', ')}`, 'zh-CN': `已存为 \`pnpm reset\` 要恢复的内容：${paths.join('、')}` },
  progress: (exercise: string, done: number, of: number): Text => ({
    en: `Checking ${exercise}… ${done} of ${of} answers`,
    'zh-CN': `正在检查 ${exercise}… ${done} / ${of} 个答案`,
  }),
  answers: (right: number, wrong: number): Text => ({
    en: `${right} right ${right === 1 ? 'answer' : 'answers'}, ${wrong} wrong ${wrong === 1 ? 'one' : 'ones'}`,
    'zh-CN': `${right} 个正确答案，${wrong} 个错误答案`,
  }),
  draft: (id: string): Text => ({
    en: `a draft: passed over. \`pnpm check-course ${id}\` checks it`,
    'zh-CN': `草稿，已跳过。\`pnpm check-course ${id}\` 会检查它`,
  }),
  notJudged: { en: 'its answers were not judged', 'zh-CN': '没有评判它的答案' },
  kept: { en: 'Every promise is kept.', 'zh-CN': '全部做到了。' },
  broken: (count: number): Text => ({
    en: count === 1 ? 'One promise is broken.' : `${count} promises are broken.`,
    'zh-CN': `有 ${count} 条没有做到。`,
  }),
} as const;
