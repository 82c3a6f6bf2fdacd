import type { Text } from '../messages/text.ts';

export type ProblemReason =
  | 'no-folder'
  | 'several-folders'
  | 'missing'
  | 'link'
  | 'hard-link'
  | 'not-a-file'
  | 'too-large'
  | 'not-text'
  | 'unreadable';

/** A declared file could not be taken. The text says what to do about it. */
export class SubmissionProblem extends Error {
  override readonly name = 'SubmissionProblem';
  readonly reason: ProblemReason;
  readonly text: Text;

  constructor(reason: ProblemReason, text: Text) {
    super(text.en);
    this.reason = reason;
    this.text = text;
  }
}
