import type { Span } from '@teatime/core';
import type { Answer, WorkerPool } from '@teatime/exercises/workers';
import { assert, call, type Call, fail, field, type Ending, type Job, type JobWish, type Lab, made, sameValue, type SeenThread, type Settled, type Text, Threads } from '@teatime/grader/kit';
import { says } from './says.ts';

/** What a worker does with a job. */
export interface Task {
  /** As messages and the timeline call it. */
  readonly name: string;
  /** What is handed to `run`, and has to arrive at a worker. */
  readonly posted: unknown;
  readonly job: Job<unknown>;
  /** Its error is caught by nobody in the worker, which dies of it. */
  readonly crashes: boolean;
  /** The worker ends by itself at the end of the job, without a word of it. */
  readonly exits: boolean;
  /** The worker ends by itself so many milliseconds after the job, when it may have nothing to do. */
  readonly exitsLaterMs: number | undefined;
  /** The worker is done when this is, and needs no timer for it. */
  readonly until: PromiseLike<unknown> | undefined;
}

export type TaskWish = Pick<JobWish<unknown>, 'ms'> & { readonly ending?: Ending<unknown> } & Partial<Omit<Task, 'name' | 'job'>>;

/** A job that somebody has asked for. */
export interface Run {
  readonly task: Task;
  readonly call: Call<unknown>;
}

export interface Expecting {
  readonly hangs?: Text;
  readonly expected?: readonly Span[];
}

/** How long a worker takes to be gone, in virtual milliseconds: shorter than any job. */
export const endMs = 4;

/** A student's pool, and the workers that it starts. Of what comes out of it nothing is taken for granted. */
export class TestedPool {
  readonly threads: Threads<Answer>;
  readonly size: number;
  readonly #lab: Lab;
  readonly #pool: WorkerPool;
  readonly #tasks: Task[] = [];
  readonly #strange: unknown[] = [];

