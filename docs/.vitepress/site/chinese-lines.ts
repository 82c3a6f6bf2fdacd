import type { MarkdownIt } from './links.ts';

/** Signs beside which Chinese has no space. */
const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;

/** A line that ends in a text does not end a word: between two Chinese signs a browser would show it as a space. */
export function joinChineseLines(md: MarkdownIt): void {
  md.core.ruler.push('chinese lines', ({ tokens }) => {
    for (const { children } of tokens) {
      for (const [at, token] of (children ?? []).entries()) {
        if (token.type !== 'softbreak') continue;
        const [before, after] = [textBeside(children ?? [], at, -1), textBeside(children ?? [], at, 1)];
        if (wide.test(before.at(-1) ?? '') && wide.test(after.at(0) ?? '')) Object.assign(token, { type: 'text', content: '' });
      }
    }
  });
}

/** The nearest text, past what only begins or ends an emphasis. */
function textBeside(tokens: readonly { readonly content: string }[], at: number, step: 1 | -1): string {
  for (let i = at + step; i >= 0 && i < tokens.length; i += step) {
    const { content = '' } = tokens[i] ?? {};
    if (content !== '') return content;
  }
  return '';
}
