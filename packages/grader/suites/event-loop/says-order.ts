import { list, type Text } from '@teatime/grader/kit';
import type { Step } from './log.ts';

/** Why the steps have to come in the order that a check expects. */
export const because = {
  queue: {
    en: 'Take from the front of the queue, and put whoever is ready again at its end',
    'zh-CN': '从队首取出，再次准备好的排到队尾',
  },
  turns: {
    en: 'Each task takes a step, gives way with `yield sleep(0)` and is ready again at once: take from the front of the queue, and put whoever is ready again at its end',
    'zh-CN': '每个任务走一步，用 `yield sleep(0)` 让出，随即又准备好了：请从队首取出，再次准备好的排到队尾',
  },
  mainQueues: {
    en: 'main gets in line like every other task, behind A and B, which were made before run',
    'zh-CN': 'main 和别的任务一样排队，排在 run 之前创建的 A 和 B 后面',
  },
  waitersQueue: {
    en: 'X and Y were ready before the two tasks that the others waited for were done. Those who waited go behind X and Y, in the order in which they began to wait (A and D slept first, and began last); X2 and Y2 come after that',
    'zh-CN': '被等待的两个任务完成之前，X 和 Y 就准备好了。等待者排在 X 和 Y 后面，按开始等待的先后（A 和 D 先睡了一会儿，最后才开始等）；然后才是 X2 和 Y2',
  },
  sleepersQueue: {
    en: 'A, B and C were ready before S and T were woken, so S and T go behind them',
    'zh-CN': 'S 和 T 被叫醒之前，A、B、C 就准备好了，所以 S 和 T 排在它们后面',
  },
  anyNumber: {
    en: 'There may be any number of tasks at once, and any number may wait for the same one',
    'zh-CN': '可以同时有任意多个任务，也可以有任意多个任务等同一个任务',
  },
  ties: {
    en: 'Sleepers wake by deadline; with equal deadlines, who began to sleep first wakes first',
    'zh-CN': '按到期时间醒来；到期时间相同，先开始睡的先醒',
  },
  deadlines: {
    en: 'Sleepers wake by deadline, and deadlines are numbers, maybe with a fraction: is something compared as a text, rounded, or a key of an object?',
    'zh-CN': '按到期时间醒来，而到期时间是数字，可能带小数：是不是当成文字来比较了、取整了，或者当成了对象的键？',
  },
  allWake: {
    en: 'A, B and C were due at the same time: all of them wake in the same turn, before anything that they make (A2, B2, C2)',
    'zh-CN': 'A、B、C 同时到期：它们在同一轮全部醒来，排在它们所创建的任务（A2、B2、C2）前面',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The rule for sleepers, and how long those of the check sleep. */
export function becauseOfSleeps(sleeps: readonly (readonly [task: string, ms: readonly number[]])[]): Text {
  const told = (then: string, comma: string): string => sleeps.map(([task, ms]) => `${task} ${ms.join(then)}`).join(comma);
  return {
    en: `${because.ties.en}. They slept, in milliseconds, and began in this order: ${told(' and then ', ', ')}`,
    'zh-CN': `${because.ties['zh-CN']}。它们睡的毫秒数，按开始的先后：${told('，再睡 ', '；')}`,
  };
}

/** The rule as a sentence, unless it ends as a question does. */
const ended = (rule: string, mark: string): string => (/[?？]$/.test(rule) ? rule : rule + mark);

/** As many steps as a reader looks at. */
const enough = 12;

interface Excerpt<T> {
  readonly items: readonly T[];
  /** Whether something was left out before and after them. */
  readonly cut: readonly [boolean, boolean];
}

/** A long list from where two begin to differ, and a little before that. */
function excerpt<T>(items: readonly T[], from: number): Excerpt<T> {
  if (items.length <= 2 * enough) return { items, cut: [false, false] };
  return { items: items.slice(from, from + enough), cut: [from > 0, from + enough < items.length] };
}

function withDots({ items, cut: [before, after] }: Excerpt<string>): readonly string[] {
  return [...(before ? ['…'] : []), ...items, ...(after ? ['…'] : [])];
}

/** Steps in their order, each group of them with the time at which it was taken. */
function timed({ items, cut }: Excerpt<Step>): Text {
  const groups: { readonly names: string[]; readonly at: number }[] = [];
  for (const { name, at } of items) {
    const last = groups.at(-1);
    if (last?.at === at) last.names.push(name);
    else groups.push({ names: [name], at });
  }
  const told = (comma: string, unit: string): string =>
    withDots({ items: groups.map(({ names, at }) => `${names.join(comma)} (${at} ${unit})`), cut }).join(comma);
  return items.length === 0 ? list([]) : { en: told(', ', 'ms'), 'zh-CN': told('、', '毫秒') };
}

/** Whose steps these are. */
const wakers = (log: readonly string[]): readonly string[] => log.map((step) => step.replace(/\d+$/, ''));

/** Where not one step was taken, the order is not what is wrong. */
const nobodyRan = {
  en: 'No task but main took a step. The queue is what createTask fills: run takes out whoever is first, main or not',
  'zh-CN': '除了 main，没有任务走过一步。createTask 填的就是这个队列：run 取出排在最前面的，不管是不是 main',
} as const satisfies Text;

/** What the checks of `event-loop` tell of the order in which tasks ran. */
export const saysOfOrder = {
  /** @param rule one of `because` */
  otherOrder: (expected: readonly string[], steps: readonly Step[], rule: Text): Text => {
    const got = steps.map(({ name }) => name);
    const missing = expected.filter((name) => !got.includes(name));
    const extra = got.filter((name) => !expected.includes(name));
    const from = Math.max(0, got.findIndex((name, i) => name !== expected[i]) - 2);
    const [wanted, ran, lost] = [list(withDots(excerpt(expected, from))), timed(excerpt(steps, from)), list(withDots(excerpt(missing, 0)))];
    const more = list(withDots(excerpt(extra, 0)));
    if (steps.length === 0) return {
      en: `The steps should run in the order ${wanted.en}. Yours: nothing. ${nobodyRan.en}.`,
      'zh-CN': `各步应该按 ${wanted['zh-CN']} 的顺序运行。你的：一步也没有。${nobodyRan['zh-CN']}。`,
    };
    return {
      en: `The steps should run in the order ${wanted.en}. Yours: ${ran.en}.${missing.length > 0 ? ` Never run: ${lost.en}.` : ''}${extra.length > 0 ? ` Run although main was done: ${more.en}.` : ''} ${ended(rule.en, '.')}`,
      'zh-CN': `各步应该按 ${wanted['zh-CN']} 的顺序运行。你的顺序：${ran['zh-CN']}。${missing.length > 0 ? `没有运行的：${lost['zh-CN']}。` : ''}${extra.length > 0 ? `main 已经结束却还在运行的：${more['zh-CN']}。` : ''}${ended(rule['zh-CN'], '。')}`,
    };
  },

  otherWaking: (expected: readonly string[], log: readonly string[]): Text => {
    const [wanted, woke] = [list(expected), list(wakers(log))];
    return {
      en: `While somebody worked, the deadlines of all sleepers passed, in the order ${wanted.en}. ${log.length === 0 ? 'None of them woke' : `They woke in the order ${woke.en}`}. Every turn, wake all whose time has come, by deadline, also when they are overdue.`,
      'zh-CN': `有人在工作的时候，所有睡着的都到期了，到期的先后是 ${wanted['zh-CN']}。${log.length === 0 ? '它们一个也没有醒' : `醒来的先后却是 ${woke['zh-CN']}`}。请每一轮都叫醒所有到期的，即使已经过期，也按到期时间的先后。`,
    };
  },

  wokeOneByOne: (woke: readonly string[], log: readonly string[]): Text => ({
    en: `The deadlines of ${list(wakers(woke)).en} had all passed while somebody worked. They should wake in the same turn and run right behind each other, but others came in between: ${list(log).en}. Wake all whose time has come, not only the first one.`,
    'zh-CN': `有人工作的时候，${list(wakers(woke))['zh-CN']} 都到期了。它们应该在同一轮醒来，一个接一个地运行，中间却插进了别人：${list(log)['zh-CN']}。请叫醒所有到期的，而不只是第一个。`,
  }),
} as const;
