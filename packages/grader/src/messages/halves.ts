import type { Text } from './text.ts';

/**
 * The message of an error in each language. The errors of functions that are still empty speak both, as they cannot know
 * who reads them: `English · 中文`. Every other message is the same in both.
 */
export function halves(message: string): Text {
  const end = message.indexOf(separator);
  const [english, chinese] = [message.slice(0, Math.max(0, end)), message.slice(end + separator.length)];
  const areHalves = end > 0 && !isChinese.test(english) && isChinese.test(chinese);
  return areHalves ? { en: english, 'zh-CN': chinese } : { en: message, 'zh-CN': message };
}

const separator = ' · ';
const isChinese = /\p{Script=Han}/u;
