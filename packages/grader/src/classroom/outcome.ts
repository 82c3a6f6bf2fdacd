import type { Text } from '../messages/text.ts';
import type { GradeResult } from '../verdict/result.ts';
import type { HandIn } from './hand-in.ts';

/** How it went with one hand-in. Whatever happens to it is told here, and never ends the work on the others. */
export type Outcome =
  /**
   * Graded; a grade in which something is in doubt has no points (`unjudged`). `result` is in the language of the class, and `also`
   * in the student's, where that is another one.
   */
  | { readonly state: 'graded'; readonly result: GradeResult; readonly also?: GradeResult | undefined }
  | Ungraded;

export type Ungraded =
  /** Nothing was handed in, or nothing that could be an answer. */
  | { readonly state: 'missing'; readonly reason: Text }
  /** A broken archive, a bomb. */
  | { readonly state: 'unreadable'; readonly reason: Text }
  /** The grader itself came to an end over it, twice. */
  | { readonly state: 'crashed'; readonly reason: Text };

/** A row of the class. */
export interface ClassRow {
  readonly handIn: HandIn;
  /** SHA-256 of what was taken of it; absent where nothing was. */
  readonly sha256?: string;
  /** What was left out when it was read. */
  readonly notes: readonly Text[];
  readonly outcome: Outcome;
}
