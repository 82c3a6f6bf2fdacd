import { indent, wrap } from '../report/layout.ts';

/** A term, such as an option with its value, two spaces at least, and what it means; or a line of prose. */
const line = /^(?<margin> *)(?:(?<term>\S+(?: \S+)*?)(?<gap> {2,}))?(?<text>.*)$/;

/**
 * A help text in so many columns. Its own line breaks stay where a line stands by itself: a term, a heading. Lines of
 * prose one after another are one paragraph, and a line that begins under a meaning goes on with it.
 */
export function layoutHelp(help: string, width: number): string {
  return paragraphsOf(help)
    .flatMap(({ first, margin, text }) => {
      const [begin = '', ...rest] = wrap(text, width - margin);
      return [`${first}${begin}`.trimEnd(), ...indent(rest, margin)];
    })
    .join('\n');
}

interface Paragraph {
  /** What stands before the text in its first line. */
  readonly first: string;
  /** Columns before the text. */
  readonly margin: number;
  text: string;
}

function paragraphsOf(help: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const source of help.split('\n')) {
    const { margin = '', term = '', gap = '', text = '' } = line.exec(source)?.groups ?? {};
    const before = paragraphs.at(-1);
    const first = `${margin}${term}${gap}`;
    if (term === '' && text !== '' && before !== undefined && before.text !== '' && before.margin === first.length) {
      // Chinese is written without spaces.
      before.text += /[⺀-鿿！-｠、。]$/.test(before.text) || /^[⺀-鿿]/.test(text) ? text : ` ${text}`;
    } else {
      paragraphs.push({ first, margin: first.length, text });
    }
  }
  return paragraphs;
}
