import { sleep, type Awaitable, type Span } from '@teatime/core';
import { gather, type GatherOptions } from '@teatime/exercises/gather';
import { assert, call, type Call, check, fail, type Job, type Lab, sameValue, settle } from '@teatime/grader/kit';
import { aboutReuse, isAboutFrozen } from './gather/errors.ts';
import { failing, failsAtOnce, failsInOneBreath, listener, throwsWhenAsked } from './gather/failures.ts';
import { coroutineOf, kinds, namesake, promiseOf, taskOf, tellingJobs, thenableOf } from './gather/jobs.ts';
import { name, startOf } from './gather/gathering.ts';
import { listOf, namesOf, requireNoGaps } from './gather/results.ts';
import { says } from './gather/says.ts';

check('all-at-once', async (lab) => {
  // Once as in the lesson, where every one takes longer than the one before, and then more than fit into a small pool.
  for (const jobs of [tellingJobs(lab, 6, lab.durations(6)), tellingJobs(lab, lab.random.int(21, 24))]) {
    const begin = lab.elapsed();
    const longest = Math.max(...jobs.map((job) => job.ms));
    const expected = [span(longest, 'fulfilled', begin), ...jobs.map((job) => job.span(begin))];
    const items = jobs.map((job) => job.run());
    // Nobody awaits gather yet when it has to start them.
    const { at } = await call(lab, async () => {
      const gathering = gather(items);
      await sleep(beforeAnything);
      return await gathering;
    }, name).fulfilled(says.waitsForEver);
    for (const { name: job, startedAt, starts } of jobs) {
      assert(startedAt !== undefined, says.neverStarted(job), { expected, begins: 'never' });
      assert(startedAt - begin !== beforeAnything, says.startsWhenAwaited(job), { expected });
      assert(startedAt === begin, says.startedLate(job, startedAt - begin), { expected, begins: 'late' });
      assert(starts === 1, says.startedOften(job, starts));
    }
    assert(at - begin === longest, says.tookLong(longest, at - begin), { expected });
  }
});

check('input-order', async (lab) => {
  // Some of the tasks have the same name.
  const tasks = (job: Job<unknown>, i: number): Awaitable<unknown> => (i % 3 === 0 ? namesake(job) : taskOf(job));
  for (const make of [coroutineOf, tasks]) {
    const jobs = tellingJobs(lab);
    const { value } = await start(lab, jobs.map((job, i) => make(job, i))).fulfilled(says.waitsForEver);
    const names = jobs.map((job) => job.name);
    listOf(value, names.length);
    const byTime = jobs.toSorted((a, b) => a.ms - b.ms).map((job) => job.name);
    const came = namesOf(value, jobs);
    assert(!sameValue(came, byTime), says.inOrderOfTime(names, came));
    requireNoGaps(value, names);
    assert(sameValue(came, names), says.inOtherOrder(names, came));
  }
});

check('on-time', async (lab) => {
  const [soon = 0, later = 0] = lab.durations(2);
  const last = Promise.withResolvers<string>();
  const gathering = start(lab, [Promise.resolve('first'), last.promise]);

  const atFirst = lab.timers();
  await sleep(soon);
  const timers = atFirst + lab.timers();
  await sleep(later);
  last.resolve('last');
  const { at } = await gathering.fulfilled(says.waitsForEver);
  assert(timers === 0, says.setsTimers);
  assert(at === soon + later, says.late(soon + later, at));
});

check('empty', async (lab) => {
  for (const options of [undefined, {}, { returnExceptions: false }, { returnExceptions: true }]) {
    const begin = lab.elapsed();
    const { value, at } = await start(lab, [], options).fulfilled(says.hangsOnEmpty);
    assert(sameValue(value, []), says.emptyGave(value));
    assert(at === begin, says.emptyTook(at - begin));
  }
});

check('falsy', async (lab) => {
  for (const options of [undefined, { returnExceptions: true }]) {
    // The first of the list is done last: who counts places that are filled, or looks at the last one, is done too early.
    const jobs = [lab.job({ ms: longerThanAny, ending: { gives: [lab.text(), [lab.text()], []] } }), ...lab.jobs()];
    const gathering = start(lab, jobs.map((job) => job.run()), options);
    const { value } = await gathering.fulfilled(says.waitsForTruth, (reason) => {
      const mistaken = jobs.find(({ result }) => result instanceof Error && result === reason);
      return mistaken && says.resultTakenForError(mistaken.name, reason);
    });
    const results = listOf(value, jobs.length);
    jobs.forEach(({ name, result }, i) => assert(sameValue(results[i], result), says.otherResult(name, result, results[i])));
  }
});

