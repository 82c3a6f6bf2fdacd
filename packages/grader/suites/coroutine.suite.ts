import { sleep } from '@teatime/core';
import * as exercise from '@teatime/exercises/coroutine';
import { assert, call, check, fail, sameValue } from '@teatime/grader/kit';
import type { Call, Lab, Settled } from '@teatime/grader/kit';
import { isRefusal, isThenable, requireRefusal, success } from './coroutine/ends.ts';
import { says } from './coroutine/says.ts';

check('lazy', async (lab) => {
  let count = 0;
  const runs = (): number => count;
  const boilWater = coroutine(async (_cups: number) => {
    count += 1;
    await sleep(1);
    return 'hot water';
  });
  const pour = coroutine(() => (count += 1));
  assert(runs() === 0, says.ranTooEarly);
  // All are kept until the end, and nobody awaits them.
  const kept = [boilWater(1), boilWater(2), pour(), pour()];
  await sleep(lab.random.int(10, 100));
  assert(kept.length === 4 && runs() === 0, says.ranWithoutAwait);
  // One more, awaited: that begins none of the others, and neither does waiting for a day.
  await success(awaiting(lab, boilWater(3)));
  assert(runs() === 1, runs() === 0 ? says.neverRan : says.ranWithAnother);
  await sleep(24 * 3_600_000);
  assert(runs() === 1, says.ranWithoutAwait);
});

check('runs-when-awaited', async (lab) => {
  const [wait = 0, ms = 0] = lab.durations(2);
  for (const result of lab.values()) {
    const ranAt: number[] = [];
    const brew = coroutine(async () => {
      ranAt.push(lab.elapsed());
      await sleep(ms);
      return result;
    });
    const brewing = brew();
    await sleep(wait);
    const awaitedAt = lab.elapsed();
    const { value, at } = await success(awaiting(lab, brewing), result);
    const [began = fail(says.neverRan)] = ranAt;
    assert(began === awaitedAt, says.ranAt(awaitedAt, began));
    assert(sameValue(value, result), says.otherResult(result, value));
    assert(at === began + ms, says.endedAt(began + ms, at));
    assert(ranAt.length === 1, says.ranOften(ranAt.length));
  }
  // A function that is not async will do as well.
  for (const result of lab.values()) {
    const awaitedAt = lab.elapsed();
    const { value, at } = await success(awaiting(lab, coroutine(() => result)()), result);
    assert(sameValue(value, result), says.otherResult(result, value));
    assert(at === awaitedAt, says.endedAt(awaitedAt, at));
  }
});

check('once', async (lab) => {
  const ms = lab.duration();
  for (const tea of [lab.text(), undefined]) {
    let runs = 0;
    const brewing = (): exercise.Thenable<unknown> =>
      coroutine(async () => {
        runs += 1;
        await sleep(ms);
        return tea;
      })();

    // One after the other.
    const first = brewing();
    await success(awaiting(lab, first), tea);
    for (let i = 0; i < 2; i++) requireRefusal(await awaiting(lab, first).ended(says.neverEnds), 'done');
    assert(runs === 1, says.ranAgain(runs, 'done'));

    // In one turn, and while it runs.
    runs = 0;
    const second = brewing();
    const began = lab.elapsed();
    const awaits = [...lab.atOnce(() => [awaitingNow(lab, second), awaitingNow(lab, second)])];
    await sleep(1);
    awaits.push(awaiting(lab, second));
    const outcomes: Settled<unknown>[] = [];
    for (const one of awaits) outcomes.push(await one.ended(says.neverEnds));
    assert(runs > 0, says.refusedFresh);
    assert(runs === 1, says.ranAgain(runs, 'running'));
    const given = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one] : []));
    assert(given.length < 2, says.secondWorked(tea, 'running'));
    for (const one of outcomes) if (one.status === 'rejected') requireRefusal(one, 'running');
    const [{ value, at } = fail(says.firstDisturbed)] = given;
    assert(value === tea, says.otherResult(tea, value));
    assert(at === began + ms, says.endedAt(began + ms, at));
  }

  // After a failure, early or late.
  for (const pause of [0, ms]) {
    let runs = 0;
    const error = lab.error('no water');
    const failing = made(coroutine(() => {
      runs += 1;
      if (pause === 0) throw error;
      return sleep(pause).then(() => Promise.reject(error));
    }), error);
    await awaiting(lab, failing).ended(says.neverEnds);
    const again = await awaiting(lab, failing).ended(says.neverEnds);
    assert(again.status !== 'rejected' || again.reason !== error, says.failedAgain(error));
    requireRefusal(again, 'failed');
    assert(runs === 1, says.ranAgain(runs, 'failed'));
  }
});

