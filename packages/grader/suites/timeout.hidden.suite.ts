import { sleep } from '@teatime/core';
import { timeout } from '@teatime/exercises/timeout';
import { assert, check, fail, sameValue } from '@teatime/grader/kit';
import { drawn, ended, isTimeoutError, span, times } from './timeout/limited.ts';
import { saysOfHidden } from './timeout/says-hidden.ts';
import { Work } from './timeout/work.ts';

check('clean-up-fails', async (lab) => {
  const [cleanUpMs = 0, limit = 0, ms = 0] = times(lab, 3);
  for (const [round, error] of [lab.error(), lab.error(), lab.text()].entries()) {
    const begin = lab.elapsed();
    // The last one fails at once.
    const pause = round === 2 ? 0 : cleanUpMs;
    const work = new Work(lab, { ms, cleanUpMs: pause, stopped: { throws: error } });
    const settled = await ended(timeout, lab, { ms: limit, work: work.run });
    const due = limit + pause;
    const drawing = drawn(begin, [span(begin, due), ...work.spans(begin, limit)]);
    if (settled.status === 'rejected' && settled.took < limit) throw settled.reason;
    // Whether it is stopped at all is for another check.
    if (work.heardAt === undefined) return;
    assert(settled.took >= due, saysOfHidden.cleanUpNotAwaited({ limit, cleanUpMs: pause }, error, settled.took), drawing);
    if (settled.status === 'fulfilled') fail(saysOfHidden.cleanUpErrorLost(error, settled.value), drawing);
    if (!sameValue(settled.reason, error) && !isTimeoutError(settled.reason)) throw settled.reason;
    assert(sameValue(settled.reason, error), saysOfHidden.cleanUpErrorHidden(error, settled.reason), drawing);
  }

  const [stop = 0, limitOfStopped = 0] = times(lab, 2);
  const [error, reason] = [lab.error(), lab.error()];
  const work = new Work(lab, { ms: limitOfStopped, cleanUpMs, stopped: { throws: error } });
  const outer = new AbortController();
  const stopping = sleep(stop).then(() => outer.abort(reason));
  const settled = await ended(timeout, lab, { ms: limitOfStopped, work: work.run, options: { signal: outer.signal } });
  await stopping;
  if (settled.status === 'rejected' && settled.took < stop) throw settled.reason;
  // Whether it hears of that, and is waited for, is for another check.
  if (work.heardAt === undefined || settled.took < stop + cleanUpMs) return;
  if (settled.status === 'fulfilled') fail(saysOfHidden.cleanUpErrorLost(error, settled.value));
  assert(sameValue(settled.reason, error), saysOfHidden.cleanUpErrorHiddenByOuter(error, reason, settled.reason));
});

check('separate', async (lab) => {
  const [stop = 0, first = 0, second = 0, inTime = 0, long = 0, ms = 0] = times(lab, 6);
  const error = lab.error();
  // Whether one alone is stopped is for another check.
  const alone = new Work(lab, { ms });
  const usual = await ended(timeout, lab, { ms: first, work: alone.run });
  if (usual.status === 'rejected' && usual.took < first) throw usual.reason;
  if (alone.heardAt !== first || usual.status === 'fulfilled') return;

  const outer = new AbortController();
  const gives = new Work(lab, { ms: inTime, ending: { gives: lab.text() } });
  const [stopped, stoppedToo, early, late] = [new Work(lab, { ms }), new Work(lab, { ms }), new Work(lab, { ms }), new Work(lab, { ms })];
  const begin = lab.elapsed();
  // In one breath, and in no order of their ends: what they share is the last one's.
  const calls = lab.atOnce(() => [
    ended(timeout, lab, { ms: second, work: late.run }),
    ended(timeout, lab, { ms: long, work: gives.run }),
    ended(timeout, lab, { ms: long, work: stopped.run, options: { signal: outer.signal } }),
    ended(timeout, lab, { ms: long, work: stoppedToo.run, options: { signal: outer.signal } }),
    ended(timeout, lab, { ms: first, work: early.run }),
  ]);
  const stopping = sleep(stop).then(() => outer.abort(error));
  const [, given] = await Promise.all(calls);
  await stopping;
  for (const { work, limit } of [{ work: early, limit: first }, { work: late, limit: second }]) {
    const { heardAt } = work;
    assert(heardAt !== undefined, saysOfHidden.neverStoppedBesides(limit));
    assert(heardAt - begin === limit, saysOfHidden.stoppedBesides(limit, heardAt - begin));
  }
  assert(gives.heardAt === undefined, saysOfHidden.stoppedInTime({ ms: inTime, limit: long }, gives.heardAt && gives.heardAt - begin));
  // Whether a signal of the caller's is heard at all is for another check.
  const heardInTime = [stopped, stoppedToo].filter(({ heardAt }) => heardAt === begin + stop).length;
  assert(heardInTime !== 1, saysOfHidden.signalTakenAway(stop));
  assert(given?.status === 'fulfilled' && sameValue(given.value, gives.result), saysOfHidden.mixedUp({ ms: inTime, limit: long }, given));
});
