import type { Random } from '@teatime/core';

const plain = [
  'oolong', 'assam', 'sencha', 'mint', 'keemun', 'bancha', 'rooibos', 'ceylon', 'jasmine', 'hojicha', 'tulsi', 'chai', 'uva',
  'fennel', 'verbena', 'lapsang', 'nettle', 'yerba', 'dianhong', 'ginger', 'sage', 'lemon', 'honeybush', 'chamomile',
];

/** Harmless in a text, and a trap for whoever takes names apart or builds something else out of them. */
const odd = ['earl grey', 'pu-erh', "gen's best", '茉莉花', 'tea 2', 'tea 10', 'Zhū', 'thé', 'Nº 7', 'tea & milk', 'x.y', 'ÉTÉ'];

/** A trap for whoever uses names as the keys of an object: some come in another order then, or are there from the start. */
const keys = ['constructor', '__proto__', 'toString', '-1', 'hasOwnProperty', '0x1', '2', '1'];

/**
 * What names have to be like.
 *
 * @example
 * const options: NameOptions = { keys: true };
 * const [first, second] = lab.names(2, options);
 */
export interface NameOptions {
  /** Names that do harm as the keys of an object: `10`, `9`, `__proto__`. */
  readonly keys?: boolean;
}

/**
 * Names that are all different, and different from those that were taken before: some with odd characters, three and more
 * never in an order that sorting could give.
 *
 * @param taken what is given out is added to it
 */
export function names(random: Random, count: number, taken: Set<string>, options: NameOptions = {}): readonly string[] {
  const free = (pool: readonly string[]): readonly string[] => random.shuffle(pool.filter((name) => !taken.has(name)));
  const wanted = options.keys === true ? ['10', '9', ...free(keys)] : [...free(odd).slice(0, Math.ceil(count / 4)), ...free(plain).slice(0, count - Math.ceil(count / 4))];
  const numbered = Array.from({ length: Math.max(0, count - wanted.length) }, (_, i) => `tea no. ${taken.size + wanted.length + i + 1}`);
  const given = unsorted(random, [...wanted.slice(0, count), ...numbered]);
  for (const name of given) taken.add(name);
  return given;
}

/** In an order that is no sorted one, whichever way it was sorted, nor that in which an object gives its keys. */
function unsorted(random: Random, items: readonly string[]): readonly string[] {
  const sorted = [items.toSorted(), items.toSorted((a, b) => a.localeCompare(b))];
  const orders = [...sorted, ...sorted.map((order) => order.toReversed())];
  const hasNumbers = items.some((name) => /^\d+$/.test(name));
  for (let attempt = 0; attempt < 100; attempt++) {
    const shuffled = random.shuffle(items);
    const asKeys = hasNumbers && isSame(Object.keys(Object.fromEntries(shuffled.map((name) => [name, 0]))), shuffled);
    if (!asKeys && (items.length < 3 || !orders.some((order) => isSame(order, shuffled)))) return shuffled;
  }
  return items;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
