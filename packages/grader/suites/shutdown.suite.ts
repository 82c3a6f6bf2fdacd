import { CancelledError, sleep, type Span } from '@teatime/core';
import { serve } from '@teatime/exercises/shutdown';
import { assert, check, fail, type Job, type Lab, sameValue } from '@teatime/grader/kit';
import { Counter } from './shutdown/counter.ts';
import { type Failure, reportOf, requireBegan, requireReport, requireUndisturbed } from './shutdown/require.ts';
import { ends, says } from './shutdown/says.ts';
import { abortsAfter, type JobServing, type JobsServed, served, servedJobs, span, stoppedSpan, times } from './shutdown/served.ts';

check('side-by-side', async (lab) => {
  // The last order is under way when there are no more, all come at once, and all are done long before.
  for (const kind of ['busy', 'at-once', 'slack'] as const) {
    const begin = lab.elapsed();
    const [first = 0, second = 0, third = 0] = kind === 'at-once' ? [] : times(lab, 3);
    const orders = [first, second, third].map((at): Order => [at, lab.job({ ms: after(lab, third) - at })]);
    const done = Math.max(...orders.map(([at, { ms }]) => at + ms));
    const closesAt = kind === 'slack' ? after(lab, done) : third;
    const due = Math.max(done, closesAt);
    const expected = [span(begin, due), ...orders.map(([at, job]) => job.span(begin + at))];
    // Nobody asks for an end: however little time there would be, everybody has all of it.
    const ended = await start(lab, { orders, closesAt, drainMs: 12 });
    // What it failed with says more than what it did not do.
    reportOf(ended, [], { expected });
    for (const [at, job] of orders) {
      requireBegan(job, begin, at, { expected });
      assert(job.stoppedAt === undefined, says.stoppedForNothing(job.name), { expected });
    }
    assert(ended.took >= closesAt, says.leftTheCounter(closesAt, ended.took), { expected });
    assert(ended.took === due, says.otherEnd(due, ended.took), { expected });
    requireReport(ended, { finished: orders.length, failed: 0, cancelled: 0 }, [], { expected });
  }
});

check('every-order', async (lab) => {
  const values = lab.values().filter((value) => value !== undefined);
  const jobs = values.map(() => lab.job({ ms: shortly(lab) }));
  const counter = new Counter(lab, { arrivals: values.map((order) => ({ order, at: 0 })), closesAt: 0 });
  const got: unknown[] = [];
  const ended = await served<unknown>(serve, lab, {
    counter,
    handle: (order, signal) => {
      const job = jobs[got.length] ?? lab.job({ ms: 1 });
      // A coroutine begins when it is awaited, everything else by itself.
      const handling = got.length % 2 === 0 ? job.run() : job.work(signal);
      got.push(order);
      return handling;
    },
  });
  reportOf(ended);
  for (const [index, value] of values.entries()) {
    if (got.length === index || sameValue(got[index], values[index + 1])) assert(sameValue(got[index], value) && got.length > index, says.orderSkipped(value));
    assert(sameValue(got[index], value), says.otherOrder(value, got[index]));
  }
  for (const job of jobs) requireBegan(job, 0, 0, { expected: [job.span()] });
  requireReport(ended, { finished: values.length, failed: 0, cancelled: 0 });
});

check('takes-no-more', async (lab) => {
  const [first = 0, second = 0, stop = 0, third = 0, fourth = 0] = times(lab, 5);
  const early = lab.job({ ms: second - first });
  const end = after(lab, stop);
  const open = lab.job({ ms: end - second });
  const late = [lab.job({ ms: shortly(lab) }), lab.job({ ms: shortly(lab) })] as const;
  const orders: readonly Order[] = [[first, early], [second, open], [third, late[0]], [fourth, late[1]]];
  const ended = await start(lab, { orders, closesAt: fourth, drainMs: after(lab, end) - stop, stop: abortsAfter(lab, stop) });
  const expected = [span(0, end), early.span(first), open.span(second)];
  reportOf(ended, [], { expected });
  for (const [at, job] of orders.slice(0, 2)) requireBegan(job, 0, at, { expected });
  const { heardAt, askedAt } = ended.counter;
  assert(heardAt === stop, says.receiveToldAt(stop, heardAt), { expected });
  for (const job of late) assert(job.calls === 0, says.beganAfterStop(job.name, stop), { expected });
  const asked = askedAt.find((at) => at >= stop);
  assert(asked === undefined, says.askedAfterStop(stop, asked ?? 0), { expected });
});

