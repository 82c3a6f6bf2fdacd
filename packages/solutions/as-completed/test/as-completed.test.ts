import { createTask, runVirtual, sleep, stopwatch } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asCompleted } from '../as-completed.ts';
import { outcomeOf, programs, someWork, start } from '../../test/programs.ts';

/** Tasks, how long to wait before the loop begins, and how long its body takes each time. */
const program = fc.record({
  works: fc.array(someWork, { maxLength: 6 }),
  begin: fc.integer({ min: 0, max: 15 }),
  busy: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 6, maxLength: 6 }),
});

test('asCompleted gives every task once, in the order of completion, as soon as the loop can take it', async () => {
  await fc.assert(
    fc.asyncProperty(program, async ({ works, begin, busy }) => {
      const outcomes = works.map((_, i) => outcomeOf(i));
      const got = await runVirtual(async () => {
        const elapsed = stopwatch();
        const tasks = works.map((work, i) => createTask(start(work, outcomes[i] ?? outcomeOf(i)), { name: `${i}` }));
        const completions = asCompleted(tasks);
        await sleep(begin);
        const came = [];
        for await (const completion of completions) {
          came.push({ ...completion, task: completion.task.name, at: elapsed() });
          await sleep(busy[came.length - 1] ?? 0);
        }
        return came;
      });

      // Of two that are done at the same instant, the one that was started first is done first.
      const order = works.map((work, i) => ({ ...work, i })).toSorted((a, b) => a.ms - b.ms || a.i - b.i);
      let free = begin;
      const expected = order.map(({ ms, fails, i }, turn) => {
        const at = Math.max(free, ms);
        free = at + (busy[turn] ?? 0);
        const { value, error } = outcomes[i] ?? outcomeOf(i);
        const outcome = fails ? { status: 'rejected', reason: error } : { status: 'fulfilled', value };
        return { task: `${i}`, at, ...outcome };
      });
      expect(got).toEqual(expected);
    }),
    { numRuns: programs },
  );
});
