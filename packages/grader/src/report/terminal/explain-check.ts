import type { Language } from '../../messages/text.ts';
import type { UnscoredCheck } from '../../verdict/result.ts';
import { explanation } from './checks-block.ts';
import { createStyle } from './style.ts';

/** What is to be said about a check that did not pass, as plain text of at most 80 columns. */
export function explainCheck(check: UnscoredCheck, language: Language): string {
  return explanation(check, createStyle({ language, width: 80, colors: false })).join('\n');
}
