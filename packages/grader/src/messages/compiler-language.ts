import ts from 'typescript';
import type { Language } from './text.ts';

/** Runs `work` while TypeScript speaks that language. Messages are worded when a program is checked, not when read. */
export function inCompilerLanguage<T>(language: Language, work: () => T): T {
  if (language === 'en') return work();
  ts.validateLocaleAndSetLanguage(language, ts.sys);
  try {
    return work();
  } finally {
    // TypeScript knows no way back to its own messages but a translation that is empty.
    ts.validateLocaleAndSetLanguage(language, { ...ts.sys, readFile: () => '{}' });
  }
}
