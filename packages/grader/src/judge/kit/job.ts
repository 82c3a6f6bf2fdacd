import { type Coroutine, coroutine, type Recorder, sleep, type Span } from '@teatime/core';

/**
 * What a job is to do. Times are virtual milliseconds.
 *
 * @example
 * const plan: JobPlan<string> = { name: 'boilWater', ms: 3000, ending: { gives: lab.text() }, recorded: false };
 * const boiling = new Job(lab, plan);
 */
export interface JobPlan<T> {
  /** Stands in messages and in the timeline, the same in every language: a letter, or the name of a parameter. */
  readonly name: string;
  /** From the start of the body to its end. */
  readonly ms: number;
  /** How it ends. */
  readonly ending: Ending<T>;
  /** How long it cleans up once its signal has aborted, when it was begun by `work`; 0 when not given. */
  readonly cleanUpMs?: number;
  /** How it ends then; it throws the signal's reason when not given. */
  readonly stopped?: Ending<T>;
  /** False where the task that runs it stands in the timeline already. */
  readonly recorded?: boolean;
}

/**
 * What is planned of a job that the lab is to make; the lab plans the rest.
 *
 * @example
 * const stubborn: JobWish<string> = { ms: 240, cleanUpMs: 36, stopped: { gives: 'all the same' } };
 * const job = lab.job(stubborn);
 */
export type JobWish<T> = Partial<Pick<JobPlan<T>, 'name' | 'ms' | 'cleanUpMs' | 'stopped'>>;

/**
 * How a job ends.
 *
 * @example
 * const endings: readonly Ending<unknown>[] = [{ gives: undefined }, { throws: lab.error() }];
 * const [fine, broken] = lab.jobs({ endings });
 */
export type Ending<T> = { readonly gives: T } | { readonly throws: unknown };

/** Where a job is done: what it needs of the check that it belongs to. */
export interface Site {
  /** What ran; a failure that gives expected spans is drawn beside it. */
  readonly recorder: Recorder;
  /** Milliseconds since the check began, or the part of it that this belongs to. */
  elapsed(): number;
  /** When the part began, in milliseconds since the check began: 0 for the check itself. */
  readonly begin: number;
  /** The jobs of the check, or of this part of it, in the order of their making. */
  readonly made: Job<unknown>[];
  /** So many timers more will go off on the check's own account: who looks at something again and again is found by their number. */
  expectTimers(count: number): void;
}

/**
 * A piece of work for the submission to run: it sleeps, and then gives or throws what was planned. It remembers what was done
 * with it, and stands in the timeline. `lab.job` and `lab.jobs` make one.
 *
 * @example
 * const boiling = lab.job({ name: 'boilWater', ms: 3000, ending: { gives: 'hot water' } });
 * await call(lab, () => makeTea(boiling.run, lab.job().run)).fulfilled(says.neverEnds);
 * assert(boiling.starts === 1 && boiling.startedAt === 0, says.late(boiling.startedAt), { expected: [boiling.span()] });
 */
export class Job<T> {
  /** As messages and the timeline call it. */
  readonly name: string;
  /** From the start of its body to its end, in virtual milliseconds. */
  readonly ms: number;
  /** The coroutine function that the student's code gets: calling it starts nothing. */
  readonly run: () => Coroutine<T>;
  /**
   * The same as an async function that takes a signal, for work that can be stopped: it begins when it is called, and when the signal
   * aborts it cleans up and ends as planned.
   */
  readonly work: (signal: AbortSignal) => Promise<T>;
  readonly #site: Site;
  readonly #ending: Ending<T>;
  readonly #cleanUpMs: number;
  readonly #stopped: Ending<T> | undefined;
  readonly #recorded: boolean;
  #calls = 0;
  #calledAt: number | undefined;
  #starts = 0;
  #ends = 0;
  #startedAt: number | undefined;
  #endedAt: number | undefined;
  #stoppedAt: number | undefined;

