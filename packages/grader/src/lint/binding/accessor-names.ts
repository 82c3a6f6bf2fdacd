/** Names that follow `get` or `set` in the texts: those of all accessors, `[` for computed ones, and a few others. */
export function accessorsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => Array.from(text.matchAll(accessor), ([, name = '']) => name)));
}

const accessor = /\b[gs]et\s+(#?[\w$]+|\[)/g;
