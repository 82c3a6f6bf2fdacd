/** Characters that input methods and word processors write where code needs an ASCII one; the full-width ones aside. */
const typographic: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '。': '.',
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': '\'',
  '’': '\'',
  '‚': '\'',
  '【': '[',
  '】': ']',
  '《': '<',
  '》': '>',
  '·': '`',
  '￥': '$',
  '…': '...',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': '*',
  '÷': '/',
};

/** From `！` to `～` stand the characters of ASCII once more, as wide as Chinese ones. */
const fullWidth = { first: 0xff01, last: 0xff5e, offset: 0xff01 - 0x21 } as const;

/** A character, and what has to stand in its place. */
export interface LookAlike {
  readonly written: string;
  readonly meant: string;
}

/** What the character at an offset was meant to be, if it only looks like one that code is written with. */
export function lookAlikeAt(source: string, offset: number): LookAlike | undefined {
  const written = source.charAt(offset);
  const code = source.charCodeAt(offset);
  const isFullWidth = code >= fullWidth.first && code <= fullWidth.last;
  const meant = isFullWidth ? String.fromCharCode(code - fullWidth.offset) : typographic[written];
  return meant === undefined ? undefined : { written, meant };
}

/**
 * Where a text that begins with an ASCII quote, and has none at its end, was meant to end: at the last quote of another
 * kind before the end of its line.
 */
export function closingLookAlike(source: string, endOfLine: number): number | undefined {
  const start = source.lastIndexOf('\n', endOfLine - 1) + 1;
  const line = source.slice(start, endOfLine);
  const open = line.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, (closed) => ' '.repeat(closed.length)).search(/['"]/);
  if (open < 0) return undefined;
  for (let offset = endOfLine - 1; offset > start + open; offset--) {
    if (lookAlikeAt(source, offset)?.meant === line[open]) return offset;
  }
  return undefined;
}
