import { sleep } from '@teatime/core';
import { retry, retryAfter } from '@teatime/exercises/retry';
import { assert, check, fail, sameValue, type Text } from '@teatime/grader/kit';
import { errorOf, exact, failing, high, requireCourse, requireReason, start, type Stop } from './retry/course.ts';
import { beginsOf, requirePauses, someBase } from './retry/pauses.ts';
import { type PausePlan, whole } from './retry/plan.ts';
import { ascending, drawn, isTimeoutError, requireBegun, requireSuccess, times } from './retry/retried.ts';
import { saysOfLimits } from './retry/says-limits.ts';
import { says } from './retry/says.ts';
import { stoppedUnheard } from './retry/unheard.ts';
import { type AttemptKind, type AttemptPlan, Work } from './retry/work.ts';

check('first-try', async (lab) => {
  const kinds: readonly AttemptKind[] = ['promise', 'coroutine', 'thenable'];
  for (const [round, value] of lab.values().entries()) {
    const [ms = 0] = times(lab, 1);
    const work = new Work(lab, [{ ms, ending: { gives: value }, kind: kinds[round % kinds.length] ?? 'promise' }]);
    const ended = await start(retry, lab, work, exact({ baseMs: someBase(lab), factor: 3, maxMs: high, draws: whole }, { attempts: 3 }));
    requireBegun(work, ended);
    const { attempts: [first, second] } = work;
    assert(!second, says.againAfterSuccess(value, work.attempts.length));
    requireSuccess(work, ended);
    assert(ended.took === ms, says.successAt(ms, ended.took), drawn(ended.begin, ms, 'fulfilled', work.spans([ended.begin])));
    assert(first?.signal, says.noSignal(1));
  }
});

check('back-off', async (lab) => {
  for (const factor of lab.random.shuffle([3, 1.5])) {
    const plan: PausePlan = { baseMs: someBase(lab), factor, maxMs: high, draws: whole };
    const work = failing(lab, 4);
    // One more than it takes: how many are made in the end is for another check.
    await requireCourse(retry, lab, work, plan, { attempts: 7 });
    work.attempts.forEach(({ number }, i) => assert(number === i + 1, says.otherNumber(i + 1, number)));
  }
});

check('gives-up', async (lab) => {
  for (const attempts of [lab.random.int(3, 5), 2, 1]) {
    const plan: PausePlan = { baseMs: someBase(lab), factor: 3, maxMs: high, draws: whole };
    // More of them than there may be: who never gives up is not helped by a success.
    const plans = times(lab, attempts + 3).map((ms): AttemptPlan => ({ ms, ending: { throws: lab.error() } }));
    const work = new Work(lab, plans);
    const ended = await start(retry, lab, work, exact(plan, { attempts }));
    requireBegun(work, ended);
    assert(work.attempts.length === attempts, says.otherCount(work.attempts.length, attempts));
    const last = work.attempts.at(-1);
    const due = (last?.endedAt ?? 0) - ended.begin;
    const error = errorOf(last?.plan);
    if (ended.status === 'fulfilled') fail(says.gaveInTheEnd(ended.value, error));
    assert(ended.reason === error, says.otherError(error, ended.reason));
    assert(ended.took === due, says.failedAt(due, ended.took), drawn(ended.begin, due, 'rejected', work.spans(beginsOf(work, plan, ended.begin).slice(0, attempts))));
  }
});

check('cap', async (lab) => {
  const baseMs = someBase(lab);
  await requireCourse(retry, lab, failing(lab, 4), { baseMs, factor: 3, maxMs: baseMs * 4, draws: whole });
  // Already the first pause would be too long.
  await requireCourse(retry, lab, failing(lab, 2), { baseMs, factor: 1.5, maxMs: baseMs - 24, draws: whole });
  // Longer than a timer can count, if nothing cuts it off.
  await requireCourse(retry, lab, failing(lab, 14), { baseMs, factor: 10, maxMs: baseMs * 20, draws: whole });
});

