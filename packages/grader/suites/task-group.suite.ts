import { CancelledError, sleep, Task } from '@teatime/core';
import { taskGroup, type TaskGroupOptions } from '@teatime/exercises/task-group';
import { assert, call, check, fail, field, type Job, type Lab, sameValue } from '@teatime/grader/kit';
import { type Body, type Ended, grouped, makeAll, name, span, stoppedSpan, times } from './task-group/grouped.ts';
import { errorsOf, requireErrors, requireStopped, successOf, throwSlip } from './task-group/require.ts';
import { says, whys } from './task-group/says.ts';

check('all-well', async (lab) => {
  for (const [round, value] of lab.values().entries()) {
    const begin = lab.elapsed();
    const [short = 0, middle = 0, long = 0] = times(lab, 3);
    const [label = ''] = lab.names(1);
    // The body is over before its tasks are in one round, and after them in the next.
    const own = lab.job({ ms: round % 2 === 0 ? short : long, ending: { gives: value } });
    const first = lab.job({ ms: middle });
    const second = lab.job<unknown>({ ms: round % 2 === 0 ? long : short, ending: { gives: value } });
    const made: unknown[] = [];
    const ended = await start(lab, async (group) => {
      made.push(group.createTask(first.work, { name: label }), group.createTask(second.run));
      return await own.work(group.signal);
    });
    const expected = [span(begin, long, 'fulfilled'), ...[own, first, second].map((job) => job.span(begin))];
    const given = successOf(ended);
    for (const job of [first, second]) {
      assert(job.startedAt !== undefined, says.neverBegan(job.name), { expected, begins: 'never' });
      assert(job.startedAt === begin, says.beganLate(job.name, job.startedAt - begin), { expected, begins: 'late' });
      assert(job.starts === 1, says.beganOften(job.name, job.starts), { expected });
    }
    assert(ended.took === long, says.tookLong(long, ended.took), { expected });
    assert(sameValue(given, value), says.otherValue(value, given));
    for (const [i, job] of [first, second].entries()) {
      const task = made[i];
      assert(task instanceof Task, says.noTask(task));
      assert(task.done(), says.taskNotDone(job.name));
      const result: unknown = task.result();
      assert(sameValue(result, job.result), says.otherResult(job.name, job.result, result));
      assert(i > 0 || task.name === label, says.otherName(label, task.name));
    }
  }
  // Nothing in it.
  const value = lab.text();
  const empty = await start(lab, () => Promise.resolve(value));
  assert(successOf(empty) === value, says.otherValue(value, successOf(empty)));
  assert(empty.took === 0, says.emptyTook(empty.took));
});

check('siblings-stop', async (lab) => {
  // It fails while the body goes on, when the body is over, and before it has given anything to wait for.
  for (const kind of ['body-on', 'body-over', 'at-once'] as const) {
    const begin = lab.elapsed();
    const [soon = 0, later = 0, ...others] = times(lab, 5);
    const at = kind === 'at-once' ? 0 : later;
    const error = lab.error();
    const culprit = lab.job({ ms: later, ending: { throws: error } });
    const quick = lab.job({ ms: soon });
    const siblings = others.map((ms) => lab.job({ ms }));
    const body = lab.job({ ms: Math.max(...others) + 1 });
    let thrown: { readonly error: unknown } | undefined;
    const ended = await start(lab, async (group) => {
      const list: ((signal: AbortSignal) => Promise<unknown>)[] = lab.random.shuffle([quick, ...siblings]).map(({ work }) => work);
      // Who is made before the one that fails is running then, and who is made after it, too, unless it fails at once.
      const place = kind === 'at-once' ? list.length : 1;
      list.splice(place, 0, kind === 'at-once' ? throwing(error) : culprit.work);
      try {
        for (const work of list) group.createTask(work);
      } catch (caught) {
        thrown = { error: caught };
        throw caught;
      }
      if (kind === 'body-on') await body.work(group.signal);
    });
    const why = whys.failed(kind === 'at-once' ? undefined : culprit.name);
    const drawn = siblings.map((job) => stoppedSpan(job, begin, at));
    const expected = [span(begin, at), ...(kind === 'at-once' ? [] : [culprit.span(begin), quick.span(begin)]), ...drawn];
    throwSlipOf(ended, error);
    if (kind === 'at-once' && thrown?.error === error) fail(says.createTaskThrows(error));
    for (const job of siblings) requireStopped(job, { begin, at, why }, { expected });
    if (kind === 'at-once') continue;
    assert(quick.endedAt === begin + soon && quick.stoppedAt === undefined, says.stoppedEarly(quick.name, soon, at), { expected });
  }
});

