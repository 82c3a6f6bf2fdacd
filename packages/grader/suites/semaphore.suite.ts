import { sleep, type Span } from '@teatime/core';
import { BoundedSemaphore, Semaphore } from '@teatime/exercises/semaphore';
import { assert, call, check, field, Gauge, sameValue } from '@teatime/grader/kit';
import type { Call, Job, Lab } from '@teatime/grader/kit';
import { acquire, jobsOf, plan, served, take, use } from './semaphore/moves.ts';
import { says } from './semaphore/says.ts';

check('limit', async (lab) => {
  const permits = lab.random.int(2, 3);
  const semaphore = new Semaphore(permits);
  const expected: Span[] = [];
  // Who counts a permit twice, handed over and free, is seen only by those who come later.
  for (const tooMany of [says.tooMany, says.tooManyLater]) {
    const gauge = new Gauge();
    const jobs = jobsOf(lab, permits + 3);
    expected.push(...plan(jobs, permits, lab.elapsed()));
    await served(jobs.map((job) => use(lab, semaphore, gauge.around(job.run))));
    assert(gauge.most <= permits, tooMany(permits, gauge.most), { expected });
  }
});

check('all-permits-used', async (lab) => {
  const permits = lab.random.int(2, 3);
  const semaphore = new Semaphore(permits);
  const jobs = jobsOf(lab, permits + 3);
  const expected = plan(jobs, permits);
  await served(jobs.map((job) => use(lab, semaphore, job.run)));
  for (const [index, { name, startedAt }] of jobs.entries()) {
    const due = expected[index]?.from;
    assert(startedAt === due, says.notWhenFree(permits, name, due, startedAt), { expected, begins: 'late' });
  }
});

check('first-come', async (lab) => {
  const semaphore = new Semaphore(1);
  // They ask at different moments, all while the first one is at work.
  const jobs = [lab.job({ ms: lab.duration({ from: 10_000 }) }), ...jobsOf(lab, 4)];
  const calls: Call<unknown>[] = [];
  for (const job of jobs) {
    calls.push(use(lab, semaphore, job.run));
    await sleep(lab.duration({ to: 500 }));
  }
  await served(calls);
  const came = jobs.toSorted((one, other) => (one.startedAt ?? 0) - (other.startedAt ?? 0));
  assert(sameValue(namesOf(came), namesOf(jobs)), says.otherOrder(namesOf(jobs), namesOf(came)), { expected: plan(jobs, 1) });
});

check('no-overtaking', async (lab) => {
  const semaphore = new Semaphore(1);
  const [first, again] = [lab.job({ name: 'first' }), lab.job({ name: 'first, again' })];
  const waiting = jobsOf(lab, 2);
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
  await served([asksTwice, ...waiting.map((job) => use(lab, semaphore, job.run))]);
  const expected = plan([first, ...waiting, again], 1);
  for (const { name, startedAt = 0 } of waiting) assert(startedAt < (again.startedAt ?? 0), says.overtakes(name), { expected });
});

check('permit-comes-back', async (lab) => {
  const semaphore = new Semaphore(1);
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
  assert((await take(lab, semaphore, 2)) === 1, says.permitKept);
});

check('locked', async (lab) => {
  const permits = lab.random.int(2, 4);
  const semaphore = new Semaphore(permits);
  for (let taken = 0; taken <= permits; taken += 1) {
    const locked = semaphore.locked();
    assert(locked === (taken === permits), says.otherLocked(permits, taken, locked));
    if (taken < permits) await acquire(lab, semaphore).fulfilled(says.waitsForNothing);
  }
  semaphore.release();
  const locked = semaphore.locked();
  assert(locked === false, says.otherLocked(permits, permits - 1, locked));
});

check('zero-and-more', async (lab) => {
  const empty = new Semaphore(0);
  const waiting = acquire(lab, empty);
  await sleep(lab.duration());
  assert(waiting.settled === undefined, says.madeFromNothing);
  empty.release();
  await waiting.fulfilled(says.neverServed);

  const semaphore = new Semaphore();
  semaphore.release();
  const taken = await take(lab, semaphore, 3);
  assert(taken === 2, says.notGrown(taken));

  const value = -lab.random.int(1, 9);
  const { reason } = await call(lab, () => new Semaphore(value)).rejected({ hangs: says.neverServed, gave: () => says.takesLessThanNone(value) });
  assert(field(reason, 'name') === 'RangeError', says.noRangeError(value, reason));
});

