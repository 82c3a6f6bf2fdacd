/** `2026-03-01 16:05 UTC`: by the clock of Greenwich, since a page may be read anywhere. */
export function minuteOf(iso: string): string {
  return iso.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*Z$/, '$1 $2 UTC');
}