check('any-awaitable', async (lab) => {
  const done = { kind: { en: 'a promise that was done before', 'zh-CN': '早已完成的 promise' }, make: ({ result }: Job<unknown>) => Promise.resolve(result) };
  const all = [done, ...lab.random.shuffle(kinds)];
  // The last of the list is done second.
  const [first = 0, ...others] = lab.durations(all.length);
  const jobs = tellingJobs(lab, all.length, [first, ...others.toReversed()]);
  const items = all.flatMap(({ make }, i) => jobs.slice(i, i + 1).map(make));
  const { value } = await start(lab, items).fulfilled(says.waitsForEver);
  const results = listOf(value, all.length);
  all.forEach(({ kind }, i) => {
    const { result, starts = 0, startedAt = 0 } = jobs[i] ?? {};
    assert(starts <= 1, says.askedTwice(kind, starts));
    assert(startedAt === 0, says.askedLate(kind, startedAt));
    assert(results[i] === result, says.resultMissing(kind, result, results[i]));
  });
});

check('first-error', async (lab) => {
  const reasons = lab.reasons();
  const usual = [undefined, {}, { returnExceptions: false }] as const;
  for (const [round, reason] of reasons.entries()) {
    const options = usual[round % usual.length];
    const begin = lab.elapsed();
    // The first of the list fails last; the first in time stands further down, and the last of the list is the second.
    const [early = 0, ok = 0, later = 0, longest = 0] = lab.durations(4);
    const culprit = lab.job({ ms: early, ending: { throws: reason } });
    const jobs = [failing(lab, longest), lab.job({ ms: ok }), culprit, lab.job(), failing(lab, later)];
    const expected = [span(early, 'rejected', begin), ...jobs.map((job) => job.span(begin))];
    const settled = await start(lab, jobs.map((job) => job.run()), options).ended(says.errorLost(culprit.name, reason));
    if (settled.status === 'fulfilled') fail(says.didNotFail(culprit.name, reason, settled.value, options), { expected });
    const { reason: told, at } = settled;
    if (at - begin < early) throw told;
    const other = jobs.find((job) => job !== culprit && job.fails && sameValue(told, job.error));
    if (other) fail(says.laterError(culprit, other), { expected });
    assert(sameValue(told, reason), says.otherError(culprit.name, early, reason, told), { expected });
    assert(at - begin === early, says.failedLate(culprit.name, early, at - begin), { expected });
  }
});

check('siblings-run-on', async (lab) => {
  for (const early of [undefined, failsAtOnce, failsInOneBreath, throwsWhenAsked]) {
    const begin = lab.elapsed();
    const [soon = 0, ...times] = lab.durations(6, { from: 120 });
    const ms = early ? 0 : soon;
    const culprit = lab.job({ ms, ending: { throws: lab.error() } });
    const siblings = lab.random.shuffle(times).map((time) => lab.job({ ms: time }));
    const [given, heard, promised, ...others] = siblings;
    if (!given || !heard || !promised) return;
    const task = taskOf(given);
    const listening = listener(heard);
    const items = [culprit.run(), task, listening.task, promiseOf(promised), ...others.map((job) => job.run())];
    // The one that fails stands first in the list; where it fails at once it does so as soon as it is started.
    const settled = await start(lab, early ? [early(culprit.error), ...items.slice(1)] : items).within();
    await settle(lab.made);
    if (settled?.status === 'rejected' && settled.at - begin < ms) throw settled.reason;

    const expected = [span(ms, 'rejected', begin), ...siblings.map((job) => job.span(begin))];
    for (const { name, startedAt } of siblings) {
      assert(startedAt !== undefined, says.neverStartedAfterError(culprit.name, name), { expected });
      assert(startedAt === begin, says.startedLate(name, startedAt - begin), { expected, begins: 'late' });
    }
    for (const { name, ms: time, endedAt } of siblings) {
      const isCancelled = name === given.name ? task.cancelled() : name === heard.name && listening.wasStopped();
      assert(endedAt === begin + time && !isCancelled, says.stopped(culprit.name, ms, name, time), { expected });
    }
  }
});

