import type { Report } from '@teatime/exercises/shutdown';
import { assert, fail, field, type FailureDetails, type Job, sameValue } from '@teatime/grader/kit';
import { says } from './says.ts';
import type { Served } from './served.ts';

/** In which way an order can end. */
export const ways = ['finished', 'failed', 'cancelled'] as const;

/** An order that failed, and with what. */
export interface Failure {
  readonly name: string;
  readonly error: unknown;
}

/**
 * The report of a server that ended well.
 *
 * @param failures of orders: a server does not fail with them
 * @throws what the answer threw, where that is its own
 */
export function reportOf({ settled, requests }: Served, failures: readonly Failure[] = [], details?: FailureDetails): Report {
  if (settled.status === 'rejected') {
    const { reason } = settled;
    const culprit = failures.find(({ error }) => sameValue(error, reason));
    if (culprit) fail(says.failsWithAnOrder(culprit.name, reason), details);
    if (requests.some((request) => request.aborted && sameValue(reason, request.reason))) fail(says.failsWithTheStop(reason), details);
    throw reason;
  }
  const report = { finished: 0, failed: 0, cancelled: 0 };
  for (const way of ways) {
    const count = field(settled.value, way);
    assert(typeof count === 'number', says.noReport(settled.value));
    report[way] = count;
  }
  return report;
}

/** So many orders ended in each way. */
export function requireReport(served: Served, expected: Report, failures: readonly Failure[] = [], details?: FailureDetails): void {
  const report = reportOf(served, failures, details);
  const [more] = ways.filter((way) => report[way] > expected[way]);
  const [fewer] = ways.filter((way) => report[way] < expected[way]);
  if (more && fewer) fail(says.countedAs(fewer, more, expected, report), details);
  if (more || fewer) fail(says.otherCount(expected, report), details);
}

/** The job's order came `at` milliseconds after `begin`, and it began then, once. */
export function requireBegan(job: Job<unknown>, begin: number, at: number, details: FailureDetails): void {
  const { name, startedAt, calls, starts } = job;
  assert(calls > 0, says.neverHandled(name, at), details);
  assert(startedAt !== undefined, says.neverBegan(name), { ...details, begins: 'never' });
  assert(startedAt === begin + at, says.beganLate(name, at, startedAt - begin), details);
  assert(starts === 1, says.beganOften(name, starts), details);
}

/** Nobody asked the job to stop: it had time to the end. */
export function requireUndisturbed(job: Job<unknown>, { begin, stop }: { readonly begin: number; readonly stop: number }, details: FailureDetails): void {
  if (job.stoppedAt === undefined) return;
  const at = job.stoppedAt - begin;
  fail(at === stop ? says.stoppedByTheStop(job.name, at) : says.stoppedInTime(job.name, { stop, at }), details);
}
