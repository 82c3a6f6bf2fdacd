import { sleep, type Span } from '@teatime/core';
import { WorkerPool } from '@teatime/exercises/workers';
import { assert, check, fail, field, type Lab, sameValue } from '@teatime/grader/kit';
import { says } from './workers/says.ts';
import { endMs, plan, type Run, type Task, tasksOf, TestedPool } from './workers/tested-pool.ts';

check('side-by-side', async (lab) => {
  const size = 3;
  const pool = new TestedPool(lab, WorkerPool, size);
  const results = lab.random.shuffle([...lab.values(), lab.text(), lab.text()]);
  const posted = lab.random.shuffle([undefined, null, 0, '', false]);
  while (results.length > 0) {
    const begin = lab.elapsed();
    const times = lab.random.shuffle(lab.durations(size, { to: 400 }));
    // In the first rounds, one of the jobs is falsy itself.
    const tasks = times.map((ms, i) => pool.task({ ms, ending: { gives: results.pop() }, ...(i === 0 && posted.length > 0 && { posted: posted.pop() }) }));
    const expected = plan(tasks, size, begin);
    for (const run of tasks.map((task) => pool.run(task))) {
      const at = await pool.answered(run, { expected });
      const { name, job: { startedAt = 0, ms } } = run.task;
      assert(startedAt === begin, says.oneAfterAnother(size, name, startedAt - begin), { expected });
      assert(at === begin + ms, says.answeredLate(name, ms, at - begin), { expected });
    }
  }
});

check('no-more-than-size', async (lab) => {
  const size = lab.random.int(2, 3);
  const pool = new TestedPool(lab, WorkerPool, size);
  const expected: Span[] = [];
  // Who counts wrongly at the end of a job is found by those that come later.
  for (const _wave of [1, 2]) {
    const tasks = tasksOf(lab, pool, size + 3);
    const begin = lab.elapsed();
    expected.push(...plan(tasks, size, begin));
    await pool.answered(tasks.map((task) => pool.run(task)), { expected });
    assert(pool.mostAlive() <= size, says.tooManyWorkers(size, pool.mostAlive()), { expected });
    // In which order they are begun is for another check: here nobody may wait while there could be a worker.
    for (const moment of [begin, ...tasks.map(({ job }) => job.endedAt ?? 0)]) {
      const atWork = tasks.filter(({ job: { startedAt = 0, endedAt = 0 } }) => startedAt <= moment && moment < endedAt);
      const late = tasks.find(({ job: { startedAt = 0 } }) => startedAt > moment);
      assert(late === undefined || atWork.length >= size, says.idle(size, atWork.length, moment, late?.name ?? ''), { expected });
    }
  }
});

check('one-at-a-time-each', async (lab) => {
  const size = lab.random.int(2, 3);
  const pool = new TestedPool(lab, WorkerPool, size);
  const runs = tasksOf(lab, pool, size + 4).map((task) => pool.run(task));
  for (const run of runs) await pool.ended(run);
  const overlaps = Math.max(...pool.threads.all.map((thread) => thread.overlaps));
  assert(overlaps <= 0, says.overlaps(overlaps));
});

check('workers-stay', async (lab) => {
  const size = 2;
  const pool = new TestedPool(lab, WorkerPool, size);
  const [first, more] = [tasksOf(lab, pool, 2), tasksOf(lab, pool, 4)];
  for (const task of first) await pool.answered(pool.run(task));
  await pool.answered(more.map((task) => pool.run(task)));
  const { all } = pool.threads;
  assert(all.every(({ terminatedAt }) => terminatedAt === undefined), says.thrownAway(first.length + more.length, all.length));
  assert(all.length <= size, says.newEachTime(first.length + more.length, all.length, size));
});

check('first-come', async (lab) => {
  const pool = new TestedPool(lab, WorkerPool, 1);
  // They ask at different moments, all while the first one is done.
  const tasks = [pool.task({ ms: lab.duration({ to: 6_000 }) }), ...tasksOf(lab, pool, 4)];
  const expected = plan(tasks, 1);
  const runs: Run[] = [];
  for (const task of tasks) {
    runs.push(pool.run(task));
    await sleep(lab.random.int(2, 900));
  }
  await pool.answered(runs, { expected });
  const begun = tasks.toSorted((one, other) => (one.job.startedAt ?? 0) - (other.job.startedAt ?? 0));
  assert(sameValue(namesOf(begun), namesOf(tasks)), says.otherOrder(namesOf(tasks), namesOf(begun)), { expected });
});

check('job-fails', async (lab) => {
  const pool = new TestedPool(lab, WorkerPool, 1);
  for (const error of lab.reasons()) {
    const settled = await pool.ended(pool.run(pool.task({ ending: { throws: error } })));
    if (settled.status === 'fulfilled') fail(says.errorAsValue(error, settled.value));
    if (sameValue(settled.reason, error)) continue;
    fail(sameValue(settled.reason, { ok: false, error }) ? says.wholeMessageAsReason : says.otherError(error, settled.reason));
  }
  await pool.answered(pool.run(pool.task()), { hangs: says.nothingAfterAFailure });
  const { all } = pool.threads;
  assert(all.length === 1 && all[0]?.terminatedAt === undefined, says.endsTheWorker(all.length));
});

