import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refused } from '../../src/wire/refused.ts';
import { loopback, throughJson } from './loopback.ts';
import { timesOf } from '../support/thorough.ts';

const tags = fc.constantFrom(
  'undefined', 'number', 'bigint', 'date', 'bytes', 'array', 'data', 'map', 'set', 'error', 'mine', 'function', 'promise',
  'symbol', 'signal', 'coroutine', 'task', 'object', 'nonsense', '__proto__',
);

const wires = fc.letrec((tie) => ({
  wire: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom('$', 'v', 'id', 'name', 'message', 'type', 'own', 'members', 'errors', 'cause', 'frozen'), tie('wire')),
    fc.tuple(tags, tie('wire'), fc.nat()).map(([$, v, id]) => ({ $, v, id, name: 'x', length: 1, own: v, members: v })),
    fc.array(tie('wire'), { maxLength: 4 }),
  ),
})).wire;

test('Whatever arrives is a value or is refused; nothing else ever happens', () => {
  fc.assert(
    fc.property(wires, (wire) => {
      try {
        loopback().here.decode(throughJson(wire));
      } catch (error) {
        expect(error).toBeInstanceOf(Refused);
      }
    }),
    { numRuns: timesOf(5000, 500) },
  );
});
