/** Why no answer could be taken, for programs. The gate's message says the same to people. */
export const problemReasons = [
  /** There is nothing in the folder at all. */
  'empty',
  /** What is there is an archive that nobody has unpacked. */
  'archive',
  'no-folder',
  'several-folders',
  'missing',
  'several-files',
  'link',
  'hard-link',
  'not-a-file',
  'too-large',
  'not-text',
  'unreadable',
] as const;

export type ProblemReason = (typeof problemReasons)[number];

const nothings: ReadonlySet<ProblemReason> = new Set(['empty', 'archive', 'no-folder', 'missing']);

/** Whether it means that nothing was handed in: all others mean that what was handed in cannot be used. */
export function isNothing(reason: ProblemReason): boolean {
  return nothings.has(reason);
}
