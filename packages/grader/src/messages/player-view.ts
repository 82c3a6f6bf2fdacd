import type { Text } from './text.ts';

/** The words of the player: its controls, and what stands beside a run. */
export const playerWords = {
  player: { en: 'Player of a run', 'zh-CN': '运行回放' },
  open: { en: 'Go through it step by step', 'zh-CN': '一步一步看' },
  controls: { en: 'Controls', 'zh-CN': '控制' },
  play: { en: 'Play', 'zh-CN': '播放' },
  pause: { en: 'Pause', 'zh-CN': '暂停' },
  forward: { en: 'One step forward', 'zh-CN': '前进一步' },
  back: { en: 'One step back', 'zh-CN': '后退一步' },
  toBeginning: { en: 'To the beginning', 'zh-CN': '回到开头' },
  toEnd: { en: 'To the end', 'zh-CN': '跳到结尾' },
  step: { en: 'Step', 'zh-CN': '步' },
  speed: { en: 'Speed', 'zh-CN': '速度' },
  show: { en: 'Show', 'zh-CN': '显示' },
  tasks: { en: 'Tasks', 'zh-CN': '任务' },
  printed: { en: 'Printed', 'zh-CN': '输出' },
  nothingYet: { en: 'Nothing yet.', 'zh-CN': '还没有输出。' },
  queue: { en: 'Queue', 'zh-CN': '队列' },
  ready: { en: 'Ready', 'zh-CN': '可运行' },
  timers: { en: 'Timers', 'zh-CN': '定时器' },
  next: { en: 'next', 'zh-CN': '下一个' },
  none: { en: 'none', 'zh-CN': '无' },
  chart: { en: 'Loop', 'zh-CN': '循环' },
  source: { en: 'Code', 'zh-CN': '代码' },
  program: { en: 'program', 'zh-CN': '程序' },
  timer: { en: 'timer', 'zh-CN': '定时器' },
  yes: { en: 'yes', 'zh-CN': '是' },
  no: { en: 'no', 'zh-CN': '否' },
  unreadable: { en: 'This run cannot be shown: what was given is no recording.', 'zh-CN': '无法显示这次运行：给出的内容不是运行记录。' },
  stepOf: (step: number, of: number, time: Text): Text => ({
    en: `Step ${step} of ${of}, ${time.en}`,
    'zh-CN': `第 ${step} / ${of} 步，${time['zh-CN']}`,
  }),
  inRun: (title: string, says: Text): Text => ({ en: `${title}: ${says.en}`, 'zh-CN': `${title}：${says['zh-CN']}` }),
  more: (count: number): Text => ({ en: `and ${count} more`, 'zh-CN': `还有 ${count} 个` }),
  /** @param file where there are several */
  atLine: (state: Text, line: number, file?: string): Text => ({
    en: `${state.en}, ${file === undefined ? '' : `${file}, `}line ${line}`,
    'zh-CN': `${state['zh-CN']}，${file === undefined ? '' : `${file} `}第 ${line} 行`,
  }),
  chartAt: (label: Text): Text => ({
    en: `Flow chart of the event loop. It is at: ${label.en.replaceAll('\n', ' ')}`,
    'zh-CN': `事件循环流程图，现在在：${label['zh-CN'].replaceAll('\n', '')}`,
  }),
  states: {
    running: { en: 'runs', 'zh-CN': '运行中' },
    ready: { en: 'ready', 'zh-CN': '可运行' },
    waiting: { en: 'waits', 'zh-CN': '等待' },
    blocking: { en: 'blocks', 'zh-CN': '阻塞' },
    fulfilled: { en: 'done', 'zh-CN': '完成' },
    rejected: { en: 'failed', 'zh-CN': '失败' },
    cancelled: { en: 'cancelled', 'zh-CN': '被取消' },
  },
  /** The nodes of the lesson's flow chart, in lines that fit into them. */
  nodes: {
    start: { en: 'The loop starts', 'zh-CN': '事件循环启动' },
    'any-ready': { en: 'Is a task\nready?', 'zh-CN': '有可运行的\n任务吗？' },
    run: { en: 'Run it', 'zh-CN': '运行任务' },
    awaits: { en: 'Does it\nawait?', 'zh-CN': '任务是否\nawait？' },
    pause: { en: 'Pause it, note\nwhat wakes it', 'zh-CN': '任务暂停，\n记下由什么唤醒' },
    end: { en: 'The task\nends', 'zh-CN': '任务结束' },
    happened: { en: 'Has anything\nhappened?', 'zh-CN': '有事情\n发生吗？' },
    wake: { en: 'Make the task\nthat waited for it\nready', 'zh-CN': '将等它的任务\n设为可运行' },
  },
} as const;

/** A time of a run that takes `until` milliseconds: from a second on, people think in seconds. */
export function timeText(ms: number, until: number): Text {
  if (until < 1000) {
    const count = Number(ms.toFixed(2));
    return { en: `${count} ms`, 'zh-CN': `${count} 毫秒` };
  }
  const count = Number((ms / 1000).toFixed(3));
  return { en: `${count} s`, 'zh-CN': `${count} 秒` };
}
