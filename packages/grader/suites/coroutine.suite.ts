import { sleep } from '@teatime/core';
import * as exercise from '@teatime/exercises/coroutine';
import { assert, call, check, durations, elapsed, fail, sameValue } from '@teatime/grader/kit';
import type { Call, Lab, Settled } from '@teatime/grader/kit';
import { says } from './coroutine/says.ts';

check('lazy', async (lab) => {
  const runs = new Set<number>();
  const boilWater = coroutine(async (cups: number) => {
    runs.add(cups);
    await sleep(1);
  });
  assert(runs.size === 0, says.ranTooEarly);
  // Both are kept until the end, and nobody awaits them.
  const kept = [boilWater(1), boilWater(2)];
  await sleep(lab.random.int(10, 100));
  assert(kept.length === 2 && !runs.has(1) && !runs.has(2), says.ranWithoutAwait);
});

check('runs-when-awaited', async (lab) => {
  const [wait = 0, ms = 0] = durations(lab.random, 2);
  for (const result of [someTea(lab), 0, undefined]) {
    let ranAt: number | undefined;
    const brew = coroutine(async () => {
      ranAt = elapsed(lab);
      await sleep(ms);
      return result;
    });
    const brewing = brew();
    await sleep(wait);
    const awaitedAt = elapsed(lab);
    const { value, at } = await success(awaiting(lab, brewing));
    assert(ranAt !== undefined, says.neverRan);
    assert(ranAt === awaitedAt, says.ranAt(awaitedAt, ranAt));
    assert(sameValue(value, result), says.otherResult(result, value));
    assert(at === ranAt + ms, says.endedAt(ranAt + ms, at));
  }
  // A function that is not async will do as well.
  const tea = someTea(lab);
  const { value } = await success(awaiting(lab, coroutine(() => tea)()));
  assert(value === tea, says.otherResult(tea, value));
});

check('once', async (lab) => {
  const [ms = 0] = durations(lab.random, 1);
  const tea = someTea(lab);
  let runs = 0;
  const brew = coroutine(async () => {
    runs += 1;
    await sleep(ms);
    return tea;
  });

  // One after the other.
  const first = brew();
  await success(awaiting(lab, first));
  requireRefusal(await ended(awaiting(lab, first)));
  assert(runs === 1, says.ranTwice(runs));

  // At the same time.
  runs = 0;
  const second = brew();
  const both = [awaiting(lab, second), awaiting(lab, second)];
  const outcomes = [];
  for (const one of both) outcomes.push(await ended(one));
  assert(runs > 0, says.refusedFresh);
  assert(runs === 1, says.ranTwice(runs));
  const [refused = fail(says.secondWorked(tea)), other] = outcomes.filter(({ status }) => status === 'rejected');
  if (other) throw other.status === 'rejected' && other.reason;
  requireRefusal(refused);

  // After a failure.
  const failing = coroutine(async () => {
    await sleep(ms);
    throw new Error('no water');
  })();
  await ended(awaiting(lab, failing));
  requireRefusal(await ended(awaiting(lab, failing)));
});

check('each-call-its-own', async (lab) => {
  const times = durations(lab.random, 3);
  const brew = coroutine(async (ms: number, ...more: unknown[]) => {
    assert(typeof ms === 'number', says.lostArguments([ms, ...more]));
    await sleep(ms);
    return ms;
  });
  // All three are made before the first of them runs, and the last one made is the first to be awaited.
  const made = times.map((ms) => ({ ms, brewing: brew(ms) })).toReversed();
  for (const { ms, running } of made.map(({ ms, brewing }) => ({ ms, running: awaiting(lab, brewing) }))) {
    const { value } = await success(running);
    assert(value === ms, says.otherResult(ms, value));
  }
});

check('arguments', async (lab) => {
  for (const passed of [[lab.random.int(1, 99), someTea(lab), [lab.random.int(1, 99)]], []]) {
    const gotten: unknown[][] = [];
    const brew = coroutine((...args: unknown[]) => {
      gotten.push(args);
      return Promise.resolve();
    });
    await success(awaiting(lab, brew(...passed)));
    const [got = fail(says.neverRan)] = gotten;
    assert(sameValue(got, passed), says.otherArguments(passed, got));
  }
});

check('this', async (lab) => {
  const seen: unknown[] = [];
  class Kettle {
    readonly boil = coroutine(function (this: unknown) {
      seen.push(this);
      return Promise.resolve();
    });
  }
  for (const kettle of [new Kettle(), new Kettle()]) {
    await success(awaiting(lab, kettle.boil()));
    assert(seen.length > 0, says.neverRan);
    const self = seen.pop();
    assert(self === kettle, typeof self === 'object' && self !== null ? says.thisOfThen : says.otherThis(self));
  }
});

check('errors', async (lab) => {
  const error = new Error(`no ${someTea(lab)}`);
  const failing = [
    coroutine(async () => {
      await sleep(lab.random.int(10, 20));
      throw error;
    }),
    coroutine(() => Promise.reject(error)),
    coroutine((): string => {
      throw error;
    }),
  ];
  for (const brew of failing) {
    const settled = await ended(call(lab, async () => await brew()));
    if (settled.status === 'fulfilled') fail(says.errorLost(error, settled.value));
    assert(settled.reason === error, says.otherError(error, settled.reason));
  }
});

check('one-in-another', async (lab) => {
  const [ms = 0] = durations(lab.random, 1);
  const rounds = lab.random.int(3, 5);
  const pour = coroutine(async (cup: number) => {
    await sleep(ms);
    return cup;
  });
  const pourAll = coroutine(async (cups: number): Promise<unknown[]> => {
    // An answer that loses its arguments ends here as well.
    if (!(cups > 0)) return [];
    const rest = await pourAll(cups - 1);
    assert(Array.isArray(rest), says.otherResult(upTo(cups - 1), rest));
    return [...rest, await pour(cups)];
  });
  const { value, at } = await success(awaiting(lab, pourAll(rounds)));
  const poured = upTo(rounds);
  assert(sameValue(value, poured), says.otherResult(poured, value));
  assert(at === rounds * ms, says.endedAt(rounds * ms, at));
});

/** The student's coroutine, as far as it gives a function. */
function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (...args: Args) => exercise.Thenable<Result> {
  const made = exercise.coroutine(fn);
  assert(typeof made === 'function', says.noFunction(made));
  return made;
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

function someTea(lab: Lab): string {
  return `${lab.random.pick(['oolong', 'sencha', 'darjeeling'])} ${lab.random.int(100, 999)}`;
}

function awaiting(lab: Lab, awaited: unknown): Call<unknown> {
  return call(lab, async () => await awaited);
}

async function ended(awaited: Call<unknown>): Promise<Settled<unknown>> {
  return (await awaited.within(10_000)) ?? fail(says.neverEnds);
}

async function success(awaited: Call<unknown>): Promise<{ readonly value: unknown; readonly at: number }> {
  const settled = await ended(awaited);
  if (settled.status === 'fulfilled') return settled;
  assert(!isRefusal(settled.reason), says.refusedFresh);
  throw settled.reason;
}

function isRefusal(reason: unknown): boolean {
  return reason instanceof Error && reason.message.includes('cannot reuse already awaited coroutine');
}

function requireRefusal(settled: Settled<unknown>): void {
  if (settled.status === 'fulfilled') fail(says.secondWorked(settled.value));
  const { reason } = settled;
  assert(isRefusal(reason), says.secondInOtherWords(reason));
}
