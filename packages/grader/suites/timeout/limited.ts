import { sleep, type Awaitable, type Span } from '@teatime/core';
import type { timeout as reference, TimeoutOptions } from '@teatime/exercises/timeout';
import { call, type FailureDetails, field, type Lab, type Settled } from '@teatime/grader/kit';
import { says } from './says.ts';
import { names } from './work.ts';

/** A call of a student's timeout that has ended. */
export type Ended = Settled<unknown> & {
  /** When it ended, in milliseconds since it began. */
  readonly took: number;
};

export interface Limited {
  /** As the timeline calls it; `timeout` when not given. */
  readonly name?: string;
  /** Whether to go on as soon as it has ended, without waiting for the end of the limit. */
  readonly atOnce?: boolean;
  readonly ms: number;
  readonly work: (signal: AbortSignal) => Awaitable<unknown>;
  readonly options?: TimeoutOptions;
}

/**
 * Calls a student's timeout and waits for its end, and then until the limit is over: a timer that is left, of which one check
 * tells, does no harm to the others.
 */
export async function ended(timeout: typeof reference, lab: Lab, { name = names.timeout, atOnce = false, ms, work, options }: Limited): Promise<Ended> {
  const begin = lab.elapsed();
  const calling = call(lab, () => (options ? timeout<unknown>(ms, work, options) : timeout<unknown>(ms, work)), name);
  lab.expectTimers(2);
  const settled = await calling.ended(says.neverEnds);
  if (!atOnce) await sleep(Math.max(0, begin + ms - lab.elapsed()) + 1);
  return { ...settled, took: settled.at - begin };
}

/** Where the call itself belongs in the timeline. */
export function span(from: number, took: number, status: Span['status'] = 'rejected', name: string = names.timeout): Span {
  return { task: name, from, to: from + took, status };
}

/** The drawing of what should have run, for the first round of a check: later ones would be lost at the end of a long line. */
export function drawn(begin: number, expected: readonly Span[]): FailureDetails {
  return begin === 0 ? { expected } : {};
}

export function isTimeoutError(reason: unknown): boolean {
  return field(reason, 'name') === 'TimeoutError';
}

/** Different times, ascending, of milliseconds to seconds. */
export function times(lab: Lab, count: number): readonly number[] {
  return lab.durations(count, { from: lab.random.int(30, 110), to: lab.random.int(4_000, 7_000) });
}
