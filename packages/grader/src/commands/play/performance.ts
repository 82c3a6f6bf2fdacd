import type { Language } from '../../messages/text.ts';

/** What the process in which a story is played needs to know. It travels as JSON. */
export interface Performance {
  /** The file of the story. */
  readonly story: string;
  /** The files that it is played with, a student's or the solution's. The story uses the first. */
  readonly files: readonly PerformedFile[];
  /** What the first file has to export. */
  readonly exports: readonly string[];
  readonly language: Language;
  /** On a clock that jumps, instead of in real time. */
  readonly fast: boolean;
  /** The command that checks the same exercise. */
  readonly gradeCommand: string;
}

export interface PerformedFile {
  readonly path: string;
  /** The path as the user would type it. */
  readonly shown: string;
}

/** Packs a performance for the command line of its process. */
export function packPerformance(performance: Performance): string {
  return JSON.stringify(performance);
}

/** The other half of {@link packPerformance}. Both always run from the same files. */
export function unpackPerformance(packed: string): Performance {
  const performance: Performance = JSON.parse(packed);
  return performance;
}
