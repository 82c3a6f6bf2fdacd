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
  const code = topLevel(source.replace(commentOrText, blanked));
  return Array.from(code.matchAll(declaration), ([, isFunction, name = '']) => ({
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

/** Where a statement outside of all braces calls one of these functions, for nothing or for what is awaited, passed on or printed. */
export function topLevelCall(source: string, names: readonly string[]): { readonly name: string; readonly offset: number } | undefined {
  if (names.length === 0) return undefined;
  const code = outside(source.replace(commentOrText, blanked), '{', '}');
  const kept = String.raw`(?:const|let|var)\s+[\p{ID_Continue}$]+\s*=\s*(?=await\b)`;
  const called = String.raw`(?<name>${names.map((name) => RegExp.escape(name)).join('|')})\s*\(`;
  const found = new RegExp(String.raw`^(?:${kept})?(?:void\s+|await\s+|[\p{ID_Continue}$.]+\s*\(\s*)*${called}`, 'mu').exec(code);
  const name = found?.groups?.['name'];
  return found === null || name === undefined ? undefined : { name, offset: found.index };
}

const declaration = /(?<![\w$.])(?:(function)(?:\s*\*\s*|\s+)|(?:class|const|let|var)\s+)([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;

/** What stands outside of all brackets. */
function topLevel(code: string): string {
  return outside(code, '{[(', '}])');
}

/** What stands outside of these brackets. */
function outside(code: string, opening: string, closing: string): string {
  let depth = 0;
  return code.replace(/[{[(}\])]|[^{}[\]()]+/g, (piece) => {
    if (opening.includes(piece)) depth += 1;
    else if (closing.includes(piece)) depth = Math.max(0, depth - 1);
    else if (depth === 0) return piece;
    return blanked(piece);
  });
}

function blanked(found: string): string {
  return found.replace(/[^\n\r\u2028\u2029]/g, ' ');
}