check('waits-for-clean-up', async (lab) => {
  const [at = 0, ...others] = times(lab, 3);
  const [short = 0, long = 0] = cleanUps(lab, 2);
  const error = lab.error();
  const culprit = lab.job({ ms: at, ending: { throws: error } });
  const [one, other] = [lab.job({ ms: others[0] ?? 0, cleanUpMs: long }), lab.job({ ms: others[1] ?? 0, cleanUpMs: short })];
  const ended = await start(lab, (group) => makeAll(group, [one, culprit, other]));
  const expected = [span(0, at + long), culprit.span(), stoppedSpan(one, 0, at, long), stoppedSpan(other, 0, at, short)];
  errorsOf(ended, [culprit], { expected });
  for (const job of [one, other]) requireStopped(job, { begin: 0, at, why: whys.failed(culprit.name) }, { expected });
  assert(ended.took === at + long, says.didNotWait({ name: one.name, at, due: at + long }, ended.took), { expected });
});

check('body-hears', async (lab) => {
  // Whether or not somebody could stop the group from outside.
  for (const options of [undefined, { signal: new AbortController().signal }]) {
    const begin = lab.elapsed();
    const [at = 0, ms = 0] = times(lab, 2);
    const [cleanUpMs = 0] = cleanUps(lab, 1);
    const culprit = lab.job({ ms: at, ending: { throws: lab.error() } });
    const own = lab.job({ name: 'body', ms, cleanUpMs });
    const ended = await start(lab, async (group) => {
      group.createTask(culprit.work);
      return await own.work(group.signal);
    }, options);
    const expected = [span(begin, at + cleanUpMs), culprit.span(begin), stoppedSpan(own, begin, at, cleanUpMs)];
    throwSlipOf(ended, culprit.error);
    assert(own.stoppedAt !== undefined, options ? says.bodyNotStoppedBesides(culprit.name, at) : says.bodyNotStopped(culprit.name, at), { expected });
    assert(own.stoppedAt === begin + at, says.bodyStoppedAt(culprit.name, at, own.stoppedAt - begin), { expected });
    requireErrors(ended, [culprit], { expected });
    assert(ended.took === at + cleanUpMs, says.didNotWait({ name: own.name, at, due: at + cleanUpMs }, ended.took), { expected });
  }
});

check('body-fails', async (lab) => {
  for (const kind of ['later', 'at-once'] as const) {
    const begin = lab.elapsed();
    const [soon = 0, ms = 0] = times(lab, 2);
    const at = kind === 'later' ? soon : 0;
    const [cleanUpMs = 0] = cleanUps(lab, 1);
    const error = lab.error();
    const own = lab.job({ name: 'body', ms: soon, ending: { throws: error } });
    const sibling = lab.job({ ms, cleanUpMs });
    const ended = await start(lab, (group) => {
      group.createTask(sibling.work);
      if (kind === 'at-once') throw error;
      return own.work(group.signal);
    });
    const expected = [span(begin, at + cleanUpMs), ...(kind === 'later' ? [own.span(begin)] : []), stoppedSpan(sibling, begin, at, cleanUpMs)];
    requireErrors(ended, [{ name: own.name, error }], { expected });
    // A task that is stopped before it begins need not begin at all.
    if (kind === 'at-once' && sibling.starts === 0) continue;
    requireStopped(sibling, { begin, at, why: whys.bodyFailed }, { expected });
    assert(ended.took === at + cleanUpMs, says.didNotWait({ name: sibling.name, at, due: at + cleanUpMs }, ended.took), { expected });
  }
});

