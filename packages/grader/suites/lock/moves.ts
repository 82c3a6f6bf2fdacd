import { sleep, type Span } from '@teatime/core';
import type { Lock } from '@teatime/exercises/lock';
import { assert, call, fail, field, made, type Call, type FailureDetails, type Job, type Lab, type Text } from '@teatime/grader/kit';
import { says } from './says.ts';

/**
 * A new one of the answer's class. A method that the answer does not have is told here: called, it would be a mistake of the
 * suite's own.
 */
export function lockOf(Class: typeof Lock): Lock {
  const lock = made(() => new Class(), says.noClass('Lock'));
  requireMethods('Lock', lock, ['acquire', 'release', 'locked', 'use']);
  return lock;
}

export function requireMethods(name: string, instance: unknown, methods: readonly string[]): void {
  for (const method of methods) assert(typeof field(instance, method) === 'function', says.noMethod(name, method));
}

/** Asks for the lock. What the answer gives for it does not matter, and need not be a promise. */
export function acquire(lab: Lab, lock: Lock, signal?: AbortSignal, name?: string): Call<unknown> {
  return call(lab, async () => await (signal === undefined ? lock.acquire() : lock.acquire({ signal })), name);
}

/** Gives the lock back where that may be refused. */
export function release(lab: Lab, lock: Lock): Call<unknown> {
  return call(lab, () => {
    lock.release();
  });
}

/** Does the work with the lock. */
export function use(lab: Lab, lock: Lock, work: Parameters<Lock['use']>[0]): Call<unknown> {
  return call(lab, async () => await lock.use(work));
}

/** Does the job with the lock, as one does without `use`. */
export function byHand(lab: Lab, lock: Lock, job: Job<unknown>): Call<unknown> {
  return call(lab, async () => {
    await lock.acquire();
    await job.run();
    lock.release();
  });
}

/** Waits until they are all at their end, well or not, or never will be. */
export async function settled(calls: readonly Call<unknown>[]): Promise<void> {
  for (const each of calls) await each.within();
}

/**
 * Waits until each of them had its turn, and is done.
 *
 * @param drawing what is drawn when one of them waits for ever
 * @throws what the answer threw: none of these calls has a reason to fail
 */
export async function served(calls: readonly Call<unknown>[], drawing?: FailureDetails, hangs: Text = says.neverServed): Promise<void> {
  for (const each of calls) {
    const end = (await each.within()) ?? fail(hangs, drawing);
    if (end.status === 'rejected') throw end.reason;
  }
}

/**
 * Gives others the time to go on, and tells whether this one still waits.
 *
 * @throws what the answer threw instead of waiting
 */
export async function waits(asking: Call<unknown>): Promise<boolean> {
  await sleep(1);
  if (asking.settled?.status === 'rejected') throw asking.settled.reason;
  return asking.settled === undefined;
}

/**
 * How many of two who ask have the lock at once: it should be one. Then it is handed on, and given back.
 *
 * @param hangs told when the second one never has it
 */
export async function holdersOf(lab: Lab, lock: Lock, hangs: Text = says.neverServed): Promise<number> {
  const calls = [acquire(lab, lock), acquire(lab, lock)];
  let holders = 0;
  for (const each of calls) if (!(await waits(each))) holders += 1;
  if (holders !== 1) return holders;
  // Each release lets the next one in.
  for (const each of calls) {
    await each.fulfilled(hangs);
    lock.release();
  }
  return holders;
}

/** Somebody who waits, and can be told to give up. */
export interface Quitter {
  readonly name: string;
  readonly waiting: Call<unknown>;
  readonly stop: AbortController;
  readonly error: Error;
}

/**
 * @param wait asks for the lock, or at the gate, with this signal
 * @param companion whose signal it is, too
 */
export function quitter(lab: Lab, name: string, wait: (signal: AbortSignal) => unknown, companion?: Quitter): Quitter {
  const { stop, error } = companion ?? { stop: new AbortController(), error: lab.error('gives up') };
  const waiting = call(lab, async () => await wait(stop.signal), name);
  return { name, waiting, stop, error };
}

/** What is said of somebody who gives up. */
interface SaysOfQuitters {
  readonly neverGivesUp: Text;
  readonly servedTheGone: Text;
  readonly otherReason: (error: unknown, reason: unknown) => Text;
  readonly givesUpLate: (due: number, at: number) => Text;
}

/** Whoever was told to give up has done so: at once, with the signal's own reason. */
export async function quits({ waiting, error }: Quitter, due: number, sentences: SaysOfQuitters, drawing?: FailureDetails): Promise<void> {
  // Longer than all of the work takes, and no longer: a drawing of hours shows nothing.
  const end = (await waiting.within(30_000)) ?? fail(sentences.neverGivesUp, drawing);
  assert(end.status === 'rejected', sentences.servedTheGone, drawing);
  assert(end.reason === error, sentences.otherReason(error, end.reason), drawing);
  assert(end.at === due, sentences.givesUpLate(due, end.at), drawing);
}

/** So many jobs that take different times, in no order. None is so much longer than another that a drawing shows nothing of that. */
export function jobsOf(lab: Lab, count: number, to = 400): readonly Job<string>[] {
  return lab.random.shuffle(lab.durations(count, { to })).map((ms) => lab.job({ ms }));
}

/** So long that others come and go meanwhile, and that who looks every few milliseconds does so a thousand times. */
export function longJob(lab: Lab): Job<string> {
  return lab.job({ ms: lab.duration({ from: 10_000, to: 12_000 }) });
}

/** When each job has to run: one at a time, in this order. */
export function plan(jobs: readonly Job<unknown>[], from = 0): readonly Span[] {
  let at = from;
  return jobs.map((job) => {
    const span = job.span(at);
    at += job.ms;
    return span;
  });
}

export function namesOf(jobs: readonly Job<unknown>[]): readonly string[] {
  return jobs.map(({ name }) => name);
}
