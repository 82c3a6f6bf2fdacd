import { sleep, type Span } from '@teatime/core';
import { BoundedSemaphore, Semaphore } from '@teatime/exercises/semaphore';
import { assert, call, check, fail, field, Gauge, sameValue } from '@teatime/grader/kit';
import type { Call, Job, Lab } from '@teatime/grader/kit';
import { acquire, jobsOf, semaphoreOf, permitsOf, plan, served, use, waits } from './semaphore/moves.ts';
import { says } from './semaphore/says.ts';

check('limit', async (lab) => {
  const permits = lab.random.int(2, 3);
  const semaphore = semaphoreOf(Semaphore, permits);
  const expected: Span[] = [];
  // Who counts a permit twice, as handed over and as free, lets only those in that come later.
  for (const tooMany of [says.tooMany, says.tooManyLater]) {
    const gauge = new Gauge();
    const jobs = jobsOf(lab, permits + 3);
    expected.push(...plan(jobs, permits, lab.elapsed()));
    await served(jobs.map((job) => use(lab, semaphore, gauge.around(job.run))), { expected });
    assert(gauge.most <= permits, tooMany(permits, gauge.most), { expected });
  }

  // A coroutine begins when it is awaited, but what gives a promise begins when it is called.
  const [other, gauge, begin] = [semaphoreOf(Semaphore), new Gauge(), lab.elapsed()];
  const jobs = jobsOf(lab, 3);
  const promises = jobs.map((job) => {
    const work = gauge.around(job.run);
    return async () => await work();
  });
  const drawing = { expected: plan(jobs, 1, begin) };
  await served(promises.map((work) => use(lab, other, work)), drawing);
  assert(gauge.most <= 1, says.begunTooEarly(gauge.most), drawing);
});

check('all-permits-used', async (lab) => {
  const permits = lab.random.int(2, 3);
  const semaphore = semaphoreOf(Semaphore, permits);
  const jobs = jobsOf(lab, permits + 3);
  const expected = plan(jobs, permits);
  await served(jobs.map((job) => use(lab, semaphore, job.run)), { expected });
  // In which order they are let in is for another check: here nobody may wait while a permit is free.
  for (const moment of [0, ...jobs.map(({ endedAt = 0 }) => endedAt)]) {
    const atWork = jobs.filter(({ startedAt = 0, endedAt = 0 }) => startedAt <= moment && moment < endedAt);
    const late = jobs.find(({ startedAt = 0 }) => startedAt > moment);
    assert(late === undefined || atWork.length >= permits, says.idle(permits, atWork.length, moment, late?.name), { expected });
  }
});

check('first-come', async (lab) => {
  const semaphore = semaphoreOf(Semaphore, 1);
  // They ask at different moments, all while the first one is at work.
  const jobs = [longJob(lab), ...jobsOf(lab, 4, 6_000)];
  const expected = plan(jobs, 1);
  const calls: Call<unknown>[] = [];
  for (const job of jobs) {
    calls.push(use(lab, semaphore, job.run));
    await sleep(lab.duration({ to: 1_000 }));
  }
  await served(calls, { expected });
  const came = jobs.toSorted((one, other) => (one.startedAt ?? 0) - (other.startedAt ?? 0));
  assert(sameValue(namesOf(came), namesOf(jobs)), says.otherOrder(namesOf(jobs), namesOf(came)), { expected });
});

check('no-overtaking', async (lab) => {
  const semaphore = semaphoreOf(Semaphore, 1);
  const inLine = jobsOf(lab, 2);
  const [first, again] = [lab.job({ name: 'first', ms: lab.duration({ to: 400 }) }), lab.job({ name: 'first, again', ms: lab.duration({ to: 400 }) })];
  const expected = plan([first, ...inLine, again], 1);
  const asksTwice = call(lab, async () => {
    await semaphore.acquire();
    await first.run();
    // In one breath: what the answer does on a microtask comes after both.
    await lab.atOnce(() => {
      semaphore.release();
      return semaphore.acquire();
    });
    await again.run();
    semaphore.release();
  });
  await served([asksTwice, ...inLine.map((job) => use(lab, semaphore, job.run))], { expected });
  // In which order those in line are served is for another check.
  const goesOn = again.startedAt === first.endedAt;
  for (const { name, startedAt = 0 } of inLine) assert(!goesOn || startedAt <= first.ms, says.overtakes(name), { expected });
});

