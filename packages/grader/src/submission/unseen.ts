import { deceptive } from '../messages/visible.ts';

/** The number of the character at an offset, if it is one that nobody sees. */
export function unseenAt(source: string, offset: number): number | undefined {
  const code = source.codePointAt(offset);
  const isAscii = code === undefined || code < 0x80;
  return !isAscii && String.fromCodePoint(code).search(deceptive) === 0 ? code : undefined;
}

/** What the parser takes for a space, and Node for no character of a program: the next-line, and spaces of no width. */
export const noSpaces = /[\u0085\u180E\u200B]/g;

/**
 * Whether a file may hold what the parser lets pass and Node does not: a cheap look, which lets no such file escape.
 *
 * @param code without its types
 */
export function mayBeRefusedByNode(code: string): boolean {
  return code.search(noSpaces) >= 0 || /@[\p{ID_Start}$_(]|\baccessor\s+[\p{ID_Start}$_#'"[\d]/u.test(code);
}
