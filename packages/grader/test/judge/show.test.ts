import { expect, test } from 'vitest';
import { show } from '../../src/judge/kit/show.ts';

const error = new Error('spilt', { cause: new TypeError('hot') });

test.each<[what: string, value: unknown]>([
  ['a list', [error]],
  ['data', { tea: { error } }],
  ['a map', new Map([[error, error]])],
  ['a promise', Promise.reject(error)],
])('An error in %s is shown without the place in the suite where it was made', async (_what, value) => {
  if (value instanceof Promise) await value.catch(() => {});
  expect(show(value)).toContain('Error: spilt');
  expect(show(value)).not.toMatch(/show\.test|file:|node_modules|\n/);
});

test('A value is shown on one line', () => {
  expect(show({ tea: 'oolong', lines: 'a\nb' })).toBe("{ tea: 'oolong', lines: 'a\\nb' }");
  expect(show('x'.repeat(500)).length).toBeLessThanOrEqual(120);
});
