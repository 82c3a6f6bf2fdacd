import { sleep, type Span } from '@teatime/core';
import type { retry as reference, RetryOptions } from '@teatime/exercises/retry';
import { assert, call, fail, type FailureDetails, field, type Lab, sameValue, type Settled } from '@teatime/grader/kit';
import { says } from './says.ts';
import { names, type Work } from './work.ts';

/** A call of a student's retry that has ended. */
export type Ended = Settled<unknown> & {
  /** When it was called, in milliseconds since the check began, or its part. */
  readonly begin: number;
  /** When it ended, in milliseconds since it was called. */
  readonly took: number;
};

/**
 * Calls a student's retry and waits for its end, for that of attempts that are left behind, and then for as long as an attempt may take:
 * a timer that is left, of which one check tells, does no harm to the others.
 *
 * @throws a slip of the student's own, which is told with its line
 */
export async function retried(retry: typeof reference, lab: Lab, work: Work, options?: RetryOptions): Promise<Ended> {
  const begin = lab.elapsed();
  const calling = call(lab, () => (options ? retry<unknown>(work.run, options) : retry<unknown>(work.run)), names.retry);
  lab.expectTimers(2);
  const settled = await calling.ended(says.neverEnds);
  await work.idle();
  await sleep((options?.attemptMs ?? 0) + 1);
  if (settled.status === 'rejected' && isSlip(settled.reason)) throw settled.reason;
  return { ...settled, begin, took: settled.at - begin };
}

/** The work was begun, and each attempt of it asked once. */
export function requireBegun(work: Work, ended: Ended): void {
  const { attempts } = work;
  if (attempts.length === 0 && ended.status === 'rejected') throw ended.reason;
  assert(attempts.length > 0, says.neverBegan);
  attempts.forEach(({ starts }, i) => {
    assert(starts > 0, says.neverAwaited(i + 1), { begins: 'never' });
    assert(starts === 1, says.askedTwice(i + 1, starts));
  });
}

/** What a call gave that has to end well, once the last of its plans is done. */
export function requireSuccess(work: Work, ended: Ended, drawing?: FailureDetails): void {
  const last = work.plans.at(-1)?.ending;
  const due = last && 'gives' in last ? last.gives : undefined;
  if (ended.status === 'rejected') {
    const index = work.plans.findIndex(({ ending }) => 'throws' in ending && sameValue(ending.throws, ended.reason));
    assert(index < 0, says.gaveUp(index + 1, ended.reason), drawing);
    assert(!sameValue(ended.reason, due), says.resultTakenForError(due));
    throw ended.reason;
  }
  if (sameValue(ended.value, due)) return;
  const index = work.attempts.length - 1;
  const attempt = work.attempts[index];
  assert((attempt?.endedAt ?? Infinity) <= ended.begin + ended.took, says.overTooEarly(ended.took, ended.value), drawing);
  if (attempt && 'throws' in attempt.plan.ending) fail(says.gaveAfterFailure(index + 1, attempt.plan.ending.throws, ended.value), drawing);
  fail(says.otherValue(due, ended.value), drawing);
}

/** What should have run when attempts begin at these moments, as a drawing for the first round of a check: later ones would be lost at the end of a long line. */
export function drawn(begin: number, took: number, status: 'fulfilled' | 'rejected', attempts: readonly Span[]): FailureDetails {
  return begin === 0 ? { expected: [{ task: names.retry, from: begin, to: begin + took, status }, ...attempts] } : {};
}

export function isTimeoutError(reason: unknown): boolean {
  return field(reason, 'name') === 'TimeoutError';
}

/** Different times of milliseconds to a second, in no order: attempts of a drawing that can be read. */
export function times(lab: Lab, count: number): readonly number[] {
  return lab.random.shuffle(ascending(lab, count));
}

/** The same, the shortest first. */
export function ascending(lab: Lab, count: number): readonly number[] {
  return lab.durations(count, { from: lab.random.int(30, 90), to: lab.random.int(700, 1_400) });
}

/** An error of JavaScript's own. What the work fails with is never one. */
function isSlip(reason: unknown): boolean {
  return [TypeError, ReferenceError, RangeError, SyntaxError].some((slip) => reason instanceof slip);
}
