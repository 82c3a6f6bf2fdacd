import { assert, fail } from '@teatime/grader/kit';
import type { Call, Fulfilled, Settled } from '@teatime/grader/kit';
import { type Moment, says } from './says.ts';

export function isThenable(value: unknown): boolean {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isObject && typeof Reflect.get(value, 'then') === 'function';
}

/** @param given what the function returned, or an earlier call failed with: if it is thrown, that is no error of the student's code */
export function success(awaited: Call<unknown>, given?: unknown): Promise<Fulfilled<unknown>> {
  return awaited.fulfilled(says.neverEnds, (reason) => {
    if (Object.is(reason, given)) return says.threwGiven(given);
    return isRefusal(reason) ? says.refusedFresh : undefined;
  });
}

export function isRefusal(reason: unknown): boolean {
  return reason instanceof Error && reason.message === 'cannot reuse already awaited coroutine';
}

export function requireRefusal(settled: Settled<unknown>, moment: Moment): void {
  if (settled.status === 'fulfilled') fail(says.secondWorked(settled.value, moment));
  const { reason } = settled;
  assert(isRefusal(reason), says.secondInOtherWords(reason));
}
