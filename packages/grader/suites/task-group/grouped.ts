import type { Awaitable, Span } from '@teatime/core';
import type { TaskGroup, taskGroup as reference, TaskGroupOptions } from '@teatime/exercises/task-group';
import { assert, call, fail, field, type Job, type Lab, type Settled, type Text } from '@teatime/grader/kit';
import { says } from './says.ts';

/** As the timeline calls it. */
export const name = 'taskGroup';

/** A student's group that has ended. */
export type Ended = Settled<unknown> & {
  /** When it was called, in milliseconds since the check began. */
  readonly begin: number;
  /** When it ended, in milliseconds since it was called. */
  readonly took: number;
};

export type Body = (group: TaskGroup) => Awaitable<unknown>;

/** Calls a student's taskGroup, waits for its end, and makes sure that the body was called, with a group. */
export async function grouped(taskGroup: typeof reference, lab: Lab, body: Body, options?: TaskGroupOptions): Promise<Ended> {
  const begin = lab.elapsed();
  let calls = 0;
  let odd: Text | undefined;
  // What the body throws at once is to be thrown at once: no async function.
  const inner = (group: TaskGroup): Awaitable<unknown> => {
    calls += 1;
    odd ??= oddityOf(group);
    return odd || calls > 1 ? Promise.resolve() : body(group);
  };
  const settled = await call(lab, async () => await (options ? taskGroup(inner, options) : taskGroup(inner)), name).ended(says.neverEnds);
  if (odd) fail(odd);
  if (calls === 0 && settled.status === 'rejected') throw settled.reason;
  assert(calls > 0, says.bodyNeverRan);
  assert(calls === 1, says.bodyRanOften(calls));
  return { ...settled, begin, took: settled.at - begin };
}

function oddityOf(group: unknown): Text | undefined {
  if (typeof field(group, 'createTask') !== 'function') return says.noGroup(group);
  const signal = field(group, 'signal');
  return signal instanceof AbortSignal ? undefined : says.noGroupSignal(signal);
}

/** The body of a group that has nothing to do but to make tasks. */
export async function makeAll(group: TaskGroup, jobs: readonly Job<unknown>[]): Promise<void> {
  for (const { work } of jobs) group.createTask(work);
  await Promise.resolve();
}

/** Where the group itself belongs in the timeline. */
export function span(begin: number, took: number, status: Span['status'] = 'rejected'): Span {
  return { task: name, from: begin, to: begin + took, status };
}

/** Where a job belongs there that is stopped `at` milliseconds after `begin`, and then cleans up. */
export function stoppedSpan(job: Job<unknown>, begin: number, at: number, cleanUpMs = 0): Span {
  return { task: job.name, from: begin, to: begin + at + cleanUpMs, status: 'cancelled' };
}

/** Different times, ascending, of milliseconds to seconds. */
export function times(lab: Lab, count: number): readonly number[] {
  return lab.durations(count, { from: lab.random.int(30, 110), to: lab.random.int(4_000, 7_000) });
}
