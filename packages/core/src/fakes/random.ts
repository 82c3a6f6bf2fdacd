/**
 * Chance that can be repeated: the same seed gives the same numbers, on every machine. A 32-bit generator (mulberry32):
 * good enough for tests and games, not for secrets.
 *
 * @example
 * const random = new Random(7);
 * console.log(random.int(1, 6), random.pick(['oolong', 'assam']), random.shuffle([1, 2, 3]));
 * console.log(new Random(7).int(1, 6)); // the same again
 */
export class Random {
  readonly seed: number;
  #state: number;

  /** @param seed any number; only its lower 32 bits of whole part count */
  constructor(seed: number) {
    this.seed = seed;
    this.#state = seed | 0;
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /**
   * A whole number from `min` to `max`, both included.
   *
   * @throws RangeError when there is none
   */
  int(min: number, max: number): number {
    const low = Math.ceil(min);
    const count = Math.floor(max) - low + 1;
    if (!(count >= 1)) throw new RangeError(`there is no whole number from ${min} to ${max}`);
    return low + Math.floor(this.next() * count);
  }

  /** True with this probability: never for 0, always for 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /**
   * One of the items.
   *
   * @throws RangeError when there are none
   */
  pick<Item>(items: readonly Item[]): Item {
    const index = Math.floor(this.next() * items.length);
    for (const item of items.slice(index, index + 1)) return item;
    throw new RangeError('there is nothing to pick from');
  }

  /** The items in another order, each order as likely as any other. The list given stays as it is. */
  shuffle<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, place: this.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }
}
