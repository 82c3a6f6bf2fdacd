import { CancelledError, sleep, type Span, type Task } from '@teatime/core';
import { brew, cancelAndWait, shield } from '@teatime/exercises/cancellation';
import { assert, call, type Call, check, fail, type Lab, sameValue, type Text } from '@teatime/grader/kit';
import { requireNoBug } from './cancellation/bugs.ts';
import { says } from './cancellation/says.ts';
import { abortsAfter, type Course, courseOf, never, type Planned, startOf, stepsOf, timeOf, type Wish } from './cancellation/steps.ts';
import { deafTask, kinds, listeningTask, shieldedWorks } from './cancellation/tasks.ts';

check('all-steps', async (lab) => {
  const planned = stepsOf(lab, [{}, {}, {}, {}]);
  const { end, expected } = smooth(planned);
  const { at } = await start(lab, planned, never()).fulfilled(says.brewHangs);
  planned.reduce((due, { name, start: { startedAt, starts, ms }, undo }, i) => {
    assert(startedAt !== undefined, says.neverBegun(name), { expected, begins: 'never' });
    const before = planned[i - 1]?.name ?? '';
    assert(startedAt >= due, says.begunTooEarly(name, startedAt, before, due), { expected });
    assert(startedAt === due, says.begunLate(name, startedAt, due), { expected });
    assert(starts === 1, says.begunTwice(name, starts));
    assert(undo.calls === 0, says.undoneForNothing(name), { expected });
    return due + ms;
  }, 0);
  assert(at === end, says.brewEnded(end, at), { expected });
});

check('stops-at-once', async (lab) => {
  // Once in the first step, where nothing is to be undone, and once further down.
  for (const before of [0, 2]) {
    const begin = lab.elapsed();
    const reason = lab.error('the guest has left');
    const { done, under, later, all } = cutSteps(lab, before, { cleanUpMs: lab.random.int(120, 480) });
    const inside = lab.random.int(5, under.start.ms - 5);
    const abort = timeOf(done) + inside;
    const { end, expected } = courseOf(begin, done, { planned: under, ms: inside + under.cleanUpMs, status: 'cancelled' });
    const settled = await start(lab, all, abortsAfter(abort, reason)).ended(says.brewHangs);
    if (settled.status === 'rejected') requireNoBug(settled, begin + abort, reason);
    const { startedAt, stoppedAt } = under.start;
    assert(startedAt !== undefined, says.neverBegun(under.name), { expected });
    assert(stoppedAt !== undefined, says.notStopped(under.name, abort), { expected });
    assert(stoppedAt - begin === abort, says.stoppedLate(under.name, abort, stoppedAt - begin), { expected });
    for (const { name, start: { starts } } of later) assert(starts === 0, says.begunAfterAbort(name, abort), { expected });
    if (settled.status === 'fulfilled') fail(says.swallowed(abort), { expected });
    // How long the undoing takes is for another check.
    const at = settled.at - begin;
    assert(at >= abort + under.cleanUpMs, says.leftBeforeCleanUp(under.name, abort + under.cleanUpMs, at), { expected });
    if (before === 0 && under.undo.calls === 0) assert(at === end, says.brewEnded(end, at), { expected });
  }
});

