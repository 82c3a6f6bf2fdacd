import type { MarkdownIt } from './links.ts';

/** ` ```mermaid ` becomes a drawing: see `theme/FlowChart.ts`. */
export function drawDiagrams(md: MarkdownIt): void {
  const { fence } = md.renderer.rules;
  if (fence === undefined) throw new Error('Markdown has no fences.');
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info = '', content = '' } = tokens[index] ?? {};
    // What stands in an attribute of a template may hold no quotation marks and no braces.
    return info.trim() === 'mermaid' ? `<FlowChart source="${encodeURIComponent(content)}" />\n` : fence(tokens, index, ...rest);
  };
}
