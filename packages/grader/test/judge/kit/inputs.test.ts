import { Random } from '@teatime/core';
import { describe, expect, test } from 'vitest';
import { durations } from '../../../src/judge/kit/inputs/durations.ts';
import { jobPlans } from '../../../src/judge/kit/inputs/jobs.ts';
import { names } from '../../../src/judge/kit/inputs/names.ts';
import { reasons, texts, values } from '../../../src/judge/kit/inputs/values.ts';

/** What a check gets must be lively for every seed: a wrong answer must not pass by luck. */
const randoms = Array.from({ length: 300 }, (_, seed) => new Random(seed));

describe('Durations', () => {
  test.each([1, 2, 5, 13, 60, 300])('of %i are all different, ascending, and reach from milliseconds to minutes', (count) => {
    for (const random of randoms) {
      const times = durations(random, count);
      expect(times).toHaveLength(count);
      expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeGreaterThan(100_000);
      expect(times.at(-1)).toBeLessThan(130_000);
      if (count > 1) expect(times[0]).toBeLessThan(100);
      expect(times.filter((ms) => ms % 12 !== 0 || ms % 5 === 0)).toEqual([]);
    }
  });

  test('of six and more are of every size', () => {
    for (const random of randoms) {
      const times = durations(random, 6);
      for (const [from, to] of [[0, 100], [100, 2_000], [2_000, 40_000], [60_000, 130_000]] as const) {
        expect(times.some((ms) => ms >= from && ms < to), `${from} to ${to} in ${times.join()}`).toBe(true);
      }
    }
  });

  test('keep to what is asked for', () => {
    for (const random of randoms) {
      const times = durations(random, 8, { from: 500, to: 3_000, ties: 3 });
      expect(times).toHaveLength(8);
      expect(new Set(times).size).toBe(5);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(500);
      expect(Math.max(...times)).toBeLessThanOrEqual(3_000);
    }
  });
});

describe('Names', () => {
  test.each([3, 5, 10, 50])('of %i are all different, and in no order that sorting could give', (count) => {
    for (const random of randoms) {
      const taken = new Set<string>();
      const given = [...names(random, count, taken), ...names(random, count, taken)];
      expect(new Set(given).size).toBe(2 * count);
      for (const half of [given.slice(0, count), given.slice(count)]) {
        expect([half.toSorted(), half.toSorted().toReversed()]).not.toContainEqual(half);
        expect(half.some((name) => /[^a-z]/.test(name))).toBe(true);
      }
    }
  });

  test('for keys come in another order from an object', () => {
    for (const random of randoms) {
      const given = names(random, 6, new Set(), { keys: true });
      expect(Object.keys(Object.fromEntries(given.map((name) => [name, 0])))).not.toEqual(given);
    }
  });
});

describe('Values', () => {
  test('of all kinds are among ten, a failure that is a result among three', () => {
    for (const random of randoms) {
      const all = values(random);
      expect(all).toEqual(expect.arrayContaining([undefined, null, 0, '', false, NaN, expect.any(Error), expect.any(Object)]));
      const seen = all.filter((value) => typeof value === 'string' && value !== '');
      expect([seen.length, new Set(seen).size]).toEqual([2, 1]);
      expect(values(random, 3)).toEqual(expect.arrayContaining([undefined, expect.any(Error), expect.any(String)]));
      expect(values(random, 40)).toHaveLength(40);
      expect(texts(random)).toEqual(expect.arrayContaining(['', ' ', '0']));
    }
  });

  test('to throw are of all kinds among seven', () => {
    for (const random of randoms) {
      const all = reasons(random);
      expect(all).toEqual(expect.arrayContaining([undefined, null, 0, '', expect.any(Error), expect.any(String)]));
      expect(all.some((reason) => reason instanceof Error && Object.isFrozen(reason))).toBe(true);
    }
  });
});

test('The jobs of a list are done in no order that a mistake could give', () => {
  for (const random of randoms) {
    for (const count of [undefined, 3, 5]) {
      const plans = jobPlans(random, { count }, (wanted) => names(random, wanted, new Set()));
      const byTime = plans.toSorted((a, b) => a.ms - b.ms);
      const byName = plans.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      if (count === undefined) expect(plans.length).toBeGreaterThan(5);
      expect(byTime[0]).not.toBe(plans[0]);
      expect(byTime.at(-1)).not.toBe(plans.at(-1));
      for (const order of [plans, byName]) expect([order, order.toReversed()]).not.toContainEqual(byTime);
    }
  }
});
