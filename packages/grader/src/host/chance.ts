import { Random } from '@teatime/core';

/*
 * `Math.random` for a submission. It begins anew with each check, and always the same: whoever leaves a verdict to chance gets the same one
 * every time. It is not made of the seed that the suite draws its inputs from, which could then be found out by trying.
 */

const begun = 1;

let random = new Random(begun);

/** To be called before the realm is locked. */
export function makeChanceVirtual(): void {
  const drawn = { random: (): number => random.next() }.random;
  Object.defineProperty(Math, 'random', { value: drawn, writable: true, configurable: true });
}

/** A check begins. */
export function beginChance(): void {
  random = new Random(begun);
}
