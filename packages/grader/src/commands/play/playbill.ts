import type { Language } from '../../messages/text.ts';

/** What the process in which a story is played needs to know. It travels as JSON. */
export interface Playbill {
  /** The file of the story. */
  readonly story: string;
  /** The files that it is played with, a student's or the solution's. The story uses the first. */
  readonly files: readonly PlayedFile[];
  /** What the first file has to export. */
  readonly exports: readonly string[];
  readonly language: Language;
  /** On a clock that jumps, instead of in real time. */
  readonly fast: boolean;
  /** The command that checks the same exercise. */
  readonly gradeCommand: string;
}

export interface PlayedFile {
  readonly path: string;
  /** The path as the user would type it. */
  readonly shown: string;
}

/** Packs a playbill for the command line of its process. */
export function packPlaybill(playbill: Playbill): string {
  return JSON.stringify(playbill);
}

/** The other half of {@link packPlaybill}. Both always run from the same files. */
export function unpackPlaybill(packed: string): Playbill {
  const playbill: Playbill = JSON.parse(packed);
  return playbill;
}
