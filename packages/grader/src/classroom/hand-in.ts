import type { Text } from '../messages/text.ts';

/** Where the form of a hand-in comes from. `roster`: nowhere; the roster alone knows of its student. */
export type Origin = 'moodle' | 'canvas' | 'gradescope' | 'github' | 'folder' | 'archive' | 'file' | 'roster';

/** What one student handed in, as it lies on the disk. It holds no content: a class of a thousand shall not lie in memory. */
export interface HandIn {
  /** No other of the class has it, and it can be the name of a file on every system. */
  readonly id: string;
  readonly student: Student;
  readonly origin: Origin;
  /** Where it lies: one folder, one archive, or files; absolute. None where a student of the roster handed in nothing. */
  readonly sources: readonly string[];
  /** When it was handed in, as ISO 8601 in UTC, where that can be known. */
  readonly handedInAt?: string;
  readonly late?: boolean;
  /** What whoever grades should know: an older hand-in that was passed over, a name that fits two students. */
  readonly notes: readonly Text[];
}

export interface Student {
  /** As people read it. */
  readonly name: string;
  /** What the system that they handed in to calls them: Canvas's user id, Moodle's number, a GitHub name. */
  readonly key?: string;
  /** From the roster: what a gradebook calls them, and what their feedback is written in, where it is one of the course's languages. */
  readonly email?: string;
  readonly number?: string;
  readonly language?: string;
  /** From a grading worksheet: the most that the assignment gives there. */
  readonly outOf?: number;
}

/** The files of a hand-in that could be answers, read into memory. */
export interface Content {
  /** By their paths within the hand-in, with forward slashes; none leads out, none comes twice, in the order of the alphabet. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What was left out, and why. */
  readonly notes: readonly Text[];
}
