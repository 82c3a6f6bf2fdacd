/** What systems, editors and tools leave behind: nobody handed it in. */
export function isJunk(name: string): boolean {
  return junk.test(name);
}

const junk = /^(?:\..*|~\$.*|__MACOSX|node_modules|Thumbs\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information)$/i;
