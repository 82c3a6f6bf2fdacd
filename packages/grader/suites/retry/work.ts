import { coroutine, sleep, type Awaitable, type Span } from '@teatime/core';
import type { Ending, Lab } from '@teatime/grader/kit';

/** What one attempt is to do. Times are virtual milliseconds. */
export interface AttemptPlan {
  /** From its beginning to its end, when nobody stops it. */
  readonly ms: number;
  readonly ending: Ending<unknown>;
  /** Between the stop and its end. */
  readonly cleanUpMs?: number;
  /** How it ends when it was stopped; with the reason of its signal when not given. */
  readonly stopped?: Ending<unknown>;
  /** Whether it takes no notice of its signal. */
  readonly deaf?: boolean;
  /** What it is, for whoever awaits it. */
  readonly kind?: AttemptKind;
  /** Called when it begins. */
  readonly begun?: () => void;
}

/** `at-once` throws before it has given anything to await. */
export type AttemptKind = 'promise' | 'coroutine' | 'thenable' | 'at-once';

/** What became of an attempt. Moments are in milliseconds since the check began, or its part. */
export interface Attempt {
  readonly plan: AttemptPlan;
  /** Its number, as it was told. */
  readonly number: unknown;
  /** Its signal, if what it was given is one. */
  readonly signal: AbortSignal | undefined;
  readonly calledAt: number;
  /** How many attempts were under way when it was called. */
  readonly besides: number;
  /** Whether its signal had aborted before it began. */
  readonly wasAborted: boolean;
  /** How often it was begun: some work begins whenever it is asked. */
  starts: number;
  /** When it heard that it has to stop. */
  heardAt: number | undefined;
  endedAt: number | undefined;
}

/** In the timeline, in every language. */
export const names = { retry: 'retry', attempt: (number: number): string => `attempt ${number}` } as const;

/** Work that is done again when it fails. It remembers what was done with it, attempt by attempt, and stands in the timeline. */
export class Work {
  /** The function that the student's code gets. */
  readonly run: (attempt: number, signal: AbortSignal) => Awaitable<unknown>;
  /** In the order of the calls. */
  readonly attempts: Attempt[] = [];
  readonly plans: readonly AttemptPlan[];
  readonly #lab: Lab;
  #running = 0;

  /** @param plans one for each attempt; one more succeeds at once, so that a call comes to its end that never gives up */
  constructor(lab: Lab, plans: readonly AttemptPlan[]) {
    this.plans = plans;
    this.#lab = lab;
    // Each attempt's own pauses, its limit, and the pause behind it.
    lab.expectTimers(6 * (plans.length + 1));
    this.run = (number, signal) => this.#begin(number, signal);
  }

  /** Comes when no attempt is under way any more. */
  async idle(): Promise<void> {
    while (this.#running > 0) await sleep(Math.max(...this.plans.map(({ ms, cleanUpMs = 0 }) => ms + cleanUpMs)));
  }

  /** Where the attempts belong in the timeline when they begin at these moments, and this one is the last, stopped so late. */
  spans(begins: readonly number[], stop?: { readonly after: number; readonly cleanUpMs?: number }): readonly Span[] {
    return begins.flatMap((from, i) => {
      const plan = this.plans[i];
      if (!plan) return [];
      const isStopped = stop !== undefined && i === begins.length - 1;
      const took = isStopped ? stop.after + (stop.cleanUpMs ?? 0) : plan.ms;
      const status = isStopped ? 'cancelled' : statusOf(plan.ending);
      return [{ task: names.attempt(i + 1), from, to: from + took, status }];
    });
  }

  #begin(number: unknown, given: unknown): Awaitable<unknown> {
    const signal = given instanceof AbortSignal ? given : undefined;
    const plan = this.plans[this.attempts.length] ?? { ms: 0, ending: { gives: undefined } };
    const attempt: Attempt = {
      plan,
      number,
      signal,
      calledAt: this.#lab.elapsed(),
      besides: this.#running,
      wasAborted: signal?.aborted ?? false,
      starts: 0,
      heardAt: undefined,
      endedAt: undefined,
    };
    this.attempts.push(attempt);
    plan.begun?.();
    const { kind = 'promise' } = plan;
    if (kind === 'at-once') {
      attempt.starts = 1;
      attempt.endedAt = attempt.calledAt;
      return end(plan.ending);
    }
    const name = names.attempt(this.attempts.length);
    const body = (): Promise<unknown> => this.#do(attempt, name);
    if (kind === 'coroutine') return coroutine(body)();
    return kind === 'thenable' ? thenableOf(body) : body();
  }

  async #do(attempt: Attempt, name: string): Promise<unknown> {
    const { ms, ending, deaf = false, cleanUpMs = 0, stopped } = attempt.plan;
    attempt.starts += 1;
    this.#running += 1;
    const finish = this.#lab.recorder.begin(name);
    let last = ending;
    try {
      await sleep(ms, { signal: deaf ? undefined : attempt.signal });
    } catch (reason) {
      attempt.heardAt = this.#lab.elapsed();
      // Without the signal: cleaning up is not to be stopped.
      if (cleanUpMs > 0) await sleep(cleanUpMs);
      last = stopped ?? { throws: reason };
    }
    this.#running -= 1;
    attempt.endedAt = this.#lab.elapsed();
    finish(attempt.heardAt === undefined ? statusOf(last) : 'cancelled');
    return end(last);
  }
}

/** Neither a promise nor a coroutine: it begins whenever it is asked. */
function thenableOf(body: () => Promise<unknown>): PromiseLike<unknown> {
  return { then: (onDone, onFailed) => body().then(onDone, onFailed) };
}

function statusOf(ending: Ending<unknown>): 'fulfilled' | 'rejected' {
  return 'throws' in ending ? 'rejected' : 'fulfilled';
}

function end(ending: Ending<unknown>): Awaitable<unknown> {
  if ('throws' in ending) throw ending.throws;
  return Promise.resolve(ending.gives);
}
