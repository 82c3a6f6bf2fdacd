import type { Text } from './text.ts';

interface Wording {
  readonly title: Text;
  readonly why: Text;
}

/** The checks that every exercise has, in words. An exercise that gives points for one words it itself. */
export const staticChecks = {
  gate: {
    title: { en: 'The file is there, and it is valid', 'zh-CN': '文件齐全、合法' },
    why: {
      en: 'Nothing can be checked before the files are there, are valid TypeScript, and import only what they may.',
      'zh-CN': '只有文件齐全、是合法的 TypeScript、并且只导入允许的模块，才能开始检查。',
    },
  },
  types: {
    title: { en: 'The types are right', 'zh-CN': '类型正确' },
    why: {
      en: 'What TypeScript finds before the program runs need not be found by running it.',
      'zh-CN': 'TypeScript 在运行之前就能发现的错误，不必等到运行时才发现。',
    },
  },
  'no-blocking-call': {
    title: { en: 'The event loop stays free', 'zh-CN': '事件循环保持畅通' },
    why: {
      en: 'There is one thread. While a blocking call waits, every other task stands still.',
      'zh-CN': '只有一个线程：阻塞调用在等待时，其他任务全都停住了。',
    },
  },
  restrictions: {
    title: { en: 'Uses only what this exercise allows', 'zh-CN': '只使用本练习允许的功能' },
    why: {
      en: 'What is not allowed is what you are to build yourself, or what the checks cannot follow.',
      'zh-CN': '不允许用的，要么正是要你亲手实现的东西，要么是检查看不清的东西。',
    },
  },
} as const satisfies Record<string, Wording>;

/** What the verdict says where there is nothing to quote. */
export const rulings = {
  busy: {
    en: 'This computer was too busy with other things to judge this exercise, also when it was tried a second time. That says nothing about your code. Grade it again when less is going on.',
    'zh-CN': '这台电脑正忙于别的工作，再试一次之后仍然无法评判这个练习。这并不说明你的代码有问题。请等电脑空闲一些再检查一次。',
  },
  refused: {
    en: 'This did not run, because the files were refused. Mend that first.',
    'zh-CN': '文件没有通过检查，所以这一项没有运行。请先改好前面的问题。',
  },
  didNotRun: {
    en: 'This did not run, so it cannot count.',
    'zh-CN': '这一项没有运行，不能计分。',
  },
  ranTwice: {
    en: 'This reported more than one result, so none of them counts.',
    'zh-CN': '这一项给出了不止一个结果，都不能计分。',
  },
  provesNothing: {
    en: 'This run cannot be trusted: a check that must fail did not fail. No result of it counts.',
    'zh-CN': '这次运行不可信：一项必定失败的检查没有失败，所以结果都不能计分。',
  },
  mistake: ({ check, what, place }: { readonly check: string; readonly what: Text; readonly place: string }): Text => ({
    en: `The check \`${check}\` has a mistake of its own (${place}): ${what.en}`,
    'zh-CN': `检查 \`${check}\` 本身有错误（${place}）：${what['zh-CN']}`,
  }),
  unknownChecks: (ids: readonly string[]): Text => ({
    en: `Checks ran that this exercise does not have: ${ids.join(', ')}.`,
    'zh-CN': `运行了这个练习没有的检查：${ids.join('、')}。`,
  }),
  misplacedChecks: (ids: readonly string[]): Text => ({
    en: `Checks of this exercise are open in one place and hidden in the other: ${ids.join(', ')}.`,
    'zh-CN': `这个练习有检查在一处是公开的、在另一处是隐藏的：${ids.join('、')}。`,
  }),
  missingChecks: (ids: readonly string[]): Text => ({
    en: `Checks of this exercise did not run: ${ids.join(', ')}.`,
    'zh-CN': `这个练习有检查没有运行：${ids.join('、')}。`,
  }),
  withheld: {
    en: 'Until this is mended, the exercise gives no points.',
    'zh-CN': '改好之前，这个练习不计分。',
  },
} as const;

/** Two texts, one after the other. */
export function joined(first: Text, second: Text): Text {
  return { en: `${first.en} ${second.en}`, 'zh-CN': `${first['zh-CN']}${second['zh-CN']}` };
}