check('every-error', async (lab) => {
  for (const reason of lab.reasons()) {
    const begin = lab.elapsed();
    const [at = 0, ms = 0] = times(lab, 2);
    const [short = 0, middle = 0, long = 0] = cleanUps(lab, 3);
    const failing = (cleanUpMs: number): Cleaner => {
      const error = lab.error();
      return { job: lab.job({ ms: ms + long, cleanUpMs, stopped: { throws: error } }), cleanUpMs, error };
    };
    const culprit = lab.job({ ms: at, ending: { throws: reason } });
    const [fast, slow] = [failing(short), failing(long)];
    // One has a result all the same, one passes the stop on, and one hears nothing and fails by itself.
    const stubborn = { job: lab.job({ ms: ms + long, cleanUpMs: middle, stopped: { gives: lab.text() } }), cleanUpMs: middle };
    const stopped = { job: lab.job({ ms: ms + long }), cleanUpMs: 0 };
    const deaf = lab.job({ ms: at + middle, ending: { throws: lab.error() } });
    const cleaners = [slow, stubborn, fast, stopped];
    const ended = await start(lab, (group) => {
      // In the list as well, the one that fails first is the last.
      for (const { job } of cleaners) group.createTask(job.work);
      group.createTask(deaf.run);
      group.createTask(culprit.work);
      return Promise.resolve();
    });
    const drawn = cleaners.map(({ job, cleanUpMs }) => stoppedSpan(job, begin, at, cleanUpMs));
    const expected = [span(begin, at + long), culprit.span(begin), deaf.span(begin), ...drawn];
    const failures = [culprit, { name: fast.job.name, error: fast.error }, deaf, { name: slow.job.name, error: slow.error }];
    requireErrors(ended, failures, { expected });
  }

  // Two that look alike are two.
  const [at = 0, ms = 0] = times(lab, 2);
  const error = lab.error();
  const culprit = lab.job({ ms: at, ending: { throws: error } });
  const alike = new Error(error.message);
  const another = lab.job({ ms, cleanUpMs: 24, stopped: { throws: alike } });
  const ended = await start(lab, (group) => makeAll(group, [another, culprit]));
  const failures = [culprit, { name: another.name, error: alike }];
  // Whether errors of a clean-up count at all was seen above.
  if (errorsOf(ended, failures).length === 1) fail(says.alikeAreOne(error));
  requireErrors(ended, failures);
});

check('awaited-error', async (lab) => {
  // The body passes on the error of the task, or keeps it to itself; and it awaits a task that is stopped.
  for (const kind of ['passes-on', 'keeps', 'awaits-stopped'] as const) {
    const begin = lab.elapsed();
    const [at = 0, ms = 0] = times(lab, 2);
    const culprit = lab.job({ ms: at, ending: { throws: lab.error() } });
    const sibling = lab.job({ ms });
    const ended = await start(lab, async (group) => {
      const other = group.createTask(sibling.work);
      const task = group.createTask(culprit.work);
      try {
        return await (kind === 'awaits-stopped' ? other : task);
      } catch (error) {
        if (kind !== 'keeps') throw error;
        return undefined;
      }
    });
    requireErrors(ended, [culprit], { expected: [span(begin, at), culprit.span(begin), stoppedSpan(sibling, begin, at)] });
  }
});

