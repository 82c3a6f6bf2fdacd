import { Random } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const take = (random: Random): number[] => Array.from({ length: 20 }, () => random.next());

test('the same seed gives the same numbers, another one others', () => {
  expect(take(new Random(7))).toEqual(take(new Random(7)));
  expect(take(new Random(7))).not.toEqual(take(new Random(8)));
  expect(new Random(7).seed).toBe(7);
});

test('int gives whole numbers within its bounds, and every one of them', () => {
  const random = new Random(1);
  const seen = new Set(Array.from({ length: 1000 }, () => random.int(-2, 3)));
  expect([...seen].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
  expect(random.int(5, 5)).toBe(5);
});

test.each([[3, 2], [0.1, 0.9], [Number.NaN, 1]])('int refuses %s to %s: there is nothing between', (min, max) => {
  expect(() => new Random(1).int(min, max)).toThrow(RangeError);
});

test('shuffle keeps every item and leaves the list as it was', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.nat({ max: 9 })), (seed, items) => {
      const before = [...items];
      const shuffled = new Random(seed).shuffle(items);
      expect(shuffled.toSorted()).toEqual(items.toSorted());
      expect(items).toEqual(before);
    }),
  );
});

test('every order of three is about as likely as any other', () => {
  const random = new Random(42);
  const counts = new Map<string, number>();
  for (let round = 0; round < 6000; round++) {
    const order = random.shuffle(['a', 'b', 'c']).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('pick gives one of the items, and refuses an empty list', () => {
  const random = new Random(1);
  const seen = new Set(Array.from({ length: 100 }, () => random.pick(['tea', undefined, 'coffee'])));
  expect(seen).toEqual(new Set(['tea', undefined, 'coffee']));
  expect(() => random.pick([])).toThrow(new RangeError('there is nothing to pick from'));
});

test('chance is never for 0, always for 1, and about half for a half', () => {
  const random = new Random(1);
  const count = (probability: number): number =>
    Array.from({ length: 1000 }, () => random.chance(probability)).filter(Boolean).length;
  expect([count(0), count(1)]).toEqual([0, 1000]);
  expect(Math.abs(count(0.5) - 500)).toBeLessThan(60);
});
