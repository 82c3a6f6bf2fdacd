import type { Text } from './text.ts';

/** What `reset` did, and how to take it back. */
export const resetTexts = {
  restored: (files: readonly string[]): Text => ({
    en: `${files.join(', ')} ${files.length === 1 ? 'is as it was' : 'are as they were'} in the beginning.`,
    'zh-CN': `${files.join('、')} 已恢复成最初的样子。`,
  }),
  kept: (id: string, folder: string): Text => ({
    en: `What you had written is kept in ${folder}. To bring it back: pnpm reset ${id} --undo`,
    'zh-CN': `你写的代码保存在 ${folder}。想找回来：pnpm reset ${id} --undo`,
  }),
  untouched: (id: string): Text => ({
    en: `${id} is still as it was in the beginning. Nothing was changed.`,
    'zh-CN': `${id} 本来就是最初的样子，什么都没有改。`,
  }),
  undone: (files: readonly string[], folder: string): Text => ({
    en: `${files.join(', ')} ${files.length === 1 ? 'is' : 'are'} back, from ${folder}.`,
    'zh-CN': `${files.join('、')} 已从 ${folder} 恢复。`,
  }),
  backAlready: (folder: string): Text => ({
    en: `The newest copy, ${folder}, is what you have already. Nothing was changed. Older ones lie beside it.`,
    'zh-CN': `最新的备份 ${folder} 和现在的文件一样，什么都没有改。更早的备份在它旁边。`,
  }),
  noBackup: (id: string): Text => ({
    en: `There is nothing to bring back: ${id} has never been reset here.`,
    'zh-CN': `没有可以找回的内容：这里还没有重置过 ${id}。`,
  }),
} as const;
