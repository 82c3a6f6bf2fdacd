import { runVirtual, sleep, stopwatch } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programs } from '../../test/programs.ts';
import { buffer, merge, take } from '../stream.ts';

/** A source in a random program: how long each of its answers takes, the last of which is its end. */
interface Plan {
  readonly gaps: readonly number[];
  readonly fails: boolean;
  readonly cleanUpMs: number;
}

/** What became of it. */
interface Trace {
  asked: number;
  isOver: boolean;
}

/** What a loop was given, and when; and when and how it was over. */
interface Result {
  readonly came: readonly (readonly [item: string, at: number])[];
  readonly at: number;
  readonly error?: string;
}

const somePlan: fc.Arbitrary<Plan> = fc.record({
  gaps: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
  fails: fc.boolean(),
  cleanUpMs: fc.integer({ min: 0, max: 5 }),
});

async function* sourceOf({ gaps, fails, cleanUpMs }: Plan, name: string, trace: Trace): AsyncGenerator<string, void> {
  try {
    for (const [i, gap] of gaps.entries()) {
      trace.asked += 1;
      await sleep(gap);
      if (i < gaps.length - 1) yield `${name}${i}`;
    }
    if (fails) throw new Error(name);
    trace.isOver = true;
  } finally {
    await sleep(cleanUpMs);
    trace.isOver = true;
  }
}

async function loopOver(stream: AsyncIterable<string>, busyMs: readonly number[], leaveAfter = Infinity, onBusy = (_taken: number): void => {}): Promise<Result> {
  const elapsed = stopwatch();
  const came: (readonly [string, number])[] = [];
  try {
    for await (const item of stream) {
      came.push([item, elapsed()]);
      await sleep(busyMs[came.length - 1] ?? 0);
      onBusy(came.length);
      if (came.length === leaveAfter) break;
    }
    return { came, at: elapsed() };
  } catch (error) {
    return { came, at: elapsed(), error: error instanceof Error ? error.message : String(error) };
  }
}

const newTrace = (): Trace => ({ asked: 0, isOver: false });
const someBusy = fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 6 });

test('take gives the first items when the source gives them, asks for no more, and waits for the clean-up', async () => {
  await fc.assert(
    fc.asyncProperty(somePlan, fc.nat({ max: 7 }), async (plan, count) => {
      const trace = newTrace();
      const result = await runVirtual(async () => await loopOver(take(sourceOf(plan, 's', trace), count), []));
      const moments = momentsOf(plan);
      const came = moments.slice(0, -1).slice(0, count).map((at, i) => [`s${i}`, at] as const);
      const isShorter = came.length < count;
      const end = isShorter ? (moments.at(-1) ?? 0) : (came.at(-1)?.[1] ?? 0);
      const at = count === 0 ? 0 : end + plan.cleanUpMs;
      expect(result).toEqual({ came, at, ...(isShorter && plan.fails && { error: 's' }) });
      expect(trace.asked).toBe(count === 0 ? 0 : came.length + (isShorter ? 1 : 0));
    }),
    { numRuns: programs },
  );
});

test('buffer gives each item when it is there and the consumer is free, and reads no further ahead than its size', async () => {
  await fc.assert(
    fc.asyncProperty(somePlan, fc.integer({ min: 1, max: 3 }), someBusy, async (plan, size, busyMs) => {
      const trace = newTrace();
      let furthest = 0;
      const result = await runVirtual(async () =>
        await loopOver(buffer(sourceOf(plan, 's', trace), size), busyMs, Infinity, (taken) => (furthest = Math.max(furthest, trace.asked - taken))),
      );
      expect(result).toEqual(buffered(plan, size, busyMs));
      expect(furthest).toBeLessThanOrEqual(size);
    }),
    { numRuns: programs },
  );
});

/** An item is asked for when the one before has come, and the one `size` places before it was taken. */
function buffered({ gaps, fails, cleanUpMs }: Plan, size: number, busyMs: readonly number[]): Result {
  const came: (readonly [string, number])[] = [];
  let ready = 0;
  let free = 0;
  for (const [i, gap] of gaps.entries()) {
    const isEnd = i === gaps.length - 1;
    const room = i < size ? 0 : (came[i - size]?.[1] ?? 0);
    ready = Math.max(ready, room) + gap + (isEnd ? cleanUpMs : 0);
    const at = Math.max(ready, free);
    if (isEnd) return { came, at, ...(fails && { error: 's' }) };
    came.push([`s${i}`, at]);
    free = at + (busyMs[i] ?? 0);
  }
  return { came, at: free };
}

test('merge gives every item at its moment, and the first error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(somePlan.map(apart), { maxLength: 4 }), async (drawn) => {
      const plans = drawn.map((plan, index) => plan(index));
      const traces = plans.map(newTrace);
      const result = await runVirtual(async () => await loopOver(merge(...plans.map((plan, i) => sourceOf(plan, names.charAt(i), traces[i] ?? newTrace()))), []));
      const failures = plans.flatMap((plan, i) => (plan.fails ? [{ at: momentsOf(plan).at(-1) ?? 0, error: names.charAt(i) }] : []));
      const first = failures.toSorted((one, other) => one.at - other.at)[0];
      const came = plans
        .flatMap((plan, i) => momentsOf(plan).slice(0, -1).map((at, item) => [`${names.charAt(i)}${item}`, at] as const))
        .filter(([, at]) => first === undefined || at < first.at)
        .toSorted(([, one], [, other]) => one - other);
      expect(result.came).toEqual(came);
      expect(result.error).toBe(first?.error);
      if (first === undefined) expect(result.at).toBe(Math.max(0, ...plans.map((plan) => momentsOf(plan).at(-1) ?? 0)));
      expect(traces.every(({ isOver }) => isOver)).toBe(true);
    }),
    { numRuns: programs },
  );
});

test('whoever leaves goes on when every source is closed, and not later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(somePlan, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 6 }), someBusy, async (plans, size, leaveAfter, busyMs) => {
      const traces = plans.map(newTrace);
      await runVirtual(async () => {
        const sources = plans.map((plan, i) => sourceOf(plan, names.charAt(i), traces[i] ?? newTrace()));
        await loopOver(take(merge(...sources.map((source) => buffer(source, size))), leaveAfter + 1), busyMs, leaveAfter);
        const overAtTheEnd = traces.map(({ isOver }) => isOver);
        const asked = traces.map((trace) => trace.asked);
        expect(overAtTheEnd).toEqual(plans.map(() => true));
        await sleep(100);
        expect(traces.map((trace) => trace.asked)).toEqual(asked);
      });
    }),
    { numRuns: programs },
  );
});

const names = 'abcd';

function momentsOf({ gaps }: Plan): readonly number[] {
  let at = 0;
  return gaps.map((gap) => (at += gap));
}

/** No two sources answer at the same moment, so that the model need not say who is first. Nothing is cleaned up at an end. */
function apart({ gaps, fails }: Plan): (index: number) => Plan {
  return (index) => ({ gaps: gaps.map((gap, i) => gap * 1_000 + (i === 0 ? index : 0)), fails, cleanUpMs: 0 });
}
