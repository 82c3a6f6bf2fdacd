import { randomInt } from 'node:crypto';
import { usage } from '../messages/usage.ts';
import { UsageError } from './usage-error.ts';

const seeds = 2 ** 32;

/** What stands after `--seed`. @throws {UsageError} when it is no whole number from 0 to 2^32 - 1 */
export function asSeed(given: string): number {
  const seed = /^\d{1,10}$/.test(given) ? Number(given) : NaN;
  if (!(seed < seeds)) throw new UsageError(usage.noSeed(given));
  return seed;
}

/** A seed that nobody could know before. */
export function newSeed(): number {
  return randomInt(seeds);
}