check('drains', async (lab) => {
  const [first = 0, second = 0, third = 0, stop = 0] = times(lab, 4);
  const orders = [first, second, third].map((at): Order => [at, lab.job({ ms: after(lab, stop) - at })]);
  const due = endOf(orders);
  const drainMs = after(lab, due) - stop;
  const ended = await start(lab, { orders, drainMs, stop: abortsAfter(lab, stop) });
  const expected = [span(0, due), ...orders.map(([at, job]) => job.span(at))];
  reportOf(ended, [], { expected });
  for (const [at, job] of orders) {
    requireBegan(job, 0, at, { expected });
    requireUndisturbed(job, { begin: 0, stop }, { expected });
  }
  assert(ended.took === due, says.drainEnd({ stop, drainMs }, due, ended.took), { expected });
  requireReport(ended, { finished: 3, failed: 0, cancelled: 0 }, [], { expected });
});

check('idle', async (lab) => {
  // It hears of the stop by its reason, by an error of its own, as many functions of Node's, and by giving nothing.
  for (const [finished, hears] of [[0, undefined], [1, { throws: lab.error() }], [0, { gives: undefined }]] as const) {
    const begin = lab.elapsed();
    const [at = 0, ms = 0] = times(lab, 2);
    const stop = after(lab, at + ms);
    const orders = Array.from({ length: finished }, (): Order => [at, lab.job({ ms })]);
    const ended = await start(lab, { orders, ...(hears && { hears }), drainMs: shortly(lab), stop: abortsAfter(lab, stop) });
    const expected = [span(begin, stop), ...orders.map(([, job]) => job.span(begin + at))];
    const { settled } = ended;
    if (settled.status === 'rejected' && hears && 'throws' in hears) assert(settled.reason !== hears.throws, says.failsWithTheStop(settled.reason), { expected });
    reportOf(ended, [], { expected });
    for (const [, job] of orders) requireBegan(job, begin, at, { expected });
    assert(ended.took === stop, says.idleEnd(stop, ended.took), { expected });
    requireReport(ended, { finished, failed: 0, cancelled: 0 }, [], { expected });
  }

  // There is an order to be had, but nobody wants any.
  const stop = AbortSignal.abort(lab.error());
  const ended = await start(lab, { orders: [[0, lab.job({ ms: shortly(lab) })]], closesAt: 0, deaf: true, drainMs: shortly(lab), stop });
  reportOf(ended);
  assert(ended.counter.askedAt.length === 0, says.askedStopped);
  assert(ended.took === 0, says.tookStopped(ended.took));
  requireReport(ended, { finished: 0, failed: 0, cancelled: 0 });
});

check('deadline', async (lab) => {
  for (const hasTime of [true, false]) {
    const begin = lab.elapsed();
    const [first = 0, second = 0, third = 0, stop = 0] = times(lab, 4);
    const drainMs = hasTime ? after(lab, stop) - stop : 0;
    const quick = lab.job({ ms: stop - first + Math.ceil(drainMs / 2) });
    const slow = [second, third].map((at): Order => [at, lab.job({ ms: stop - at + drainMs + shortly(lab) })]);
    // With no time at all nobody can be done in time.
    const inTime: readonly Order[] = hasTime ? [[first, quick]] : [];
    const ended = await start(lab, { orders: [...inTime, ...slow], drainMs, stop: abortsAfter(lab, stop) });
    const told = stop + drainMs;
    const drawn = slow.map(([at, job]) => stoppedSpan(job, begin, at, told));
    const expected = [span(begin, told), ...inTime.map(([at, job]) => job.span(begin + at)), ...drawn];
    reportOf(ended, [], { expected });
    for (const [at, job] of slow) {
      requireBegan(job, begin, at, { expected });
      requireTold(job, { begin, stop, drainMs }, expected);
    }
    for (const [, job] of inTime) requireUndisturbed(job, { begin, stop }, { expected });
    requireReport(ended, { finished: inTime.length, failed: 0, cancelled: slow.length }, [], { expected });
  }
});

