import type { Text } from './text.ts';

/** What is still missing about an exercise that was generated. */
export const scaffoldTexts = {
  draft: (manifest: string): Text => ({
    en: `${manifest} says "draft": true. Take the key out when the exercise is done`,
    'zh-CN': `${manifest} 里写着 "draft": true。练习写完后请去掉这个键`,
  }),
  stillGenerated: (place: string): Text => ({
    en: `${place} is still the one that was generated`,
    'zh-CN': `${place} 还是自动生成的那一份`,
  }),
  beforeItIsHandedOut: (id: string): Text => ({
    en: `${id}: before it is handed out, write your own in the place of these, or take them away`,
    'zh-CN': `${id}：发给学生之前，请把下面这些换成你自己写的，或者删掉`,
  }),
} as const;