check('jitter', async (lab) => {
  const baseMs = someBase(lab);
  const draws = [0.5, 0.25, 0.75, 0];
  await requireCourse(retry, lab, failing(lab, 4), { baseMs, factor: 3, maxMs: high, draws });
  await requireCourse(retry, lab, failing(lab, 4), { baseMs, factor: 3, maxMs: 2 * baseMs, draws: [0.25, 0.75, 0.5, 0.75] });

  // Left to chance.
  const most = 10_000 * lab.random.int(1, 4);
  const work = failing(lab, 7);
  const ended = await start(retry, lab, work, { attempts: 9, baseMs: most, factor: 1, maxMs: most });
  requireBegun(work, ended);
  requireSuccess(work, ended);
  const pauses = work.attempts.slice(1).map(({ calledAt }, i) => calledAt - (work.attempts[i]?.endedAt ?? 0));
  const outside = pauses.find((ms) => ms < 0 || ms > most);
  assert(outside === undefined, says.outOfRange(most, outside ?? 0));
  assert(pauses.some((ms) => ms !== pauses[0]), says.alwaysTheSame(pauses));
});

check('only-retryable', async (lab) => {
  for (const [before, kind] of [[0, 'promise'], [2, 'coroutine'], [1, 'at-once']] as const) {
    const errors = Array.from({ length: before }, () => lab.error());
    const fatal = lab.error('no such tea');
    const plans = [...errors, fatal].map((throws, i): AttemptPlan => ({ ms: 24 + 12 * i, ending: { throws }, ...(throws === fatal && { kind }) }));
    const work = new Work(lab, [...plans, { ms: 36, ending: { gives: lab.text() } }]);
    const asked: unknown[] = [];
    const isRetryable = (error: unknown): boolean => {
      asked.push(error);
      return error !== fatal;
    };
    const ended = await start(retry, lab, work, exact({ baseMs: 64, factor: 3, maxMs: high, draws: whole }, { attempts: before + 4, isRetryable }));
    requireBegun(work, ended);
    const known: readonly unknown[] = [...errors, fatal];
    const odd = asked.findIndex((error) => !known.includes(error));
    assert(odd < 0, says.askedAboutOther(known[odd], asked[odd]));
    assert(work.attempts.length <= before + 1, says.notRetryable(fatal, work.attempts.length));
    assert(work.attempts.length === before + 1, says.retryableGivenUp(errors[work.attempts.length - 1]));
    if (ended.status === 'fulfilled') fail(says.refusedGave(fatal, ended.value));
    assert(ended.reason === fatal, says.refusedError(fatal, ended.reason));
    const due = (work.attempts.at(-1)?.endedAt ?? 0) - ended.begin;
    assert(ended.took === due, says.failedAt(due, ended.took));
  }
  // An attempt whose time is up is asked about as well.
  const [limit = 0, ms = 0] = ascending(lab, 2);
  const late = new Work(lab, [{ ms, ending: { gives: lab.text() } }]);
  const isRetryable = (error: unknown): boolean => !isTimeoutError(error);
  await start(retry, lab, late, exact({ baseMs: 64, factor: 3, maxMs: high, draws: whole }, { attempts: 3, attemptMs: limit, isRetryable }));
  // Whether it is stopped, and with what, is for another check.
  const [first] = late.attempts;
  if (first?.heardAt === undefined || !isTimeoutError(first.signal?.reason)) return;
  assert(late.attempts.length === 1, saysOfLimits.refusedTimeout(late.attempts.length));
});

