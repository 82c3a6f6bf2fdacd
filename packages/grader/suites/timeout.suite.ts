import { CancelledError, sleep } from '@teatime/core';
import { timeout } from '@teatime/exercises/timeout';
import { assert, check, fail, type Lab, sameValue } from '@teatime/grader/kit';
import { drawn, type Ended, ended, isTimeoutError, type Limited, span, times } from './timeout/limited.ts';
import { says } from './timeout/says.ts';
import { names, Work, type WorkKind } from './timeout/work.ts';

check('in-time', async (lab) => {
  const kinds: readonly WorkKind[] = ['promise', 'coroutine', 'thenable'];
  for (const [round, value] of lab.values().entries()) {
    const begin = lab.elapsed();
    const [ms = 0, limit = 0] = times(lab, 2);
    const work = new Work(lab, { ms, ending: { gives: value }, kind: kinds[round % kinds.length] ?? 'promise' });
    const settled = await limited(lab, { ms: limit, work: work.run });
    const drawing = drawn(begin, [span(begin, ms, 'fulfilled'), ...work.spans(begin)]);
    if (settled.status === 'rejected' && work.starts === 0 && !isTimeoutError(settled.reason)) throw settled.reason;
    assert(work.starts > 0, says.neverBegan, drawing);
    assert(work.starts === 1, says.beganOften(work.starts), drawing);
    if (settled.status === 'rejected') {
      if (sameValue(settled.reason, value)) fail(says.resultTakenForError(value));
      if (isTimeoutError(settled.reason)) fail(says.timeoutInTime({ ms, limit }, settled.took, value), drawing);
      throw settled.reason;
    }
    assert(sameValue(settled.value, value), says.otherValue(value, settled.value));
    assert(settled.took === ms, says.late({ ms, limit }, settled.took), drawing);
  }
});

check('fires', async (lab) => {
  const [limit = 0, ms = 0] = times(lab, 2);
  const work = new Work(lab, { ms, ending: { gives: lab.text() } });
  const settled = await limited(lab, { ms: limit, work: work.run });
  const drawing = drawn(0, [span(0, limit), ...work.spans(0, limit)]);
  if (settled.status === 'fulfilled') fail(says.didNotFail({ ms, limit }, settled, work.result), drawing);
  const { reason, took } = settled;
  if (isSlip(reason) || (took < limit && !isTimeoutError(reason))) throw reason;
  assert(isTimeoutError(reason), says.otherName(reason));
  assert(took === limit, says.firedAt({ ms, limit }, took), drawing);
});

check('work-stops', async (lab) => {
  const [limit = 0, ms = 0] = times(lab, 2);
  for (const kind of ['promise', 'coroutine'] as const) {
    const begin = lab.elapsed();
    const work = new Work(lab, { ms, kind });
    const settled = await limited(lab, { ms: limit, work: work.run });
    const drawing = drawn(begin, [span(begin, limit), ...work.spans(begin, limit)]);
    if (settled.status === 'rejected' && settled.took < limit) throw settled.reason;
    assert(work.starts > 0, says.neverBegan, drawing);
    assert(work.signal, says.noSignal, drawing);
    assert(work.heardAt !== undefined, says.neverStopped({ ms, limit }), drawing);
    assert(work.heardAt - begin === limit, says.stoppedAt(limit, work.heardAt - begin), drawing);
  }
});

check('clean-up-first', async (lab) => {
  const [cleanUpMs = 0, limit = 0, ms = 0] = times(lab, 3);
  const work = new Work(lab, { ms, cleanUpMs });
  const settled = await limited(lab, { ms: limit, work: work.run });
  const due = limit + cleanUpMs;
  const drawing = drawn(0, [span(0, due), ...work.spans(0, limit)]);
  if (settled.status === 'rejected' && settled.took < limit) throw settled.reason;
  assert(work.heardAt !== undefined, says.neverCleansUp({ ms, limit }), drawing);
  if (settled.status === 'fulfilled') fail(says.cleanedUpAndGave(settled.value), drawing);
  assert(settled.took === due, says.didNotWait({ limit, cleanUpMs }, settled.took), drawing);
});

check('own-error', async (lab) => {
  // One has the name that a timeout's own error has, and one is what a task that is cancelled throws.
  const reasons = [lab.error(), named(lab.error(), 'TimeoutError'), named(lab.error(), 'AbortError'), new CancelledError(lab.text()), ...lab.reasons()];
  for (const reason of reasons) {
    const begin = lab.elapsed();
    const [ms = 0, limit = 0] = times(lab, 2);
    const work = new Work(lab, { ms, ending: { throws: reason } });
    const settled = await limited(lab, { ms: limit, work: work.run });
    const drawing = drawn(begin, [span(begin, ms), ...work.spans(begin)]);
    if (settled.status === 'fulfilled') fail(says.errorLost(reason, settled.value), drawing);
    if (!sameValue(settled.reason, reason) && isSlip(settled.reason)) throw settled.reason;
    assert(sameValue(settled.reason, reason), says.otherError(reason, settled.reason), drawing);
    assert(settled.took === ms, says.failedLate(ms, settled.took), drawing);
  }
});

