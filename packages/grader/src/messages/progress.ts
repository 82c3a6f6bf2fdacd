import type { Text } from './text.ts';

/** What is said when the notes about a student's progress make trouble. */
export const progressTexts = {
  damaged: (exercise: string, aside: string): Text => ({
    en: `The notes about ${exercise} could not be read. They are put aside as ${aside}; \`pnpm grade ${exercise}\` writes new ones.`,
    'zh-CN': `${exercise} 的进度记录读不出来，已经另存为 ${aside}。运行 \`pnpm grade ${exercise}\` 会写一份新的。`,
  }),
  notSaved: (path: string, reason: Text): Text => ({
    en: `Your progress could not be saved in ${path}: ${reason.en} Nothing else is affected.`,
    'zh-CN': `无法把进度保存到 ${path}：${reason['zh-CN']}其他的不受影响。`,
  }),
} as const;
