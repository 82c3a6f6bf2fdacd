import type { Text } from '../../src/messages/text.ts';

/** Steps, or tasks, by their names. */
export function list(names: readonly string[]): Text {
  return names.length === 0 ? { en: 'nothing', 'zh-CN': '（什么都没有）' } : { en: names.join(', '), 'zh-CN': names.join('、') };
}
