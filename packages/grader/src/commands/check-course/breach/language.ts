import type { Language } from '../../../messages/text.ts';

/** Whether a text is certainly in the other language. Names, code and what is too short to tell are in both. */
export function isWrongLanguage(language: Language, text: string): boolean {
  const prose = text.replaceAll(notProse, ' ');
  const characters = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = prose.match(/(?<![\w.])[A-Za-z][a-z]+(?![\w(])/g)?.length ?? 0;
  return language === 'zh-CN' ? characters === 0 && words >= 3 : characters >= 4 && characters >= words;
}

/** Code, addresses, and what links lead to. */
const notProse = /`[^`]*`|\]\([^)]*\)|https?:\/\/\S+|<[^>]*>/g;

/** The beginning of a text, for a message about it. */
export function startOf(text: string): string {
  const line = text.trim().split('\n', 1).join();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** The paragraphs of a Markdown text that are no code, each with the line that it begins in. */
export function paragraphsOf(markdown: string): readonly { readonly line: number; readonly text: string }[] {
  const paragraphs: { line: number; text: string }[] = [];
  let isCode = false;
  let open: { line: number; text: string } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    if (isCode || isFence || line.trim() === '') {
      open = undefined;
    } else if (open) {
      open.text += `\n${line}`;
    } else {
      open = { line: index + 1, text: line };
      paragraphs.push(open);
    }
  }
  return paragraphs;
}
