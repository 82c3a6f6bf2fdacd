import type { Text } from '../messages/text.ts';
import type { ProblemReason } from '../verdict/problem-reason.ts';

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
