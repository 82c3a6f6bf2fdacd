/**
 * A text with everything made visible that a terminal or a reader could be fooled by: control characters and escape
 * sequences, characters that turn the direction of writing, halves of characters. Line breaks stay, tabs become spaces.
 */
export function visible(text: string): string {
  return text
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
    .replace(deceptive, (character) => (character < ' ' ? picture(character.charCodeAt(0)) : '\uFFFD'));
}

/** The controls but the line break; marks and overrides of direction; separators and spaces that are not seen. */
const deceptive = /[\0-\x09\x0B-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
