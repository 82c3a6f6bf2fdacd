import { assert, fail, field, type FailureDetails, type Job, sameValue, type Text } from '@teatime/grader/kit';
import type { Ended } from './grouped.ts';
import { says } from './says.ts';

/** Who failed, and with what. */
export interface Failure {
  readonly name: string;
  readonly error: unknown;
}

/**
 * The value of a group in which nothing failed.
 *
 * @param told what to say of the errors that it failed with, where there is more to say than what they are
 */
export function successOf(ended: Ended, told: (errors: readonly unknown[]) => Text | undefined = () => undefined): unknown {
  if (ended.status === 'fulfilled') return ended.value;
  const { reason } = ended;
  const errors = reason instanceof AggregateError ? listed(reason) : [reason];
  throwSlip(errors, []);
  const text = told(errors);
  if (text) fail(text);
  throw errors.length === 1 ? errors[0] : reason;
}

/** The group failed with an AggregateError of these, in this order. */
export function requireErrors(ended: Ended, failures: readonly Failure[], details?: FailureDetails): void {
  const errors = errorsOf(ended, failures, details);
  const missing = failures.find(({ error }) => !has(errors, error));
  if (missing) fail(says.errorMissing(missing, errors), details);
  const known = failures.map(({ error }) => error);
  errors.forEach((error) => assert(has(known, error), says.noErrorOfAnybody(error), details));
  for (const { name, error } of failures) {
    assert(errors.filter((one) => sameValue(one, error)).length === 1, says.errorTwice(name, error), details);
  }
  const came = errors.flatMap((error) => failures.filter((failure) => sameValue(failure.error, error)).map((failure) => failure.name));
  assert(sameValue(errors, known), says.errorsInOtherOrder(failures.map((failure) => failure.name), came), details);
}

/** What a group failed with in which these had failed. */
export function errorsOf(ended: Ended, failures: readonly Failure[], details?: FailureDetails): readonly unknown[] {
  const first = failures[0] ?? { name: '', error: undefined };
  if (ended.status === 'fulfilled') fail(says.didNotFail(first, ended.value), details);
  const { reason } = ended;
  const known = failures.map(({ error }) => error);
  if (reason instanceof AggregateError && !has(known, reason)) {
    const errors = listed(reason);
    throwSlip(errors, known);
    return errors;
  }
  throwSlip([reason], known);
  const culprit = failures.find(({ error }) => sameValue(error, reason));
  if (culprit) fail(says.bareError(culprit), details);
  fail(says.noAggregateError(first, reason), details);
}

/** The job began with the group, heard of the stop at that moment, and nothing of it happened after its clean-up. Times count from `begin`. */
export function requireStopped(job: Job<unknown>, { begin, at, why }: Stop, details: FailureDetails): void {
  const { name, startedAt, stoppedAt } = job;
  assert(startedAt !== undefined, says.neverBegan(name), { ...details, begins: 'never' });
  assert(startedAt === begin, says.beganLate(name, startedAt - begin), { ...details, begins: 'late' });
  assert(stoppedAt !== undefined, says.notStopped(name, at, why), details);
  assert(stoppedAt === begin + at, says.stoppedAt(name, at, stoppedAt - begin, why), details);
}

export interface Stop {
  readonly begin: number;
  readonly at: number;
  /** What happened at that moment. */
  readonly why: Text;
}

/** A slip of the student's own is told with its line, wherever it came out. */
export function throwSlip(errors: readonly unknown[], known: readonly unknown[]): void {
  for (const error of errors) if (isSlip(error) && !has(known, error)) throw error;
}

function isSlip(error: unknown): boolean {
  return [TypeError, ReferenceError, RangeError, SyntaxError].some((slip) => error instanceof slip);
}

function has(list: readonly unknown[], value: unknown): boolean {
  return list.some((one) => sameValue(one, value));
}

function listed(error: AggregateError): readonly unknown[] {
  const errors: unknown = field(error, 'errors');
  return Array.isArray(errors) ? Array.from<unknown>(errors) : [];
}
