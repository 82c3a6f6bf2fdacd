// Each alternative also ends where the file does, so that nothing is looked at twice.
const comment = String.raw`\/\*[^]*?(?:\*\/|$)|\/\/[^\n\r\u2028\u2029]*`;
const text = String.raw`'[^'\\\n]*(?:\\[^][^'\\\n]*)*'?|"[^"\\\n]*(?:\\[^][^"\\\n]*)*"?|\x60[^\x60\\]*(?:\\[^][^\x60\\]*)*\x60?`;

const commentOrText = new RegExp(`${comment}|${text}`, 'g');

/** A source with its comments blanked out: every line and column stays. */
export function withoutComments(source: string): string {
  return source.replace(commentOrText, (found) => (found.startsWith('/') ? blanked(found) : found));
}

/** Something that a file declares at its top level. */
export interface Declaration {
  readonly kind: 'function' | 'other';
  readonly name: string;
}

/** What a file declares at its top level: good enough for a message, which is all that it is for. */
export function topLevelDeclarations(source: string): readonly Declaration[] {
  const outside = topLevel(source.replace(commentOrText, blanked));
  return Array.from(outside.matchAll(declaration), ([, isFunction, name = '']) => ({
    kind: isFunction === undefined ? 'other' : 'function',
    name,
  }));
}

/** Where the first `await` stands that is outside of all functions, of which there are none without brackets. */
export function topLevelAwait(source: string): number | undefined {
  const code = topLevel(source.replace(commentOrText, blanked));
  const offset = code.search(/(?<![\w$.])await\b/);
  return offset < 0 ? undefined : offset;
}

const declaration = /(?<![\w$.])(?:(function)(?:\s*\*\s*|\s+)|(?:class|const|let|var)\s+)([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;

/** What stands outside of all brackets. */
function topLevel(code: string): string {
  let depth = 0;
  return code.replace(/[{[(]|[}\])]|[^{}[\]()]+/g, (piece) => {
    if ('{[('.includes(piece)) depth += 1;
    else if ('}])'.includes(piece)) depth = Math.max(0, depth - 1);
    else if (depth === 0) return piece;
    return blanked(piece);
  });
}

function blanked(found: string): string {
  return found.replace(/[^\n\r\u2028\u2029]/g, ' ');
}