check('between-steps', async (lab) => {
  const reason = lab.error('nobody is thirsty');
  for (const why of [reason, null]) {
    const begin = lab.elapsed();
    const early = stepsOf(lab, [{}, {}]);
    const refused = await start(lab, early, AbortSignal.abort(why)).ended(says.brewHangs);
    for (const { name, start: { calls } } of early) assert(calls === 0, says.begunAlthoughAborted(name));
    if (refused.status === 'fulfilled') fail(says.swallowedBefore);
    requireNoBug(refused, begin, why);
    assert(refused.at === begin, says.refusedLate(refused.at - begin));
  }

  // A step that takes no notice; one that hears of it, and is done all the same. A reason can be anything.
  for (const { why, ...wish } of [{ deaf: true, why: null }, { stopped: { gives: undefined }, why: reason }]) {
    const begin = lab.elapsed();
    const { done, under, later, all } = cutSteps(lab, 1, wish);
    const inside = lab.random.int(5, under.start.ms - 5);
    const abort = timeOf(done) + inside;
    const settled = await start(lab, all, abortsAfter(abort, why)).ended(says.brewHangs);
    if (settled.status === 'rejected') requireNoBug(settled, begin + abort, why);
    for (const { name, start: { calls } } of later) assert(calls === 0, says.begunUnheard(name, abort, under.name));
    assert(settled.status === 'rejected', says.swallowed(abort));
    // Whether anything is undone is for another check.
    assert(under.undo.calls > 0 || done.every(({ undo }) => undo.calls === 0), says.doneUnheardNotUndone(under.name, abort));
  }

  // The last one: the tea is ready.
  const [first, last] = stepsOf(lab, [{}, { deaf: true }], 1);
  if (!first || !last) return;
  const inside = lab.random.int(5, last.start.ms - 5);
  const ready = await start(lab, [first, last], abortsAfter(first.start.ms + inside, reason)).ended(says.brewHangs);
  if (ready.status === 'fulfilled') return;
  if (ready.reason !== reason) throw ready.reason;
  fail(says.tooLateToStop(last.name));
});

check('undo-backwards', async (lab) => {
  const reason = lab.error('the guest has left');
  const { done, under, later, all } = cutSteps(lab, 3, { cleanUpMs: lab.random.int(120, 480) });
  const inside = lab.random.int(5, under.start.ms - 5);
  const abort = timeOf(done) + inside;
  const { end, expected } = courseOf(0, done, { planned: under, ms: inside + under.cleanUpMs, status: 'cancelled' });
  const settled = await start(lab, all, abortsAfter(abort, reason)).ended(says.brewHangs);
  if (settled.status === 'rejected') requireNoBug(settled, abort, reason);
  assert(under.start.stoppedAt !== undefined, says.notStopped(under.name, abort), { expected });
  for (const { name, undo } of done) {
    assert(undo.startedAt !== undefined, says.notUndone(name), { expected });
    assert(undo.calls === 1, says.undoneTwice(name, undo.calls), { expected });
  }
  for (const { name, undo } of [under, ...later]) assert(undo.calls === 0, says.undoneThoughNotDone(name), { expected });
  const came = done.toSorted((a, b) => (a.undo.startedAt ?? 0) - (b.undo.startedAt ?? 0));
  const [one, two] = came;
  assert(one?.undo.startedAt !== two?.undo.startedAt, says.undoneTogether(one?.name ?? '', two?.name ?? ''), { expected });
  const [due, names] = [done.toReversed(), came].map((steps) => steps.map(({ name }) => name));
  assert(sameValue(names, due), says.undoneInOrder(due ?? [], names ?? []), { expected });
  const stopped = abort + under.cleanUpMs;
  done.toReversed().reduce((from, { undo }) => {
    const { startedAt = from } = undo;
    assert(startedAt >= stopped, says.undoneTooEarly(undo.name, startedAt, under.name, stopped), { expected });
    assert(startedAt === from, says.undoneAt(undo.name, startedAt, from), { expected });
    return from + undo.ms;
  }, stopped);
  assert(settled.at >= end, says.undoNotAwaited(settled.at, end), { expected });
  assert(settled.at === end, says.brewEnded(end, settled.at), { expected });

  // Two steps may have one name.
  const [label = ''] = lab.names(1);
  const twins = stepsOf(lab, [{ name: label }, { name: label }, {}], 2);
  const [twin, other, cut] = twins;
  if (!twin || !other || !cut) return;
  await start(lab, twins, abortsAfter(timeOf([twin, other]) + 12, reason)).ended(says.brewHangs);
  for (const { undo } of [twin, other]) assert(undo.calls === 1, says.namesakeNotUndone(label));

  // One call within another: what is kept outside of the function is shared by both.
  const begin = lab.elapsed();
  const [first, long] = stepsOf(lab, [{}, { ms: 20_000 }]);
  if (!first || !long) return;
  const outer = start(lab, [first, long], abortsAfter(first.start.ms + 15_000, reason));
  await sleep(first.start.ms + 12);
  const within = cutSteps(lab, 1, {});
  await start(lab, within.all, abortsAfter(timeOf(within.done) + 12, reason)).ended(says.brewHangs);
  await outer.ended(says.brewHangs);
  for (const { undo } of [first, ...within.done]) assert(undo.calls === 1, says.mixedUp);
  assert(first.undo.startedAt === begin + first.start.ms + 15_000, says.mixedUp);
});