check('permit-comes-back', async (lab) => {
  const semaphore = semaphoreOf(Semaphore, 1);
  for (const value of lab.values()) {
    const { value: gave } = await use(lab, semaphore, lab.job({ ending: { gives: value } }).run).fulfilled(says.permitKept);
    assert(sameValue(gave, value), says.otherResult(value, gave));
  }
  for (const error of lab.reasons()) {
    const broken = lab.job({ ending: { throws: error } });
    const throwsAtOnce = (): never => {
      throw error;
    };
    for (const work of [broken.run, throwsAtOnce]) {
      const { reason } = await use(lab, semaphore, work).rejected({ hangs: says.permitKept, gave: (value) => says.hidesTheError(error, value) });
      assert(sameValue(reason, error), says.otherError(error, reason));
    }
  }
  const permits = await permitsOf(lab, semaphore, 2);
  assert(permits > 0, says.permitKept);
  assert(permits === 1, says.permitsAfterUse(permits));
});

check('locked', async (lab) => {
  const permits = lab.random.int(2, 4);
  const semaphore = semaphoreOf(Semaphore, permits);
  for (let taken = 0; taken <= permits; taken += 1) {
    const locked = semaphore.locked();
    assert(locked === (taken === permits), says.otherLocked(permits, taken, locked));
    if (taken < permits) await acquire(lab, semaphore).fulfilled(says.waitsForNothing);
  }
  semaphore.release();
  const locked = semaphore.locked();
  assert(!locked, says.otherLocked(permits, permits - 1, locked));
});

check('zero-and-more', async (lab) => {
  const one = await permitsOf(lab, semaphoreOf(Semaphore), 3);
  assert(one === 1, says.otherDefault(one));

  const grown = semaphoreOf(Semaphore);
  grown.release();
  const two = await permitsOf(lab, grown, 3);
  assert(two === 2, says.notGrown(two));

  const empty = semaphoreOf(Semaphore, 0);
  const waiting = acquire(lab, empty);
  assert(await waits(waiting), says.madeFromNothing);
  empty.release();
  await served([waiting]);

  const value = -lab.random.int(1, 9);
  const { reason } = await call(lab, () => new Semaphore(value)).rejected({ hangs: says.neverServed, gave: () => says.takesLessThanNone(value) });
  assert(field(reason, 'name') === 'RangeError', says.noRangeError(value, reason));
});

check('cancelled-in-line', async (lab) => {
  const semaphore = semaphoreOf(Semaphore, 1);
  const [holder, one, other] = [longJob(lab), lab.job({ ms: lab.duration({ to: 6_000 }) }), lab.job({ ms: lab.duration({ to: 6_000 }) })];
  // Who works does so without `use`: whether that waits and gives back is for other checks.
  const holding = byHand(lab, semaphore, holder);
  // One who gives up stands at the head of the line, one amid, one at its end.
  const head = quitter(lab, semaphore, 'gives up 1');
  const before = byHand(lab, semaphore, one);
  const amid = quitter(lab, semaphore, 'gives up 2');
  const behind = byHand(lab, semaphore, other);
  const tail = quitter(lab, semaphore, 'gives up 3');
  const due = new Map<Quitter, number>();
  for (const quitter of lab.random.shuffle([head, amid, tail])) {
    await sleep(lab.duration({ to: 2_000 }));
    assert(await waits(quitter.waiting), says.doesNotWait);
    due.set(quitter, lab.elapsed());
    quitter.stop.abort(quitter.error);
  }
  const gone = Array.from(due, ([{ name }, to]): Span => ({ task: name, from: 0, to, status: 'rejected' }));
  const drawing = { expected: [...plan([holder, one, other], 1), ...gone] };
  for (const [{ waiting, error }, at] of due) {
    // Longer than all of the work takes, and no longer: a drawing of hours shows nothing.
    const settled = (await waiting.within(30_000)) ?? fail(says.neverGivesUp, drawing);
    assert(settled.status === 'rejected', says.servedTheGone, drawing);
    assert(settled.reason === error, says.otherReason(error, settled.reason));
    assert(settled.at === at, says.givesUpLate(at, settled.at), drawing);
  }
  await served([holding, before, behind], drawing, says.goneInLine);

  // With nobody else in line, and with a signal that has told already: the permits stay what they were.
  for (const reason of [lab.error(), null]) {
    const lonely = semaphoreOf(Semaphore, 1);
    await acquire(lab, lonely).fulfilled(says.waitsForNothing);
    const { waiting, stop } = quitter(lab, lonely, 'gives up 4');
    assert(await waits(waiting), says.doesNotWait);
    stop.abort(reason);
    const alone = await waiting.rejected({ hangs: says.neverGivesUp, gave: () => says.servedTheGone });
    assert(alone.reason === reason, says.otherReason(reason, alone.reason));
    lonely.release();
    const aborted = await acquire(lab, lonely, stop.signal).rejected({ hangs: says.neverGivesUp, gave: () => says.servedTheAborted });
    assert(aborted.reason === reason, says.otherReason(reason, aborted.reason));
    const permits = await permitsOf(lab, lonely, 2);
    assert(permits === 1, says.permitsAfterGivingUp(permits));
  }
});

