import { createTask, sleep, type Awaitable, type Span } from '@teatime/core';
import { gather, type GatherOptions } from '@teatime/exercises/gather';
import { assert, call, check, durations, elapsed, fail, Job, sameValue, settle, show } from '@teatime/grader/kit';
import type { Call, Lab } from '@teatime/grader/kit';
import { isAboutFrozen, isAboutReuse } from './gather/errors.ts';
import { failingJob, letter, promiseOf, teaJob, thenableOf } from './gather/jobs.ts';
import { says } from './gather/says.ts';

check('all-at-once', async (lab) => {
  // As in the lesson, every one takes longer than the one before.
  const jobs = durations(lab.random, 5).map((ms, i) => teaJob(lab, i, ms));
  const longest = Math.max(...jobs.map((job) => job.ms));
  const expected = [span(longest), ...jobs.map((job) => job.span())];
  const { at } = await success(start(lab, jobs.map((job) => job.run())));
  await settle(jobs);
  for (const { name, startedAt } of jobs) {
    assert(startedAt !== undefined, says.neverStarted(name), { expected });
    assert(startedAt === 0, says.startedLate(name, startedAt), { expected });
  }
  assert(at === longest, says.tookLong(longest, at), { expected });
});

check('input-order', async (lab) => {
  // The last of the list is done first; the others come in any order.
  const [first = 0, ...others] = durations(lab.random, 5);
  const jobs = [...lab.random.shuffle(others), first].map((ms, i) => teaJob(lab, i, ms));
  const { value } = await success(start(lab, jobs.map((job) => job.run())));
  const names = jobs.map((job) => job.name);
  const byTime = jobs.toSorted((a, b) => a.ms - b.ms).map((job) => job.name);
  const came = namesOf(value, jobs);
  assert(!sameValue(came, byTime), says.inOrderOfTime(names, came));
  requireNoGaps(value, names);
  assert(sameValue(came, names), says.inOtherOrder(names, came));
});

check('on-time', async (lab) => {
  const [soon = 0, later = 0] = durations(lab.random, 2);
  const last = Promise.withResolvers<string>();
  const gathering = start(lab, [Promise.resolve('first'), last.promise]);

  // The check itself has set no other timer: what is left on the clock now is gather's.
  await sleep(soon);
  const timers = lab.clock.pending;
  await sleep(later);
  last.resolve('last');
  const { at } = await success(gathering);
  assert(timers === 0, says.looksNowAndThen);
  assert(at === soon + later, says.late(soon + later, at));
});

check('empty', async (lab) => {
  for (const options of [undefined, { returnExceptions: true }]) {
    const begin = elapsed(lab);
    const gathering = start(lab, [], options);
    assert(await gathering.within(longAfter), says.hangsOnEmpty);
    const { value, at } = await success(gathering);
    assert(sameValue(value, []), says.emptyGave(value));
    assert(at === begin, says.emptyTook(at - begin));
  }
});

check('falsy', async (lab) => {
  const values = lab.random.shuffle([0, '', false, null, undefined, Number.NaN, 0, undefined]);
  const times = durations(lab.random, values.length);
  const jobs = values.map((gives, i) => new Job(lab, { name: letter(i), ms: times[i] ?? 0, ending: { gives } }));
  const gathering = start(lab, jobs.map((job) => job.run()));
  assert(await gathering.within(longAfter), says.waitsForTruth);
  const { value } = await success(gathering);
  assert(sameValue(value, values), says.otherResults(values, value));
});

check('any-awaitable', async (lab) => {
  const others = lab.random.shuffle([
    { kind: { en: 'a coroutine', 'zh-CN': '协程' }, make: (job: Job<string>) => job.run() },
    { kind: { en: 'a task', 'zh-CN': '任务' }, make: (job: Job<string>) => createTask(job.run(), { name: job.name }) },
    { kind: { en: 'a promise', 'zh-CN': ' promise' }, make: promiseOf },
    { kind: { en: 'an object with a then method', 'zh-CN': '带有 then 方法的对象' }, make: thenableOf },
  ]);
  const before = {
    kind: { en: 'a promise that was done before', 'zh-CN': '早已完成的 promise' },
    make: (job: Job<string>) => Promise.resolve(job.result ?? ''),
  };
  const kinds = [before, ...others];
  const jobs = durations(lab.random, kinds.length).map((ms, i) => teaJob(lab, i, ms));
  const items = kinds.flatMap(({ make }, i) => jobs.slice(i, i + 1).map(make));
  const { value } = await success(start(lab, items));
  const results = listOf(value, kinds.length);
  kinds.forEach(({ kind }, i) => assert(results[i] === jobs[i]?.result, says.resultMissing(kind, results[i])));
});