check('worker-dies', async (lab) => {
  const size = 2;
  const pool = new TestedPool(lab, WorkerPool, size);
  const [short = 0, middle = 0, long = 0] = lab.durations(3, { from: 40, to: 900 });
  const error = lab.error('out of memory');
  const dying = pool.task({ ms: short, ending: { throws: error }, crashes: true });
  const others = [pool.task({ ms: long }), pool.task({ ms: middle }), ...tasksOf(lab, pool, 2)];
  const expected = plan([dying, ...others], size);
  const ending = pool.run(dying);
  const runs = others.map((task) => pool.run(task));
  const settled = await pool.ended(ending, { expected });
  const times = pool.timesPosted(dying);
  assert(times === 1, says.doneAgain(times));
  if (settled.status === 'fulfilled') fail(says.diedWell(settled.value));
  assert(settled.reason === error, says.otherDeath(error, settled.reason));
  assert(settled.at === short, says.toldLate(short, settled.at), { expected });
  for (const run of runs) {
    const { name } = run.task;
    const end = await pool.ended(run, { hangs: says.standsStillAfterADeath(name), expected });
    if (end.status === 'rejected') fail(says.failsToo(name, end.reason), { expected });
    await pool.answered(run);
  }
  // Its place is taken: as many as before are at work at once, and no more.
  const later = tasksOf(lab, pool, size + 1);
  const begin = lab.elapsed();
  const again = plan(later, size, begin);
  await pool.answered(later.map((task) => pool.run(task)), { expected: again });
  const begun = later.filter(({ job }) => job.startedAt === begin).length;
  assert(begun >= size, says.placeStaysEmpty(size, begun), { expected: again });
  assert(pool.mostAlive() <= size, says.twoForOne(size, pool.mostAlive()));
});

check('cancelled-at-work', async (lab) => {
  // The worker that has to go is the first, and another time the second.
  for (const place of [0, 1]) await cancelledAtWork(lab, place);
});

async function cancelledAtWork(lab: Lab, place: number): Promise<void> {
  const [size, begin] = [2, lab.elapsed()];
  const pool = new TestedPool(lab, WorkerPool, size);
  const reason = lab.error('no longer needed');
  const stop = new AbortController();
  const [ms = 0, long = 0, longer = 0] = lab.durations(3, { from: 100, to: 2_000 });
  const asked = [pool.task({ ms: long }), pool.task({ ms: longer })].map((task, i) => pool.run(task, i === place ? stop.signal : undefined));
  const [running, beside] = [asked[place], asked[1 - place]];
  const next = pool.run(pool.task());
  if (!running || !beside) return;
  const at = begin + ms;
  const { name } = running.task;
  const expected: Span[] = [{ task: name, from: begin, to: at, status: 'cancelled' }, beside.task.job.span(begin), next.task.job.span(at)];
  await sleep(ms);
  stop.abort(reason);
  await pool.rejectedAtOnce(running, reason, says.abortUnheard, expected);
  const worker = pool.workerOf(running.task) ?? fail(says.neverPosted(name));
  assert(pool.workerOf(beside.task)?.terminatedAt === undefined, says.wrongWorkerEnded, { expected });
  assert(worker.terminatedAt === at, says.stillAtIt(name), { expected });

  for (const run of [beside, next]) {
    const end = await pool.ended(run, { hangs: says.nothingAfterACancel, expected });
    if (end.status === 'rejected') fail(says.failsAfterACancel(run.task.name, end.reason), { expected });
    await pool.answered(run);
  }
  const { startedAt = 0 } = next.task.job;
  assert(startedAt <= at + endMs, says.nextIsLate(next.task.name, at, startedAt), { expected });

  // As many as before, and no more: what the worker that was ended says of its end changes nothing.
  await pool.answered(tasksOf(lab, pool, size + 2).map((task) => pool.run(task)), { hangs: says.nothingAfterACancel });
  const most = Math.max(pool.mostAtWork(), pool.mostAlive());
  assert(most <= size, says.moreAfterACancel(size, most));
}

