import { languages } from '../../messages/text.ts';
import type { Language, Text } from '../../messages/text.ts';

/** The sentences of the rule. `instead` is a whole sentence too, or nothing. */
export const sentences = {
  call: {
    en: '`{{ call }}` blocks the event loop: until it returns, no timer fires and no other task moves on.{{ instead }}',
    'zh-CN': '`{{ call }}` 会阻塞事件循环：在它返回之前，定时器不会触发，其他任务也动不了。{{ instead }}',
  },
  handedOver: {
    en: '`{{ call }}` blocks the event loop every time it is called back here: no other task moves on.{{ instead }}',
    'zh-CN': '`{{ call }}` 在这里每被回调一次，就会阻塞一次事件循环，其他任务都动不了。{{ instead }}',
  },
  helper: {
    en: '`{{ call }}` blocks the event loop: {{ way }} ({{ place }}). Until it returns, no other task moves on.{{ instead }}',
    'zh-CN': '`{{ call }}` 会阻塞事件循环：{{ way }}（{{ place }}）。在它返回之前，其他任务都动不了。{{ instead }}',
  },
  clock: {
    en:
      'This `{{ call }}` loop waits by asking the clock again and again. The event loop stands still meanwhile: ' +
      'no timer fires and no other task moves on.{{ instead }}',
    'zh-CN': '这个 `{{ call }}` 循环靠不停地看时间来等待。这期间事件循环停住了：定时器不会触发，其他任务也动不了。{{ instead }}',
  },
  flag: {
    en:
      'This `{{ call }}` loop waits for a change that cannot come: while it turns, no other code of this thread runs.' +
      '{{ instead }}',
    'zh-CN': '这个 `{{ call }}` 循环在等一个等不到的变化：它转个不停时，这个线程里的其他代码都没法运行。{{ instead }}',
  },
  starved: {
    en:
      'This `{{ call }}` loop lets only microtasks run between its rounds. The timer or event that would end it never gets ' +
      'its turn.{{ instead }}',
    'zh-CN': '这个 `{{ call }}` 循环每转一圈只让微任务运行。能让它结束的定时器或事件永远轮不到。{{ instead }}',
  },
  shared: {
    en:
      'This `{{ call }}` loop waits for another thread by looking at shared memory again and again. The event loop stands ' +
      'still meanwhile: no timer fires and no other task moves on.{{ instead }}',
    'zh-CN': '这个 `{{ call }}` 循环靠不停地看共享内存来等另一个线程。这期间事件循环停住了：定时器不会触发，其他任务也动不了。{{ instead }}',
  },
  nothing: {
    en: 'This `{{ call }}` loop never ends and does nothing: no timer fires any more, and no other task moves on.',
    'zh-CN': '这个 `{{ call }}` 循环永远不会结束，也什么都不做：定时器再也不会触发，其他任务也动不了。',
  },
} satisfies Record<string, Text>;

export type Sentence = keyof typeof sentences;

/** What to do about it. */
export const advice = {
  use: { en: ' Use {{ code }}.', 'zh-CN': '请改用 {{ code }}。' },
  timer: {
    en: ' Use `await setTimeout(…)` of `node:timers/promises`.',
    'zh-CN': '请改用 `node:timers/promises` 的 `await setTimeout(…)`。',
  },
  waitAsync: {
    en: ' Use `await Atomics.waitAsync(…).value`.',
    'zh-CN': '请改用 `await Atomics.waitAsync(…).value`。',
  },
  promise: { en: ' Await a promise instead.', 'zh-CN': '请改为 await 一个 promise。' },
  none: { en: '', 'zh-CN': '' },
} satisfies Record<string, Text>;

/** What an editor offers to do. */
export const offers = {
  replace: { en: 'Use {{ code }}.', 'zh-CN': '改用 {{ code }}。' },
} satisfies Record<string, Text>;

/** The name under which a sentence is known to ESLint. */
export function messageId(sentence: Sentence | keyof typeof offers, language: Language): string {
  return language === 'en' ? sentence : `${sentence}.${language}`;
}

/** All sentences, one for each language. */
export const messages: Readonly<Record<string, string>> = Object.fromEntries(
  languages.flatMap((language) =>
    [...Object.entries(sentences), ...Object.entries(offers)].map(([sentence, text]) => [
      language === 'en' ? sentence : `${sentence}.${language}`,
      text[language],
    ]),
  ),
);