check('first-error', async (lab) => {
  for (const options of [undefined, {}, { returnExceptions: false }]) {
    const begin = elapsed(lab);
    // The first of the list fails last; the first in time stands further down, and the last of the list is the second.
    const [early = 0, ok = 0, later = 0, longest = 0] = durations(lab.random, 4);
    const culprit = failingJob(lab, 2, early);
    const jobs = [failingJob(lab, 0, longest), teaJob(lab, 1, ok), culprit, failingJob(lab, 3, later)];
    const expected = [span(early, 'rejected', begin), ...jobs.map((job) => job.span(begin))];
    const settled = await start(lab, jobs.map((job) => job.run()), options).within(longAfter);
    await settle(jobs);
    assert(settled, says.errorLost(culprit.name));
    if (settled.status === 'fulfilled') fail(says.didNotFail(culprit.name, settled.value), { expected });
    const { reason, at } = settled;
    if (at - begin < early) throw reason;
    assert(reason === culprit.error, says.otherError(culprit.name, early, reason), { expected });
    assert(at - begin === early, says.failedLate(culprit.name, early, at - begin), { expected });
  }
});

check('siblings-run-on', async (lab) => {
  const [early = 0, ...times] = durations(lab.random, 4);
  const culprit = failingJob(lab, 0, early);
  const siblings = times.map((ms, i) => teaJob(lab, i + 1, ms));
  const tasks = siblings.slice(0, 1).map((job) => createTask(job.run(), { name: job.name }));
  const promises = siblings.slice(1, 2).map(promiseOf);
  const coroutines = siblings.slice(2).map((job) => job.run());
  const settled = await start(lab, [culprit.run(), ...tasks, ...promises, ...coroutines]).within(longAfter);
  await settle([culprit, ...siblings]);
  if (settled?.status === 'rejected' && settled.at < early) throw settled.reason;

  const expected = [span(early, 'rejected'), ...[culprit, ...siblings].map((job) => job.span())];
  for (const { name, startedAt } of [culprit, ...siblings]) {
    assert(startedAt !== undefined, says.neverStarted(name), { expected });
  }
  siblings.forEach(({ name, ms, endedAt }, i) => {
    assert(endedAt === ms && !tasks[i]?.cancelled(), says.stopped(culprit.name, early, name, ms), { expected });
  });
});

check('later-errors-silent', async (lab) => {
  // The last of the list fails first, while those before it are still being waited for.
  const times = durations(lab.random, 4).toReversed();
  const jobs = times.map((ms, i) => (i === 0 ? teaJob(lab, i, ms) : failingJob(lab, i, ms)));
  const settled = await start(lab, jobs.map((job) => job.run())).within(longAfter);
  await settle(jobs);
  const culprit = letter(jobs.length - 1);
  assert(settled, says.errorLost(culprit));
  if (settled.status === 'fulfilled') fail(says.didNotFail(culprit, settled.value));
  if (settled.at < Math.min(...times)) throw settled.reason;
});

check('return-exceptions', async (lab) => {
  // The first to be done fails, and so does the last but one; the last of all is the first of the list.
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = durations(lab.random, 5);
  const jobs = [
    teaJob(lab, 0, e),
    failingJob(lab, 1, a),
    teaJob(lab, 2, c),
    failingJob(lab, 3, d, TypeError),
    teaJob(lab, 4, b),
  ];
  const gathering = start(lab, jobs.map((job) => job.run()), { returnExceptions: true });
  const settled = await gathering.within(longAfter);
  await settle(jobs);
  const culprit = settled?.status === 'rejected' && jobs.find(({ error }) => error && error === settled.reason);
  if (culprit) fail(says.failedAnyway(culprit.name));

  const { value, at } = await success(gathering);
  const results = listOf(value, jobs.length);
  jobs.forEach(({ name, result, error }, i) => {
    if (error) assert(results[i] === error, says.errorNotInPlace(name, error, results[i]));
    else assert(results[i] === result, says.resultNotInPlace(name, results[i]));
  });
  assert(at === e, says.late(e, at), { expected: [span(e), ...jobs.map((job) => job.span())] });
});

check('same-twice', async (lab) => {
  const [a = 0, b = 0, c = 0, d = 0] = durations(lab.random, 4);
  const [one, two, three, four] = [teaJob(lab, 0, c), teaJob(lab, 1, a), teaJob(lab, 2, b), teaJob(lab, 3, d)];
  const [coroutine, task, promise] = [one.run(), createTask(three.run(), { name: three.name }), promiseOf(four)];
  const gathering = start(lab, [coroutine, two.run(), coroutine, task, promise, task, promise]);
  const names = [one, two, one, three, four, three, four].map((job) => job.name);

  const settled = await gathering.within(longAfter);
  await settle([one, two, three, four]);
  if (settled?.status === 'rejected' && isAboutReuse(settled.reason)) fail(says.awaitedTwice);
  const { value } = await success(gathering);
  const came = namesOf(value, [one, two, three, four]);
  assert(sameValue(came, names), says.inOtherOrder(names, came));
});

