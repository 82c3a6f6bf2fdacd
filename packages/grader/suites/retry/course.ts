import { sleep } from '@teatime/core';
import type { retry as reference, RetryOptions } from '@teatime/exercises/retry';
import { assert, fail, type Lab, sameValue } from '@teatime/grader/kit';
import { beginsOf, randomOf, requirePauses } from './pauses.ts';
import type { PausePlan } from './plan.ts';
import { drawn, type Ended, requireBegun, requireSuccess, retried, times } from './retried.ts';
import { saysOfLimits } from './says-limits.ts';
import { says } from './says.ts';
import { type AttemptPlan, Work } from './work.ts';

/** Longer than any pause of a check that is not about the cap. */
export const high = 10_000_000;

export interface Stop {
  /** In milliseconds after the call; before it, when 0. */
  readonly after: number;
  readonly reason: unknown;
}

/** Calls the answer. Without options it is called without any. */
export async function start(retry: typeof reference, lab: Lab, work: Work, options?: RetryOptions, stop?: Stop): Promise<Ended> {
  if (!stop) return await retried(retry, lab, work, options);
  const outer = new AbortController();
  if (stop.after === 0) outer.abort(stop.reason);
  const stopping = sleep(stop.after).then(() => outer.abort(stop.reason));
  const ended = await retried(retry, lab, work, { ...options, signal: outer.signal });
  await stopping;
  return ended;
}

/** So many failures, and then a result. */
export function failing(lab: Lab, failures: number, mark = (error: Error, _index: number): Error => error, took = times(lab, failures + 1)): Work {
  const last: AttemptPlan = { ms: took.at(-1) ?? 24, ending: { gives: lab.text() } };
  return new Work(lab, [...Array.from({ length: failures }, (_, i): AttemptPlan => ({ ms: took[i] ?? 24, ending: { throws: mark(lab.error(), i) } })), last]);
}

/** Runs work that succeeds in the end, and sees to every pause of it. */
export async function requireCourse(retry: typeof reference, lab: Lab, work: Work, plan: PausePlan, more: RetryOptions = {}): Promise<void> {
  const ended = await start(retry, lab, work, exact(plan, { attempts: work.plans.length + 2, ...more }));
  requireBegun(work, ended);
  const begins = beginsOf(work, plan, ended.begin);
  const took = (begins.at(-1) ?? 0) + (work.plans.at(-1)?.ms ?? 0) - ended.begin;
  const drawing = drawn(ended.begin, took, 'fulfilled', work.spans(begins));
  requirePauses(work, plan, drawing);
  requireSuccess(work, ended, drawing);
  assert(work.attempts.length === work.plans.length, says.fewCalls(work.attempts.length, work.plans.length), drawing);
}

export function exact({ baseMs, factor, maxMs, draws }: PausePlan, more: RetryOptions): RetryOptions {
  return { baseMs, factor, maxMs, random: randomOf(draws), ...more };
}

export function errorOf(plan: AttemptPlan | undefined): unknown {
  return plan && 'throws' in plan.ending ? plan.ending.throws : undefined;
}

/** Stopped by the caller's signal: failed with its reason, and no other. */
export function requireReason(ended: Ended, reason: unknown): void {
  if (ended.status === 'fulfilled') fail(saysOfLimits.stopGave(ended.value));
  assert(sameValue(ended.reason, reason), saysOfLimits.otherReason(reason, ended.reason));
}
