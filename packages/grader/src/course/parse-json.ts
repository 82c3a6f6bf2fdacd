/** What a JSON text says. Editors of Windows put a mark in front of it, which is no part of JSON. @throws {SyntaxError} */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}
