import type { Text } from '../messages/text.ts';

/** The grader cannot do its work here, through no fault of a submission. */
export class GraderTrouble extends Error {
  override readonly name = 'GraderTrouble';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
