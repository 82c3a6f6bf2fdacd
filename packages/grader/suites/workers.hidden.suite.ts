import { sleep } from '@teatime/core';
import { WorkerPool } from '@teatime/exercises/workers';
import { assert, check, fail } from '@teatime/grader/kit';
import { says } from './workers/says.ts';
import { saysOfHidden } from './workers/says-hidden.ts';
import { plan, tasksOf, TestedPool } from './workers/tested-pool.ts';

check('ends-in-silence', async (lab) => {
  // It ends by itself in the middle of a job: no error tells of it.
  const pool = new TestedPool(lab, WorkerPool, 1);
  const quitting = pool.run(pool.task({ exits: true }));
  const behind = pool.run(pool.task());
  const settled = await pool.ended(quitting, { hangs: saysOfHidden.exitUnheard });
  if (settled.status === 'fulfilled') fail(saysOfHidden.exitedWell(settled.value));
  const end = await pool.ended(behind, { hangs: saysOfHidden.nothingAfterAnExit });
  if (end.status === 'rejected') fail(saysOfHidden.failsAfterAnExit(end.reason));
  await pool.answered(behind);

  // It ends by itself when it has nothing to do.
  const resting = new TestedPool(lab, WorkerPool, 1);
  await resting.answered(resting.run(resting.task({ exitsLaterMs: 24 })));
  await sleep(60);
  const next = resting.run(resting.task());
  await resting.ended(next, { hangs: saysOfHidden.nothingAfterAnExit });
  await resting.answered(next);
  await resting.answered(tasksOf(lab, resting, 2).map((task) => resting.run(task)), { hangs: saysOfHidden.nothingAfterAnExit });
  const most = Math.max(pool.mostAlive(), resting.mostAlive());
  assert(most <= 1, saysOfHidden.moreAfterAnExit(most));
});

check('close-in-trouble', async (lab) => {
  const size = 2;
  const pool = new TestedPool(lab, WorkerPool, size);
  const [stopped = 0, dead = 0, long = 0] = lab.durations(3, { from: 40, to: 900 });
  const [reason, error] = [lab.error('no longer needed'), lab.error('out of memory')];
  const stop = new AbortController();
  const dying = pool.run(pool.task({ ms: dead, ending: { throws: error }, crashes: true }));
  const cancelled = pool.run(pool.task({ ms: long }), stop.signal);
  const behind = tasksOf(lab, pool, 3).map((task) => pool.run(task));
  await sleep(5);
  const closing = pool.close();
  await sleep(stopped - 5);
  stop.abort(reason);
  await pool.rejectedAtOnce(cancelled, reason, says.abortUnheard, []);
  const settled = await pool.ended(dying);
  if (settled.status === 'fulfilled') fail(says.diedWell(settled.value));
  assert(settled.reason === error, says.otherDeath(error, settled.reason));
  for (const run of behind) {
    const end = await pool.ended(run, { hangs: saysOfHidden.standsStillWhileClosing });
    if (end.status === 'rejected') fail(saysOfHidden.failsWhileClosing(run.task.name, end.reason));
    await pool.answered(run);
  }
  const { at } = await closing.fulfilled(saysOfHidden.neverClosesInTrouble, (failed) => (failed === error || failed === reason ? saysOfHidden.closeFails(failed) : undefined));
  const last = Math.max(...behind.map(({ task: { job } }) => job.endedAt ?? 0));
  assert(at >= last, says.closesEarly(last, at));
  const left = pool.threads.alive.length;
  assert(left === 0, says.leavesWorkers(left, pool.threads.all.length));
  assert(pool.mostAlive() <= size, says.twoForOne(size, pool.mostAlive()));
});

check('in-one-breath', async (lab) => {
  const size = 2;
  const pool = new TestedPool(lab, WorkerPool, size);
  const reason = lab.error('no longer needed');
  // Asked for and no longer wanted in one breath: with a worker to be had, and with none.
  for (const ahead of [0, size]) {
    const [stop, unwanted] = [new AbortController(), pool.task()];
    const before = tasksOf(lab, pool, ahead).map((task) => pool.run(task));
    const cancelled = lab.atOnce(() => {
      const run = pool.run(unwanted, stop.signal);
      stop.abort(reason);
      return run;
    });
    await pool.rejectedAtOnce(cancelled, reason, saysOfHidden.abortInOneBreath, []);
    await pool.answered(before);
  }
  // Two that are at work are no longer wanted in one breath, while others wait.
  const stop = new AbortController();
  const unwanted = tasksOf(lab, pool, size).map((task) => pool.run(task, stop.signal));
  const waiting = tasksOf(lab, pool, size).map((task) => pool.run(task));
  await sleep(5);
  stop.abort(reason);
  for (const run of unwanted) await pool.rejectedAtOnce(run, reason, says.abortUnheard, []);
  await pool.answered(waiting, { hangs: says.nothingAfterACancel });
  const later = tasksOf(lab, pool, size);
  const begin = lab.elapsed();
  const expected = plan(later, size, begin);
  await pool.answered(later.map((task) => pool.run(task)), { hangs: says.nothingAfterACancel, expected });
  const begun = later.filter(({ job }) => job.startedAt === begin).length;
  assert(begun === size, saysOfHidden.placeLost(size, begun), { expected });
  assert(pool.mostAlive() <= size, says.moreAfterACancel(size, pool.mostAlive()));
});

check('separate', async (lab) => {
  const [one, other] = [new TestedPool(lab, WorkerPool, 1), new TestedPool(lab, WorkerPool, 1)];
  // One of them has an idle worker, which is not for the other.
  await one.answered(one.run(one.task()));
  const early = other.run(other.task());
  await other.ended(early, { hangs: saysOfHidden.sharesWorkers });
  assert(other.workerOf(early.task), saysOfHidden.sharesWorkers);
  await other.answered(early);

  const [task, alongside] = [one.task({ ms: 240 }), other.task({ ms: 120 })];
  const begin = lab.elapsed();
  const runs = [one.run(task), one.run(one.task())];
  const beside = other.run(alongside);
  await other.ended(beside, { hangs: saysOfHidden.sharesWorkers });
  assert(other.workerOf(alongside) && alongside.job.startedAt === begin, saysOfHidden.sharesWorkers);
  await other.answered(beside);
  // One is closed while the other is at work, and goes on.
  const closing = other.close();
  const { at } = await closing.fulfilled(says.neverClosesAtRest);
  assert(at < begin + task.job.ms, saysOfHidden.closesWithTheOther);
  await one.answered(runs, { hangs: saysOfHidden.sharesWorkers });
  const last = one.run(one.task());
  const settled = await one.ended(last, { hangs: saysOfHidden.sharesWorkers });
  if (settled.status === 'rejected') fail(saysOfHidden.closedByTheOther);
  assert(one.threads.alive.length === 1, saysOfHidden.closedByTheOther);
});
