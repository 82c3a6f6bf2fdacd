import ts from 'typescript';
import type { Language } from '../../messages/text.ts';

/** Runs `work` while TypeScript speaks that language. Messages are worded when a program is checked, not when read. */
export function inLanguage<T>(language: Language, work: () => T): T {
  if (language === 'en') return work();
  speakChinese();
  try {
    return work();
  } finally {
    speakEnglish();
  }
}

function speakChinese(): void {
  ts.validateLocaleAndSetLanguage('zh-cn', ts.sys);
}

/** TypeScript knows no way back to its own messages but a translation that is empty. */
function speakEnglish(): void {
  ts.validateLocaleAndSetLanguage('zh-cn', { ...ts.sys, readFile: () => '{}' });
}