check('each-call-its-own', async (lab) => {
  const times = lab.durations(6, { ties: 2 });
  let runs = 0;
  const brew = coroutine(async (ms: number, ...more: unknown[]) => {
    assert(typeof ms === 'number', says.lostArguments([ms, ...more]));
    const nth = ++runs;
    await sleep(ms);
    return [ms, nth];
  });
  // All are made before the first of them runs, and the last one made is the first to be awaited; two are called alike.
  const made = times.map((ms) => ({ ms, brewing: brew(ms) })).toReversed();
  const began = lab.elapsed();
  const seen = new Set<unknown>();
  for (const { ms, running } of made.map(({ ms, brewing }) => ({ ms, running: awaiting(lab, brewing) }))) {
    const { value, at } = await success(running);
    const [got, nth] = Array.isArray(value) ? Array.from<unknown>(value) : [value];
    assert(got === ms, says.otherResult(ms, got));
    assert(at === began + ms, says.endedAt(began + ms, at));
    assert(!seen.has(nth), says.resultOfAnother);
    seen.add(nth);
  }
  assert(runs === times.length, says.calledAndRan(times.length, runs));

  // A method, called twice on one object.
  const kettle = { pour: coroutine((cups: number) => Promise.resolve(cups)) };
  for (const [cups, pouring] of [1, 2].map((cups) => [cups, kettle.pour(cups)] as const)) {
    const { value } = await success(awaiting(lab, pouring));
    assert(value === cups, says.otherResult(cups, value));
  }

  // Functions of one name, one of them twice: what belongs to one of them is not another's.
  const [tea, coffee] = [lab.text(), lab.text()];
  const makes = (result: string): (() => Promise<string>) => async function make() {
    runs += 1;
    await sleep(1);
    return result;
  };
  const makeTea = makes(tea);
  const functions = [coroutine(makeTea), coroutine(makes(coffee)), coroutine(makeTea)];
  for (let round = 0; round < 2; round++) {
    runs = 0;
    const results: unknown[] = [];
    for (const one of functions.map((make) => awaiting(lab, make()))) results.push((await success(one)).value);
    assert(sameValue(results, [tea, coffee, tea]), says.otherResults([tea, coffee, tea], results));
    assert(runs === functions.length, says.calledAndRan(functions.length, runs));
  }
});

check('arguments', async (lab) => {
  const many = Array.from({ length: lab.random.int(12, 15) }, () => lab.random.int(1, 99));
  const lists: readonly (readonly unknown[])[] = [
    [lab.random.int(1, 99), lab.text(), [lab.random.int(1, 99)]],
    [],
    lab.values(),
    many,
    [undefined, null, 0, undefined],
    [[1, [2, []]], Promise.resolve('not awaited'), () => 'not called'],
  ];
  // All are called before the first of them is awaited.
  const calls = lists.map((passed) => {
    const gotten: unknown[][] = [];
    const brew = coroutine((...args: unknown[]) => {
      gotten.push(args);
      return Promise.resolve('tea');
    });
    return { passed, gotten, brewing: brew(...passed) };
  });
  for (const { passed, gotten, brewing } of calls.toReversed()) {
    await success(awaiting(lab, brewing));
    const [got = fail(says.neverRan)] = gotten;
    assert(sameValue(got, passed), says.otherArguments(passed, got));
  }
});

check('this', async (lab) => {
  const seen: unknown[] = [];
  class Kettle {
    readonly boil = coroutine(function (this: unknown) {
      seen.push(this);
      return Promise.resolve('hot water');
    });
  }
  // Both are called before either is awaited, on one method and on two.
  const shared = new Kettle();
  const kettles = [shared, new Kettle(), { boil: shared.boil }];
  for (const { kettle, boiling } of kettles.map((kettle) => ({ kettle, boiling: kettle.boil() })).toReversed()) {
    await success(awaiting(lab, boiling));
    assert(seen.length > 0, says.neverRan);
    const self = seen.pop();
    assert(self === kettle, typeof self === 'object' && self !== null ? says.thisOfThen : says.otherThis(self));
  }
  // Called by itself, a function has no `this`.
  const boil = coroutine(function (this: unknown) {
    seen.push(this);
    return Promise.resolve('hot water');
  });
  await success(awaiting(lab, boil()));
  assert(seen.at(-1) === undefined, says.thisFromNowhere(seen.at(-1)));
  for (const self of [null, lab.random.pick([0, '', false])]) {
    await success(awaiting(lab, Reflect.apply(boil, self, [])));
    assert(seen.at(-1) === self, says.thisOfAnyKind(self, seen.at(-1)));
  }
});

