/**
 * A text with everything made visible that a terminal or a reader could be fooled by: control characters and escape
 * sequences, characters that turn the direction of writing or are not seen at all, halves of characters. Line breaks stay,
 * tabs become spaces. Cut where nobody reads on: a submission may have a name of a hundred thousand letters.
 */
export function visible(text: string): string {
  return (text.length > longestText ? `${text.slice(0, longestText)}…` : text)
    .toWellFormed()
    .replace(/\r\n/g, '\n')
    .replace(/\t/g, '    ')
    .replace(deceptive, (character) => picture(character.codePointAt(0) ?? 0));
}

/** The same for a line of source: every character stays in its column. */
export function visibleInPlace(line: string): string {
  return line
    .toWellFormed()
    .replaceAll('\t', ' ')
    .replace(deceptive, (character) => (character < ' ' ? picture(character.charCodeAt(0)) : '\uFFFD'.repeat(character.length)));
}

/** The name of a file or a folder, which somebody else may have chosen: on one line, whatever is in it. */
export function visibleName(name: string): string {
  return visible(name).replaceAll('\n', '\u240A');
}

const longestText = 5000;

/**
 * The controls but the line break; marks and overrides of direction; separators; whatever is not seen. What joins or varies
 * letters and pictures is let through only behind one that it does this to.
 */
export const deceptive = new RegExp(
  [
    String.raw`[\0-\x09\x0B-\x1F\x7F-\x9F\u2028\u2029\uFFF9-\uFFFB\uFFFE\uFFFF]`,
    String.raw`[\p{Default_Ignorable_Code_Point}--[\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}]]`,
    String.raw`(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}[\p{L}--[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Hani}\p{scx=Hang}\p{scx=Hira}\p{scx=Kana}]]])[\u200C\u200D]`,
    String.raw`(?<![\p{Extended_Pictographic}\p{scx=Hani}\p{scx=Mong}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}](?!\u20E3)`,
  ].join('|'),
  'gv',
);

/** A character as something that is seen. */
export function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
