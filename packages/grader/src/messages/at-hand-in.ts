import type { Language } from './text.ts';

/** What is decided only when answers are handed in, as far as students know of it. */
export interface Undecided {
  readonly checks: number;
  readonly points: number;
}

/** What is said of it, wherever there is a score, a check or a word of joy. */
interface AtHandInWords {
  /** Behind a score: the rest of a sentence that begins with it. */
  behindScore(left: Undecided): string;
  /** A line among the checks. */
  line(left: Undecided): string;
  /** Alone, of an exercise or of the course. */
  sentence(left: Undecided): string;
}

const checksOf = (checks: number): string => (checks === 1 ? '1 more check is' : `${checks} more checks are`);

export const atHandInWords: Readonly<Record<Language, AtHandInWords>> = {
  en: {
    behindScore: ({ checks, points }) =>
      `; ${points === 0 ? checksOf(checks) : points === 1 ? '1 more is' : `${points} more are`} decided when you hand in.`,
    line: ({ checks }) => `${checksOf(checks)} decided when you hand in`,
    sentence: ({ checks, points }) =>
      `${points === 0 ? checksOf(checks) : points === 1 ? '1 more point is' : `${points} more points are`} decided when you hand in.`,
  },
  'zh-CN': {
    behindScore: ({ checks, points }) => `；还有 ${points === 0 ? `${checks} 项检查` : `${points} 分`}在提交后判定。`,
    line: ({ checks }) => `还有 ${checks} 项检查在提交后判定`,
    sentence: ({ checks, points }) => `还有 ${points === 0 ? `${checks} 项检查` : `${points} 分`}在提交后判定。`,
  },
};
