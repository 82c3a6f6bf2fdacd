import { languages } from './text.ts';
import type { Language } from './text.ts';

/** The language of whoever sits at this machine. */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  return languageOf(systemLocale(env)) ?? 'en';
}

/** What the machine is set to: as POSIX says, or else as the operating system told Node. */
export function systemLocale(env: Readonly<Record<string, string | undefined>>): string {
  const posix = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return posix ?? Intl.DateTimeFormat().resolvedOptions().locale;
}

/** The language of a name for one, as systems and people write them: `zh`, `zh_CN.UTF-8`, `EN`; undefined for other languages. */
export function languageOf(name: string): Language | undefined {
  const [language = ''] = name.toLowerCase().split(/[-_.@]/);
  return languages.find((known) => known.toLowerCase() === name.toLowerCase() || known.split('-')[0] === language);
}

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}
