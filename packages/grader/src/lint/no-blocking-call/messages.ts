import type { Text } from '../../messages/text.ts';

/** The sentences of the rule, with places for `{{ call }}` and `{{ instead }}`. */
export const sentences = {
  call: {
    en:
      '`{{ call }}` blocks the event loop: until it returns, no timer, no other task and no request moves on. ' +
      'Use {{ instead }}.',
    'zh-CN': '`{{ call }}` 会阻塞事件循环：在它返回之前，定时器、其他任务和请求全都停着不动。请改用 {{ instead }}。',
  },
} satisfies Record<string, Text>;

type Sentence = keyof typeof sentences;
export type MessageId = Sentence | `${Sentence}.zh-CN`;
