import type { Language } from './text.ts';

/**
 * A text whose commands ask for a language, for whoever is answered in another one without: `pnpm grade tea` becomes
 * `pnpm grade --lang zh-CN tea`.
 *
 * @param language what to ask for; the text stays as it is without
 */
export function askingFor(language: Language | undefined, text: string): string {
  return language === undefined ? text : text.replace(/\bpnpm (?:grade|hint|play|reset|run list|solution)\b/g, `$& --lang ${language}`);
}