  /** A job that the lab does not plan: one that is not recorded. @param site the lab */
  constructor(site: Site, { name, ms, ending, recorded = true, cleanUpMs = 0, stopped }: JobPlan<T>) {
    this.name = name;
    this.ms = ms;
    this.#site = site;
    this.#ending = ending;
    this.#recorded = recorded;
    this.#cleanUpMs = cleanUpMs;
    this.#stopped = stopped;
    site.made.push(this);
    // Its own pause, and whatever the submission may set around it.
    site.expectTimers(5);
    const body = coroutine(() => this.#work());
    const noteCall = (): void => {
      this.#calls += 1;
      this.#calledAt ??= site.elapsed();
    };
    this.run = () => {
      noteCall();
      return body();
    };
    this.work = (signal) => {
      noteCall();
      return this.#work(signal);
    };
  }

  /** How often it was called. */
  get calls(): number {
    return this.#calls;
  }

  /** When it was first called, in milliseconds since the check began, or its part; undefined when it was not. */
  get calledAt(): number | undefined {
    return this.#calledAt;
  }

  /** How often a body has begun. */
  get starts(): number {
    return this.#starts;
  }

  /** When the first body began, in milliseconds since the check began, or its part; undefined when none did. */
  get startedAt(): number | undefined {
    return this.#startedAt;
  }

  /** When the first body ended, well or not. */
  get endedAt(): number | undefined {
    return this.#endedAt;
  }

  /** When a body first heard that its signal had aborted. */
  get stoppedAt(): number | undefined {
    return this.#stoppedAt;
  }

  /** Whether a body has begun and not ended. */
  get running(): boolean {
    return this.#starts > this.#ends;
  }

  /** What the job gives, if it gives something. */
  get result(): T | undefined {
    return 'gives' in this.#ending ? this.#ending.gives : undefined;
  }

  /** Whether it fails. What it fails with may be undefined. */
  get fails(): boolean {
    return 'throws' in this.#ending;
  }

  /** What the job fails with, if it fails. */
  get error(): unknown {
    return 'throws' in this.#ending ? this.#ending.throws : undefined;
  }

  /** Where the job belongs in the timeline when it begins at `from`; with the check, or its part, when not given. */
  span(from = this.#site.begin): Span {
    return { task: this.name, from, to: from + this.ms, status: 'throws' in this.#ending ? 'rejected' : 'fulfilled' };
  }

  async #work(signal?: AbortSignal): Promise<T> {
    this.#starts += 1;
    this.#startedAt ??= this.#site.elapsed();
    const finish = this.#recorded ? this.#site.recorder.begin(this.name) : undefined;
    const stop = await this.#pause(signal);
    this.#ends += 1;
    this.#endedAt ??= this.#site.elapsed();
    const ending = stop ? (this.#stopped ?? { throws: stop.reason }) : this.#ending;
    finish?.(stop ? 'cancelled' : 'throws' in ending ? 'rejected' : 'fulfilled');
    if ('throws' in ending) throw ending.throws;
    return ending.gives;
  }

  /** Takes its time. Gives the signal that ended it early, when it has cleaned up. */
  async #pause(signal: AbortSignal | undefined): Promise<AbortSignal | undefined> {
    try {
      await sleep(this.ms, { signal });
      return undefined;
    } catch (error) {
      if (!signal?.aborted) throw error;
      this.#stoppedAt ??= this.#site.elapsed();
      if (this.#cleanUpMs > 0) await sleep(this.#cleanUpMs);
      return signal;
    }
  }
}

/**
 * Lets every job that has begun come to its end. A call does so when it is waited for to its end, and a check when it is over:
 * this is for what waits no longer than some time of its own.
 *
 * @example
 * const jobs = lab.jobs();
 * const settled = await call(lab, () => gather(jobs.map((job) => job.run()))).within(500);
 * await settle(jobs);
 * for (const { name, endedAt } of jobs) assert(endedAt !== undefined, settled ? says.other(name) : says.neverEnds);
 */
export async function settle(jobs: readonly Job<unknown>[]): Promise<void> {
  const running = jobs.filter((job) => job.running);
  if (running.length === 0) return;
  await sleep(Math.max(...running.map((job) => job.ms)));
  await settle(running);
}