check('very-reason', async (lab) => {
  for (const reason of lab.reasons()) {
    const begin = lab.elapsed();
    const { done, under, all } = cutSteps(lab, 1, {});
    const abort = timeOf(done) + lab.random.int(5, under.start.ms - 5);
    const signal = abortsAfter(abort, reason);
    const settled = await start(lab, all, signal).ended(says.brewHangs);
    if (settled.status === 'fulfilled') fail(says.swallowed(abort));
    requireNoBug(settled, begin + abort, signal.reason);
    assert(sameValue(settled.reason, signal.reason), says.otherReason(signal.reason, settled.reason));
  }
  const reason = lab.error('nobody is thirsty');
  const refused = await start(lab, stepsOf(lab, [{}]), AbortSignal.abort(reason)).ended(says.brewHangs);
  // That nothing begins then is for another check.
  if (refused.status === 'rejected') assert(refused.reason === reason, says.otherReason(reason, refused.reason));
});

check('own-error', async (lab) => {
  for (const error of lab.reasons()) {
    const begin = lab.elapsed();
    const { done, under, later, all } = cutSteps(lab, 2, { ending: { throws: error } });
    const { end, expected } = courseOf(begin, done, { planned: under, ms: under.start.ms, status: 'rejected' });
    const settled = await start(lab, all, never()).ended(says.brewHangs);
    if (settled.status === 'rejected') requireNoBug(settled, begin + timeOf([...done, under]), error);
    for (const { name, start: { calls } } of later) assert(calls === 0, says.begunAfterError(name, under.name), { expected });
    if (settled.status === 'fulfilled') fail(says.errorLost(under.name, error), { expected });
    assert(sameValue(settled.reason, error), says.otherError(under.name, error, settled.reason), { expected });
    const last = done.at(-1);
    assert(last?.undo.startedAt !== undefined, says.notUndoneAfterError(last?.name ?? '', under.name), { expected });
    for (const { undo } of done) {
      assert(undo.endedAt !== undefined && undo.endedAt <= settled.at, says.undoNotAwaited(settled.at - begin, end), { expected });
    }
  }
});

check('shield-frees-the-waiter', async (lab) => {
  for (const [i, make] of shieldedWorks.entries()) {
    const begin = lab.elapsed();
    // A reason can be anything.
    const reason = i === 0 ? null : lab.error('the guest has left');
    const { kind, job, work, wasStopped } = make(lab);
    const abort = lab.random.int(5, job.ms - 5);
    const whole = { task: 'shield', from: begin, to: begin + abort, status: 'rejected' } as const;
    const expected = [whole, job.span(begin)];
    const settled = await shieldOf(lab, work, abortsAfter(abort, reason)).ended(says.shieldHangs);
    if (settled.status === 'rejected') requireNoBug(settled, begin + abort, reason);
    assert(job.starts === 1, says.workNotBegun(kind, job.starts), { expected });
    assert(!wasStopped() && job.endedAt === begin + job.ms, says.workStopped(job.name, abort), { expected });
    const at = settled.at - begin;
    assert(settled.status === 'rejected' && at === abort, says.waitedOn(abort, at), { expected });
    assert(settled.reason === reason, says.shieldOtherReason(reason, settled.reason));
  }

  for (const [i, { kind, make }] of kinds.entries()) {
    const begin = lab.elapsed();
    const reason = i === 0 ? null : lab.error('nobody is thirsty');
    const job = lab.job<unknown>({ ms: lab.duration({ to: 900 }), ending: { gives: lab.text() } });
    const settled = await shieldOf(lab, make(job), AbortSignal.abort(reason)).ended(says.shieldHangsAborted);
    assert(settled.status === 'rejected' && settled.at === begin, says.shieldAborted(settled.at - begin));
    assert(settled.reason === reason, says.shieldOtherReason(reason, settled.reason));
    assert(job.startedAt === begin, says.workLeftOut(kind));
  }

  // Two who wait, and one signal for both.
  const begin = lab.elapsed();
  const jobs = [lab.job({ ms: lab.duration({ from: 60, to: 3000 }) }), lab.job({ ms: lab.duration({ from: 60, to: 3000 }) })];
  const abort = lab.random.int(5, Math.min(...jobs.map(({ ms }) => ms)) - 5);
  const [reason, controller] = [lab.error('the guest has left'), new AbortController()];
  const waiting = jobs.map((job) => shieldOf(lab, job.run(), controller.signal));
  await sleep(abort);
  controller.abort(reason);
  for (const each of waiting) {
    const settled = await each.ended(says.shieldHangs);
    assert(settled.status === 'rejected' && settled.at === begin + abort, says.shieldSignalTaken(abort));
  }
});

