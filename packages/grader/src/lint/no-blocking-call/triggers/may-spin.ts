/** May a loop in the text spin? It needs a clock to look at, or nothing to do. */
export function maySpin(text: string): boolean {
  if (/\bwhile\s*\([^\n]*\)\s*(?:;|\{\s*\})|\bdo\s*\{\s*\}/.test(text)) return true;
  const hasClock = /\b(?:Atomics|Date|Temporal|hrtime|performance|stopwatch|uptime)\b/.test(text);
  return hasClock && /\bwhile\b|\bdo\b|\bfor\s*\((?:\s*;|[^)\n]*(?:Date|hrtime|now|performance))/.test(text);
}