check('leaves-nothing', async (lab) => {
  const semaphore = semaphoreOf(Semaphore, 1);
  const stop = new AbortController();
  // One gets its permit at once, and one has to wait; both have a signal that aborts when it no longer matters.
  await acquire(lab, semaphore, stop.signal).fulfilled(says.waitsForNothing);
  const waiting = acquire(lab, semaphore, stop.signal);
  await sleep(lab.duration());
  assert(lab.timers() === 0, says.looksNowAndThen);
  semaphore.release();
  await served([waiting]);

  const last = acquire(lab, semaphore);
  assert(await waits(last), says.doesNotWait);
  stop.abort(lab.error());
  assert(await waits(last), says.lateAbortGives);
  semaphore.release();
  await last.fulfilled(says.lateAbortRemoves);
});

check('bounded', async (lab) => {
  // In all else it is a semaphore.
  const plain = semaphoreOf(BoundedSemaphore);
  await acquire(lab, plain).fulfilled(says.waitsForNothing);
  const waiting = acquire(lab, plain);
  assert(await waits(waiting), says.doesNotWait);
  await release(lab, plain).fulfilled(says.releaseHangs);
  await served([waiting]);

  const permits = lab.random.int(2, 4);
  const full = semaphoreOf(BoundedSemaphore, permits);
  const tooOften = { hangs: says.releaseHangs, gave: () => says.unbounded(permits) };
  await release(lab, full).rejected(tooOften);
  await acquire(lab, full).fulfilled(says.boundedLoses(permits));
  const own = await release(lab, full).ended(says.releaseHangs);
  if (own.status === 'rejected') fail(says.boundedRefusesWhatWasTaken(permits, own.reason));
  await release(lab, full).rejected(tooOften);
  for (const each of takeAll(lab, full, permits)) await each.fulfilled(says.boundedLoses(permits));
  const { waiting: oneMore, stop } = quitter(lab, full, 'gives up');
  assert(await waits(oneMore), says.boundedGrows(permits));

  // Who gives up in line has taken nothing, and has nothing to give back.
  stop.abort(lab.error());
  // Whether it gives up at once is for another check.
  if ((await oneMore.within(0))?.status !== 'rejected') return;
  for (let given = 0; given < permits; given += 1) await release(lab, full).fulfilled(says.releaseHangs);
  await release(lab, full).rejected({ hangs: says.releaseHangs, gave: () => says.boundedCountsTheGone(permits) });
});

/** So long that others come and go meanwhile, and that who looks every few milliseconds does so a thousand times. */
function longJob(lab: Lab): Job<string> {
  return lab.job({ ms: lab.duration({ from: 10_000, to: 12_000 }) });
}

interface Quitter {
  readonly name: string;
  readonly waiting: Call<unknown>;
  readonly stop: AbortController;
  readonly error: Error;
}

/** Stands in line, and can be told to give up. */
function quitter(lab: Lab, semaphore: Semaphore, name: string): Quitter {
  const stop = new AbortController();
  const waiting = call(lab, async () => await semaphore.acquire({ signal: stop.signal }), name);
  return { name, waiting, stop, error: lab.error() };
}

/** Does the job with a permit, as one does without `use`. */
function byHand(lab: Lab, semaphore: Semaphore, job: Job<unknown>): Call<unknown> {
  return call(lab, async () => {
    await semaphore.acquire();
    await job.run();
    semaphore.release();
  });
}

function takeAll(lab: Lab, semaphore: Semaphore, permits: number): readonly Call<unknown>[] {
  return Array.from({ length: permits }, () => acquire(lab, semaphore));
}

/** Gives a permit back where that may be refused. */
function release(lab: Lab, semaphore: Semaphore): Call<unknown> {
  return call(lab, () => {
    semaphore.release();
  });
}

function namesOf(jobs: readonly Job<unknown>[]): readonly string[] {
  return jobs.map(({ name }) => name);
}
