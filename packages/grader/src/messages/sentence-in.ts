import { languageOf } from './system-language.ts';
import type { Text } from './text.ts';

/**
 * A text in a language that a course may have besides the grader's own: where it is not there, the grader's language that
 * is nearest, or English.
 */
export function sentenceIn(text: Text, language: string): string {
  const own = Object.entries(text).find(([tag]) => tag === language)?.[1];
  return own ?? text[languageOf(language) ?? 'en'];
}
