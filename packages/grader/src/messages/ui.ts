import type { Text } from './text.ts';

/** What `grade --ui` says in the terminal. */
export const uiTexts = {
  open: (address: string): Text => ({
    en: 'Open this page in your browser. It shows your checks, anew after every save; '
      + `choose a file there, and then Code, to see the messages between its lines.\n${address}`,
    'zh-CN': '请在浏览器里打开这个网页，它显示检查结果，每次保存都会更新；'
      + `在网页里选一个文件，再选 Code，就能在代码的行间看到信息。\n${address}`,
  }),
  starting: { en: 'Checking, and opening a page in your browser…', 'zh-CN': '正在检查，并在浏览器里打开网页…' },
  failed: { en: 'Not yet', 'zh-CN': '未通过' },
  leave: { en: 'q or Ctrl-C ends it.', 'zh-CN': '按 q 或 Ctrl-C 结束。' },
} as const;
