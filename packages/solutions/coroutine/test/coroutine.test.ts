import { runVirtual, sleep, stopwatch } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coroutine } from '../coroutine.ts';
import { outcomeOf, programs, someWork, type Outcome, type Work } from '../../test/programs.ts';

/** Coroutines, each with the times at which somebody awaits it: never, once, or more often. */
const program = fc.array(
  fc.record({ work: someWork, awaits: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 3 }) }),
  { maxLength: 5 },
);

test('a coroutine runs when it is awaited first, once, and refuses everybody else', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (given) => {
      const outcomes = given.map((_, i) => outcomeOf(i));
      const began: (number | undefined)[] = given.map(() => undefined);
      const got = await runVirtual(async () => {
        const elapsed = stopwatch();
        const begin = coroutine(async (i: number, { ms, fails }: Work, { value, error }: Outcome) => {
          expect(began[i]).toBeUndefined();
          began[i] = elapsed();
          await sleep(ms);
          if (fails) throw error;
          return value;
        });
        const pending = given.map(({ work }, i) => begin(i, work, outcomes[i] ?? outcomeOf(i)));
        const awaiting = given.map(({ awaits }, i) =>
          Promise.all(
            awaits.map(async (at) => {
              await sleep(at);
              try {
                return { gave: await pending[i], at: elapsed() };
              } catch (error) {
                return { threw: error, at: elapsed() };
              }
            }),
          ),
        );
        return await Promise.all(awaiting);
      });

      given.forEach(({ work: { ms, fails }, awaits }, i) => {
        const first = Math.min(...awaits);
        expect(began[i]).toBe(awaits.length > 0 ? first : undefined);
        // Of those who come at the same time, the first in the list gets the result.
        const winner = awaits.indexOf(first);
        const { value, error } = outcomes[i] ?? outcomeOf(i);
        const refusal = new Error('cannot reuse already awaited coroutine');
        const expected = awaits.map((at, who) => {
          if (who !== winner) return { threw: refusal, at };
          return fails ? { threw: error, at: at + ms } : { gave: value, at: at + ms };
        });
        expect(got[i]).toEqual(expected);
      });
    }),
    { numRuns: programs },
  );
});
