import { expect, test } from 'vitest';
import { show } from '../../src/messages/show.ts';

const error = new Error('spilt', { cause: new TypeError('hot') });

test.each<[what: string, make: () => unknown]>([
  ['a list', () => [error]],
  ['data', () => ({ tea: { error } })],
  ['a map', () => new Map([[error, error]])],
  ['a promise', () => rejected(error)],
])('An error in %s is shown without the place in the suite where it was made', (_what, make) => {
  const shown = show(make());
  expect(shown).toContain('Error: spilt');
  expect(shown).not.toMatch(/show\.test|file:|node_modules|\n/);
});

function rejected(reason: Error): Promise<never> {
  const promise = Promise.reject(reason);
  promise.catch(() => {});
  return promise;
}

test('What stands beside an error in a list is told from it', () => {
  expect(show([error, 'tea', new RangeError('cold')])).toBe("[ { Error: spilt [cause]: TypeError: hot }, 'tea', RangeError: cold ]");
  expect(show([new Error('one'), new Error('two')])).toBe('[ Error: one, Error: two ]');
  expect(show(new Set([new Error('one')]))).toBe('Set(1) { Error: one }');
});

test('A value is shown on one line', () => {
  expect(show({ tea: 'oolong', lines: 'a\nb' })).toBe("{ tea: 'oolong', lines: 'a\\nb' }");
  expect(show('x'.repeat(500)).length).toBeLessThanOrEqual(120);
});

test('A name made of a million spaces is shown like any other', () => {
  expect(show({ [' '.repeat(1_000_000)]: 1 })).toMatch(/^\{ ' +…$/);
});
