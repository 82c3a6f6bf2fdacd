import { expect, test } from 'vitest';
import { show } from '../../src/messages/show.ts';

const error = new Error('spilt', { cause: new TypeError('hot') });

test.each<[what: string, make: () => unknown]>([
  ['a list', () => [error]],
  ['data', () => ({ tea: { error } })],
  ['a map', () => new Map([[error, error]])],
])('An error in %s is shown without the place in the suite where it was made', (_what, make) => {
  const shown = show(make());
  expect(shown).toContain('Error: spilt');
  expect(shown).not.toMatch(/show\.test|file:|node_modules|\n/);
});

test('What stands beside an error in a list is told from it', () => {
  expect(show([error, 'tea', new RangeError('cold')])).toBe("[ Error: spilt, 'tea', RangeError: cold ]");
  expect(show([new Error('one'), new Error('two')])).toBe('[ Error: one, Error: two ]');
  expect(show(new Set([new Error('one')]))).toBe('Set(1) { Error: one }');
});

test('A value is shown on one line', () => {
  expect(show({ tea: 'oolong', lines: 'a\nb' })).toBe("{ tea: 'oolong', lines: 'a\\nb' }");
  expect(show('x'.repeat(500)).length).toBeLessThanOrEqual(120);
});

test('A name made of a million spaces is shown like any other', () => {
  expect(show({ [' '.repeat(1_000_000)]: 1 })).toMatch(/^\{ ' {80}': 1 \}$/);
});

test.each<[value: unknown, shown: string]>([
  [[0, -0, 1n, NaN, '', null, undefined, Symbol('tea')], "[ 0, -0, 1n, NaN, '', null, undefined, Symbol(tea) ]"],
  [["it's", `"it's"`, 'a\nb\\', '\u001B[31m'], `[ "it's", \`"it's"\`, 'a\\nb\\\\', '\\x1B[31m' ]`],
  [[() => 5, async function pour() {}, class Cup extends Object {}, Object.assign(() => 5, { tea: 1 })], '[ [Function (anonymous)], [AsyncFunction: pour], [class Cup], [Function (anonymous)] { tea: 1 } ]'],
  [{ a: { b: { c: { d: { e: [] } } } } }, '{ a: { b: { c: { d: [Object] } } } }'],
  [Array.from({ length: 99 }, (_, i) => i), '[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … +87 ]'],
  [new Map<unknown, unknown>([[{}, new Date(0)]]), 'Map(1) { {} => 1970-01-01T00:00:00.000Z }'],
  [[new Uint8Array(2), /tea/g, Promise.resolve(5), Object.create(null)], '[ Uint8Array(2) [ 0, 0 ], /tea/g, Promise {}, [Object: null prototype] {} ]'],
  [new (class Cup { readonly tea = 5; readonly [' '] = 5 })(), "Cup { tea: 5, ' ': 5 }"],
])('A value is shown as a programmer would write it', (value, shown) => {
  expect(show(value)).toBe(shown);
});

test('Nothing of a value runs for being shown', () => {
  const traps = new Proxy({}, { getPrototypeOf: () => { throw new Error('looked at'); } });
  const getter = { get tea(): never { throw new Error('looked at'); } };
  const itself: unknown[] = [];
  itself.push(itself);
  expect([traps, getter, itself].map(show)).toEqual(['[?]', '{ tea: [Getter] }', '[ [Circular] ]']);
});
