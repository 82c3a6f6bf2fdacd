/** Texts by the names of their files, with forward slashes. */
export type SealedFiles = Readonly<Record<string, string>>;

/** How a sealed text is made: a line that says what it is, and in Base64 the nonce, the tag and what was encrypted with AES-256-GCM. */
export const sealedForm = {
  heading: 'teatime sealed 1',
  /** The key is its SHA-256. */
  phrase: 'teatime: sealed, and not secret',
  nonceBytes: 12,
  tagBytes: 16,
} as const;
