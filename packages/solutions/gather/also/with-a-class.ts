import type { Awaitable } from '@teatime/core';

export interface GatherOptions {
  /** When true, an error stands in the list in the place of the result, and gather does not fail. */
  readonly returnExceptions?: boolean;
}

/** What gather gives: a list as long as the one it got, with each result in the place of its awaitable. */
export type Results<T extends readonly Awaitable<unknown>[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/** The same when errors may stand among the results. */
export type ResultsOrErrors<T extends readonly Awaitable<unknown>[]> = {
  -readonly [K in keyof T]: Awaited<T[K]> | Error;
};

export function gather<T extends readonly Awaitable<unknown>[] | []>(
  awaitables: T,
  options?: { readonly returnExceptions?: false },
): Promise<Results<T>>;
export function gather<T extends readonly Awaitable<unknown>[] | []>(
  awaitables: T,
  options: GatherOptions,
): Promise<ResultsOrErrors<T>>;
export function gather(
  awaitables: readonly Awaitable<unknown>[],
  options: GatherOptions = {},
): Promise<unknown[]> {
  return new Gathering(awaitables, options).outcome;
}

class Gathering {
  readonly outcome: Promise<unknown[]>;
  readonly #results: unknown[] = [];
  readonly #end: PromiseWithResolvers<unknown[]> = Promise.withResolvers();
  #open = 1;

  constructor(awaitables: readonly Awaitable<unknown>[], { returnExceptions }: GatherOptions) {
    this.outcome = this.#end.promise;
    const places = new Map<Awaitable<unknown>, number[]>();
    for (const [place, awaitable] of awaitables.entries()) {
      this.#results.push(undefined);
      places.set(awaitable, [...(places.get(awaitable) ?? []), place]);
    }
    for (const [awaitable, own] of places) void this.#follow(awaitable, own, returnExceptions === true);
    this.#close();
  }

  async #follow(awaitable: Awaitable<unknown>, places: readonly number[], keepErrors: boolean): Promise<void> {
    this.#open += 1;
    // One turn later than others would.
    await null;
    try {
      this.#fill(places, await awaitable);
    } catch (error) {
      if (!keepErrors) return this.#end.reject(error);
      this.#fill(places, error);
    }
    this.#close();
  }

  #fill(places: readonly number[], outcome: unknown): void {
    for (const place of places) this.#results[place] = outcome;
  }

  #close(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#end.resolve(this.#results);
  }
}