check('cancelled-in-line', async (lab) => {
  const pool = new TestedPool(lab, WorkerPool, 1);
  const holder = pool.task({ ms: lab.duration({ to: 6_000 }) });
  const [one, other] = [pool.task(), pool.task()];
  // One who gives up stands at the head of the line, one amid, one at its end.
  const stops = [new AbortController(), new AbortController(), new AbortController()] as const;
  const quit = (stop: AbortController): readonly [Run, AbortController] => [pool.run(pool.task(), stop.signal), stop];
  const expected = plan([holder, one, other], 1);
  const holding = pool.run(holder);
  const head = quit(stops[0]);
  const before = pool.run(one);
  const amid = quit(stops[1]);
  const behind = pool.run(other);
  const tail = quit(stops[2]);
  for (const [run, stop] of lab.random.shuffle([head, amid, tail])) {
    await sleep(lab.random.int(20, 900));
    if (run.call.settled) await pool.ended(run);
    assert(pool.timesPosted(run.task) === 0, says.doneBeforeItsTurn(run.task.name));
    const reason = lab.error('no longer needed');
    stop.abort(reason);
    await pool.rejectedAtOnce(run, reason, says.staysInLine(run.task.name), expected);
  }
  const disturbed = pool.threads.all.some(({ terminatedAt }) => terminatedAt !== undefined);
  assert(!disturbed, says.wrongWorkerEnded);
  await pool.answered([holding, before, behind], { hangs: says.goneInLine, expected });
  for (const [{ task }] of [head, amid, tail]) assert(pool.timesPosted(task) === 0, says.postedAlthoughGone(task.name));

  // With a signal that has told already, and a worker that has nothing to do.
  const early = pool.task();
  const reason = lab.error('no longer needed');
  const aborted = pool.run(early, AbortSignal.abort(reason));
  const settled = await aborted.call.within(1_000);
  assert(pool.timesPosted(early) === 0, says.doneAlthoughAborted);
  assert(settled, says.abortedBeforeUnheard);
  if (settled.status === 'fulfilled') fail(says.doneAlthoughAborted);
  assert(settled.reason === reason, says.otherReason(reason, settled.reason));
  await pool.answered(pool.run(pool.task()));
});

check('close', async (lab) => {
  const size = 2;
  const pool = new TestedPool(lab, WorkerPool, size);
  const tasks = tasksOf(lab, pool, size + 2);
  const runs = tasks.map((task) => pool.run(task));
  const expected = plan(tasks, size);
  const begin = 5;
  await sleep(begin);
  const closing = pool.close('close');
  const refused = pool.task();
  const late = await pool.run(refused).call.within(0);
  assert(late?.status === 'rejected' && pool.timesPosted(refused) === 0, says.takesMore(late?.status));
  await pool.answered(runs, { hangs: says.dropsJobs, expected });
  const { at } = await closing.fulfilled(says.neverCloses);
  pool.requireSound();
  const last = Math.max(...tasks.map(({ job }) => job.endedAt ?? 0));
  assert(at >= last, says.closesEarly(last, at), { expected: [...expected, { task: 'close', from: begin, to: last + endMs }] });
  const { all } = pool.threads;
  const forgotten = all.filter(({ terminatedAt }) => terminatedAt === undefined).length;
  assert(forgotten === 0, says.leavesWorkers(forgotten, all.length));
  const gone = Math.max(...all.map(({ endedAt = Infinity }) => endedAt));
  assert(at >= gone, says.closesBeforeTheyAreGone(at));

  // Nobody is at work, and nobody ever was.
  const resting = new TestedPool(lab, WorkerPool, size);
  await resting.answered(resting.run(resting.task()));
  await resting.close().fulfilled(says.neverClosesAtRest);
  const left = resting.threads.alive.length;
  assert(left === 0, says.leavesWorkers(left, resting.threads.all.length));
  const again = await resting.run(refused).call.within(1_000);
  assert(again?.status === 'rejected' && resting.timesPosted(refused) === 0, says.takesMore(again?.status));
  await new TestedPool(lab, WorkerPool, size).close().fulfilled(says.neverClosesAtRest);
});

check('not-cloneable', async (lab) => {
  const pool = new TestedPool(lab, WorkerPool, 1);
  const brew = (): string => 'tea';
  // The first finds a worker at once; the second has its turn when another job is done.
  for (const [ahead, posted] of [[0, brew], [1, { puzzle: lab.text(), brew }]] as const) {
    const holding = tasksOf(lab, pool, ahead).map((task) => pool.run(task));
    const refused = pool.run(pool.task({ posted }));
    const behind = pool.run(pool.task());
    const settled = await pool.ended(refused, { hangs: says.refusalLost });
    if (settled.status === 'fulfilled') fail(says.refusedWell(settled.value));
    assert(field(settled.reason, 'name') === 'DataCloneError', says.otherRefusal(settled.reason));
    await pool.answered(holding);
    await pool.answered(behind, { hangs: says.workerLost });
  }
  await pool.answered(pool.run(pool.task()), { hangs: says.workerLost });
});

check('leaves-nothing', async (lab) => {
  const pool = new TestedPool(lab, WorkerPool, 1);
  const stop = new AbortController();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  // One is given a worker at once, one has to wait for it; when the signal aborts, neither matters any more.
  const runs = [pool.task({ until: promise }), pool.task()].map((task) => pool.run(task, stop.signal));
  await sleep(lab.duration({ to: 6_000 }));
  assert(lab.timers() === 0, says.looksNowAndThen);
  resolve(undefined);
  await pool.answered(runs);

  const later = [pool.task(), pool.task()].map((task) => pool.run(task));
  await sleep(5);
  stop.abort(lab.error());
  await pool.answered(later, { hangs: says.lateAbort });
  assert(pool.threads.all.every(({ terminatedAt }) => terminatedAt === undefined), says.lateAbort);
});

function namesOf(tasks: readonly Task[]): readonly string[] {
  return tasks.map(({ name }) => name);
}
