import { sleep, type Span } from '@teatime/core';
import type { Semaphore } from '@teatime/exercises/semaphore';
import { assert, call, fail, field, made, type Call, type FailureDetails, type Job, type Lab, type Text } from '@teatime/grader/kit';
import { says } from './says.ts';

/**
 * A new one of the answer's class. A method that the answer does not have is told here: called, it would be a mistake of the
 * suite's own.
 */
export function semaphoreOf(Class: typeof Semaphore, value?: number): Semaphore {
  const semaphore = made(() => (value === undefined ? new Class() : new Class(value)), says.noClass);
  for (const method of ['acquire', 'release', 'locked', 'use']) assert(typeof field(semaphore, method) === 'function', says.noMethod(method));
  return semaphore;
}

/** Asks for a permit. What the answer gives for it does not matter, and need not be a promise. */
export function acquire(lab: Lab, semaphore: Semaphore, signal?: AbortSignal): Call<unknown> {
  return call(lab, async () => await semaphore.acquire(signal && { signal }));
}

/** Does the work with a permit. */
export function use(lab: Lab, semaphore: Semaphore, work: Parameters<Semaphore['use']>[0]): Call<unknown> {
  return call(lab, async () => await semaphore.use(work));
}

/**
 * Waits until each of them had its permit, and is done.
 *
 * @param drawing what is drawn when one of them waits for ever
 * @throws what the answer threw: none of these calls has a reason to fail
 */
export async function served(calls: readonly Call<unknown>[], drawing?: FailureDetails, hangs: Text = says.neverServed): Promise<void> {
  for (const each of calls) {
    const settled = (await each.within()) ?? fail(hangs, drawing);
    if (settled.status === 'rejected') throw settled.reason;
  }
}

/**
 * Gives others the time to be served, and tells whether this one still waits.
 *
 * @throws what the answer threw instead of waiting
 */
export async function waits(asking: Call<unknown>): Promise<boolean> {
  await sleep(1);
  const { settled } = asking;
  if (settled?.status === 'rejected') throw settled.reason;
  return settled === undefined;
}

/** How many permits are free, if it is asked for so many. All are given back. */
export async function permitsOf(lab: Lab, semaphore: Semaphore, asking: number): Promise<number> {
  let taken = 0;
  const calls = Array.from({ length: asking }, () => acquire(lab, semaphore));
  for (const each of calls) if (!(await waits(each))) taken += 1;
  for (const _ of calls) semaphore.release();
  return taken;
}

/** So many jobs that take different times, in no order. None is so much longer than another that a drawing shows nothing of that. */
export function jobsOf(lab: Lab, count: number, to = 400): readonly Job<string>[] {
  return lab.random.shuffle(lab.durations(count, { to })).map((ms) => lab.job({ ms }));
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
