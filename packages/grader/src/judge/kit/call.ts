import { sleep } from '@teatime/core';
import type { Lab } from './lab.ts';

/** How a call into the student's code ended, and when. */
export type Settled<T> =
  | { readonly status: 'fulfilled'; readonly value: T; readonly at: number }
  | { readonly status: 'rejected'; readonly reason: unknown; readonly at: number };

/** A call into the student's code that is under way. */
export interface Call<T> {
  /** Undefined while the call goes on. */
  readonly settled: Settled<T> | undefined;
  /** Waits for the end of the call, but no longer than `ms`, an hour when not given: then it gives undefined. */
  within(ms?: number): Promise<Settled<T> | undefined>;
}

/** Long after everything that a check starts has ended. */
const anHour = 3_600_000;

/**
 * Calls the student's code and listens at once, so that no rejection is the suite's own fault.
 *
 * @param name the call's line in the timeline; it has none without
 */
export function call<T>(lab: Lab, work: () => PromiseLike<T>, name?: string): Call<T> {
  let settled: Settled<T> | undefined;
  const finish = name === undefined ? undefined : lab.recorder.begin(name);
  const end = (async () => {
    try {
      const value = await work();
      settled = { status: 'fulfilled', value, at: lab.elapsed() };
    } catch (reason) {
      settled = { status: 'rejected', reason, at: lab.elapsed() };
    }
    finish?.(settled.status);
  })();
  lab.expectTimers(1);
  return {
    get settled() {
      return settled;
    },
    within: async (ms = anHour) => {
      const patience = new AbortController();
      const limit = sleep(ms, { signal: patience.signal }).catch(() => {});
      await Promise.race([end, limit]);
      patience.abort();
      return settled;
    },
  };
}
