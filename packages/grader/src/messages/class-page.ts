import type { Language } from './text.ts';

/** The words of the page about a class. */
export interface ClassWords {
  title(students: number): string;
  passed(passed: number, graded: number): string;
  readonly exercises: string;
  passedOf(passed: number, of: number): string;
  readonly points: string;
  bin(from: number, to: number): string;
  students(count: number): string;
  /** The whole histogram, for those who cannot see it. */
  readonly distribution: string;
  readonly noPoints: string;
  readonly toLookAt: string;
  readonly late: string;
  /** What is said of one that came late. */
  readonly tooLate: string;
  /** The table of all students. */
  readonly roll: string;
  readonly student: string;
  readonly missing: string;
  failed(count: number, of: number): string;
  readonly nobodyFailed: string;
  readonly nobodyJudged: string;
  readonly hidden: string;
  commonest(times: number): string;
  readonly alike: string;
  readonly alikeMeans: string;
  pair(one: string, other: string): string;
  share(percent: number): string;
  moreAlike(count: number): string;
  /** When it was handed in, where it came late. */
  at(time: string): string;
  readonly longer: string;
}

export const classWords: Readonly<Record<Language, ClassWords>> = {
  en: {
    title: (students) => (students === 1 ? '1 student' : `${students} students`),
    passed: (passed, graded) => `${passed} of ${graded} that were graded passed everything.`,
    exercises: 'Exercises',
    passedOf: (passed, of) => `${passed} of ${of} passed`,
    points: 'Points',
    bin: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
    students: (count) => (count === 1 ? '1 student' : `${count} students`),
    distribution: 'How many students have how many points',
    noPoints: 'Nobody has points yet.',
    toLookAt: 'For a person to look at',
    late: 'Late',
    tooLate: 'late',
    roll: 'Students',
    student: 'Student',
    missing: 'Nothing handed in',
    failed: (count, of) => `${count} of ${of} did not pass`,
    nobodyFailed: 'Every answer passed every check.',
    nobodyJudged: 'No answer to it was judged.',
    hidden: ' (hidden)',
    commonest: (times) => (times === 1 ? 'Said once: ' : `Most often, ${times} times: `),
    alike: 'Answers that are alike',
    alikeMeans:
      'These have more in common than answers that were written apart usually have, names, comments and layout not counted. That can have many reasons; read both, and ask.',
    pair: (one, other) => `${one} and ${other}`,
    share: (percent) => `${percent}% of the shorter one`,
    moreAlike: (count) => (count === 1 ? '1 more pair is not shown.' : `${count} more pairs are not shown.`),
    at: (time) => `handed in ${time}`,
    longer: '… it goes on',
  },
  'zh-CN': {
    title: (students) => `${students} 名学生`,
    passed: (passed, graded) => `已评分的 ${graded} 人里，${passed} 人全部通过。`,
    exercises: '练习',
    passedOf: (passed, of) => `${passed} / ${of} 通过`,
    points: '分数',
    bin: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
    students: (count) => `${count} 人`,
    distribution: '各分数段的人数',
    noPoints: '还没有人得到分数。',
    toLookAt: '需要人工查看',
    late: '迟交',
    tooLate: '迟交',
    roll: '学生',
    student: '学生',
    missing: '未提交',
    failed: (count, of) => `${of} 份里 ${count} 份未通过`,
    nobodyFailed: '所有答案都通过了全部检查。',
    nobodyJudged: '这个练习还没有评判过任何答案。',
    hidden: '（隐藏）',
    commonest: (times) => (times === 1 ? '提示（1 次）：' : `最常见的提示（${times} 次）：`),
    alike: '相似的答案',
    alikeMeans: '不计命名、注释和排版，这些答案的相同之处仍多于各自独立写出的答案。原因可能有很多：请读一读两份答案，再问问学生。',
    pair: (one, other) => `${one} 与 ${other}`,
    share: (percent) => `占较短一份的 ${percent}%`,
    moreAlike: (count) => `另有 ${count} 对没有列出。`,
    at: (time) => `提交于 ${time}`,
    longer: '… 后面还有',
  },
};
