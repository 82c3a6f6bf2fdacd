import { assert, fail, sameValue, type Call } from '@teatime/grader/kit';
import type { Mishap } from './jars.ts';
import { saysOfFund } from './says-fund.ts';

/** The call in which the jar failed fails with the very same. */
export async function requireFailure(method: 'add' | 'total', failing: Call<unknown>, { at, reason }: Mishap): Promise<void> {
  const settled = await failing.ended(method === 'add' ? saysOfFund.addHangs : saysOfFund.totalHangs);
  if (settled.status === 'fulfilled') fail(saysOfFund.hidesTheFailure(method, at, reason, settled.value));
  assert(sameValue(settled.reason, reason), saysOfFund.otherFailure(method, at, reason, settled.reason));
}

/** The calls behind it go well, and find in the jar what really is there. */
export async function requireNextSums(calls: readonly Call<unknown>[], coins: readonly number[], { at, reason }: Mishap, before: number): Promise<void> {
  let sum = before;
  for (const [index, each] of calls.entries()) {
    const settled = (await each.within()) ?? fail(saysOfFund.shutAfterwards(at));
    if (settled.status === 'rejected') {
      if (sameValue(settled.reason, reason)) fail(saysOfFund.failsAfterwards(at, reason));
      throw settled.reason;
    }
    const amount = coins[index] ?? 0;
    sum += amount;
    assert(settled.value === sum, amount === 0 ? saysOfFund.otherTotal(sum, settled.value) : saysOfFund.countsTheFailed(sum, amount, settled.value));
  }
}