check('waits-for-clean-up', async (lab) => {
  const [first = 0, second = 0, stop = 0] = times(lab, 3);
  const drainMs = after(lab, stop) - stop;
  const short = 24;
  const long = after(lab, stop + drainMs) - stop - drainMs;
  const quick = lab.job({ ms: stop - second + drainMs + long, cleanUpMs: short });
  const thorough = lab.job({ ms: stop - first + drainMs + long, cleanUpMs: long });
  const ended = await start(lab, { orders: [[first, thorough], [second, quick]], drainMs, stop: abortsAfter(lab, stop) });
  const told = stop + drainMs;
  const due = told + long;
  const expected = [span(0, due), stoppedSpan(thorough, 0, first, told, long), stoppedSpan(quick, 0, second, told, short)];
  reportOf(ended, [], { expected });
  for (const job of [thorough, quick]) requireTold(job, { begin: 0, stop, drainMs }, expected);
  assert(ended.took === due, says.cleanUpEnd({ name: thorough.name, told, due }, ended.took), { expected });
  requireReport(ended, { finished: 0, failed: 0, cancelled: 2 }, [], { expected });
});

check('one-fails', async (lab) => {
  for (const reason of lab.reasons()) {
    const begin = lab.elapsed();
    const [first = 0, second = 0, third = 0, fourth = 0] = times(lab, 4);
    const [later, atOnce] = [lab.job({ ms: third - second, ending: { throws: reason } }), lab.job({ ms: 0, ending: { throws: reason } })];
    const beside = lab.job({ ms: after(lab, fourth) - first });
    const next = lab.job({ ms: after(lab, fourth) - fourth });
    const orders: readonly Order[] = [[first, beside], [second, later], [second, atOnce], [fourth, next]];
    const ended = await start(lab, {
      orders,
      closesAt: fourth,
      before: (order) => {
        if (order === atOnce.name) throw reason;
      },
    });
    const due = endOf(orders);
    const details = { expected: [span(begin, due), beside.span(begin + first), later.span(begin + second), next.span(begin + fourth)] };
    const failures: readonly Failure[] = [later, atOnce];
    reportOf(ended, failures, details);
    requireBegan(later, begin, second, details);
    assert(beside.stoppedAt === undefined, says.failureStops(beside.name, later.name), details);
    requireBegan(next, begin, fourth, details);
    assert(ended.took === due, says.otherEnd(due, ended.took), details);
    requireReport(ended, { finished: 2, failed: 2, cancelled: 0 }, failures, details);
  }
});

check('counts', async (lab) => {
  const first = shortly(lab);
  const stop = first + 1_000 + shortly(lab);
  const drainMs = shortly(lab);
  const left = { ms: stop - first + drainMs + shortly(lab), cleanUpMs: 36 };
  // Before anybody is told to stop: errors that look like a stop, and one that is equal to the reason of a signal that has not aborted.
  const early = [new CancelledError(), Object.assign(lab.error(), { name: 'AbortError' }), undefined].map((reason) => lab.job({ ms: shortly(lab), ending: { throws: reason } }));
  const stopped = lab.job(left);
  const stubborn = lab.job({ ...left, stopped: { gives: lab.text() } });
  const breaks = lab.job({ ...left, stopped: { throws: lab.error() } });
  const orders = [...early, stopped, stubborn, breaks].map((job): Order => [first, job]);
  const ended = await start(lab, { orders, drainMs, stop: abortsAfter(lab, stop) });
  const drawn = [stopped, stubborn, breaks].map((job) => stoppedSpan(job, 0, first, stop + drainMs, 36));
  const expected = [span(0, stop + drainMs + 36), ...early.map((job) => job.span(first)), ...drawn];
  reportOf(ended, early, { expected });
  for (const [at, job] of orders) requireBegan(job, 0, at, { expected });
  requireReport(ended, { finished: 1, failed: 4, cancelled: 1 }, early, { expected });
});

