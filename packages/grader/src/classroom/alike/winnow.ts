/** How many tokens in a row make a print. What is shared and shorter is chance. */
export const gram = 14;

/** Of so many prints in a row one is kept at least, so that nothing of `gram + window - 1` shared tokens is missed. */
export const window = 6;

/** The prints of all runs of tokens, in their order: 32 bits each. */
export function printsOf(tokens: readonly number[]): readonly number[] {
  return Array.from({ length: Math.max(0, tokens.length - gram + 1) }, (_, at) => printOf(tokens, at));
}

/**
 * Some of the prints, chosen by what they are and not by where they stand: of every window the smallest
 * (Schleimer, Wilkerson, Aiken: Winnowing, 2003).
 */
export function winnowed(prints: readonly number[]): ReadonlySet<number> {
  const kept = new Set<number>();
  for (let start = 0; start <= Math.max(0, prints.length - window); start += 1) {
    const smallest = Math.min(...prints.slice(start, start + window));
    if (Number.isFinite(smallest)) kept.add(smallest);
  }
  return kept;
}

/** FNV-1a. */
function printOf(tokens: readonly number[], at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + gram; index += 1) hash = Math.imul(hash ^ (tokens[index] ?? 0), 0x01000193);
  return hash >>> 0;
}
