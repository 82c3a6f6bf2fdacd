/** Made when something is drawn: it takes longer to make than all of core to load, and most programs draw nothing. */
let segmenter: Intl.Segmenter | undefined;

function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** What takes two columns: East Asian Wide and Fullwidth (Unicode Standard Annex 11), and emoji. */
const wide =
  /[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{A960}-\u{A97F}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE10}-\u{FE19}\u{FE30}-\u{FE6F}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}\uFE0F]/u;

/** What takes none: marks that sit on others, control and format characters. */
const invisible = /^[\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Control}\p{Format}]+$/u;

/** How many columns a text takes in a terminal: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

/** The text in exactly `width` columns: filled up with spaces, or cut, with an ellipsis at its end. */
export function fitText(text: string, width: number): string {
  const kept = textWidth(text) <= width ? text : `${cut(text, width - 1)}…`;
  return kept + ' '.repeat(Math.max(0, width - textWidth(kept)));
}

function cut(text: string, width: number): string {
  let kept = '';
  let columns = 0;
  for (const { segment } of graphemesOf(text)) {
    columns += graphemeWidth(segment);
    if (columns > width) break;
    kept += segment;
  }
  return kept;
}
