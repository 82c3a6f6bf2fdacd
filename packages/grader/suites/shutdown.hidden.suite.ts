import { serve } from '@teatime/exercises/shutdown';
import { assert, check, fail } from '@teatime/grader/kit';
import { reportOf, requireBegan, requireReport } from './shutdown/require.ts';
import { says } from './shutdown/says.ts';
import { saysOfHidden } from './shutdown/says-hidden.ts';
import { abortsAfter, servedJobs, span, stoppedSpan, times } from './shutdown/served.ts';

check('kill-alone', async (lab) => {
  const [first = 0, second = 0, kill = 0, third = 0] = times(lab, 4);
  const cleanUpMs = lab.duration({ from: 24, to: 900 });
  const [one, other, late] = [lab.job({ ms: third, cleanUpMs }), lab.job({ ms: third }), lab.job({ ms: 10 })];
  const ended = await servedJobs(serve, lab, { orders: [[first, one], [second, other], [third, late]], closesAt: third, kill: abortsAfter(lab, kill) });
  const due = kill + cleanUpMs;
  const expected = [span(0, due), stoppedSpan(one, 0, first, kill, cleanUpMs), stoppedSpan(other, 0, second, kill)];
  const { settled } = ended;
  if (settled.status === 'rejected' && ended.took < kill) throw settled.reason;
  requireBegan(one, 0, first, { expected });
  for (const job of [one, other]) {
    assert(job.stoppedAt !== undefined, says.killNotHeard(job.name, kill), { expected });
    assert(job.stoppedAt === kill, says.killHeardAt(job.name, kill, job.stoppedAt), { expected });
  }
  assert(late.calls === 0, saysOfHidden.killDoesNotClose(late.name, kill), { expected });
  requireReport(ended, { finished: 0, failed: 0, cancelled: 2 }, [], { expected });
  assert(ended.took === due, saysOfHidden.killedEnd(due, ended.took), { expected });

  // There is an order to be had, but nobody wants any.
  const before = await servedJobs(serve, lab, { orders: [[0, lab.job({ ms: 10 })]], closesAt: 0, deaf: true, kill: AbortSignal.abort(lab.error()) });
  reportOf(before);
  assert(before.counter.askedAt.length === 0, saysOfHidden.killedBefore);
  assert(before.took === 0, saysOfHidden.killedEnd(0, before.took));
});

check('broken-and-stopped', async (lab) => {
  const [at = 0, breaksAt = 0] = times(lab, 2);
  const cleanUpMs = lab.duration({ from: 240, to: 900 });
  const reason = lab.error();
  const cleaner = lab.job({ ms: breaksAt + cleanUpMs, cleanUpMs });
  const ended = await servedJobs(serve, lab, { orders: [[at, cleaner]], breaks: { at: breaksAt, reason }, drainMs: 12, stop: abortsAfter(lab, breaksAt + 24) });
  const due = breaksAt + cleanUpMs;
  const expected = [span(0, due, 'rejected'), stoppedSpan(cleaner, 0, at, breaksAt, cleanUpMs)];
  const { settled } = ended;
  if (settled.status === 'rejected' && ended.took < breaksAt) throw settled.reason;
  requireBegan(cleaner, 0, at, { expected });
  if (settled.status === 'fulfilled') fail(saysOfHidden.brokenForgotten(reason, settled.value), { expected });
  assert(settled.reason === reason, says.brokenOtherError(reason, settled.reason), { expected });
  assert(ended.took === due, says.cleanUpEnd({ name: cleaner.name, told: breaksAt, due }, ended.took), { expected });
});

check('separate', async (lab) => {
  // The first ends while the other one has time yet.
  const [first = 0, second = 0, stop = 0] = lab.durations(3, { from: 40, to: 900 });
  const due = stop + 1_000 + lab.duration({ from: 40, to: 900 });
  const one = { quick: lab.job({ ms: stop - first }), slow: lab.job({ ms: 2 * due }), stop, due };
  const other = { quick: lab.job({ ms: stop - first }), slow: lab.job({ ms: 2 * due }), stop: stop + 24, due: due + 240 };
  const serving = [one, other].map(async ({ quick, slow, ...moments }) => await servedJobs(serve, lab, {
    orders: [[first, quick], [second, slow]],
    drainMs: moments.due - moments.stop,
    stop: abortsAfter(lab, moments.stop),
  }));
  const servers = await Promise.all(serving);
  for (const [index, { quick, slow, ...moments }] of [one, other].entries()) {
    const ended = servers[index];
    if (!ended) continue;
    const report = reportOf(ended);
    const expected = [span(0, moments.due), quick.span(first), stoppedSpan(slow, 0, second, moments.due)];
    for (const [job, at] of [[quick, first], [slow, second]] as const) requireBegan(job, 0, at, { expected });
    assert(slow.stoppedAt === moments.due, saysOfHidden.sharesTheTime(slow.name, moments.due, slow.stoppedAt), { expected });
    assert(report.finished === 1 && report.failed === 0 && report.cancelled === 1, saysOfHidden.sharesCounts);
    assert(ended.took === moments.due, saysOfHidden.sharesTheEnd(moments.due, ended.took), { expected });
  }
});