  /** @param Class the student's own */
  constructor(lab: Lab, Class: typeof WorkerPool, size: number) {
    this.#lab = lab;
    this.size = size;
    this.threads = new Threads<Answer>(lab, async (message, { signal, exit }) => {
      const task = this.#tasks.find(({ posted }) => sameValue(posted, message));
      if (task) return await answerOf(lab, task, signal, exit);
      this.#strange.push(message);
      return { ok: true, value: undefined };
    }, { endMs });
    this.#pool = made(() => new Class(this.threads.start, size), says.noClass);
    for (const method of ['run', 'close']) assert(typeof field(this.#pool, method) === 'function', says.noMethod(method));
  }

  /** A job for a worker; what is not wished for is left to chance. */
  task({ crashes = false, exits = false, exitsLaterMs, until, ending, ...wish }: TaskWish = {}): Task {
    const name = `job ${this.#tasks.length + 1}`;
    const posted = 'posted' in wish ? wish.posted : { puzzle: this.#lab.text(), no: this.#tasks.length + 1 };
    const job = this.#lab.job<unknown>({ ms: 12 * this.#lab.random.int(2, 33), ...wish, name, ending: ending ?? { gives: this.#lab.text() } });
    const task: Task = { name, posted, job, crashes, exits, exitsLaterMs, until };
    this.#tasks.push(task);
    return task;
  }

  run(task: Task, signal?: AbortSignal): Run {
    const { posted } = task;
    return { task, call: call(this.#lab, async () => await (signal ? this.#pool.run(posted, { signal }) : this.#pool.run(posted))) };
  }

  close(name?: string): Call<unknown> {
    return call(this.#lab, async () => await this.#pool.close(), name);
  }

  /**
   * Waits until the run has ended, and tells first what went wrong with the workers meanwhile.
   *
   * @param hangs told when it does not end and nothing that was seen of the workers explains it
   */
  async ended({ task, call }: Run, { hangs, expected }: Expecting = {}): Promise<Settled<unknown>> {
    const settled = await call.within();
    this.requireSound();
    return settled ?? fail(this.#whyNever(task, hangs), expected && { expected });
  }

  /**
   * Waits for the results of jobs that go well, and looks whether each has its own.
   *
   * @returns when the last came
   * @throws what the answer threw instead
   */
  async answered(runs: Run | readonly Run[], expecting?: Expecting): Promise<number> {
    let last = 0;
    for (const run of [runs].flat()) {
      const settled = await this.ended(run, expecting);
      if (settled.status === 'rejected') throw settled.reason;
      const { value, at } = settled;
      if (!sameValue(value, run.task.job.result)) fail(this.#otherValue(run.task, value, at));
      last = at;
    }
    return last;
  }

  /** The run whose signal has just aborted fails with its reason, and waits for nothing. */
  async rejectedAtOnce({ call }: Run, reason: Error, unheard: Text, expected: readonly Span[]): Promise<void> {
    const settled = await call.within(1);
    this.requireSound();
    if (!settled) fail((await call.within(endMs)) ? says.rejectsLate : unheard, { expected });
    if (settled.status === 'fulfilled') fail(says.cancelledWell(settled.value), { expected });
    assert(settled.reason === reason, says.otherReason(reason, settled.reason));
  }

  /** Nothing was posted that nobody asked for, and no listener has thrown. */
  requireSound(): void {
    for (const { slips, refusals } of this.threads.all) {
      const [slip] = slips;
      if (slips.length === 0) continue;
      if (refusals.includes(slip)) fail(says.refusedInListener);
      throw slip;
    }
    if (this.#strange.length > 0) fail(says.otherMessage(this.#strange[0]));
  }

  /** How many workers there were at most at the same time. One that was told to end no longer counts. */
  mostAlive(): number {
    const { all } = this.threads;
    const counts = all.map(({ startedAt }) => all.filter((one) => one.startedAt <= startedAt && startedAt < goneAt(one)).length);
    return Math.max(0, ...counts);
  }

  /** How many jobs were done at the same time, at most. */
  mostAtWork(): number {
    const jobs = this.#tasks.map(({ job }) => job);
    const counts = jobs.map(({ startedAt }) => jobs.filter((one) => startedAt !== undefined && (one.startedAt ?? Infinity) <= startedAt && startedAt < (one.endedAt ?? Infinity)).length);
    return Math.max(0, ...counts);
  }

  /** How often a job was posted, to whichever worker. */
  timesPosted({ posted }: Task): number {
    return this.threads.all.flatMap((thread) => [...thread.posted, ...thread.lost]).filter((message) => sameValue(message, posted)).length;
  }

  /** The worker that a job was posted to. */
  workerOf({ posted }: Task): SeenThread | undefined {
    return this.threads.all.find((thread) => thread.posted.some((message) => sameValue(message, posted)));
  }

  #whyNever(task: Task, hangs: Text | undefined): Text {
    const { all } = this.threads;
    if (all.some(({ lost }) => lost.some((message) => sameValue(message, task.posted)))) return says.postedToTheGone(task.name);
    const worker = this.workerOf(task);
    if (worker === undefined) return hangs ?? says.neverPosted(task.name);
    if (task.crashes || task.exits) return hangs ?? says.deathUnheard(task.name);
    if (task.job.endedAt === undefined && !task.until) return hangs ?? says.neverTold(task.name);
    return worker.listensTo.has('message') ? says.answerLost(task.name) : says.hearsNoMessage;
  }

  #otherValue(task: Task, value: unknown, at: number): Text {
    const { job, name } = task;
    if (sameValue(value, { ok: true, value: job.result })) return says.wholeMessage(value);
    if (job.endedAt === undefined || job.endedAt > at) return says.tooEarly(name, value);
    const other = this.#tasks.find((one) => one !== task && sameValue(one.job.result, value));
    return other ? says.ofAnotherJob(name, other.name) : says.otherValue(name, job.result, value);
  }
}

async function answerOf(lab: Lab, { job, crashes, exits, exitsLaterMs, until }: Task, signal: AbortSignal, exit: (code: number) => void): Promise<Answer> {
  try {
    if (until) await until;
    const value = until ? job.result : await job.work(signal);
    if (exits) exit(3);
    if (exitsLaterMs !== undefined) {
      setTimeout(() => exit(3), exitsLaterMs);
      lab.expectTimers(1);
    }
    return { ok: true, value };
  } catch (error) {
    if (crashes || signal.aborted) throw error;
    return { ok: false, error };
  }
}

function goneAt({ terminatedAt = Infinity, endedAt = Infinity }: SeenThread): number {
  return Math.min(terminatedAt, endedAt);
}

/** When each job has to run if they are begun in this order, so many at once. */
export function plan(tasks: readonly Task[], size: number, from = 0): readonly Span[] {
  const freeAt = Array.from({ length: size }, () => from);
  return tasks.map(({ job }) => {
    const at = Math.min(...freeAt);
    freeAt[freeAt.indexOf(at)] = at + job.ms;
    return job.span(at);
  });
}

/**
 * So many tasks that take different times. The longest comes first: in which order they are asked for must not be the order in which
 * they end. The rest is in no order.
 */
export function tasksOf(lab: Lab, pool: TestedPool, count: number): readonly Task[] {
  const [longest = 0, ...others] = lab.durations(count, { to: 400 }).toReversed();
  const times = count === 0 ? [] : [longest, ...lab.random.shuffle(others)];
  return times.map((ms) => pool.task({ ms }));
}
