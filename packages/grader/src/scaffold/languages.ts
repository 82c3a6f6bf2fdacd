import type { ScaffoldFile } from './scaffold-file.ts';

/**
 * A file of the template as a course in these languages has it: none for a task in a language that is not the course's, and
 * one for each language that the template does not speak, in English, to be translated.
 */
export function inLanguages(file: ScaffoldFile, languages: readonly string[]): readonly ScaffoldFile[] {
  const own = languages.includes('zh-CN') ? file : { ...file, text: withoutChinese(file.name, file.text) };
  const language = /\/task\.(?<language>[\w-]+)\.md$/.exec(file.name)?.groups?.['language'];
  if (language === undefined) return [own];
  if (language !== 'en') return languages.includes(language) ? [own] : [];
  const untranslated = languages.filter((other) => other !== 'zh-CN');
  return untranslated.map((other) => ({ ...own, name: file.name.replace(/task\.en\.md$/, `task.${other}.md`) }));
}

/**
 * The template writes a sentence a line, or both languages in one. The story keeps both: `stage.lang` may be either, whatever
 * the course speaks.
 */
function withoutChinese(name: string, text: string): string {
  if (name.endsWith('.json')) return text.replaceAll(/,\s*"zh-CN": "(?:[^"\\]|\\.)*"/g, '');
  if (name.endsWith('/says.ts')) return text.replaceAll(/^ *'zh-CN': .*\n/gm, '').replaceAll(/\bText\b/g, 'Said');
  // The message of the stub.
  return text.replaceAll(/ · [^'\n]*(?=')/g, '');
}