check('errors', async (lab) => {
  const ms = lab.duration();
  for (const error of lab.reasons()) {
    const failing = [
      { pause: ms, fn: () => sleep(ms).then(() => Promise.reject(error)) },
      { pause: 0, fn: () => Promise.reject(error) },
      {
        pause: 0,
        fn: (): string => {
          throw error;
        },
      },
    ];
    for (const { pause, fn } of failing) {
      const due = lab.elapsed() + pause;
      const settled = await awaiting(lab, made(coroutine(fn), error)).ended(says.neverEnds);
      if (settled.status === 'fulfilled') fail(says.errorLost(error, settled.value));
      assert(!isRefusal(settled.reason), says.refusedFresh);
      assert(Object.is(settled.reason, error), says.otherError(error, settled.reason));
      assert(settled.at === due, says.endedAt(due, settled.at));
    }
  }
  // What one fails with is for the one that awaits it to catch.
  const error = lab.error('no water');
  const boil = coroutine(() => Promise.reject(error));
  const caught = await success(awaiting(lab, coroutine(async () => {
    try {
      return ['nothing was thrown', await boil()];
    } catch (thrown) {
      return thrown;
    }
  })()), error);
  assert(caught.value === error, says.otherError(error, caught.value));
  // One call that fails is no reason for the next one to fail.
  const tea = lab.text();
  let calls = 0;
  const brew = coroutine(() => (++calls === 1 ? Promise.reject(error) : Promise.resolve(tea)));
  await awaiting(lab, brew()).ended(says.neverEnds);
  const { value } = await success(awaiting(lab, brew()), error);
  assert(value === tea, says.otherResult(tea, value));
});

check('one-in-another', async (lab) => {
  const ms = lab.duration();
  const rounds = lab.random.int(12, 15);
  const began = lab.elapsed();
  const pour = coroutine(async (cup: number) => {
    await sleep(ms);
    return cup;
  });
  const pourAll = coroutine(async (cups: number): Promise<unknown[]> => {
    // An answer that loses or invents its arguments ends here as well.
    if (!(cups > 0 && cups <= rounds)) return [];
    const rest = await pourAll(cups - 1);
    assert(Array.isArray(rest), says.otherResult(upTo(cups - 1), rest));
    return [...rest, await pour(cups)];
  });
  const { value, at } = await success(awaiting(lab, pourAll(rounds)));
  const poured = upTo(rounds);
  assert(sameValue(value, poured), says.otherResult(poured, value));
  assert(at === began + rounds * ms, says.endedAt(began + rounds * ms, at));

  // A coroutine that is returned is awaited, as a promise is.
  const tea = lab.text();
  const brew = coroutine(() => Promise.resolve(tea));
  const served = await success(awaiting(lab, coroutine((): unknown => brew())()));
  assert(served.value === tea, says.otherResult(tea, served.value));
});

/** The student's coroutine, as far as it gives a function. */
function coroutine<Args extends unknown[], Result>(
  fn: (...args: Args) => Result | PromiseLike<Result>,
): (...args: Args) => exercise.Thenable<Result> {
  const made = exercise.coroutine(fn);
  assert(typeof made === 'function', says.noFunction(made));
  return made;
}

/** Calls a coroutine function whose function throws `error`: the call itself must not. */
function made<T>(make: () => T, error: unknown): T {
  try {
    return make();
  } catch (thrown) {
    if (Object.is(thrown, error)) fail(says.threwAtCall(error));
    throw thrown;
  }
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

function awaiting(lab: Lab, awaited: unknown): Call<unknown> {
  return call(lab, async () => await awaited);
}

/** Calls `then` in this very turn: `await` does so a microtask later. */
function awaitingNow(lab: Lab, awaited: exercise.Thenable<unknown>): Call<unknown> {
  assert(isThenable(awaited), says.nothingToAwait(awaited));
  return call(lab, () => new Promise((resolve, reject) => awaited.then(resolve, reject)));
}
