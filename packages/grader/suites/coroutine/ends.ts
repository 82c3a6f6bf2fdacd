import { assert, fail } from '@teatime/grader/kit';
import type { Call, Settled } from '@teatime/grader/kit';
import { type Moment, says } from './says.ts';

export function isThenable(value: unknown): boolean {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isObject && typeof Reflect.get(value, 'then') === 'function';
}

export async function ended(awaited: Call<unknown>): Promise<Settled<unknown>> {
  return (await awaited.within()) ?? fail(says.neverEnds);
}

/** @param given what the function returned, or an earlier call failed with: if it is thrown, that is no error of the student's code */
export async function success(awaited: Call<unknown>, given?: unknown): Promise<{ readonly value: unknown; readonly at: number }> {
  const settled = await ended(awaited);
  if (settled.status === 'fulfilled') return settled;
  assert(!Object.is(settled.reason, given), says.threwGiven(given));
  assert(!isRefusal(settled.reason), says.refusedFresh);
  throw settled.reason;
}

export function isRefusal(reason: unknown): boolean {
  return reason instanceof Error && reason.message === 'cannot reuse already awaited coroutine';
}

export function requireRefusal(settled: Settled<unknown>, moment: Moment): void {
  if (settled.status === 'fulfilled') fail(says.secondWorked(settled.value, moment));
  const { reason } = settled;
  assert(isRefusal(reason), says.secondInOtherWords(reason));
}
