import { visible } from '../../messages/visible.ts';

/** Text that is HTML already. Everything else is escaped before it becomes part of a page. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

export type Content = string | number | Markup | undefined | readonly Content[];

/** A piece of a page. What is put into it stays text, in an element and in a quoted attribute alike. */
export function html(literals: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const [first = '', ...rest] = literals;
  return new Markup(rest.reduce((page, literal, index) => page + render(values[index]) + literal, first));
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.html;
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escape(content);
  return content.map(render).join('');
}

/** Controls and marks of direction are made visible as well: on a page they could make a line read as another one. */
function escape(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Sentences for students have their code in backticks. */
export function withCode(text: string): Content {
  return text.split(/`([^`\n]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
