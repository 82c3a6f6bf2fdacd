import type { Text } from '../messages/text.ts';

/** What was given for the class cannot be: its folder, its roster, or the time by which it was due. */
export class ClassProblem extends Error {
  override readonly name = 'ClassProblem';
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}
