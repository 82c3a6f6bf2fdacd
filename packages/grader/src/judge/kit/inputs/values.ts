import type { Random } from '@teatime/core';

/** A text that nobody can guess, and that no other is equal to. */
export function text(random: Random): string {
  return `${random.pick(['sencha', 'oolong', 'darjeeling', 'pu-erh', '龙井'])} ${random.int(10_000, 99_999)}`;
}

/** An error that nobody can guess. */
export function error(random: Random, what = 'out of tea'): Error {
  return new Error(`${what} ${random.int(10_000, 99_999)}`);
}

/**
 * Values as they come: falsy ones, two that are equal, an error that is a result like any other, data, texts.
 *
 * @param count all kinds are among ten and more; among fewer there are always undefined, an error and a text
 */
export function values(random: Random, count = 10): readonly unknown[] {
  const same = text(random);
  const first = [undefined, error(random, 'a result, and no failure'), same];
  const others = random.shuffle([0, '', false, null, Number.NaN, same, { cups: random.int(1, 99) }]);
  return filled(random, [...first, ...others], count);
}

/** Texts as they come: the empty one, two that are equal, one that looks like a number. */
export function texts(random: Random, count = 5): readonly string[] {
  const same = text(random);
  return filled(random, ['', same, '0', same, ' '], count);
}

/**
 * Reasons as people give them: errors, one of them frozen, texts, falsy ones.
 *
 * @param count all kinds are among seven and more; among fewer there are always undefined and an error
 */
export function reasons(random: Random, count = 7): readonly unknown[] {
  const others = random.shuffle<unknown>([0, '', null, text(random), Object.freeze(error(random))]);
  return filled<unknown>(random, [undefined, error(random), ...others], count);
}

/** The first `count` of the kinds, or all of them and as many texts as it takes, in any order. */
function filled<T>(random: Random, kinds: readonly T[], count: number): readonly (T | string)[] {
  const more = Array.from({ length: Math.max(0, count - kinds.length) }, () => text(random));
  return random.shuffle<T | string>([...kinds.slice(0, count), ...more]);
}