check('input-untouched', async (lab) => {
  const jobs = durations(lab.random, 4).map((ms, i) => teaJob(lab, i, ms));
  const gathering = start(lab, Object.freeze(jobs.map((job) => job.run())));
  const settled = await gathering.within(longAfter);
  if (settled?.status === 'rejected' && isAboutFrozen(settled.reason)) fail(says.changedTheList(settled.reason));
  const { value } = await success(gathering);
  listOf(value, jobs.length);
});

check('separate-calls', async (lab) => {
  const jobs = durations(lab.random, 9).map((ms, i) => teaJob(lab, i, ms));
  const gathering = (places: readonly number[]): { list: readonly Job<string>[]; gathering: Call<unknown> } => {
    const list = jobs.filter((_, i) => places.includes(i));
    return { list, gathering: start(lab, list.map((job) => job.run())) };
  };
  // Three lists of different lengths: the items of two are done by turns, the third comes afterwards.
  const calls = [gathering([0, 2, 4, 6]), gathering([1, 3, 5])];
  await settle(jobs);
  calls.push(gathering([7, 8]));
  for (const { list, gathering: running } of calls) {
    const { value } = await success(running);
    const names = list.map((job) => job.name);
    const came = namesOf(value, jobs);
    assert(sameValue(came, names), says.mixedUp(names, came));
  }
});

check('many', async (lab) => {
  const count = 300;
  const watched = 10;
  const gate = Promise.withResolvers<unknown>();
  let asked = 0;
  // Most are plain promises; a few count how often they are asked, and are done one after another.
  const items = Array.from({ length: count }, (_, i): PromiseLike<number> => {
    if (i % (count / watched) !== 0) return gate.promise.then(() => i + 1);
    const own = gate.promise.then(() => sleep(i + 1)).then(() => i + 1);
    return {
      then: (onDone, onFailed) => {
        asked += 1;
        if (asked > 3 * watched) throw new Error('asked too often');
        return own.then(onDone, onFailed);
      },
    };
  });
  const gathering = start(lab, items);
  await sleep(10);
  gate.resolve(undefined);
  await gathering.within(longAfter);
  assert(asked <= 3 * watched, says.asksTooOften(watched, asked));
  const { value } = await success(gathering);
  const results = listOf(value, count);
  const wrong = results.findIndex((result, i) => result !== i + 1);
  assert(wrong === -1, says.lostAmongMany(count, wrong, results[wrong]));
});

/** Long after everything that a check starts has ended; not so long that looking every millisecond takes for ever. */
const longAfter = 3_000;

/** Calls gather. The list that it gives is copied at once: what is put into it later comes too late. */
function start(lab: Lab, items: readonly Awaitable<unknown>[], options?: GatherOptions): Call<unknown> {
  return call(lab, async () => {
    const value: unknown = await (options ? gather(items, options) : gather(items));
    return Array.isArray(value) ? Array.from<unknown>(value) : value;
  }, name);
}

const name = 'gather';

/** Where gather itself belongs in the timeline. */
function span(ms: number, status: Span['status'] = 'fulfilled', from = 0): Span {
  return { task: name, from, to: from + ms, status };
}

/** The outcome of a gather where nothing fails: an error can only be the student's own. */
async function success(gathering: Call<unknown>): Promise<{ readonly value: unknown; readonly at: number }> {
  const settled = await gathering.within(longAfter);
  if (settled?.status === 'rejected') throw settled.reason;
  return settled ?? fail(says.waitsForEver);
}

/** The results, as a list of the right length. */
function listOf(value: unknown, length: number): readonly unknown[] {
  assert(Array.isArray(value), says.noList(value));
  assert(value.length === length, says.otherLength(length, value.length));
  return value;
}

/** Whose results these are, place by place. */
/** A list as long as it should be, in which nothing stands at some places, was given too early. */
function requireNoGaps(value: unknown, names: readonly string[]): void {
  if (!Array.isArray(value) || value.length !== names.length) return;
  const empty = names.filter((_, place) => value[place] === undefined);
  assert(empty.length === 0, says.placesEmpty(empty));
}

function namesOf(value: unknown, jobs: readonly Job<string>[]): readonly string[] {
  assert(Array.isArray(value), says.noList(value));
  return Array.from(value, (result: unknown) => jobs.find((job) => job.result === result)?.name ?? show(result));
}
