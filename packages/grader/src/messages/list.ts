import type { Undecided } from './at-hand-in.ts';
import type { Language, Text } from './text.ts';

/** The words of the list of exercises. */
export interface ListWords {
  readonly states: Readonly<Record<'passed' | 'failed' | 'changed' | 'not-graded' | 'not-started', string>>;
  sum(passed: number, of: number, points: string): string;
  /** A heading and the steps; in an exam there are no hints. */
  next(id: string, task: string, file: string, exam: boolean): readonly [heading: string, ...steps: string[]];
  /** In the place of `passed`, where something is decided only when the exercise is handed in. */
  readonly passedSoFar: string;
  /** @param left of all exercises, what is decided when they are handed in */
  done(left: Undecided | undefined): string;
}

export const listWords: Readonly<Record<Language, ListWords>> = {
  en: {
    states: {
      passed: 'passed',
      failed: 'failed',
      changed: 'changed since',
      'not-graded': 'not graded yet',
      'not-started': 'not started',
    },
    sum: (passed, of, points) => `${passed} of ${of} exercises passed, ${points}`,
    next: (id, task, file, exam) => [
      `Next: ${id}`,
      `1. Read ${task}`,
      `2. Write your answer in ${file}`,
      `3. Run pnpm grade ${id}${exam ? '' : `; if you get stuck, pnpm hint ${id}`}`,
    ],
    passedSoFar: 'passed so far',
    done: (left) => done(left).en,
  },
  'zh-CN': {
    states: {
      passed: '已通过',
      failed: '未通过',
      changed: '之后有改动',
      'not-graded': '还没检查',
      'not-started': '还没开始',
    },
    sum: (passed, of, points) => `已通过 ${passed} / ${of} 个练习，${points}`,
    next: (id, task, file, exam) => [
      `下一个：${id}`,
      `1. 阅读 ${task}`,
      `2. 在 ${file} 里写答案`,
      `3. 运行 pnpm grade ${id}${exam ? '' : `；卡住了就运行 pnpm hint ${id}`}`,
    ],
    passedSoFar: '目前已通过',
    done: (left) => done(left)['zh-CN'],
  },
};

function done(left: Undecided | undefined): Text {
  return left === undefined
    ? { en: 'Every exercise has passed. Time for a cup of tea.', 'zh-CN': '所有练习都通过了。去喝杯茶吧。' }
    : { en: 'Everything that is checked here has passed: time to hand in.', 'zh-CN': '这里能检查的都通过了，可以提交了。' };
}