check('later-errors-silent', async (lab) => {
  // The last of the list fails first, while those before it are still being waited for.
  const reasons = [...lab.reasons(), lab.error()];
  const times = lab.durations(reasons.length + 1).toReversed();
  const endings = [{ gives: lab.text() }, ...reasons.map((throws) => ({ throws }))];
  const jobs = lab.jobs({ times, endings });
  const { name = '', error } = jobs.at(-1) ?? {};
  const settled = await start(lab, jobs.map((job) => job.run())).ended(says.errorLost(name, error));
  if (settled.status === 'fulfilled') fail(says.didNotFail(name, error, settled.value, undefined));
  if (settled.at < Math.min(...times)) throw settled.reason;
  const later = reasons.flatMap((reason) => (reason instanceof Error && reason !== error ? [reason.message] : []));
  const printed = lab.output().find((line) => later.some((message) => line.includes(message)));
  assert(printed === undefined, says.laterErrorPrinted(name, printed ?? ''));
});

check('return-exceptions', async (lab) => {
  const failures = lab.reasons().map((throws) => ({ throws }));
  const successes = [...lab.values(3), lab.text(), lab.text()].map((gives) => ({ gives }));
  const endings = lab.random.shuffle([...failures, ...successes]);
  // The last of the list is done last: who does not start all of them at once is late.
  const [longest = 0, ...others] = lab.durations(endings.length).toReversed();
  const jobs = lab.jobs({ endings, times: [...lab.random.shuffle(others), longest] });
  const gathering = start(lab, jobs.map((job) => job.run()), { returnExceptions: true });
  const { value, at } = await gathering.fulfilled(says.waitsForEver, (reason) => {
    const culprit = jobs.find((job) => job.fails && sameValue(job.error, reason));
    return culprit && says.failedAnyway(culprit.name);
  });
  const results = listOf(value, jobs.length);
  jobs.forEach(({ name, result, fails, error }, i) => {
    if (fails) assert(sameValue(results[i], error), says.errorNotInPlace(name, error, results[i]));
    else assert(sameValue(results[i], result), says.resultNotInPlace(name, result, results[i]));
  });
  assert(at === longest, says.late(longest, at), { expected: [span(longest), ...jobs.map((job) => job.span())] });
});

check('same-twice', async (lab) => {
  const jobs = tellingJobs(lab, 5);
  const [one, two, three, four, five] = jobs;
  if (!one || !two || !three || !four || !five) return;
  const [often, task, promise, thenable] = [one.run(), taskOf(three), promiseOf(four), thenableOf(five)];
  const gathering = start(lab, [often, two.run(), often, task, promise, thenable, task, promise, often, thenable]);
  const names = [one, two, one, three, four, five, three, four, one, five].map((job) => job.name);

  const { value } = await gathering.fulfilled(says.waitsForEver, aboutReuse);
  const came = namesOf(listOf(value, names.length), jobs);
  assert(sameValue(came, names), says.inOtherOrder(names, came));
  assert(five.starts <= 1, says.startedOften(five.name, five.starts));

  // One that fails, and stands there twice.
  const reason = lab.error();
  const [broken, fine] = [lab.job({ ending: { throws: reason } }), lab.job()];
  const again = broken.run();
  const both = start(lab, [again, fine.run(), again], { returnExceptions: true });
  // What becomes of an error that stands in the list once, and of who waits for ever, is for other checks.
  const ended = await both.within();
  if (ended?.status === 'rejected' && aboutReuse(ended.reason)) fail(says.awaitedTwice);
  const results = ended?.status === 'fulfilled' && Array.isArray(ended.value) ? Array.from<unknown>(ended.value) : [];
  const others = [results[0], results[2]].filter((given) => given !== reason);
  assert(others.length !== 1, says.errorInOnePlace(broken.name, others[0]));
});

check('input-untouched', async (lab) => {
  const jobs = tellingJobs(lab);
  const items = jobs.map((job) => job.run());
  const gathering = start(lab, Object.freeze(items));
  const { value } = await gathering.fulfilled(says.waitsForEver, (reason) => (isAboutFrozen(reason) ? says.changedTheList(reason) : undefined));
  assert(value !== items, says.gaveTheList);
});

/** Before the first of any jobs is done. */
const beforeAnything = 5;

/** In milliseconds; no job takes that long that is given no time of its own. */
const longerThanAny = 150_000;

/** Calls gather. */
function start(lab: Lab, items: readonly Awaitable<unknown>[], options?: GatherOptions): Call<unknown> {
  return startOf(gather, lab, items, options);
}

/** Where gather itself belongs in the timeline. */
function span(ms: number, status: Span['status'] = 'fulfilled', from = 0): Span {
  return { task: name, from, to: from + ms, status };
}