check('attempt-limit', async (lab) => {
  const [soon = 0, inTime = 0, limit = 0, ms = 0] = ascending(lab, 4);
  const plan: PausePlan = { baseMs: 64, factor: 1.5, maxMs: high, draws: [0.25] };
  const plans: readonly AttemptPlan[] = [
    { ms, ending: { gives: lab.text() } },
    { ms: soon, ending: { throws: lab.error() } },
    // In time: but a timer that was set for the one before it goes off meanwhile.
    { ms: Math.max(inTime, limit - 12), ending: { gives: lab.text() } },
  ];
  const work = new Work(lab, plans);
  const ended = await start(retry, lab, work, exact(plan, { attempts: 5, attemptMs: limit }));
  requireBegun(work, ended);
  const { begin } = ended;
  const took = [limit, soon];
  const begins = beginsOf(work, plan, begin, took);
  const drawing = drawn(begin, (begins[2] ?? 0) + (plans[2]?.ms ?? 0) - begin, 'fulfilled', [...work.spans(begins.slice(0, 1), { after: limit }), ...work.spans(begins).slice(1)]);
  const [first, second, third] = work.attempts;
  assert(first?.signal, saysOfLimits.noSignal);
  assert(first.heardAt !== undefined, saysOfLimits.neverStopped(limit, ms), drawing);
  assert(first.heardAt - begin === limit, saysOfLimits.stoppedAt(limit, first.heardAt - begin), drawing);
  if (!second && ended.status === 'rejected') fail(saysOfLimits.timeoutIsFinal(limit, ended.reason), drawing);
  for (const [i, attempt] of [second, third].entries()) {
    if (!attempt) break;
    assert(!attempt.wasAborted, saysOfLimits.bornAborted(i + 2), drawing);
    const { heardAt, calledAt, plan: { ms } } = attempt;
    if (heardAt !== undefined) fail(saysOfLimits.stoppedInTime({ attempt: i + 2, ms, limit, at: heardAt - calledAt }), drawing);
  }
  requireSuccess(work, ended, drawing);

  // The last one, too, comes too late; and the caller could stop it all, and does not.
  const late = new Work(lab, [{ ms, ending: { gives: lab.text() } }, { ms, ending: { gives: lab.text() }, kind: 'coroutine' }]);
  const failed = await start(retry, lab, late, { ...exact(plan, { attempts: 2, attemptMs: limit }), signal: new AbortController().signal });
  const [one, other] = late.attempts;
  assert(one?.heardAt !== undefined, saysOfLimits.neverStoppedBesides(limit));
  if (failed.status === 'fulfilled') fail(saysOfLimits.limitGave(failed.value));
  const given: unknown = other?.signal?.reason;
  if (isTimeoutError(given)) assert(failed.reason === given, says.otherError(given, failed.reason));
  assert(isTimeoutError(failed.reason), saysOfLimits.otherName(failed.reason));
});

check('one-at-a-time', async (lab) => {
  const [limit = 0, ms = 0] = ascending(lab, 2);
  const cleanUpMs = 12 * lab.random.int(20, 40);
  const plan: PausePlan = { baseMs: 64, factor: 3, maxMs: high, draws: whole };
  const [stopped, deaf] = [{ cleanUpMs }, { deaf: true }];
  for (const how of [stopped, deaf]) {
    const plans: readonly AttemptPlan[] = [{ ms, ending: { throws: lab.error() }, ...how }, { ms: 24, ending: { gives: lab.text() } }];
    const work = new Work(lab, plans);
    const ended = await start(retry, lab, work, exact(plan, { attempts: 3, attemptMs: limit }));
    requireBegun(work, ended);
    const [first, second] = work.attempts;
    // That it is told to stop is for another check.
    if (how === stopped && first?.heardAt !== ended.begin + limit) return;
    const took = how === stopped ? limit + cleanUpMs : ms;
    const [from = 0, next = 0] = beginsOf(work, plan, ended.begin, [took]);
    const stop = how === stopped ? { after: limit, cleanUpMs } : undefined;
    const drawing = drawn(ended.begin, next + 24 - ended.begin, 'fulfilled', [...work.spans([from], stop), ...work.spans([from, next]).slice(1)]);
    if (second && second.besides > 0) {
      const at = second.calledAt - ended.begin;
      fail(how === stopped ? saysOfLimits.overlap(2, { limit, cleanUpMs, at }) : saysOfLimits.deafOverlap(2, ms, at), drawing);
    }
    if (!second) continue;
    requirePauses(work, plan, drawing);
  }
});

check('last-word', async (lab) => {
  const [limit = 0, ms = 0] = ascending(lab, 2);
  const cleanUpMs = 12 * lab.random.int(3, 9);
  const value = lab.text();
  const half: AttemptPlan = { ms, ending: { gives: lab.text() }, cleanUpMs, stopped: { gives: value } };
  const deaf: AttemptPlan = { ms, ending: { gives: value }, deaf: true };
  for (const { plan, due } of [{ plan: half, due: limit + cleanUpMs }, { plan: deaf, due: ms }]) {
    const work = new Work(lab, [plan]);
    const ended = await start(retry, lab, work, exact({ baseMs: 64, factor: 3, maxMs: high, draws: whole }, { attempts: 3, attemptMs: limit }));
    requireBegun(work, ended);
    // That it is told to stop, and when, is for another check.
    if (plan === half && work.attempts[0]?.heardAt !== ended.begin + limit) continue;
    const drawing = drawn(ended.begin, due, 'fulfilled', work.spans([ended.begin], plan === half ? { after: limit, cleanUpMs } : undefined));
    const gave = ended.status === 'fulfilled' && sameValue(ended.value, value);
    assert(gave && work.attempts.length === 1, saysOfLimits.resultDropped(value, work.attempts.length), drawing);
    assert(ended.took === due, saysOfLimits.resultAt(due, ended.took), drawing);
  }
  const error = lab.error('the kettle leaks');
  const work = new Work(lab, [{ ms, ending: { gives: value }, cleanUpMs, stopped: { throws: error } }]);
  const ended = await start(retry, lab, work, { attempts: 1, attemptMs: limit });
  if (work.attempts[0]?.heardAt !== ended.begin + limit) return;
  const got = ended.status === 'fulfilled' ? ended.value : ended.reason;
  assert(ended.status === 'rejected' && got === error, saysOfLimits.cleanUpErrorLost(error, got));
});

