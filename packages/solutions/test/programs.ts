import { coroutine, sleep, type Coroutine } from '@teatime/core';
import fc from 'fast-check';

/** A piece of work in a random program: how long it takes, and whether it fails at its end. */
export interface Work {
  readonly ms: number;
  readonly fails: boolean;
}

/** Short times from a small range, so that ties are common. */
export const someWork: fc.Arbitrary<Work> = fc.record({ ms: fc.integer({ min: 0, max: 12 }), fails: fc.boolean() });

/**
 * Keeps the times of a program apart: no two moments of it are one, whichever of these times have passed until then, so that a model
 * need not say who is first. Make one for each program, and ask it once for each time; for 24 times at most.
 */
export function apart(): (ms: number) => number {
  let count = 0;
  // As in binary numbers, no two sums are equal.
  return (ms) => ms * 2 ** 24 + 2 ** count++;
}

/** How many random programs each reference is compared with its model on. */
export const programs = 1000;

/** The result of a piece of work: what it gives, or the error that it fails with. */
export interface Outcome {
  readonly value: string;
  readonly error: Error;
}

export function outcomeOf(index: number): Outcome {
  return { value: `result ${index}`, error: new Error(`failure ${index}`) };
}

/** The coroutine that does the work. */
export function start({ ms, fails }: Work, { value, error }: Outcome): Coroutine<string> {
  return coroutine(async () => {
    await sleep(ms);
    if (fails) throw error;
    return value;
  })();
}
