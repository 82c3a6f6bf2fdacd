import { sleep, type Awaitable, type Span } from '@teatime/core';
import type { serve as reference } from '@teatime/exercises/shutdown';
import { call, fail, type Job, type Lab, type Said, type Settled } from '@teatime/grader/kit';
import { Counter, type Arrival, type CounterPlan } from './counter.ts';
import { says } from './says.ts';

/** As the timeline calls it. */
export const name = 'serve';

/** A student's server that has ended. */
export interface Served {
  readonly settled: Settled<unknown>;
  /** When it was called, in milliseconds since the check began. */
  readonly begin: number;
  /** When it ended, in milliseconds since it was called. */
  readonly took: number;
  /** What it was asked with to end: stop, and kill. */
  readonly requests: readonly AbortSignal[];
}

export interface Serving<Order> {
  readonly counter: Counter<Order>;
  readonly handle: (order: Order, signal: AbortSignal) => Awaitable<unknown>;
  /** Nobody asks for an end when it is not given. */
  readonly stop?: AbortSignal;
  readonly kill?: AbortSignal;
  /** Longer than everything when not given. */
  readonly drainMs?: number;
}

/** Longer than any job takes, in milliseconds. */
export const longDrain = 600_000;

/** Calls a student's serve, and waits for its end. */
export async function served<Order>(serve: typeof reference, lab: Lab, serving: Serving<Order>): Promise<Served> {
  const { counter, stop = new AbortController().signal, kill, drainMs = longDrain } = serving;
  const begin = lab.elapsed();
  let odd: Said | undefined;
  // What handle throws at once is to be thrown at once: no async function.
  const handle = (order: Order, signal: AbortSignal): Awaitable<unknown> => {
    if (signal instanceof AbortSignal) return serving.handle(order, signal);
    odd ??= says.handleWithoutSignal(signal);
    return Promise.resolve();
  };
  const options = { receive: counter.receive, handle, stop, drainMs, ...(kill && { kill }) };
  const running = call(lab, () => serve(options), name);
  const settled = await running.within();
  if (counter.oddSignal) fail(says.receiveWithoutSignal(counter.oddSignal.value));
  if (odd) fail(odd);
  if (!settled) fail(hang(counter, stop.aborted || kill?.aborted === true));
  await running.ended(says.neverEnds);
  if (counter.askedTwice) fail(says.askedTwice);
  return { settled, begin, took: settled.at - begin, requests: kill ? [stop, kill] : [stop] };
}

/** Why it has not ended, as far as one can see. */
function hang(counter: Counter<unknown>, isStopped: boolean): Said {
  if (counter.askedAt.length === 0) return says.neverAsked;
  return isStopped && counter.isAsked && counter.heardAt === undefined ? says.receiveNotTold : says.neverEnds;
}

/** A server whose orders are the names of jobs, each of which comes at a moment of its own. */
export interface JobServing extends Omit<Serving<string>, 'counter' | 'handle'>, Omit<CounterPlan<string>, 'arrivals'> {
  readonly orders: readonly (readonly [at: number, job: Job<unknown>])[];
  /** What handle does before it begins the job; it may throw. */
  readonly before?: (order: string) => void;
}

export interface JobsServed extends Served {
  readonly counter: Counter<string>;
}

export async function servedJobs(serve: typeof reference, lab: Lab, serving: JobServing): Promise<JobsServed> {
  const { orders, before, stop, kill, drainMs, ...plan } = serving;
  const jobs = new Map(orders.map(([, job]) => [job.name, job]));
  const arrivals: readonly Arrival<string>[] = orders.map(([at, { name: order }]) => ({ order, at }));
  const counter = new Counter(lab, { arrivals, ...plan });
  let odd: Said | undefined;
  const handle = (order: string, signal: AbortSignal): Awaitable<unknown> => {
    const job = jobs.get(order);
    before?.(order);
    if (job) return job.work(signal);
    odd ??= says.unknownOrder(order);
    return Promise.resolve();
  };
  const ended = await served(serve, lab, { counter, handle, ...(stop && { stop }), ...(kill && { kill }), ...(drainMs !== undefined && { drainMs }) });
  if (odd) fail(odd);
  return { ...ended, counter };
}

/** A signal that aborts after so many milliseconds. */
export function abortsAfter(lab: Lab, ms: number): AbortSignal {
  const controller = new AbortController();
  lab.expectTimers(1);
  void sleep(ms).then(() => controller.abort(lab.error()));
  return controller.signal;
}

/** Where the server belongs in the timeline. */
export function span(begin: number, took: number, status: Span['status'] = 'fulfilled'): Span {
  return { task: name, from: begin, to: begin + took, status };
}

/** Where a job belongs there that begins at `from`, hears the stop at `at`, and then cleans up. Times count from `begin`. */
export function stoppedSpan(job: Job<unknown>, begin: number, from: number, at: number, cleanUpMs = 0): Span {
  return { task: job.name, from: begin + from, to: begin + at + cleanUpMs, status: 'cancelled' };
}

/** Different times, ascending, of milliseconds to seconds. */
export function times(lab: Lab, count: number): readonly number[] {
  return lab.durations(count, { from: lab.random.int(30, 110), to: lab.random.int(4_000, 7_000) });
}