check('retry-after', async (lab) => {
  const baseMs = someBase(lab);
  for (const draws of [whole, [0.5]]) {
    const plan: PausePlan = {
      baseMs,
      factor: 3,
      maxMs: 4 * baseMs,
      draws,
      // More than the pause, less than it, between its half and its whole, nothing, as of a header that says nothing, and more than any pause.
      asked: [2 * baseMs + 12, baseMs - 36, 3 * baseMs, undefined, 12 * baseMs],
    };
    // The last one does not know of such a thing.
    const work = failing(lab, 6, (error, i) => (i === 5 ? error : Object.assign(error, { retryAfterMs: plan.asked?.[i] })));
    await requireCourse(retry, lab, work, plan);
  }
});

check('cancelled-attempt', async (lab) => {
  for (const [round, reason] of [lab.error(), Object.assign(lab.error(), { name: 'TimeoutError' }), lab.text(), null].entries()) {
    const [soon = 0, into = 0] = ascending(lab, 2);
    const cleanUpMs = 12 * lab.random.int(2, 9);
    // No time is up meanwhile, wherever it is counted from.
    const attemptMs = soon + into + 12 * lab.random.int(8, 40);
    const outer = new AbortController();
    let stopping = Promise.resolve();
    // From the beginning of the second attempt, whenever that is: how long pauses are is for other checks.
    const begun = (): void => {
      stopping = sleep(into).then(() => outer.abort(reason));
    };
    const plan: PausePlan = { baseMs: 64, factor: 3, maxMs: high, draws: whole };
    const work = new Work(lab, [{ ms: soon, ending: { throws: lab.error() } }, { ms: 2 * attemptMs, ending: { gives: lab.text() }, cleanUpMs, begun }]);
    const limit = round % 2 === 0 ? { attemptMs } : {};
    const ended = await start(retry, lab, work, { ...exact(plan, { attempts: 4, ...limit }), signal: outer.signal });
    requireBegun(work, ended);
    const [, second, third] = work.attempts;
    if (!second && ended.status === 'rejected') fail(says.gaveUp(1, ended.reason));
    assert(second, says.fewCalls(1, 2));
    await stopping;
    const stop = second.calledAt + into - ended.begin;
    const begins = beginsOf(work, plan, ended.begin);
    const drawing = drawn(ended.begin, stop + cleanUpMs, 'rejected', [...work.spans(begins.slice(0, 1)), ...work.spans(begins, { after: into, cleanUpMs }).slice(1)]);
    // What stopped it before was no stop of the caller's.
    assert(!second.wasAborted, saysOfLimits.bornAborted(2));
    const early = (second.heardAt ?? Infinity) - second.calledAt;
    assert(early >= into, saysOfLimits.stoppedInTime({ attempt: 2, ms: into, limit: attemptMs, at: early }));
    assert(!third, saysOfLimits.againAfterStop(reason, saysOfLimits.inAttempt), drawing);
    assert(second.heardAt !== undefined, saysOfLimits.stopNotHeard(stop), drawing);
    const heard = second.heardAt - ended.begin;
    assert(heard === stop, saysOfLimits.stopHeardAt(stop, heard), drawing);
    requireReason(ended, reason);
    assert(ended.took === stop + cleanUpMs, saysOfLimits.endedAfterStop(stop + cleanUpMs, ended.took), drawing);
  }
  await stoppedUnheard(retry, lab);
});

