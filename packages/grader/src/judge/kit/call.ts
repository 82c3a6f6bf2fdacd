import { sleep } from '@teatime/core';
import { fail, type Said } from './failure.ts';
import { settle } from './job.ts';
import type { Lab } from './lab.ts';

/**
 * A call that ended well: what it gave, and when.
 *
 * @example
 * const { value, at }: Fulfilled<string> = await call(lab, lab.job({ ms: 20 }).run).fulfilled(says.neverEnds);
 * assert(at === 20, says.other(value));
 */
export interface Fulfilled<T> {
  readonly status: 'fulfilled';
  readonly value: T;
  /** In virtual milliseconds since the check began, or its part. */
  readonly at: number;
  /** How many timers of the submission were set then; see `lab.timers`. */
  readonly timers: number;
}

/**
 * A call that failed: what it threw, and when.
 *
 * @example
 * const failing = call(lab, lab.job({ ms: 20, ending: { throws: lab.error() } }).run);
 * const { reason, at }: Rejected = await failing.rejected({ hangs: says.neverEnds, gave: says.other });
 * assert(at === 20, says.other(reason));
 */
export interface Rejected {
  readonly status: 'rejected';
  /** What the submission threw, or the very reason that it was given and passed on. */
  readonly reason: unknown;
  /** In virtual milliseconds since the check began, or its part. */
  readonly at: number;
  /** How many timers of the submission were set then; see `lab.timers`. */
  readonly timers: number;
}

/**
 * How a call into the submission ended, and when.
 *
 * @example
 * const boiling = lab.job();
 * const settled: Settled<unknown> = await call(lab, () => makeTea(boiling.run, lab.job().run)).ended(says.neverEnds);
 * if (settled.status === 'rejected' && settled.reason !== boiling.error) throw settled.reason;
 */
export type Settled<T> = Fulfilled<T> | Rejected;

/**
 * A call into the submission that is under way; see {@link call}.
 *
 * Where a call has to end well, wait for it with `fulfilled`; where it has to fail, with `rejected`; where both may be, with
 * `ended`. All three wait for a hundred hours of virtual time, long after everything that a check starts has ended, and then for the
 * jobs that still run: what became of them can be looked at.
 *
 * @example
 * const error = lab.error();
 * const broken = lab.job({ ending: { throws: error } });
 * const making: Call<unknown> = call(lab, () => makeTea(lab.job().run, broken.run));
 * const { reason } = await making.rejected({ hangs: says.neverEnds, gave: says.other });
 * assert(reason === error, says.other(reason));
 */
export interface Call<T> {
  /** How the call ended; undefined while it goes on. */
  readonly settled: Settled<T> | undefined;
  /** Waits for the end of the call, but no longer than `ms` virtual milliseconds, a hundred hours when not given: then it gives undefined. */
  within(ms?: number): Promise<Settled<T> | undefined>;
  /**
   * Waits for the end of the call, good or bad.
   *
   * @param hangs what to tell when it does not end
   * @throws CheckFailure with it
   */
  ended(hangs: Said): Promise<Settled<T>>;
  /**
   * Waits for the end of a call in which nothing should fail.
   *
   * @param threw what to tell of a reason that is no error of the submission's own, such as one that the check has given it;
   *   undefined for all others
   * @throws what the submission threw: it is told as its own error, with its line
   * @throws CheckFailure when the call does not end, and with what `threw` gives
   */
  fulfilled(hangs: Said, threw?: (reason: unknown) => Said | undefined): Promise<Fulfilled<T>>;
  /**
   * Waits for the end of a call that has to fail.
   *
   * @throws CheckFailure when it does not end, or ends well
   */
  rejected(says: { readonly hangs: Said; readonly gave: (value: T) => Said }): Promise<Rejected>;
}

/** Long after everything that a check starts has ended: a hundred hours, in milliseconds. */
const longAfter = 100 * 3_600_000;

/**
 * Calls the submission and listens at once, so that no rejection is the suite's own fault.
 *
 * @param work calls the submission; what it returns is awaited, and what it throws at once is a rejection as well
 * @param name the call's line in the timeline; it has none without
 *
 * @example
 * check('gives-water', async (lab) => {
 *   const water = lab.text();
 *   const boiling = lab.job({ name: 'boilWater', ending: { gives: water } });
 *   const making = call(lab, () => makeTea(boiling.run, lab.job().run), 'makeTea');
 *   const { value } = await making.fulfilled(says.neverEnds);
 *   assert(value === water, says.other(value));
 * });
 */
export function call<T>(lab: Lab, work: () => T | PromiseLike<T>, name?: string): Call<T> {
  let settled: Settled<T> | undefined;
  const finish = name === undefined ? undefined : lab.recorder.begin(name);
  const end = (async () => {
    try {
      const value = await work();
      settled = { status: 'fulfilled', value, at: lab.elapsed(), timers: lab.timers() };
    } catch (reason) {
      settled = { status: 'rejected', reason, at: lab.elapsed(), timers: lab.timers() };
    }
    finish?.(settled.status);
  })();
  lab.expectTimers(1);

  const within = async (ms = longAfter): Promise<Settled<T> | undefined> => {
    const patience = new AbortController();
    const limit = sleep(ms, { signal: patience.signal }).catch(() => {});
    await Promise.race([end, limit]);
    patience.abort();
    return settled;
  };
  const ended = async (hangs: Said): Promise<Settled<T>> => {
    const end = await within();
    await settle(lab.made);
    return end ?? fail(hangs);
  };
  return {
    get settled() {
      return settled;
    },
    within,
    ended,
    fulfilled: async (hangs, threw) => {
      const end = await ended(hangs);
      if (end.status === 'fulfilled') return end;
      const known = threw?.(end.reason);
      if (known) fail(known);
      throw end.reason;
    },
    rejected: async ({ hangs, gave }) => {
      const end = await ended(hangs);
      return end.status === 'rejected' ? end : fail(gave(end.value));
    },
  };
}
