import type { Text } from './text.ts';

/** What the player says of a step, in the words of the lesson. Names and lines are in the language of the run. */
export const playerTexts = {
  starts: { en: 'The loop starts.', 'zh-CN': '事件循环开始。' },
  made: (name: string): Text => ({ en: `${name} is made a task: it is ready.`, 'zh-CN': `${name} 成为任务，已经就绪。` }),
  madeBy: (by: string, name: string): Text => ({ en: `${by} makes the task ${name}: it is ready.`, 'zh-CN': `${by} 创建任务 ${name}，它已经就绪。` }),
  begins: (name: string): Text => ({ en: `${name} begins.`, 'zh-CN': `${name} 开始。` }),
  runs: (name: string): Text => ({ en: `The loop takes out ${name}: it begins.`, 'zh-CN': `循环取出 ${name}，它开始运行。` }),
  goesOn: (name: string): Text => ({ en: `The loop takes out ${name}: it goes on.`, 'zh-CN': `循环取出 ${name}，它继续运行。` }),
  prints: (text: string): Text => ({ en: `Printed: ${text}`, 'zh-CN': `打印：${text}` }),
  printsBy: (name: string, text: string): Text => ({ en: `${name} prints: ${text}`, 'zh-CN': `${name} 打印：${text}` }),
  waits: (name: string): Text => ({ en: `${name} waits.`, 'zh-CN': `${name} 等待。` }),
  waitsFor: (name: string, on: string): Text => ({ en: `${name} waits for ${on}.`, 'zh-CN': `${name} 等待 ${on}。` }),
  waitsUntil: (name: string, ms: number): Text => ({ en: `${name} waits until ${s(ms).en}.`, 'zh-CN': `${name} 等到第 ${s(ms)['zh-CN']}。` }),
  waitsTurn: (name: string): Text => ({ en: `${name} lets the others go first.`, 'zh-CN': `${name} 让别的任务先走。` }),
  givesWay: (name: string): Text => ({ en: `${name} gives way, and is ready again.`, 'zh-CN': `${name} 让出控制权，随即又就绪。` }),
  ends: (name: string): Text => ({ en: `${name} ends.`, 'zh-CN': `${name} 结束。` }),
  fails: (name: string): Text => ({ en: `${name} fails with an error.`, 'zh-CN': `${name} 出错了。` }),
  cancelled: (name: string): Text => ({ en: `${name} is cancelled.`, 'zh-CN': `${name} 被取消。` }),
  asked: (name: string): Text => ({ en: `${name} is asked to stop.`, 'zh-CN': `${name} 被要求停止。` }),
  wakes: (names: readonly string[]): Text => ({
    en: `${listed(names, ' and ')} ${names.length > 1 ? 'are' : 'is'} ready again.`,
    'zh-CN': `${listed(names, ' 和 ')} 重新就绪。`,
  }),
  nobodyReady: (ms: number): Text => ({ en: `Nobody is ready: time passes until ${s(ms).en}.`, 'zh-CN': `没有任务就绪，时间走到第 ${s(ms)['zh-CN']}。` }),
  timer: { en: 'A timer goes off.', 'zh-CN': '一个定时器响了。' },
  timerOf: (name: string): Text => ({ en: `The timer of ${name} goes off.`, 'zh-CN': `${name} 的定时器响了。` }),
  overdue: (ms: number): Text => ({ en: `It was due at ${s(ms).en}.`, 'zh-CN': `它本该在第 ${s(ms)['zh-CN']}响。` }),
  blocks: (name: string, ms: number): Text => ({
    en: `${name} blocks until ${s(ms).en}: nobody else can go on.`,
    'zh-CN': `${name} 阻塞到第 ${s(ms)['zh-CN']}，谁也不能继续。`,
  }),
  blocked: (ms: number): Text => ({ en: `The thread is blocked until ${s(ms).en}: nobody can go on.`, 'zh-CN': `线程阻塞到第 ${s(ms)['zh-CN']}，谁也不能继续。` }),
  cut: { en: 'The run is too long to show the rest of it.', 'zh-CN': '程序运行得太久，后面的部分不再显示。' },
} as const;

/** Sentences after one another. Chinese has no space between them. */
export function inOneText(texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join(' '), 'zh-CN': texts.map((text) => text['zh-CN']).join('') };
}

function s(ms: number): Text {
  const count = Number((ms / 1000).toFixed(2));
  return { en: `${count} s`, 'zh-CN': `${count} 秒` };
}

function listed(names: readonly string[], and: string): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(and);
}