check('stubborn', async (lab) => {
  const [cleanUpMs = 0, limit = 0, ms = 0] = times(lab, 3);
  const value = lab.text();
  // One hears that it has to stop and has a result all the same, the other hears nothing.
  const half = new Work(lab, { ms, cleanUpMs, stopped: { gives: value } });
  const deaf = new Work(lab, { ms, deaf: true, ending: { gives: value } });
  for (const { work, due, say } of [
    { work: half, due: limit + cleanUpMs, say: says.halfResult },
    { work: deaf, due: ms, say: says.deafResult },
  ]) {
    const begin = lab.elapsed();
    const settled = await limited(lab, { ms: limit, work: work.run });
    const drawing = drawn(begin, [span(begin, due, 'fulfilled'), ...work.spans(begin, work === half ? limit : undefined)]);
    if (settled.status === 'rejected' && (isSlip(settled.reason) || settled.took < limit)) throw settled.reason;
    // Where the work was not stopped it gives something else, and that is for other checks.
    if (work === half && work.heardAt === undefined) continue;
    if (settled.status === 'rejected') fail(settled.took < due ? say(limit, due, settled.took) : says.resultDropped(limit, due, settled.reason), drawing);
    assert(sameValue(settled.value, value), says.otherValue(value, settled.value));
    assert(settled.took === due, says.lateAfterStop(due, settled.took), drawing);
  }

  // Stopped from outside, it is the same.
  const [stop = 0, rest = 0] = times(lab, 2);
  const work = new Work(lab, { ms: stop + ms, cleanUpMs: rest, stopped: { gives: value } });
  const outer = new AbortController();
  const stopping = sleep(stop).then(() => outer.abort(lab.error()));
  const settled = await limited(lab, { ms: stop + ms, work: work.run, options: { signal: outer.signal } });
  await stopping;
  if (settled.status === 'rejected' && (isSlip(settled.reason) || settled.took < stop)) throw settled.reason;
  // Whether it hears of that, and is waited for, is for another check.
  if (work.heardAt === undefined || settled.took < stop + rest) return;
  if (settled.status === 'rejected') fail(says.resultDroppedAfterOuter(settled.reason));
  assert(sameValue(settled.value, value), says.otherValue(value, settled.value));
});

check('never-begins', async (lab) => {
  for (const ms of [0, -lab.random.int(1, 500)]) {
    const begin = lab.elapsed();
    const work = new Work(lab, { ms: lab.duration({ from: 48, to: 2_000 }) });
    const settled = await limited(lab, { ms, work: work.run });
    assert(work.starts === 0, says.beganWithoutTime(ms));
    if (settled.status === 'fulfilled') fail(says.gaveWithoutTime(ms, settled.value));
    if (isSlip(settled.reason)) throw settled.reason;
    assert(isTimeoutError(settled.reason), says.otherName(settled.reason));
    assert(settled.at === begin, says.waitedWithoutTime(ms, settled.at - begin));
  }
  for (const reason of [lab.error(), lab.text(), null]) {
    const begin = lab.elapsed();
    const [ms = 0, limit = 0] = times(lab, 2);
    const work = new Work(lab, { ms });
    const settled = await limited(lab, { ms: limit, work: work.run, options: { signal: AbortSignal.abort(reason) } });
    assert(work.starts === 0, says.beganAfterStop(reason));
    if (settled.status === 'fulfilled') fail(says.gaveAfterStop(settled.value));
    if (isSlip(settled.reason)) throw settled.reason;
    assert(sameValue(settled.reason, reason), says.otherReason(reason, settled.reason));
    assert(settled.at === begin, says.waitedAfterStop(settled.at - begin));
  }
});

check('outer', async (lab) => {
  for (const reason of [lab.error(), named(lab.error(), 'TimeoutError'), lab.text(), null]) {
    for (const overtakes of [true, false]) {
      const begin = lab.elapsed();
      const [stop = 0, limit = 0, ms = 0] = times(lab, 3);
      // While it cleans up, the limit comes: that makes no difference any more.
      const cleanUpMs = overtakes ? limit - stop + 24 : 0;
      const work = new Work(lab, { ms, cleanUpMs });
      const outer = new AbortController();
      const stopping = sleep(stop).then(() => outer.abort(reason));
      const settled = await limited(lab, { ms: limit, work: work.run, options: { signal: outer.signal } });
      await stopping;
      const due = stop + cleanUpMs;
      const drawing = drawn(begin, [span(begin, due), ...work.spans(begin, stop)]);
      if (settled.status === 'rejected' && settled.took < stop) throw settled.reason;
      assert(work.heardAt !== undefined, says.outerNotHeard({ stop, limit }), drawing);
      assert(work.heardAt - begin === stop, says.outerHeardAt({ stop, limit }, work.heardAt - begin), drawing);
      assert(settled.status === 'rejected', says.outerGave(reason), drawing);
      if (isSlip(settled.reason)) throw settled.reason;
      assert(sameValue(settled.reason, reason), says.otherReason(reason, settled.reason), drawing);
      assert(settled.took === due, says.outerDidNotWait({ stop, cleanUpMs }, settled.took), drawing);
    }
  }
});

