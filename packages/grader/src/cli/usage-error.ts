import type { Text } from '../messages/text.ts';

/** The command was used wrongly. The text says how to use it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