check('cancelled-pause', async (lab) => {
  for (const reason of [lab.error(), Object.assign(lab.error(), { name: 'TimeoutError' }), lab.text(), null]) {
    const [soon = 0, into = 0] = ascending(lab, 2);
    const work = failing(lab, 3, (error) => error, [soon, soon, soon]);
    const stop = soon + into;
    const ended = await start(retry, lab, work, exact({ baseMs: 20 * into, factor: 3, maxMs: high, draws: whole }, { attempts: 4 }), { after: stop, reason });
    requireBegun(work, ended);
    const [, second] = work.attempts;
    const drawing = drawn(ended.begin, stop, 'rejected', work.spans([ended.begin]));
    // Without a pause there is nothing to end: that is for another check.
    if (second && second.calledAt < ended.begin + stop) break;
    if (ended.status === 'rejected' && ended.took < stop) fail(says.gaveUp(1, ended.reason), drawing);
    assert(!second, saysOfLimits.againAfterStop(reason, saysOfLimits.inPause), drawing);
    requireReason(ended, reason);
    assert(ended.took === stop, saysOfLimits.pauseGoesOn(stop, ended.took), drawing);
  }
  for (const reason of [lab.error(), null]) {
    const work = failing(lab, 2);
    const ended = await start(retry, lab, work, exact({ baseMs: 64, factor: 3, maxMs: high, draws: whole }, { attempts: 3 }), { after: 0, reason });
    assert(work.attempts.length === 0, saysOfLimits.beganAfterStop(reason));
    requireReason(ended, reason);
    assert(ended.took === 0, saysOfLimits.waitedAfterStop(ended.took));
  }
});

check('leaves-nothing', async (lab) => {
  const { ways } = saysOfLimits;
  const [ms = 0, attemptMs = 0] = ascending(lab, 2);
  const throws = lab.error();
  const plan: PausePlan = { baseMs: 64, factor: 1.5, maxMs: high, draws: [0.5] };
  const runs: readonly (readonly [way: Text, plan: AttemptPlan, stop?: Stop])[] = [
    [ways.success, { ms, ending: { gives: lab.text() } }],
    [ways.failure, { ms, ending: { throws } }],
    [ways.atOnce, { ms: 0, ending: { throws }, kind: 'at-once' }],
    [ways.stop, { ms: attemptMs, ending: { gives: lab.text() } }, { after: ms, reason: throws }],
  ];
  for (const [way, attempt, stop] of runs) {
    const work = new Work(lab, [attempt, attempt]);
    const ended = await start(retry, lab, work, exact(plan, { attempts: 2, attemptMs }), stop);
    requireBegun(work, ended);
    assert(ended.timers === 0, saysOfLimits.timerLeft(way));
  }
});

check('header', (lab) => {
  const { random } = lab;
  const now = Date.UTC(2026, random.int(0, 11), random.int(1, 28), random.int(0, 23), random.int(0, 59), random.int(0, 59));
  const dateIn = (seconds: number): string => new Date(now + 1000 * seconds).toUTCString();
  const [many, few, soon, past, rest] = [random.int(100, 900), random.int(2, 12), random.int(5, 4_000), random.int(5, 4_000), random.int(1, 999)];
  const cases: readonly (readonly [header: string | null, due: number | undefined, later?: number])[] = [
    [String(many), 1000 * many],
    [String(few), 1000 * few],
    ['0', 0],
    [dateIn(soon), 1000 * soon],
    // In the middle of a second.
    [dateIn(soon), 1000 * soon - rest, rest],
    [dateIn(-past), 0],
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
  ];
  for (const [header, due, later = 0] of cases) {
    const got: unknown = retryAfter(header, now + later);
    assert(sameValue(got, due), says.header(header, due, got));
  }
  return Promise.resolve();
});

check('defaults', async (lab) => {
  const error = lab.error();
  const hours = 3_600_000 * lab.random.int(2, 5);
  const work = new Work(lab, [{ ms: 60, ending: { throws: error } }, { ms: hours, ending: { gives: lab.text() } }]);
  const ended = await start(retry, lab, work);
  requireBegun(work, ended);
  for (const { heardAt, calledAt } of work.attempts) if (heardAt !== undefined) fail(saysOfLimits.defaultsStopped(heardAt - calledAt));
  if (ended.status === 'rejected' && ended.reason === error) fail(saysOfLimits.defaultsGaveUp(error));
  requireSuccess(work, ended);
});