check('cancelled-task', async (lab) => {
  const [at = 0, middle = 0, long = 0] = times(lab, 3);
  const value = lab.text();
  const cancelled = lab.job({ ms: long + 1 });
  const others = [lab.job({ ms: long }), lab.job({ ms: middle })];
  let hasStopped = false;
  let task: unknown;
  const ended = await start(lab, async (group) => {
    task = group.createTask(cancelled.work);
    for (const { work } of others) group.createTask(work);
    await sleep(at);
    if (task instanceof Task) task.cancel();
    await sleep(1);
    hasStopped = group.signal.aborted;
    return value;
  });
  const expected = [span(0, long, 'fulfilled'), stoppedSpan(cancelled, 0, at), ...others.map((job) => job.span())];
  assert(task instanceof Task, says.noTask(task));
  const given = successOf(ended, (errors) => {
    const stop = errors.find((error) => error instanceof CancelledError || field(error, 'name') === 'AbortError');
    if (stop === undefined) return undefined;
    return cancelled.stoppedAt === undefined ? says.cancelNotHeard(cancelled.name, at) : says.cancelledCounts(cancelled.name, stop);
  });
  assert(cancelled.stoppedAt !== undefined, says.cancelNotHeard(cancelled.name, at), { expected });
  assert(cancelled.stoppedAt === at, says.stoppedAt(cancelled.name, at, cancelled.stoppedAt, whys.cancelled(cancelled.name)), { expected });
  for (const job of others) {
    assert(job.startedAt !== undefined, says.neverBegan(job.name), { expected, begins: 'never' });
    assert(job.stoppedAt === undefined, says.cancelStopsAll(cancelled.name, job.name), { expected });
  }
  assert(!hasStopped, says.cancelStopsGroup(cancelled.name));
  assert(task.cancelled(), says.notCancelled(cancelled.name));
  assert(given === value, says.otherValue(value, given));
  assert(ended.took === long, says.tookLong(long, ended.took), { expected });

  // It fails while it cleans up: then it has not ended as cancelled.
  const error = lab.error();
  const broken = lab.job({ ms: long, cleanUpMs: 24, stopped: { throws: error } });
  const failed = await start(lab, async (group) => {
    const alone: unknown = group.createTask(broken.work);
    await sleep(at);
    if (alone instanceof Task) alone.cancel();
    return value;
  });
  // With what it fails is for other checks.
  if (failed.status === 'fulfilled') fail(says.cancelledFailureLost(broken.name, error));
});

check('tasks-from-tasks', async (lab) => {
  const [one, two, three] = [lab.job(shortly(lab)), lab.job(shortly(lab)), lab.job(shortly(lab))];
  let refused: { readonly error: unknown } | undefined;
  const value = lab.text();
  const ended = await start(lab, (group) => {
    const add = (work: (signal: AbortSignal) => Promise<unknown>): void => {
      try {
        group.createTask(work);
      } catch (error) {
        refused ??= { error };
      }
    };
    add(async (signal) => {
      await one.work(signal);
      add(async (inner) => {
        // While it goes on, and nobody else is left.
        add(three.work);
        await two.work(inner);
      });
    });
    return Promise.resolve(value);
  });
  const due = one.ms + Math.max(two.ms, three.ms);
  const expected = [span(0, due, 'fulfilled'), one.span(), two.span(one.ms), three.span(one.ms)];
  if (refused) {
    throwSlip([refused.error], []);
    fail(says.refusedWhileWaiting(one.name, refused.error), { expected });
  }
  const given = successOf(ended);
  assert(ended.took === due, says.leftTasksOfTasks({ name: one.name, at: one.ms, due }, ended.took), { expected });
  assert(given === value, says.otherValue(value, given));
});

