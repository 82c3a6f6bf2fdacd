import { readFileSync } from 'node:fs';
import { defineLoader } from 'vitepress';

/** A name that core exports, as its reference has it. */
export interface DocumentedName {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'type';
  /** Of a function: `(ms, options?): Promise<void>`. */
  readonly signature: string;
  /** The first paragraph of its docstring. */
  readonly text: string;
}

declare const data: readonly DocumentedName[];
export { data };

/** The names, from the page that is made of the docstrings. VitePress reads them when the site is built. */
export default defineLoader({
  watch: ['../../../../reference/core.md'],
  load: ([file = '']: string[]): readonly DocumentedName[] => readFileSync(file, 'utf8').split(/^## /m).slice(1).map(documentedName),
});

function documentedName(section: string): DocumentedName {
  const [heading = ''] = section.split('\n');
  const name = heading.replace(/\(\)$/, '').trim();
  const code = /```ts\n(?<code>.*?)\n```/s.exec(section)?.groups?.['code'] ?? '';
  const isClass = /^### Constructors?$/m.test(section);
  const paragraphs = section.replaceAll(/```.*?```/gs, '').split('\n').slice(1).join('\n').trim().split(/\n{2,}/);
  const [text = ''] = paragraphs.filter((paragraph) => !/^(?:#|\*\*\*|\|)/.test(paragraph));
  return {
    name,
    kind: heading.endsWith('()') ? 'function' : isClass || /^[a-z]/.test(name) ? 'class' : 'type',
    signature: /^function \w+(?:<.*?>)?(?<rest>\(.*\).*?);?$/s.exec(code)?.groups?.['rest']?.replaceAll(/\s+/g, ' ').replaceAll('__namedParameters', 'options') ?? '',
    text: plain(text),
  };
}

/** As a text: without links, and without marks for code. */
function plain(text: string): string {
  return text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '').replaceAll(/\s+/g, ' ');
}
