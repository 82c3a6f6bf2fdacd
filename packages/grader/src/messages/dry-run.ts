import type { Language } from './text.ts';

/** What the table of a class's hand-ins says. */
export interface DryRunWords {
  /** Student, taken for, what, when, late. */
  readonly heading: readonly string[];
  readonly origins: Readonly<Record<'moodle' | 'canvas' | 'gradescope' | 'github' | 'folder' | 'archive' | 'file' | 'roster', string>>;
  readonly late: string;
  readonly passedOver: string;
  sum(present: number, absent: number): string;
}

export const dryRunWords: Readonly<Record<Language, DryRunWords>> = {
  en: {
    heading: ['Student', 'Taken for', 'What', 'Handed in', ''],
    origins: { moodle: 'Moodle', canvas: 'Canvas', gradescope: 'Gradescope', github: 'GitHub Classroom', folder: 'folder', archive: 'archive', file: 'file', roster: 'nothing handed in' },
    late: 'late',
    passedOver: 'Nobody\'s hand-in:',
    sum: (present, absent) => `${present} ${present === 1 ? 'hand-in' : 'hand-ins'}${absent > 0 ? `, and nothing from ${absent}` : ''}.`,
  },
  'zh-CN': {
    heading: ['学生', '识别为', '内容', '提交时间', ''],
    origins: { moodle: 'Moodle', canvas: 'Canvas', gradescope: 'Gradescope', github: 'GitHub Classroom', folder: '文件夹', archive: '压缩包', file: '文件', roster: '没有提交' },
    late: '迟交',
    passedOver: '不是任何人的提交：',
    sum: (present, absent) => `共 ${present} 份提交${absent > 0 ? `，${absent} 人没有提交` : ''}。`,
  },
};