check('outer', async (lab) => {
  for (const reason of [lab.error(), lab.text(), null]) await stopFromOutside(lab, reason);

  // The body is over, and has given something: that does not count any more.
  const over = lab.elapsed();
  const [stop = 0, rest = 0] = times(lab, 2);
  const left = lab.job({ ms: rest });
  const why = lab.error();
  const late = await start(lab, async (group) => {
    await makeAll(group, [left]);
    return lab.text();
  }, { signal: abortsAfter(lab, stop, why) });
  const drawn = [span(over, stop), stoppedSpan(left, over, stop)];
  if (late.status === 'rejected') throwSlip([late.reason], [why]);
  requireStopped(left, { begin: over, at: stop, why: whys.outer }, { expected: drawn });
  if (late.status === 'fulfilled') fail(says.ignoresOuterWhenBodyIsOver(why, late.value), { expected: drawn });
  assert(late.reason === why, says.otherOuterReason(why, late.reason), { expected: drawn });

  // A clean-up that fails meanwhile.
  const begin = lab.elapsed();
  const [at = 0, ms = 0] = times(lab, 2);
  const [cleanUpMs = 0] = cleanUps(lab, 1);
  const error = lab.error();
  const broken = lab.job({ ms, cleanUpMs, stopped: { throws: error } });
  const ended = await start(lab, (group) => makeAll(group, [broken]), { signal: abortsAfter(lab, at, lab.error()) });
  requireErrors(ended, [{ name: broken.name, error }], { expected: [span(begin, at + cleanUpMs), stoppedSpan(broken, begin, at, cleanUpMs)] });

  // It has aborted before anything could begin.
  const reason = lab.error();
  let calls = 0;
  const before = lab.elapsed();
  const body: Body = () => {
    calls += 1;
    return Promise.resolve();
  };
  const settled = await call(lab, async () => await taskGroup(body, { signal: AbortSignal.abort(reason) }), name).ended(says.neverEnds);
  assert(calls === 0, says.bodyRanAborted);
  if (settled.status === 'fulfilled') fail(says.ignoresOuter(reason, settled.value));
  throwSlip([settled.reason], [reason]);
  assert(settled.reason === reason, says.otherOuterReason(reason, settled.reason));
  assert(settled.at === before, says.waitedAborted(settled.at - before));
});

async function stopFromOutside(lab: Lab, reason: unknown): Promise<void> {
  const begin = lab.elapsed();
  const [at = 0, ms = 0, long = 0] = times(lab, 3);
  const [short = 0, cleanUpMs = 0] = cleanUps(lab, 2);
  const own = lab.job({ name: 'body', ms, cleanUpMs: short });
  const sibling = lab.job({ ms: long, cleanUpMs });
  const ended = await start(lab, async (group) => {
    group.createTask(sibling.work);
    return await own.work(group.signal);
  }, { signal: abortsAfter(lab, at, reason) });
  const due = at + cleanUpMs;
  const expected = [span(begin, due), stoppedSpan(own, begin, at, short), stoppedSpan(sibling, begin, at, cleanUpMs)];
  if (ended.status === 'rejected') throwSlip([ended.reason], [reason]);
  requireStopped(sibling, { begin, at, why: whys.outer }, { expected });
  assert(own.stoppedAt === begin + at, says.bodyHearsNoOuter(at, own.stoppedAt === undefined ? undefined : own.stoppedAt - begin), { expected });
  if (ended.status === 'fulfilled') fail(says.ignoresOuter(reason, ended.value), { expected });
  assert(sameValue(ended.reason, reason), says.otherOuterReason(reason, ended.reason), { expected });
  assert(ended.took === due, says.didNotWait({ name: sibling.name, at, due }, ended.took), { expected });
}

/** Cleans up when it is stopped, and may fail then. */
interface Cleaner {
  readonly job: Job<unknown>;
  readonly cleanUpMs: number;
  readonly error: Error;
}

/** Calls taskGroup and waits for its end. */
function start(lab: Lab, body: Body, options?: TaskGroupOptions): Promise<Ended> {
  return grouped(taskGroup, lab, body, options);
}

/** Work that gives nothing to wait for: it throws at once. */
function throwing(error: Error): () => never {
  return () => {
    throw error;
  };
}

/** What the student's own code threw is told with its line, also where a check does not look at errors. */
function throwSlipOf(ended: Ended, ...known: readonly unknown[]): void {
  if (ended.status === 'rejected') throwSlip(ended.reason instanceof AggregateError ? ended.reason.errors : [ended.reason], known);
}

/** Different times that clean-ups take, ascending, in milliseconds. */
function cleanUps(lab: Lab, count: number): readonly number[] {
  return lab.durations(count, { from: 24, to: 900 });
}

function shortly(lab: Lab): { readonly ms: number } {
  return { ms: lab.duration({ from: 40, to: 3_000 }) };
}

/** A signal that aborts after so many milliseconds. */
function abortsAfter(lab: Lab, ms: number, reason: unknown): AbortSignal {
  const controller = new AbortController();
  lab.expectTimers(1);
  void sleep(ms).then(() => controller.abort(reason));
  return controller.signal;
}
