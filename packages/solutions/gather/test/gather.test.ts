import { createTask, runVirtual, stopwatch, type Awaitable, type Coroutine } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gather } from '../gather.ts';
import { outcomeOf, programs, someWork, start, type Outcome, type Work } from '../../test/programs.ts';

const kinds = ['coroutine', 'task', 'promise', 'thenable'] as const;

interface Program {
  readonly works: readonly { readonly work: Work; readonly kind: (typeof kinds)[number] }[];
  /** Which work stands where in the list; the same one may stand there several times. */
  readonly places: readonly number[];
  readonly returnExceptions: boolean;
}

/** Work in every form that can be awaited. */
const program: fc.Arbitrary<Program> = fc
  .array(fc.record({ work: someWork, kind: fc.constantFrom(...kinds) }), { maxLength: 6 })
  .chain((works) =>
    fc.record({
      works: fc.constant(works),
      places: fc.array(fc.nat({ max: Math.max(0, works.length - 1) }), { maxLength: works.length === 0 ? 0 : 8 }),
      returnExceptions: fc.boolean(),
    }),
  );

function awaitableOf(kind: (typeof kinds)[number], coroutine: Coroutine<string>): Awaitable<string> {
  if (kind === 'coroutine') return coroutine;
  if (kind === 'thenable') {
    const thenable: PromiseLike<string> = { then: (onDone, onFailed) => coroutine.then(onDone, onFailed) };
    return thenable;
  }
  const task = createTask(coroutine);
  // Not everything that is made stands in the list: what fails unseen shall not end the test.
  task.catch(() => {});
  return kind === 'task' ? task : Promise.resolve(task);
}

/** Runs the program with the reference: what gather gave or threw, and when. */
async function actual({ works, places, returnExceptions }: Program, outcomes: readonly Outcome[]): Promise<Result> {
  const elapsed = stopwatch();
  const awaitables = works.map(({ work, kind }, i) => awaitableOf(kind, start(work, outcomes[i] ?? outcomeOf(i))));
  for (const awaitable of awaitables) if (awaitable instanceof Promise) awaitable.catch(() => {});
  const list = places.flatMap((place) => awaitables.slice(place, place + 1));
  try {
    return { results: await gather(list, { returnExceptions }), at: elapsed() };
  } catch (error) {
    return { error, at: elapsed() };
  }
}

interface Result {
  readonly results?: readonly unknown[];
  readonly error?: unknown;
  readonly at: number;
}

test('gather gives what the model says, when the model says', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (given) => {
      const { works, places, returnExceptions } = given;
      const outcomes = works.map((_, i) => outcomeOf(i));
      const listed = places.flatMap((place) => {
        const { work } = works[place] ?? {};
        return work ? [{ ...work, ...(outcomes[place] ?? outcomeOf(place)) }] : [];
      });
      const got = await runVirtual(() => actual(given, outcomes));

      const failing = listed.filter(({ fails }) => fails);
      const times = (list: typeof listed): number[] => list.map(({ ms }) => ms);
      if (failing.length > 0 && !returnExceptions) {
        const first = Math.min(...times(failing));
        expect(got.at).toBe(first);
        expect(failing.filter(({ ms }) => ms === first).map(({ error }) => error)).toContain(got.error);
      } else {
        expect(got.results).toEqual(listed.map(({ fails, error, value }) => (fails ? error : value)));
        expect(got.at).toBe(Math.max(0, ...times(listed)));
      }
    }),
    { numRuns: programs },
  );
});
