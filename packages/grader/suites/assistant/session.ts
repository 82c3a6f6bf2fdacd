import type { Coroutine } from '@teatime/core';
import { call, fail, field, Job, sameValue, settle, show } from '@teatime/grader/kit';
import type { Lab, Settled } from '@teatime/grader/kit';
import { says } from './says.ts';

/** In milliseconds. */
export const anHour = 3_600_000;

/** A job that does not even start. */
export class Broken {
  readonly name: string;
  readonly error: unknown;
  readonly fails = true;
  readonly result = undefined;
  readonly ms = undefined;
  calls = 0;
  readonly start = (): never => {
    this.calls += 1;
    throw this.error;
  };

  constructor(lab: Lab, error: unknown) {
    [this.name = ''] = lab.names(1);
    this.error = error;
  }
}

/** What announce was called with, and when. */
export interface Announcement {
  readonly answer: unknown;
  readonly at: number;
}

/** What a job is called, and what it gives or fails with. */
export interface Outcome {
  readonly name: string;
  readonly fails: boolean;
  readonly error: unknown;
  readonly result?: unknown;
  /** How long it takes; undefined for one that does not even start. */
  readonly ms?: number | undefined;
}

export interface Session {
  readonly settled: Settled<unknown>;
  readonly announced: readonly Announcement[];
  /** What was announced of this job, under whatever name; for jobs with an outcome that no other has. */
  about(job: Outcome): readonly Announcement[];
}

/** What does the jobs of a list. */
export type Assist = (orders: readonly Order[], announce: (answer: unknown) => void) => Promise<unknown>;

/** Calls the student's assist with a list that may not be changed. */
export async function assistedBy(assist: (...given: never[]) => unknown, orders: readonly Order[], announce: (answer: unknown) => void): Promise<unknown> {
  const given: unknown = Reflect.apply(assist, undefined, [Object.freeze(orders), announce]);
  const answers: unknown = await given;
  // As they are now: what is put into the list later comes too late.
  return Array.isArray(answers) ? Array.from(answers) : answers;
}

/** Has an assistant do these jobs, and waits far longer than that may take. */
export async function helpBy(assist: Assist, lab: Lab, jobs: readonly (Job<unknown> | Broken)[]): Promise<Session> {
  const announced: Announcement[] = [];
  const begin = lab.elapsed();
  const announce = (answer: unknown): void => {
    announced.push({ answer, at: lab.elapsed() - begin });
  };
  const settled = await call(lab, () => assist(jobs.map(orderOf), announce)).within();
  await settle(lab.made);
  if (!settled) fail(says.neverEnds(announced.map(({ answer }) => shownName(field(answer, 'name')))));
  return { settled, announced, about: (one) => announced.filter(({ answer }) => isAnswerOf(answer, one)) };
}

/** A job as an assistant gets it. By their types jobs give texts; here they give anything. */
export interface Order {
  readonly name: string;
  readonly start: () => Coroutine<unknown>;
}

export function orderOf(job: Job<unknown> | Broken): Order {
  return { name: job.name, start: job instanceof Job ? job.run : job.start };
}

/** Whether this is the answer of the job, whatever name it is given. */
export function isAnswerOf(answer: unknown, { fails, error, result }: Outcome): boolean {
  if (fails) return field(answer, 'status') === 'rejected' && Object.is(field(answer, 'reason'), error);
  return field(answer, 'status') === 'fulfilled' && sameValue(field(answer, 'value'), result);
}

export function shownName(name: unknown): string {
  return typeof name === 'string' ? name : show(name);
}

/** Jobs that take these times, and of which each gives something that no other gives. */
export function jobsOf(lab: Lab, times: readonly number[]): readonly Job<unknown>[] {
  const names = lab.names(times.length);
  return times.map((ms, i) => lab.job({ ms, name: names[i] ?? '', ending: { gives: `${lab.text()} for ${names[i] ?? ''}` } }));
}

/** In another order than from short to long; neither the first to be done nor the last stands where it would be expected. */
export function mixed(lab: Lab, times: readonly number[]): readonly number[] {
  const [first = 0, ...others] = times.toSorted((a, b) => a - b);
  const [last = 0] = others.splice(-1);
  return times.length < 2 ? times : [last, ...lab.random.shuffle(others), first];
}
