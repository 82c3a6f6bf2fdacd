import { coroutine, sleep, type Awaitable, type Span } from '@teatime/core';
import type { Ending, Lab } from '@teatime/grader/kit';

/** What a piece of work is to do. Times are virtual milliseconds. */
export interface WorkPlan {
  /** From its beginning to its end, when nobody stops it. */
  readonly ms: number;
  readonly ending?: Ending<unknown>;
  /** Between the stop and its end. */
  readonly cleanUpMs?: number;
  /** How it ends when it was stopped; with the reason of its signal when not given. */
  readonly stopped?: Ending<unknown>;
  /** Whether it takes no notice of its signal. */
  readonly deaf?: boolean;
  /** What it is, for whoever awaits it. */
  readonly kind?: WorkKind;
}

export type WorkKind = 'promise' | 'coroutine' | 'thenable';

/** In the timeline, in every language. */
export const names = { timeout: 'timeout', work: 'work', cleanUp: 'clean-up', outer: 'outer timeout', inner: 'inner timeout' } as const;

/** Work that hears its signal. It remembers what was done with it, and stands in the timeline. */
export class Work {
  /** The function that the student's code gets. */
  readonly run: (signal: AbortSignal) => Awaitable<unknown>;
  readonly plan: WorkPlan;
  /** How often it was begun. */
  starts = 0;
  /** When it heard that it has to stop, in milliseconds since the check began, or its part. */
  heardAt: number | undefined;
  /** What it was given, if that is a signal. */
  signal: AbortSignal | undefined;
  readonly #lab: Lab;

  constructor(lab: Lab, plan: WorkPlan) {
    this.plan = plan;
    this.#lab = lab;
    // Its own pauses, and the limits that are set around it.
    lab.expectTimers(5);
    const body = (given: unknown): Promise<unknown> => this.#work(given);
    const { kind = 'promise' } = plan;
    if (kind === 'promise') this.run = body;
    else if (kind === 'coroutine') this.run = coroutine(body);
    else this.run = thenableOf(body);
  }

  /** What it gives when nobody stops it. */
  get result(): unknown {
    const { ending } = this.plan;
    return ending !== undefined && 'gives' in ending ? ending.gives : undefined;
  }

  /** Where it belongs in the timeline when it begins at `from` and is stopped `after` so many milliseconds, or not at all. */
  spans(from: number, after?: number): readonly Span[] {
    const { ms, cleanUpMs = 0, ending } = this.plan;
    const status = ending !== undefined && 'throws' in ending ? 'rejected' : 'fulfilled';
    if (after === undefined) return [{ task: names.work, from, to: from + ms, status }];
    const stop = from + after;
    const cleaning = cleanUpMs > 0 ? [{ task: names.cleanUp, from: stop, to: stop + cleanUpMs }] : [];
    return [{ task: names.work, from, to: stop, status: 'cancelled' }, ...cleaning];
  }

  async #work(given: unknown): Promise<unknown> {
    this.starts += 1;
    const { ms, ending = { gives: undefined }, deaf = false } = this.plan;
    this.signal = given instanceof AbortSignal ? given : undefined;
    const finish = this.#lab.recorder.begin(names.work);
    try {
      await sleep(ms, { signal: deaf ? undefined : this.signal });
    } catch (reason) {
      this.heardAt = this.#lab.elapsed();
      finish('cancelled');
      return await this.#stop(reason);
    }
    finish('throws' in ending ? 'rejected' : 'fulfilled');
    return end(ending);
  }

  async #stop(reason: unknown): Promise<unknown> {
    const { cleanUpMs = 0, stopped = { throws: reason } } = this.plan;
    if (cleanUpMs > 0) {
      const finish = this.#lab.recorder.begin(names.cleanUp);
      // Without the signal: cleaning up is not to be stopped.
      await sleep(cleanUpMs);
      finish();
    }
    return end(stopped);
  }
}

/** What its function gives is neither a promise nor a coroutine: an object of its own, which begins whenever it is asked. */
function thenableOf(body: (given: unknown) => Promise<unknown>): (given: unknown) => PromiseLike<unknown> {
  return (given) => ({ then: (onDone, onFailed) => body(given).then(onDone, onFailed) });
}

function end(ending: Ending<unknown>): unknown {
  if ('throws' in ending) throw ending.throws;
  return ending.gives;
}
