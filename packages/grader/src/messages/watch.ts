import type { Undecided } from './at-hand-in.ts';
import type { Text } from './text.ts';

function doneWith(id: string, left: Undecided | undefined): Text {
  return left === undefined
    ? { en: `${id} is done.`, 'zh-CN': `${id} 完成了。` }
    : { en: `${id} passes all that is checked here.`, 'zh-CN': `${id} 通过了这里的所有检查。` };
}

/** What `grade --watch` says around its verdicts. */
export const watchTexts = {
  checking: (id: string): Text => ({ en: `Checking ${id}…`, 'zh-CN': `正在检查 ${id}…` }),
  stillChecking: (id: string): Text => ({
    en: `Still checking ${id}… Code that does not come back takes a while.`,
    'zh-CN': `还在检查 ${id}…… 如果代码一直不返回，就会花一些时间。`,
  }),
  /** While the checks of an exercise that nobody has begun are prepared. */
  starting: (id: string): Text => ({
    en: `Still checking ${id}… The first time takes longest.`,
    'zh-CN': `还在检查 ${id}…… 第一次最慢。`,
  }),
  watchingAll: (time: string): Text => ({ en: `Waiting for you to save an exercise · checked at ${time}`, 'zh-CN': `等待你保存练习 · 检查于 ${time}` }),
  watching: (file: string, time: string): Text => ({
    en: `Waiting for you to save ${file} · checked at ${time}`,
    'zh-CN': `等待你保存 ${file} · 检查于 ${time}`,
  }),
  /** @param left what of it is decided when it is handed in */
  passed: (id: string, left: Undecided | undefined, next: string): Text => {
    const done = doneWith(id, left);
    return { en: `${done.en} Press n for the next exercise: ${next}`, 'zh-CN': `${done['zh-CN']}按 n 进入下一个练习：${next}` };
  },
  passedWithoutKeys: (id: string, left: Undecided | undefined, file: string): Text => {
    const done = doneWith(id, left);
    return { en: `${done.en} Save ${file} to go on with the next exercise.`, 'zh-CN': `${done['zh-CN']}保存 ${file} 即可继续下一个练习。` };
  },
  /** @param left of all exercises, what is decided when they are handed in */
  allPassed: (left: Undecided | undefined): Text => left === undefined
    ? { en: 'Every exercise is done. Well brewed!', 'zh-CN': '所有练习都完成了。好茶！' }
    : { en: 'Everything that is checked here has passed: time to hand in.', 'zh-CN': '这里能检查的都通过了，可以提交了。' },
  /** @param exam whether there are no hints */
  keys: (exam = false): Text => ({
    en: `n next · p previous · ${exam ? '' : 'h hint · '}l list · a all · r again · o report · q quit`,
    'zh-CN': `n 下一个 · p 上一个 · ${exam ? '' : 'h 提示 · '}l 列表 · a 全部 · r 重新检查 · o 报告 · q 退出`,
  }),
  report: (path: string): Text => ({
    en: `This verdict as a page: ${path}. If no browser shows it, open it yourself.`,
    'zh-CN': `这次检查结果的网页：${path}。如果浏览器没有自动打开，请手动打开它。`,
  }),
  noNext: { en: 'This is the last exercise.', 'zh-CN': '这已经是最后一个练习。' },
  noPrevious: { en: 'This is the first exercise.', 'zh-CN': '这已经是第一个练习。' },
  looking: {
    en: 'This folder does not tell of changes, so it is looked at four times a second instead.',
    'zh-CN': '这个文件夹不会通知文件的变化，所以改为每秒查看四次。',
  },
  bye: { en: 'See you soon. `pnpm grade --watch` goes on where you are.', 'zh-CN': '再见。`pnpm grade --watch` 会从这里继续。' },
} as const;
