import type { Text } from './text.ts';

/** What `grade --ui` says in the terminal. */
export const uiTexts = {
  open: (address: string): Text => ({
    en: `Your checks are on this page, anew after every save:\n${address}`,
    'zh-CN': `检查结果在这个网页上，每次保存都会更新：\n${address}`,
  }),
  failed: { en: 'Not yet', 'zh-CN': '未通过' },
  leave: { en: 'Ctrl-C ends it.', 'zh-CN': '按 Ctrl-C 结束。' },
} as const;