check('no-order-lost', async (lab) => {
  // The order that comes after the stop is done in time, or is not.
  for (const kind of ['in-time', 'too-long'] as const) {
    const begin = lab.elapsed();
    const [first = 0, ms = 0] = times(lab, 2);
    const stop = first + ms + shortly(lab);
    const at = after(lab, stop);
    const drainMs = after(lab, at + 1_000) - stop;
    const before = lab.job({ ms });
    const late = lab.job({ ms: kind === 'in-time' ? after(lab, at) - at : drainMs + shortly(lab) });
    const never = lab.job({ ms: 10 });
    const ended = await start(lab, { orders: [[first, before], [at, late], [at + 12, never]], deaf: true, drainMs, stop: abortsAfter(lab, stop) });
    const told = stop + drainMs;
    const due = kind === 'in-time' ? at + late.ms : told;
    const expected = [span(begin, due), before.span(begin + first), kind === 'in-time' ? late.span(begin + at) : stoppedSpan(late, begin, at, told)];
    reportOf(ended, [], { expected });
    requireBegan(before, begin, first, { expected });
    assert(late.calls > 0, says.lateOrderLost(late.name, { stop, at }), { expected });
    requireBegan(late, begin, at, { expected });
    if (kind === 'in-time') requireUndisturbed(late, { begin, stop }, { expected });
    else requireTold(late, { begin, stop, drainMs }, expected);
    const asked = ended.counter.askedAt.find((moment) => moment >= stop);
    assert(asked === undefined, says.askedAfterStop(stop, asked ?? 0), { expected });
    assert(ended.took === due, says.lateOrderAlone(late.name, due, ended.took), { expected });
    requireReport(ended, kind === 'in-time' ? { finished: 2, failed: 0, cancelled: 0 } : { finished: 1, failed: 0, cancelled: 1 }, [], { expected });
  }
});

check('kill', async (lab) => {
  // In the time that orders have, whether more of them could come or not; and when that time is over.
  for (const kind of ['open', 'closed', 'too-late'] as const) {
    const begin = lab.elapsed();
    const [first = 0, second = 0, stop = 0] = times(lab, 3);
    const drainMs = after(lab, stop + 1_000) - stop;
    const kill = kind === 'too-late' ? stop + drainMs + 12 : after(lab, stop);
    const told = Math.min(kill, stop + drainMs);
    const [long, short] = [after(lab, told + 240) - told, 24];
    const ms = stop + drainMs + long;
    const [one, other] = [lab.job({ ms, cleanUpMs: long }), lab.job({ ms, cleanUpMs: short })];
    const ended = await start(lab, {
      orders: [[first, one], [second, other]],
      ...(kind === 'closed' && { closesAt: second }),
      drainMs,
      stop: abortsAfter(lab, stop),
      kill: abortsAfter(lab, kill),
    });
    const due = told + long;
    const expected = [span(begin, due), stoppedSpan(one, begin, first, told, long), stoppedSpan(other, begin, second, told, short)];
    reportOf(ended, [], { expected });
    for (const job of [one, other]) {
      if (kind === 'too-late') requireTold(job, { begin, stop, drainMs }, expected);
      assert(job.stoppedAt !== undefined, says.killNotHeard(job.name, kill), { expected });
      const at = job.stoppedAt - begin;
      assert(at === told, says.killHeardAt(job.name, kill, at), { expected });
    }
    const isLate = kind === 'too-late' && ended.took < due;
    assert(ended.took === due, isLate ? says.killedAgain(one.name) : says.cleanUpEnd({ name: one.name, told, due }, ended.took), { expected });
    requireReport(ended, { finished: 0, failed: 0, cancelled: 2 }, [], { expected });
  }
});

check('late-stop', async (lab) => {
  const [at = 0, closesAt = 0, stop = 0] = times(lab, 3);
  const drainMs = after(lab, stop) - stop;
  const slow = lab.job({ ms: stop + drainMs + shortly(lab) });
  const ended = await start(lab, { orders: [[at, slow]], closesAt, drainMs, stop: abortsAfter(lab, stop) });
  const told = stop + drainMs;
  const expected = [span(0, told), stoppedSpan(slow, 0, at, told)];
  reportOf(ended, [], { expected });
  requireBegan(slow, 0, at, { expected });
  assert(slow.stoppedAt !== undefined, says.lateStopNotHeard(slow.name, { stop, drainMs }), { expected });
  requireTold(slow, { begin: 0, stop, drainMs }, expected);
  requireReport(ended, { finished: 0, failed: 0, cancelled: 1 }, [], { expected });
});

