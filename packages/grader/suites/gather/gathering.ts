import type { Awaitable } from '@teatime/core';
import type { gather as reference, GatherOptions } from '@teatime/exercises/gather';
import { call, type Call, type Lab } from '@teatime/grader/kit';

export const name = 'gather';

/** Calls a student's gather. The list that it gives is copied at once: what is put into it later comes too late. */
export function startOf(gather: typeof reference, lab: Lab, items: readonly Awaitable<unknown>[], options?: GatherOptions): Call<unknown> {
  return call(lab, async () => {
    const value: unknown = await (options ? gather(items, options) : gather(items));
    return Array.isArray(value) && value !== items ? Array.from<unknown>(value) : value;
  }, name);
}
