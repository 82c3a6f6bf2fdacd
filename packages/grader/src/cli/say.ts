import { asTyped } from '../messages/commands.ts';
import { sentenceIn } from '../messages/sentence-in.ts';
import type { Text } from '../messages/text.ts';
import { indent, wrap } from '../report/layout.ts';
import { typingOf, reportWidth } from './context.ts';
import type { Context } from './context.ts';

export type Paragraph = Text | { readonly indented: Text };

/** Prints paragraphs in the reader's language, with an empty line before each. */
export function say(context: Context, ...paragraphs: readonly Paragraph[]): void {
  const width = reportWidth(context);
  const typing = typingOf(context);
  for (const paragraph of paragraphs) {
    const [text, by] = 'indented' in paragraph ? [paragraph.indented, 2] : [paragraph, 0];
    context.stdout.write(`\n${indent(wrap(asTyped(typing, sentenceIn(text, context.courseLanguage)), width - by), by).join('\n')}\n`);
  }
}
