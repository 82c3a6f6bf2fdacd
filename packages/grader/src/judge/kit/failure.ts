import { eventsOf, type Span } from '@teatime/core';
import type { Text } from '../../messages/text.ts';
import type { TimelineEvent } from '@teatime/core';

export interface FailureDetails {
  /** When what should have run; a failure that gives it is drawn as a timeline beside what did run. */
  readonly expected?: readonly Span[];
}

/** A check found the submission wrong, in words for the student. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly text: Text;
  readonly expected: readonly TimelineEvent[] | undefined;

  constructor(text: Text, details: FailureDetails = {}) {
    super(text.en);
    this.text = text;
    this.expected = details.expected && eventsOf(details.expected);
  }
}

/** Fails the check. @throws CheckFailure always */
export function fail(message: Text, details?: FailureDetails): never {
  throw new CheckFailure(message, details);
}

/** Fails the check unless the condition holds. @throws CheckFailure */
export function assert(condition: unknown, message: Text, details?: FailureDetails): asserts condition {
  if (!condition) fail(message, details);
}
