import ts from 'typescript';
import { chinese } from 'virtual:teatime/compiler-chinese';
import type { Language } from '../messages/text.ts';

/** `messages/compiler-language.ts` where there are no files to read TypeScript's translations from. */
export function inCompilerLanguage<T>(language: Language, work: () => T): T {
  if (language === 'en') return work();
  speak(language, chinese);
  try {
    return work();
  } finally {
    speak(language, '{}');
  }
}

function speak(language: Language, messages: string): void {
  ts.validateLocaleAndSetLanguage(language, { getExecutingFilePath: () => '/typescript.js', resolvePath: (path) => path, fileExists: () => true, readFile: () => messages });
}
