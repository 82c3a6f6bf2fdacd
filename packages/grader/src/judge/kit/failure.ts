import { eventsOf, type Span } from '@teatime/core';
import type { Text } from '../../messages/text.ts';
import type { TimelineEvent } from '@teatime/core';

/**
 * What is shown beside the sentence of a failure.
 *
 * @example
 * const job = lab.job({ name: 'boilWater' });
 * const details: FailureDetails = { expected: [job.span()] };
 * assert(job.startedAt === 0, says.late(job.startedAt), details);
 */
export interface FailureDetails {
  /**
   * When what should have run, in virtual milliseconds since the check began; it is drawn as a timeline beside what did run.
   * The names are those of jobs, and of calls that have one; what is recorded under no such name is not drawn.
   */
  readonly expected?: readonly Span[];
  /**
   * Set where something that was to begin began too late, or never: the line of the answer that waits before it, or that makes
   * a coroutine and never awaits it, is told beside the sentence.
   */
  readonly begins?: 'late' | 'never';
}

/**
 * A sentence for the student: in English, and in what other languages the course has.
 *
 * @example
 * const left: Said = { en: 'A timer is left.', 'zh-CN': '还留着一个计时器。', de: 'Ein Wecker läuft noch.' };
 * assert(lab.timers() === 0, left);
 */
export type Said = Readonly<Record<string, string>> & { readonly en: string };

/** A check found the submission wrong, in words for the student. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly text: Text;
  readonly expected: readonly TimelineEvent[] | undefined;
  readonly begins: 'late' | 'never' | undefined;

  constructor(text: Said, details: FailureDetails = {}) {
    super(text.en);
    this.text = { 'zh-CN': text.en, ...text };
    this.expected = details.expected && eventsOf(details.expected);
    this.begins = details.begins;
  }
}

/**
 * Fails the check.
 *
 * @param message what happened, what in the code did it, and what to do, in every language of the course
 * @throws CheckFailure always
 *
 * @example
 * const settled = (await call(lab, lab.job().run).within()) ?? fail(says.neverEnds);
 * if (settled.status === 'fulfilled') fail(says.other(settled.value));
 */
export function fail(message: Said, details?: FailureDetails): never {
  throw new CheckFailure(message, details);
}

/**
 * Fails the check unless the condition holds. From then on the compiler knows that it does.
 *
 * @param message see {@link fail}
 * @throws CheckFailure when it does not hold
 *
 * @example
 * const { value } = await call<unknown>(lab, lab.job().run).fulfilled(says.neverEnds);
 * assert(Array.isArray(value), says.other(value));
 * assert(value.length === 3, says.other(value));
 */
export function assert(condition: unknown, message: Said, details?: FailureDetails): asserts condition {
  if (!condition) fail(message, details);
}
