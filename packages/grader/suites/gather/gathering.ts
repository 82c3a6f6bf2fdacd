import type { Awaitable } from '@teatime/core';
import type { gather as reference, GatherOptions } from '@teatime/exercises/gather';
import { call, fail } from '@teatime/grader/kit';
import type { Call, Lab } from '@teatime/grader/kit';
import { says } from './says.ts';

export const name = 'gather';

/** Calls a student's gather. The list that it gives is copied at once: what is put into it later comes too late. */
export function startOf(gather: typeof reference, lab: Lab, items: readonly Awaitable<unknown>[], options?: GatherOptions): Call<unknown> {
  return call(lab, async () => {
    const value: unknown = await (options ? gather(items, options) : gather(items));
    return Array.isArray(value) && value !== items ? Array.from<unknown>(value) : value;
  }, name);
}

/** The outcome of a gather where nothing fails: an error can only be the student's own. */
export async function success(gathering: Call<unknown>): Promise<{ readonly value: unknown; readonly at: number }> {
  const settled = await gathering.within();
  if (settled?.status === 'rejected') throw settled.reason;
  return settled ?? fail(says.waitsForEver);
}