check('shield-passes-outcomes', async (lab) => {
  const values = lab.values().map((gives) => ({ gives }));
  const reasons = lab.reasons().map((throws) => ({ throws }));
  for (const [i, ending] of lab.random.shuffle([...values, ...reasons]).entries()) {
    const begin = lab.elapsed();
    const job = lab.job<unknown>({ ms: lab.duration({ to: 3000 }), ending });
    const { make } = kinds[i % kinds.length] ?? fail(says.shieldHangs);
    const controller = new AbortController();
    const shielded = shieldOf(lab, make(job), controller.signal);
    const timers = lab.timers();
    const settled = await shielded.ended(says.shieldHangs);
    if (settled.status === 'rejected' && !(job.fails && sameValue(settled.reason, job.error))) {
      requireNoBug(settled, begin + job.ms);
      fail(job.fails ? says.shieldOtherError(job.error, settled.reason) : says.shieldThrewResult(job.result, settled.reason));
    }
    if (settled.status === 'fulfilled') {
      assert(!job.fails, says.shieldErrorLost(job.error, settled.value));
      assert(sameValue(settled.value, job.result), says.shieldOtherResult(job.result, settled.value));
    }
    assert(settled.at - begin === job.ms, says.shieldEnded(job.ms, settled.at - begin));
    assert(timers === 0, says.shieldLooks);
    assert(job.starts === 1, says.askedTwice(job.starts));
    // An abort that comes after the end is for others.
    controller.abort(lab.error());
  }
});

check('cancel-and-wait', async (lab) => {
  for (const message of [lab.text(), undefined]) {
    const begin = lab.elapsed();
    const cleanUpMs = lab.duration({ to: 400 });
    const listening = listeningTask(lab, { cleanUpMs });
    const { name } = listening.job;
    const cancel = lab.random.int(5, 90);
    await sleep(cancel);
    const end = cancel + cleanUpMs;
    const running = waitFor(lab, listening.task, message);
    const timers = lab.timers();
    const expected: readonly Span[] = [
      { task: name, from: begin, to: begin + end, status: 'cancelled' },
      { task: 'cancelAndWait', from: begin + cancel, to: begin + end, status: 'fulfilled' },
    ];
    const { value, at } = await running.fulfilled(says.cancelHangs, says.threwOn);
    const heard = listening.heard();
    assert(heard !== undefined, says.notCancelled(name), { expected });
    assert(listening.job.stoppedAt === begin + cancel, says.cancelledLate(name, (listening.job.stoppedAt ?? 0) - begin - cancel), { expected });
    assert(heard instanceof CancelledError && (message === undefined || heard.message === message), says.otherMessage(message, heard));
    assert(at - begin >= end, says.didNotWait(name, at - begin, end), { expected });
    assert(at - begin === end, says.waitedTooLong(name, end, at - begin), { expected });
    // The one of the clean-up is the suite's own.
    assert(timers === 0, says.cancelLooks);
    assert(value === 'cancelled', says.otherOutcome('cancelled', value, says.ways.cancelled));
  }
});

