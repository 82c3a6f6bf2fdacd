import { CancelledError, InvalidStateError, RuntimeError, TimeoutError } from '@teatime/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loopback } from './loopback.ts';

const names = fc.string().filter((name) => !/^(__|@@|then$|constructor$|prototype$|asymmetricMatch$|toJSON$|sample$|nodeType$|inspect$|\$\$)/.test(name));

const primitives = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.double(),
  fc.integer(),
  fc.bigInt(),
  fc.constantFrom(-0, NaN, Infinity, -Infinity),
);

const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    primitives,
    fc.date(),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(names, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 4 }).map((pairs) => new Map(pairs)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => new Set(items)),
  ),
})).value;

describe('Data crosses as a copy', () => {
  test('that equals the original, whatever it is made of', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(loopback().carry(value)).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test('that is frozen when the original is', () => {
    const { carry } = loopback();
    const copy = carry(Object.freeze([1, Object.freeze({ a: 1 }), { b: 2 }]));
    expect(Object.isFrozen(copy)).toBe(true);
    expect(copy).toStrictEqual([1, { a: 1 }, { b: 2 }]);
    expect(Array.isArray(copy) && copy.map((item) => Object.isFrozen(item))).toEqual([true, true, false]);
  });

  test('that has a value in every place of a list with holes', () => {
    const list: unknown[] = [1];
    list[3] = 4;
    expect(loopback().carry(list)).toStrictEqual([1, undefined, undefined, 4]);
  });
});

describe('An error crosses', () => {
  test('with its name, message, cause and own properties', () => {
    const original = Object.assign(new RangeError('too far', { cause: { by: 3 } }), { code: 'E_FAR' });
    const copy = loopback().carry(original);
    expect(copy).toBeInstanceOf(RangeError);
    expect(copy).toMatchObject({ name: 'RangeError', message: 'too far', cause: { by: 3 }, code: 'E_FAR' });
  });

  test.each([CancelledError, InvalidStateError, RuntimeError, TimeoutError])('as one of core: %o', (CoreError) => {
    const copy = loopback().carry(new CoreError('no tea'));
    expect(copy).toBeInstanceOf(CoreError);
    expect(copy).toMatchObject({ name: new CoreError().name, message: 'no tea' });
  });

  test('with the errors that it gathers', () => {
    const copy = loopback().carry(new AggregateError([new TypeError('a'), 'b'], 'both'));
    expect(copy).toBeInstanceOf(AggregateError);
    expect(copy).toMatchObject({ message: 'both', errors: [{ name: 'TypeError', message: 'a' }, 'b'] });
  });

  test('under the name of its own class', () => {
    class KettleError extends Error {
      override readonly name = 'KettleError';
    }
    expect(loopback().carry(new KettleError('dry'))).toMatchObject({ name: 'KettleError', message: 'dry' });
  });

  test('and comes back as itself', () => {
    const { carry, carryBack } = loopback();
    const original = new Error('mine');
    expect(carryBack(carry(original))).toBe(original);
    expect(carryBack({ errors: [carry(original)] })).toEqual({ errors: [original] });
  });

  test('without the stack of this side', () => {
    expect(JSON.stringify(loopback().here.encode(new Error('secret place')))).not.toContain('.test.ts');
  });
});

describe('What does not cross says why', () => {
  test.each([
    ['a value that contains itself', (() => { const loop: unknown[] = []; loop.push(loop); return loop; })()],
    ['a property named "then"', { then: 1 }],
    ['a property named "asymmetricMatch"', { asymmetricMatch: true }],
    ['a list that is too long', new Array(300_000)],
    ['a text that is too long', 'x'.repeat(2 ** 20 + 1)],
    ['a value that is nested too deep', nest(100)],
  ])('%s', (message, value) => {
    expect(() => loopback().carry(value)).toThrow(message);
  });
});

function nest(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}
