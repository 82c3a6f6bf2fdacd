/** An entry of an archive, as the archive names it. */
export interface ArchiveEntry {
  /** That of a folder ends with a slash. */
  readonly name: string;
  /** `other` is neither, such as a device. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly isEncrypted: boolean;
}

/** Takes one file out of an archive, in pieces as they come: what an archive says of its own sizes may be a lie. */
export interface EntrySink {
  /** @returns false when no more of this file is wanted */
  write(piece: Uint8Array): boolean;
  end(): void;
}

/** Says for each entry whether it is to be read. What it throws ends the reading, and comes out of it. */
export type EntryVisitor = (entry: ArchiveEntry) => EntrySink | undefined;
