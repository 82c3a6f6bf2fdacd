import { sleep, type Span } from '@teatime/core';
import type { Semaphore } from '@teatime/exercises/semaphore';
import { call, type Call, type Job, type Lab } from '@teatime/grader/kit';
import { says } from './says.ts';

/** Takes a permit. What the answer gives for it does not matter, and need not be a promise. */
export function acquire(lab: Lab, semaphore: Semaphore, signal?: AbortSignal): Call<unknown> {
  return call(lab, async () => await semaphore.acquire(signal && { signal }));
}

/** Does the work with a permit. */
export function use(lab: Lab, semaphore: Semaphore, work: Parameters<Semaphore['use']>[0]): Call<unknown> {
  return call(lab, async () => await semaphore.use(work));
}

/** Waits until each of them had its permit, and is done. */
export async function served(calls: readonly Call<unknown>[]): Promise<void> {
  for (const each of calls) await each.fulfilled(says.neverServed);
}

/** Asks for so many permits at once, and tells how many there are. */
export async function take(lab: Lab, semaphore: Semaphore, count: number): Promise<number> {
  const calls = Array.from({ length: count }, () => acquire(lab, semaphore));
  await sleep(1);
  return calls.filter(({ settled }) => settled?.status === 'fulfilled').length;
}

/** So many jobs that take different times, in no order. */
export function jobsOf(lab: Lab, count: number): readonly Job<string>[] {
  return lab.random.shuffle(lab.durations(count)).map((ms) => lab.job({ ms }));
}

/** When each job has to run, if they are let in one by one in this order, and so many at once. */
export function plan(jobs: readonly Job<unknown>[], permits: number, from = 0): readonly Span[] {
  const freeAt = Array.from({ length: permits }, () => from);
  return jobs.map((job) => {
    const at = Math.min(...freeAt);
    freeAt[freeAt.indexOf(at)] = at + job.ms;
    return job.span(at);
  });
}
