import { languages } from './text.ts';
import type { Language } from './text.ts';

/** The language of whoever sits at this machine: as POSIX says, or else as the operating system told Node. */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const posix = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const locale = posix ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh(?![a-z])/i.test(locale) ? 'zh-CN' : 'en';
}

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}
