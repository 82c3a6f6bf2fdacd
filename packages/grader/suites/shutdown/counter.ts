import { coroutine, sleep, type Awaitable } from '@teatime/core';
import type { Lab } from '@teatime/grader/kit';

/** An order, and when it comes, in milliseconds after serve was called. */
export interface Arrival<Order> {
  readonly order: Order;
  readonly at: number;
}

export interface CounterPlan<Order> {
  readonly arrivals: readonly Arrival<Order>[];
  /** When it gives undefined, after the last order; while it is not told, it waits for another one until its signal aborts. */
  readonly closesAt?: number;
  /** How it ends when it hears of the stop: it fails with the reason of its signal when not told. */
  readonly hears?: { readonly gives: undefined } | { readonly throws: unknown };
  /** Whether it hears nothing of its signal: it goes on waiting for the next order, and gives it. */
  readonly deaf?: boolean;
  /** What it fails with after the last order, and when; without a moment it throws at once, and gives nothing to wait for. */
  readonly breaks?: { readonly at?: number; readonly reason: unknown };
}

const kinds = ['promise', 'coroutine', 'thenable'] as const;

/** Where the orders come from: `receive` gives one after the other, and remembers how it was asked. */
export class Counter<Order> {
  /** When it was asked, in milliseconds since serve was called. */
  readonly askedAt: number[] = [];
  /** When the signal that it waits with aborted, in milliseconds since serve was called. */
  heardAt: number | undefined;
  /** Whether it was asked for an order while it was being asked for one. */
  askedTwice = false;
  /** What it was given, once, in the place of a signal. */
  oddSignal: { readonly value: unknown } | undefined;
  readonly #lab: Lab;
  readonly #plan: CounterPlan<Order>;
  readonly #begin: number;
  #given = 0;
  #asking = 0;

  constructor(lab: Lab, plan: CounterPlan<Order>) {
    this.#lab = lab;
    this.#plan = plan;
    this.#begin = lab.elapsed();
    // Its own pauses, and what the answer may set around them.
    lab.expectTimers(2 * plan.arrivals.length + 5);
  }

  /** Whether somebody waits for an order now. */
  get isAsked(): boolean {
    return this.#asking > 0;
  }

  /** What it gives is a promise, or something else that can be awaited. */
  readonly receive = (signal: AbortSignal): Awaitable<Order | undefined> => {
    const { breaks, arrivals } = this.#plan;
    if (breaks && breaks.at === undefined && this.#given === arrivals.length) {
      this.askedAt.push(this.#elapsed());
      throw breaks.reason;
    }
    const kind = kinds[this.askedAt.length % kinds.length];
    if (kind === 'promise') return this.#next(signal);
    if (kind === 'coroutine') return coroutine(() => this.#next(signal))();
    const next = this.#next(signal);
    return { then: next.then.bind(next) };
  };

  async #next(signal: AbortSignal): Promise<Order | undefined> {
    this.askedAt.push(this.#elapsed());
    if (this.#asking > 0) this.askedTwice = true;
    this.#asking += 1;
    try {
      return await this.#wait(signal);
    } catch (error) {
      const { hears } = this.#plan;
      if (!hears || this.heardAt === undefined) throw error;
      if ('throws' in hears) throw hears.throws;
      return hears.gives;
    } finally {
      this.#asking -= 1;
    }
  }

  async #wait(signal: unknown): Promise<Order | undefined> {
    if (!(signal instanceof AbortSignal)) {
      this.oddSignal ??= { value: signal };
      return undefined;
    }
    signal.addEventListener('abort', () => {
      if (this.isAsked) this.heardAt ??= this.#elapsed();
    });
    const { arrivals, closesAt, breaks, deaf } = this.#plan;
    const heard = deaf ? undefined : signal;
    const arrival = arrivals[this.#given];
    if (arrival) {
      await this.#until(arrival.at, heard);
      this.#given += 1;
      return arrival.order;
    }
    if (breaks) {
      await this.#until(breaks.at ?? 0, heard);
      throw breaks.reason;
    }
    if (closesAt === undefined) await aborted(signal);
    else await this.#until(closesAt, heard);
    return undefined;
  }

  async #until(at: number, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const rest = at - this.#elapsed();
    if (rest > 0) await sleep(rest, { signal });
  }

  #elapsed(): number {
    return this.#lab.elapsed() - this.#begin;
  }
}

/** Waits, without a timer, until the signal aborts, and fails with its reason. */
async function aborted(signal: AbortSignal): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(signal.reason));
  signal.throwIfAborted();
  await promise;
}