check('cancelled-in-line', async (lab) => {
  const semaphore = new Semaphore(1);
  const holder = lab.job({ ms: lab.duration({ from: 10_000 }) });
  const [one, other] = [lab.job(), lab.job()];
  // One who gives up stands at the head of the line, one amid, one at its end.
  const holding = use(lab, semaphore, holder.run);
  const head = quitter(lab, semaphore, 'gives up 1');
  const before = use(lab, semaphore, one.run);
  const amid = quitter(lab, semaphore, 'gives up 2');
  const behind = use(lab, semaphore, other.run);
  const tail = quitter(lab, semaphore, 'gives up 3');
  const leaving: { readonly quitter: Quitter; readonly due: number }[] = [];
  for (const quitter of lab.random.shuffle([head, amid, tail])) {
    await sleep(lab.duration({ to: 1_000 }));
    leaving.push({ quitter, due: lab.elapsed() });
    quitter.stop.abort(quitter.error);
  }
  const gone = leaving.map(({ quitter, due }): Span => ({ task: quitter.name, from: 0, to: due, status: 'rejected' }));
  const drawing = { expected: [...plan([holder, one, other], 1), ...gone] };
  for (const { quitter, due } of leaving) {
    const { reason, at } = await quitter.waiting.rejected({ hangs: says.neverGivesUp, gave: () => says.servedTheGone });
    assert(reason === quitter.error, says.otherReason(quitter.error, reason));
    assert(at === due, says.givesUpLate(due, at), drawing);
  }
  for (const each of [holding, before, behind]) await each.fulfilled(says.goneInLine);

  // Who has given up before asking takes no permit, though one is free.
  const error = lab.error();
  const { reason } = await acquire(lab, semaphore, AbortSignal.abort(error)).rejected({ hangs: says.neverGivesUp, gave: () => says.servedTheAborted });
  assert(reason === error, says.otherReason(error, reason));
  const taken = await take(lab, semaphore, 2);
  assert(taken === 1, says.permitsAfterGivingUp(taken));
});

check('leaves-nothing', async (lab) => {
  const semaphore = new Semaphore(1);
  const stop = new AbortController();
  // One gets its permit at once, one has to wait; both keep their signal, as callers do.
  await acquire(lab, semaphore, stop.signal).fulfilled(says.waitsForNothing);
  const waiting = acquire(lab, semaphore, stop.signal);
  const behind = acquire(lab, semaphore);
  await sleep(lab.duration());
  assert(lab.timers() === 0, says.looksNowAndThen);
  semaphore.release();
  await waiting.fulfilled(says.neverServed);
  stop.abort(lab.error());
  await sleep(1);
  assert(behind.settled === undefined, says.lateAbortGives);
  semaphore.release();
  await behind.fulfilled(says.lateAbortRemoves);
  semaphore.release();
  const taken = await take(lab, semaphore, 2);
  assert(taken === 1, says.lateAbortCounts(taken));
});

check('bounded', async (lab) => {
  const permits = lab.random.int(1, 3);
  const semaphore = new BoundedSemaphore(permits);
  const release = (): Call<unknown> => call(lab, () => { semaphore.release(); });
  const tooOften = { hangs: says.releaseHangs, gave: () => says.unbounded(permits) };
  await release().rejected(tooOften);
  await acquire(lab, semaphore).fulfilled(says.waitsForNothing);
  await release().fulfilled(says.releaseHangs);
  await release().rejected(tooOften);
  const calls = Array.from({ length: permits + 1 }, () => acquire(lab, semaphore));
  const last = calls.pop();
  for (const each of calls) await each.fulfilled(says.boundedLoses(permits));
  await sleep(1);
  assert(last?.settled === undefined, says.boundedGrows(permits));
  await release().fulfilled(says.releaseHangs);
  await last?.fulfilled(says.neverServed);
});

interface Quitter {
  readonly name: string;
  readonly waiting: Call<unknown>;
  readonly stop: AbortController;
  readonly error: Error;
}

/** Stands in line, and can be told to give up. */
function quitter(lab: Lab, semaphore: Semaphore, name: string): Quitter {
  const stop = new AbortController();
  const waiting = call(lab, async () => { await semaphore.acquire({ signal: stop.signal }); }, name);
  return { name, waiting, stop, error: lab.error() };
}

function namesOf(jobs: readonly Job<unknown>[]): readonly string[] {
  return jobs.map(({ name }) => name);
}
