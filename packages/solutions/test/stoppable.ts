import { coroutine, sleep, stopwatch, type Awaitable } from '@teatime/core';
import fc from 'fast-check';
import { someWork, type Work } from './programs.ts';

/** A piece of work that is given a signal, and what it does when that aborts. */
export interface StoppableWork extends Work {
  /** Work that does not listen runs to its end, whatever is asked of it. */
  readonly listens: boolean;
  readonly cleanUpMs: number;
  /** How work that was stopped ends when it has cleaned up. */
  readonly afterwards: 'rethrows' | 'returns' | 'fails';
}

export const someStoppableWork: fc.Arbitrary<StoppableWork> = fc
  .record({
    work: someWork,
    listens: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    cleanUpMs: fc.integer({ min: 0, max: 5 }),
    afterwards: fc.constantFrom('rethrows', 'rethrows', 'returns', 'fails'),
  })
  .map(({ work, ...rest }) => ({ ...work, ...rest }));

/** Longer than any program takes. */
export const longAfter = 2 ** 30;

/** When something stops, if it does: before it begins, while it runs, or when all is over. */
export const someStop: fc.Arbitrary<number> = fc.oneof(fc.integer({ min: -1, max: 25 }), fc.constant(Infinity));

/** What is stopped for; it may look like nothing. */
export const someReason: fc.Arbitrary<unknown> = fc.constantFrom(new Error('a reason'), null, 0, '');

/** What became of something, and when. Errors go by their names here. */
export type Result = ({ readonly gave: unknown } | { readonly threw: unknown }) & { readonly at: number };

interface Stop {
  readonly at: number;
  readonly reason: string;
}

/** All that may become of the work: two things if it is stopped in the instant in which it ends, which both are right; otherwise one. */
export function fatesOf(id: number, work: StoppableWork, begin: number, stop: Stop): readonly Result[] {
  const at = begin + work.ms;
  const fates: Result[] = [];
  if (!work.listens || stop.at >= at) fates.push(work.fails ? { threw: failureOf(id), at } : { gave: valueOf(id), at });
  if (work.listens && stop.at <= at) {
    const end = stop.at + work.cleanUpMs;
    if (work.afterwards === 'returns') fates.push({ gave: valueOf(id), at: end });
    else fates.push({ threw: work.afterwards === 'fails' ? cleanUpFailureOf(id) : stop.reason, at: end });
  }
  return fates;
}

const oddValues: readonly unknown[] = [undefined, 0, '', false, null, Number.NaN];

/** What the work gives: a value of its own, which may look like nothing. */
export function valueOf(id: number): unknown {
  return id < oddValues.length ? oddValues[id] : `result ${id}`;
}

export const failureOf = (id: number): string => `failure ${id}`;
export const cleanUpFailureOf = (id: number): string => `failure ${id} while cleaning up`;

/**
 * One run of a program: its moments and its errors. A model knows the errors by their names, and an error goes by its name only if it is
 * the very one: a copy has none.
 */
export class Run {
  /** The time since the beginning. */
  readonly elapsed = stopwatch();
  readonly #moments = new Map<number, Promise<void>>();
  readonly #errors: Map<string, unknown>;

  /** @param errors those that are made already, by name */
  constructor(errors: readonly (readonly [string, unknown])[] = []) {
    this.#errors = new Map(errors);
  }

  /** Waits for a moment. All who wait for the same one go on in one turn, and nobody who is woken by the first of them comes between. */
  reach(at: number): Promise<void> {
    const moment = this.#moments.get(at) ?? sleep(Math.max(0, at - this.elapsed()));
    this.#moments.set(at, moment);
    return moment;
  }

  /** A signal that aborts at that moment: at once if it is over, and never for Infinity. */
  stopAt(at: number, reason: unknown): AbortSignal {
    const controller = new AbortController();
    if (at < this.elapsed()) controller.abort(reason);
    else if (at < Infinity) void this.reach(at).then(() => controller.abort(reason));
    return controller.signal;
  }

  error(name: string): unknown {
    if (!this.#errors.has(name)) this.#errors.set(name, new Error(name));
    return this.#errors.get(name);
  }

  /** Whatever is not known stays as it is, and so is equal to no name. */
  nameOf(error: unknown): unknown {
    for (const [name, known] of this.#errors) if (known === error) return name;
    return error;
  }

  /** Waits for something, and tells what became of it, and when. */
  async resultOf(something: PromiseLike<unknown>): Promise<Result> {
    try {
      return { gave: await something, at: this.elapsed() };
    } catch (error) {
      return { threw: this.nameOf(error), at: this.elapsed() };
    }
  }

  /**
   * Begins a piece of work. What it gives can be awaited once, like every coroutine.
   *
   * @throws what the work fails with, if that takes no time
   */
  begin(id: number, work: StoppableWork, signal?: AbortSignal): Awaitable<unknown> {
    if (work.ms === 0 && work.fails) throw this.error(failureOf(id));
    return coroutine(async () => await this.#perform(id, work, signal))();
  }

  async #perform(id: number, { ms, fails, listens, cleanUpMs, afterwards }: StoppableWork, signal?: AbortSignal): Promise<unknown> {
    try {
      await (listens ? sleep(ms, { signal }) : this.reach(this.elapsed() + ms));
    } catch (reason) {
      await this.reach(this.elapsed() + cleanUpMs);
      if (afterwards === 'rethrows') throw reason;
      if (afterwards === 'fails') throw this.error(cleanUpFailureOf(id));
      return valueOf(id);
    }
    if (fails) throw this.error(failureOf(id));
    return valueOf(id);
  }
}
