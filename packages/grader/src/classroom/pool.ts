import type { Text } from '../messages/text.ts';
import type { GradeResult } from '../verdict/result.ts';

/** A hand-in to be graded: all that is needed for it, so that another machine with the same course can do it. */
export interface GradeJob {
  /** Made of everything below and of the course: the same job has the same id. */
  readonly id: string;
  /** In Base64, by their paths within the hand-in. */
  readonly files: Readonly<Record<string, string>>;
  /** The exercises by their ids. */
  readonly exercises: readonly string[];
  readonly seed: number;
  /** Of the sentences in the result, one of the course's. */
  readonly language: string;
  /** Another one of them that the same result is also wanted in. */
  readonly alsoIn?: string | undefined;
}

export type GradeReply =
  | { readonly state: 'graded'; readonly result: GradeResult; readonly also?: GradeResult | undefined }
  /** Whoever graded came to an end over it, more than once. */
  | { readonly state: 'crashed'; readonly reason: Text };

/** Graders that work side by side, here or elsewhere. */
export interface Pool extends AsyncDisposable {
  /** How many jobs it can work on at once; more may be given to it. */
  readonly places: number;
  /** Never rejects for what a submission does. */
  grade(job: GradeJob): Promise<GradeReply>;
  /** Whoever keeps replies need keep the one to this job no longer: it was taken, or nobody wants it. */
  forget(id: string): Promise<void>;
}