check('how-it-ended', async (lab) => {
  const { ways } = says;
  const ended = {
    finished: deafTask(lab.job({ ms: 24 })),
    empty: deafTask(lab.job<unknown>({ ms: 24, ending: { gives: undefined } })),
    failed: deafTask(lab.job({ ms: 24, ending: { throws: lab.error() } })),
    cancelled: listeningTask(lab).task,
  };
  ended.cancelled.cancel();
  await sleep(48);
  await requireOutcome(lab, ended.finished, 'finished', ways.hadFinished, 0);
  await requireOutcome(lab, ended.empty, 'finished', ways.hadGivenNothing, 0);
  await requireOutcome(lab, ended.failed, 'failed', ways.hadFailed, 0);
  await requireOutcome(lab, ended.cancelled, 'cancelled', ways.wasCancelled, 0);

  // Each begins to run just before: a call is waited for until every job has ended.
  const underWay = async (task: Task<unknown>, outcome: string, way: Text, ms: number): Promise<void> => {
    await sleep(12);
    await requireOutcome(lab, task, outcome, way, ms);
  };
  await underWay(listeningTask(lab, { stopped: { gives: lab.text() }, cleanUpMs: 36 }).task, 'finished', ways.stubborn, 36);
  // One has the name of a cancellation, and is none.
  for (const throws of [...lab.reasons(), Object.assign(lab.error(), { name: 'CancelledError' })]) {
    await underWay(listeningTask(lab, { stopped: { throws }, cleanUpMs: 24 }).task, 'failed', ways.failing, 24);
  }
  await underWay(deafTask(lab.job()), 'cancelled', ways.deaf, 0);
  const unbegun = lab.job();
  const { value } = await waitFor(lab, deafTask(unbegun)).fulfilled(says.cancelHangs, says.threwOn);
  assert(value === 'cancelled' && unbegun.starts === 0, says.otherOutcome('cancelled', value, ways.unbegun));
});

/** Calls brew. */
function start(lab: Lab, planned: readonly Planned[], signal: AbortSignal): Call<unknown> {
  return startOf(brew, lab, planned, signal);
}

/** Calls shield. */
function shieldOf(lab: Lab, work: Parameters<typeof shield>[0], signal: AbortSignal): Call<unknown> {
  return call<unknown>(lab, async () => await shield(work, signal), 'shield');
}

/** Calls cancelAndWait. */
function waitFor(lab: Lab, task: Task<unknown>, message?: string): Call<unknown> {
  return call<unknown>(lab, async () => await (message === undefined ? cancelAndWait(task) : cancelAndWait(task, message)), 'cancelAndWait');
}

async function requireOutcome(lab: Lab, task: Task<unknown>, outcome: string, way: Text, ms: number): Promise<void> {
  const begin = lab.elapsed();
  const { value, at } = await waitFor(lab, task).fulfilled(says.cancelHangs, says.threwOn);
  assert(value === outcome, says.otherOutcome(outcome, value, way));
  assert(at - begin === ms, says.outcomeAt(way, ms, at - begin));
}

interface Cut {
  readonly done: readonly Planned[];
  readonly under: Planned;
  readonly later: readonly Planned[];
  readonly all: readonly Planned[];
}

/** So many steps that are done, the one that is then under way, and one after it. */
function cutSteps(lab: Lab, before: number, wish: Wish): Cut {
  const all = stepsOf(lab, [...Array.from({ length: before }, () => ({})), wish, {}], before);
  const under = all[before] ?? fail(says.brewHangs);
  return { done: all.slice(0, before), under, later: all.slice(before + 1), all };
}

/** Steps that nobody stops. */
function smooth(planned: readonly Planned[]): Course {
  const end = timeOf(planned);
  const steps = planned.map(({ start: job }, i) => job.span(timeOf(planned.slice(0, i))));
  return { end, expected: [{ task: 'brew', from: 0, to: end, status: 'fulfilled' }, ...steps] };
}
