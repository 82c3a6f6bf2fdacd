import { coroutine, sleep, type Coroutine, type Random, type Span } from '@teatime/core';
import type { Lab } from './lab.ts';

/** What a job is to do. Times are virtual milliseconds. */
export interface JobPlan<T> {
  /** Stands in messages and in the timeline, the same in every language: a letter, or the name of a parameter. */
  readonly name: string;
  /** From the start of the body to its end. */
  readonly ms: number;
  /** How it ends. */
  readonly ending: Ending<T>;
  /** False where the task that runs it stands in the timeline already. */
  readonly recorded?: boolean;
}

export type Ending<T> = { readonly gives: T } | { readonly throws: unknown };

/** A piece of work for the student's code to run. It remembers what was done with it, and stands in the timeline. */
export class Job<T> {
  readonly name: string;
  readonly ms: number;
  /** The coroutine function that the student's code gets: calling it starts nothing. */
  readonly run: () => Coroutine<T>;
  readonly #lab: Lab;
  readonly #ending: Ending<T>;
  readonly #recorded: boolean;
  #calls = 0;
  #starts = 0;
  #startedAt: number | undefined;
  #endedAt: number | undefined;

  constructor(lab: Lab, { name, ms, ending, recorded = true }: JobPlan<T>) {
    this.name = name;
    this.ms = ms;
    this.#lab = lab;
    this.#ending = ending;
    this.#recorded = recorded;
    const body = coroutine(() => this.#work());
    this.run = () => {
      this.#calls += 1;
      return body();
    };
  }

  /** How often `run` was called. */
  get calls(): number {
    return this.#calls;
  }

  /** How often a body has begun. */
  get starts(): number {
    return this.#starts;
  }

  /** When the first body began; undefined when none did. */
  get startedAt(): number | undefined {
    return this.#startedAt;
  }

  /** When the first body ended, well or not. */
  get endedAt(): number | undefined {
    return this.#endedAt;
  }

  /** Whether a body has begun and none has ended. */
  get running(): boolean {
    return this.#startedAt !== undefined && this.#endedAt === undefined;
  }

  /** What the job gives, if it gives something. */
  get result(): T | undefined {
    return 'gives' in this.#ending ? this.#ending.gives : undefined;
  }

  /** What the job fails with, if it fails. */
  get error(): unknown {
    return 'throws' in this.#ending ? this.#ending.throws : undefined;
  }

  /** Where the job belongs in the timeline when it begins at `from`. */
  span(from = 0): Span {
    return { task: this.name, from, to: from + this.ms, status: 'throws' in this.#ending ? 'rejected' : 'fulfilled' };
  }

  async #work(): Promise<T> {
    this.#starts += 1;
    this.#startedAt ??= elapsed(this.#lab);
    const finish = this.#recorded ? this.#lab.recorder.begin(this.name) : undefined;
    await sleep(this.ms);
    this.#endedAt ??= elapsed(this.#lab);
    const ending = this.#ending;
    finish?.('throws' in ending ? 'rejected' : 'fulfilled');
    if ('throws' in ending) throw ending.throws;
    return ending.gives;
  }
}

/** Virtual milliseconds since the check began. However often it is asked, time does not move for it. */
export function elapsed(lab: Lab): number {
  return lab.clock.elapsed();
}

/** How a call into the student's code ended, and when. */
export type Settled<T> =
  | { readonly status: 'fulfilled'; readonly value: T; readonly at: number }
  | { readonly status: 'rejected'; readonly reason: unknown; readonly at: number };

/** A call into the student's code that is under way. */
export interface Call<T> {
  /** Undefined while the call goes on. */
  readonly settled: Settled<T> | undefined;
  /** Waits for the end of the call, but no longer than `ms`: then it gives undefined. */
  within(ms: number): Promise<Settled<T> | undefined>;
}

/**
 * Calls the student's code and listens at once, so that no rejection is the suite's own fault.
 *
 * @param name the call's line in the timeline; it has none without
 */
export function call<T>(lab: Lab, work: () => PromiseLike<T>, name?: string): Call<T> {
  let settled: Settled<T> | undefined;
  const finish = name === undefined ? undefined : lab.recorder.begin(name);
  const end = (async () => {
    try {
      const value = await work();
      settled = { status: 'fulfilled', value, at: elapsed(lab) };
    } catch (reason) {
      settled = { status: 'rejected', reason, at: elapsed(lab) };
    }
    finish?.(settled.status);
  })();
  return {
    get settled() {
      return settled;
    },
    within: async (ms) => {
      const patience = new AbortController();
      const limit = sleep(ms, { signal: patience.signal }).catch(() => {});
      await Promise.race([end, limit]);
      patience.abort();
      return settled;
    },
  };
}

/** Lets every job that has begun come to its end. */
export async function settle(jobs: readonly Job<unknown>[]): Promise<void> {
  const running = jobs.filter((job) => job.running);
  if (running.length === 0) return;
  await sleep(Math.max(...running.map((job) => job.ms)));
  await settle(running);
}

/**
 * `count` different durations, ascending, each a few dozen milliseconds longer than the one before. They divide into two,
 * three and four whole parts, but are no multiples of five: who looks every 10 ms comes late. They are short, because
 * somebody who looks every millisecond shall not take long either.
 *
 * @param options.from all of them are longer than this, in virtual milliseconds
 */
export function durations(random: Random, count: number, { from = 12 } = {}): readonly number[] {
  let dozens = Math.ceil(from / 12);
  return Array.from({ length: count }, () => {
    dozens += random.int(1, 4);
    if (dozens % 5 === 0) dozens += 1;
    return 12 * dozens;
  });
}
