import { coroutine, sleep, type Coroutine } from '@teatime/core';
import fc from 'fast-check';

/** A piece of work in a random program: how long it takes, and whether it fails at its end. */
export interface Work {
  readonly ms: number;
  readonly fails: boolean;
}

/** Short times from a small range, so that ties are common. */
export const someWork: fc.Arbitrary<Work> = fc.record({ ms: fc.integer({ min: 0, max: 12 }), fails: fc.boolean() });

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
