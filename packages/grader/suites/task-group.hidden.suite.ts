import { sleep } from '@teatime/core';
import { taskGroup, type TaskGroup, type TaskGroupOptions } from '@teatime/exercises/task-group';
import { assert, check, fail, type Lab, sameValue } from '@teatime/grader/kit';
import { type Body, type Ended, grouped, makeAll, span, stoppedSpan, times } from './task-group/grouped.ts';
import { errorsOf, requireErrors, requireStopped, successOf, throwSlip } from './task-group/require.ts';
import { whys } from './task-group/says.ts';
import { type Late, saysOfHidden } from './task-group/says-hidden.ts';

check('no-more-tasks', async (lab) => {
  // The group is over, well and not.
  let kept: TaskGroup | undefined;
  const keep: Body = async (group) => {
    kept = group;
    return await Promise.resolve('tea');
  };
  successOf(await start(lab, keep));
  await requireRefused(lab, kept, 'over');
  const error = lab.error();
  const failed = await start(lab, async (group) => {
    await keep(group);
    throw error;
  });
  if (failed.status === 'fulfilled') await requireRefused(lab, kept, 'over');
  else await requireRefused(lab, kept, 'failed');

  // It is being stopped, by a failure and from outside.
  for (const late of ['stopping', 'stopped-outside'] as const) {
    const [at = 0, ms = 0] = times(lab, 2);
    const outer = new AbortController();
    const culprit = lab.job({ ms: at, ending: { throws: lab.error() } });
    const sibling = lab.job({ ms });
    let trial: Promise<void> | undefined;
    const tryLate = async (group: TaskGroup, signal: AbortSignal): Promise<unknown> => {
      try {
        return await sibling.work(signal);
      } catch (reason) {
        trial = requireRefused(lab, group, late);
        // Heard below: here it would be an error of the group.
        trial.catch(() => {});
        await sleep(cleanUpMs);
        throw reason;
      }
    };
    lab.expectTimers(2);
    if (late === 'stopped-outside') void sleep(at).then(() => outer.abort(lab.error()));
    const ended = await start(lab, (group) => {
      group.createTask((signal) => tryLate(group, signal));
      if (late === 'stopping') group.createTask(culprit.work);
      return Promise.resolve();
    }, { signal: outer.signal });
    if (ended.status === 'rejected' && !(ended.reason instanceof AggregateError)) throwSlip([ended.reason], [outer.signal.reason, culprit.error]);
    await trial;
  }
});

/** The group takes no work any more: createTask throws, and the work does not begin. */
async function requireRefused(lab: Lab, group: TaskGroup | undefined, late: Late): Promise<void> {
  const job = lab.job({ ms: 1 });
  let given: unknown;
  let isRefused = false;
  try {
    given = group?.createTask(job.work);
  } catch {
    isRefused = true;
  }
  // A task that was accepted begins by now, and what becomes of it is no matter of this check.
  await sleep(1);
  void Promise.resolve(given).catch(() => {});
  assert(job.starts === 0, saysOfHidden.lateBegan(late));
  assert(isRefused, saysOfHidden.lateAccepted(late, given));
}

check('nested', async (lab) => {
  await innerFails(lab);
  await outerFails(lab);
});

/** A task of the inner group fails: its AggregateError is the one error of the outer group, and both stop. */
async function innerFails(lab: Lab): Promise<void> {
  const begin = lab.elapsed();
  const [at = 0, ms = 0, long = 0] = times(lab, 3);
  const culprit = lab.job({ ms: at, ending: { throws: lab.error() } });
  const [within, beside] = [lab.job({ ms }), lab.job({ ms: long })];
  let inner: Ended | undefined;
  const ended = await start(lab, (group) => {
    group.createTask(async (signal) => {
      const running = taskGroup((innerGroup) => makeAll(innerGroup, [within, culprit]), { signal });
      const [settled] = await Promise.allSettled([running]);
      inner = { ...settled, begin, at: lab.elapsed(), timers: lab.timers(), took: lab.elapsed() - begin };
      await running;
    });
    group.createTask(beside.work);
    return Promise.resolve();
  });
  const expected = [span(begin, at), culprit.span(begin), stoppedSpan(within, begin, at), stoppedSpan(beside, begin, at)];
  if (!inner) throw ended.status === 'rejected' ? ended.reason : new Error('the inner group did not end');
  requireErrors(inner, [culprit], { expected });
  const reason = inner.status === 'rejected' ? inner.reason : undefined;
  const errors = errorsOf(ended, [{ name: 'taskGroup', error: reason }], { expected });
  assert(!errors.some((error) => sameValue(error, culprit.error)), saysOfHidden.flattened(culprit.error), { expected });
  if (errors.length !== 1 || errors[0] !== reason) fail(saysOfHidden.innerLost(errors), { expected });
  for (const job of [within, beside]) requireStopped(job, { begin, at, why: whys.failed(culprit.name) }, { expected });
}

/** A task of the outer group fails: the inner group is stopped, and that is no error. */
async function outerFails(lab: Lab): Promise<void> {
  const begin = lab.elapsed();
  const [at = 0, ms = 0] = times(lab, 2);
  const culprit = lab.job({ ms: at, ending: { throws: lab.error() } });
  const within = lab.job({ ms, cleanUpMs });
  const ended = await start(lab, (group) => {
    group.createTask((signal) => taskGroup((innerGroup) => makeAll(innerGroup, [within]), { signal }));
    group.createTask(culprit.work);
    return Promise.resolve();
  });
  const expected = [span(begin, at + cleanUpMs), culprit.span(begin), stoppedSpan(within, begin, at, cleanUpMs)];
  requireErrors(ended, [culprit], { expected });
  requireStopped(within, { begin, at, why: whys.failed(culprit.name) }, { expected });
}

/** In milliseconds. */
const cleanUpMs = 36;

/** Calls taskGroup and waits for its end. */
function start(lab: Lab, body: Body, options?: TaskGroupOptions): Promise<Ended> {
  return grouped(taskGroup, lab, body, options);
}