check('counter-breaks', async (lab) => {
  for (const [round, reason] of lab.reasons().entries()) {
    const begin = lab.elapsed();
    const [first = 0, second = 0, breaksAt = 0] = times(lab, 3);
    const isAtOnce = round % 2 === 1;
    const at = isAtOnce ? second : breaksAt;
    const cleanUpMs = after(lab, at) - at;
    const ms = breaksAt + shortly(lab);
    const cleaner = lab.job({ ms, cleanUpMs });
    const broken = lab.job({ ms, cleanUpMs: 12, stopped: { throws: lab.error() } });
    const breaks = isAtOnce ? { reason } : { at, reason };
    const ended = await start(lab, { orders: [[first, cleaner], [second, broken]], breaks, drainMs: shortly(lab) });
    const due = at + cleanUpMs;
    const expected = [span(begin, due, 'rejected'), stoppedSpan(cleaner, begin, first, at, cleanUpMs), stoppedSpan(broken, begin, second, at, 12)];
    const { settled, counter } = ended;
    if (counter.askedAt.length < 3 && settled.status === 'rejected') throw settled.reason;
    requireBegan(cleaner, begin, first, { expected });
    assert(cleaner.stoppedAt !== undefined, says.brokenNotTold(cleaner.name, at, reason), { expected });
    const told = cleaner.stoppedAt - begin;
    assert(told === at, says.brokenToldAt(cleaner.name, at, told), { expected });
    if (settled.status === 'fulfilled') fail(says.brokenHidden(reason, settled.value), { expected });
    assert(sameValue(settled.reason, reason), says.brokenOtherError(reason, settled.reason), { expected });
    assert(ended.took === due, says.cleanUpEnd({ name: cleaner.name, told: at, due }, ended.took), { expected });
  }
});

check('leaves-nothing', async (lab) => {
  // While it waits for an order, and nobody has asked it to stop.
  const closing = new AbortController();
  const waiting = start(lab, { orders: [], stop: closing.signal });
  lab.expectTimers(1);
  await sleep(shortly(lab));
  const timers = lab.timers();
  closing.abort(lab.error());
  reportOf(await waiting);
  assert(timers === 0, says.looksNowAndThen);

  const [at = 0, stop = 0] = times(lab, 2);
  const [drainMs, ms] = [60_000 + shortly(lab), stop - at + shortly(lab)];
  const drained = await start(lab, { orders: [[at, lab.job({ ms })]], drainMs, stop: abortsAfter(lab, stop) });
  reportOf(drained);
  assert(drained.settled.timers === 0, says.timerLeft(ends.drained));
  const killed = await start(lab, { orders: [[at, lab.job({ ms: drainMs })]], drainMs, stop: abortsAfter(lab, stop), kill: abortsAfter(lab, stop + 24) });
  reportOf(killed);
  assert(killed.settled.timers === 0, says.timerLeft(ends.killed));

  // The stop comes when serve is over.
  for (const end of ['noMore', 'broken'] as const) {
    const late = new AbortController();
    const how = end === 'noMore' ? { closesAt: at } : { breaks: { at, reason: lab.error() } };
    const ended = await start(lab, { orders: [[0, lab.job({ ms: shortly(lab) })]], drainMs, stop: late.signal, ...how });
    if (end === 'noMore') reportOf(ended);
    assert(ended.settled.timers === 0, says.timerLeft(ends[end]));
    late.abort(lab.error());
    await Promise.resolve();
    assert(lab.timers() === 0, says.listenerLeft(ends[end]));
  }
});

type Order = JobServing['orders'][number];

interface Told {
  readonly begin: number;
  readonly stop: number;
  readonly drainMs: number;
}

/** The job was told to stop when the time of orders was over. */
function requireTold(job: Job<unknown>, { begin, ...moments }: Told, expected: readonly Span[]): void {
  const { name, stoppedAt } = job;
  assert(stoppedAt !== undefined, says.notStopped(name, moments), { expected });
  const at = stoppedAt - begin;
  const { stop, drainMs } = moments;
  if (at === stop && drainMs > 0) fail(says.stoppedByTheStop(name, at), { expected });
  // A timer of no time at all takes a millisecond.
  assert(at === stop + drainMs || (drainMs === 0 && at === stop + 1), says.stoppedAt(name, moments, at), { expected });
}

function start(lab: Lab, serving: JobServing): Promise<JobsServed> {
  return servedJobs(serve, lab, serving);
}

/** When the last of these orders is done, if all begin at once. */
function endOf(orders: readonly Order[]): number {
  return Math.max(...orders.map(([at, { ms }]) => at + ms));
}

/** A moment some time after another. Who looks every few milliseconds comes late: it is no multiple of five. */
function after(lab: Lab, moment: number): number {
  const at = moment + shortly(lab);
  return at % 5 === 0 ? at + 1 : at;
}

/** Some time, in milliseconds. */
function shortly(lab: Lab): number {
  return lab.duration({ from: 40, to: 900 });
}
