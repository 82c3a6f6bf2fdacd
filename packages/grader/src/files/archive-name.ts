const ending = /(?:\.tar)?\.(?:zip|tgz|tar|gz|bz2|xz|zst|tbz2?|txz|rar|7z)$/i;

/** The name of an archive without its ending; undefined where the name is none of an archive. Also of those that cannot be read here. */
export function archiveStem(name: string): string | undefined {
  return ending.test(name) ? name.replace(ending, '') : undefined;
}
