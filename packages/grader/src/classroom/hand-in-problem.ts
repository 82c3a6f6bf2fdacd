import type { Text } from '../messages/text.ts';

/** Nothing of a hand-in can be graded: a row of its own, and no trouble of anybody else's. */
export class HandInProblem extends Error {
  override readonly name = 'HandInProblem';
  readonly state: 'missing' | 'unreadable';
  readonly text: Text;

  constructor(state: 'missing' | 'unreadable', text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.state = state;
    this.text = text;
  }
}