check('nested', async (lab) => {
  await outerIsShorter(lab);
  await innerIsShorter(lab);
});

/** What stops the outer one stops the inner one, which has time left. */
async function outerIsShorter(lab: Lab): Promise<void> {
  const begin = lab.elapsed();
  const [short = 0, long = 0, ms = 0] = times(lab, 3);
  const work = new Work(lab, { ms });
  let signal: AbortSignal | undefined;
  let inner: Ended | undefined;
  const outer = await limited(lab, {
    name: names.outer,
    ms: short,
    work: async (given) => {
      signal = given;
      inner = await limited(lab, { name: names.inner, atOnce: true, ms: long, work: work.run, options: { signal: given } });
      if (inner.status === 'rejected') throw inner.reason;
      return inner.value;
    },
  });
  await sleep(long);
  const heardAt = work.heardAt === undefined ? undefined : work.heardAt - begin;
  const drawing = drawn(begin, [span(begin, short, 'rejected', names.outer), span(begin, short, 'rejected', names.inner), ...work.spans(begin, short)]);
  // What failed before there was anything to stop is no matter of signals.
  for (const one of [inner, outer]) if (one?.status === 'rejected' && one.took < short) throw one.reason;
  assert(heardAt === short, says.innerHeardAt({ short, long }, heardAt), drawing);
  assert(inner?.status === 'rejected', says.innerGave(short), drawing);
  assert(inner.reason === signal?.reason, says.innerOtherReason(signal?.reason, inner.reason));
  if (outer.status === 'fulfilled') fail(says.innerGave(short));
}

/** The work of one call is stopped by a call inside of it, and goes on with something else. */
async function innerIsShorter(lab: Lab): Promise<void> {
  const begin = lab.elapsed();
  const [short = 0, rest = 0, ms = 0, long = 0] = times(lab, 4);
  const value = lab.text();
  const work = new Work(lab, { ms });
  let signal: AbortSignal | undefined;
  let isStopped: boolean | undefined;
  const outer = await limited(lab, {
    name: names.outer,
    ms: short + rest + long,
    work: async (given) => {
      signal = given;
      const inner = await limited(lab, { name: names.inner, atOnce: true, ms: short, work: work.run, options: { signal: given } });
      if (inner.status === 'rejected' && inner.took < short) throw inner.reason;
      await sleep(rest);
      isStopped = given instanceof AbortSignal && given.aborted;
      return value;
    },
  });
  // What it fails with in that way is no timeout's, but a slip in the student's code.
  if (outer.status === 'rejected' && outer.took < short) throw outer.reason;
  assert(signal instanceof AbortSignal, says.noSignal);
  const heardAt = work.heardAt === undefined ? undefined : work.heardAt - begin;
  const drawing = drawn(begin, [span(begin, short + rest, 'fulfilled', names.outer), span(begin, short, 'rejected', names.inner), ...work.spans(begin, short)]);
  assert(heardAt === short, says.innerNotStopped(short, heardAt), drawing);
  assert(isStopped === false, says.outerStoppedByInner);
  if (outer.status === 'rejected') fail(says.outerFailedByInner(outer.reason));
  assert(sameValue(outer.value, value), says.otherValue(value, outer.value));
}

check('leaves-nothing', async (lab) => {
  const error = lab.error();
  const stop = new AbortController();
  const [ms = 0, limit = 0] = times(lab, 2);
  const gives = new Work(lab, { ms, ending: { gives: lab.text() } });
  const breaks = new Work(lab, { ms, ending: { throws: error } });
  const stopped = new Work(lab, { ms: limit });
  const breaksAtOnce = (): never => {
    throw error;
  };
  const ended = await limited(lab, { ms: limit, work: gives.run, options: { signal: stop.signal } });
  if (ended.status === 'rejected') throw ended.reason;
  assert(ended.timers === 0, says.timerLeft({ ms, limit }));
  for (const { work, say } of [
    { work: breaks.run, say: says.timerLeftByError },
    { work: breaksAtOnce, say: says.timerLeftByThrow },
    { work: stopped.run, say: says.timerLeftByStop },
  ]) {
    const stopping = work === stopped.run ? sleep(ms).then(() => stop.abort(error)) : undefined;
    const { timers } = await limited(lab, { ms: limit, work, options: { signal: stop.signal } });
    await stopping;
    assert(timers === 0, say);
  }
});

function named(error: Error, name: string): Error {
  return Object.assign(error, { name });
}

/** An error of JavaScript's own, which tells its line. */
function isSlip(reason: unknown): boolean {
  return reason instanceof TypeError || reason instanceof ReferenceError || reason instanceof RangeError;
}

function limited(lab: Lab, how: Limited): Promise<Ended> {
  return ended(timeout, lab, how);
}
