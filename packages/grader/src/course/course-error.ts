import type { Text } from '../messages/text.ts';

/** One thing that is wrong with a file of the course. */
export interface CourseProblem {
  /** From the root of the course, with forward slashes. */
  readonly file: string;
  /** Where in the file, such as `checks[2].title.zh-CN`; empty for the file as a whole. */
  readonly path: string;
  /** What to write there. */
  readonly advice: Text;
}

/** The course itself is broken: nobody's submission can be graded before its author has mended it. */
export class CourseError extends Error {
  override readonly name = 'CourseError';
  readonly problems: readonly CourseProblem[];

  constructor(problems: readonly CourseProblem[]) {
    super(problems.map((problem) => problemText(problem).en).join('\n'));
    this.problems = problems;
  }
}

/** File, place and advice in one sentence. */
export function problemText({ file, path, advice }: CourseProblem): Text {
  const place = [file, path].filter((part) => part !== '');
  return { en: [...place, advice.en].join(': '), 'zh-CN': [...place, advice['zh-CN']].join('：') };
}
