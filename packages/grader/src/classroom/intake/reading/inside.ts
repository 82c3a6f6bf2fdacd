/**
 * The path of an entry of an archive within the hand-in: with forward slashes, of names that every system can have, and never one
 * that leads out. What was packed by its whole path (`C:\Users\lin\tea.ts`, `/home/lin/tea.ts`) is taken from the root on.
 *
 * @returns undefined for a path that climbs, or that is longer than any that somebody would type
 */
export function insidePath(name: string): string | undefined {
  const parts = name.replaceAll('\\', '/').replace(/^[A-Za-z]:(?=\/|$)/, '').split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.length > 16 || parts.includes('..')) return undefined;
  const safe = parts.map(safeName);
  return safe.every((part) => Buffer.byteLength(part) <= 200) ? safe.join('/') : undefined;
}

/** A name as Windows, too, can have it. Composed, as all but macOS write it. */
function safeName(part: string): string {
  const name = part.toWellFormed().normalize('NFC').replace(unfit, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  return reserved.test(name) ? `_${name}` : name;
}

const unfit = /[<>:"|?*\0-\x1F\x7F]/g;

/** Devices, whatever ending they are given. */
export const reserved = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
