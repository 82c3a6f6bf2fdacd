import stringWidth from 'string-width';

/** Breaks a text into lines that are at most `width` columns wide. Its own line breaks stay, and what is indented stays so. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const { length } = /^ */.exec(line)?.[0] ?? '';
    return indent(wrapLine(line.slice(length), Math.max(width - length, 2)), length);
  });
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of [...piecesOf(text)].flatMap((one) => fitting(one, width))) {
    if (stringWidth(line + piece) <= width) {
      line += piece;
    } else {
      lines.push(line.trimEnd());
      line = piece.trim();
    }
  }
  return [...lines, line.trimEnd()];
}

/** What stands together: words, with the brackets and stops that belong to them. Chinese is written without spaces. */
function* piecesOf(text: string): Generator<string> {
  let piece = '';
  for (const segment of segmentsOf(text)) {
    if (mayBreakBetween(piece, segment)) {
      yield piece;
      piece = '';
    }
    piece += segment;
  }
  yield piece;
}

/** Words, the spaces between them, and whole what is to be copied. */
function* segmentsOf(text: string): Generator<string> {
  let end = 0;
  for (const { 0: whole, index } of text.matchAll(toBeCopied)) {
    for (const { segment } of words.segment(text.slice(end, index))) yield segment;
    yield whole;
    end = index + whole.length;
  }
  for (const { segment } of words.segment(text.slice(end))) yield segment;
}

const options = String.raw`(?: --[a-z][a-z-]*(?:=[\w./:=-]*[\w/]|(?<=--(?:lang|report|json|from|seed|trace|runs)) [\w./:=-]*[\w/])?)*`;

/** Commands, with the word and the options behind them, addresses and paths: nobody can copy one that is broken. */
const toBeCopied = new RegExp(
  [
    String.raw`\b(?:npx -y )?p?npm(?:@[\d.]+)? (?:run )?[a-z-]+(?: --(?= ))?${options}(?: (?!-)[\w./:-]*[\w/])?${options}`,
    String.raw`https?:\/\/[^\s，。）]+`,
    String.raw`[\w.@%#+~-]*(?:[\/\\][\w.@%#+~⺀-鿿-]+)+[\/\\]?(?::\d+){0,2}(?<![.])`,
  ].join('|'),
  'g',
);

const words = new Intl.Segmenter('zh', { granularity: 'word' });

function mayBreakBetween(before: string, after: string): boolean {
  if (before.endsWith(' ') || after.startsWith(' ')) return true;
  const besideChinese = /[⺀-鿿豈-﫿！-｠“”‘’]$/.test(before) || /^[⺀-鿿豈-﫿！-｠“”‘’]/.test(after);
  return besideChinese && !/[（「『《〈【“‘([]$/.test(before) && !/^[，。！？：；、）」』》〉】”’…,.!?:;)\]]/.test(after);
}

/** A piece as it is, or, when no line can hold it, cut where the lines end; but what is to be copied is left to the terminal. */
function fitting(piece: string, width: number): readonly string[] {
  if (stringWidth(piece) <= width || [...piece.matchAll(toBeCopied)].length > 0) return [piece];
  const parts = [''];
  for (const { segment } of graphemes.segment(piece)) {
    const part = parts.at(-1) ?? '';
    if (stringWidth(part + segment) <= width) parts[parts.length - 1] = part + segment;
    else parts.push(segment);
  }
  return parts;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of a line, with an ellipsis for what does not fit into `width` columns. */
export function clip(line: string, width: number): string {
  if (stringWidth(line) <= width) return line;
  let clipped = '';
  for (const { segment } of graphemes.segment(line)) {
    if (stringWidth(clipped + segment) > width - 1) break;
    clipped += segment;
  }
  return `${clipped}…`;
}

/** Fills a text with spaces up to `width` columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** One text at the left end of a line and one at its right end. The left one gives way when there is no room for both. */
export function spread(left: string, right: string, width: number): string {
  if (right === '') return clip(left, width);
  const room = Math.max(1, width - stringWidth(right) - 1);
  return `${pad(clip(left, room), room)} ${right}`;
}

export function indent(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}
