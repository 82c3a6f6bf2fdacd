import { sleep, type Span } from '@teatime/core';
import { Gate, Lock, TeaFund } from '@teatime/exercises/lock';
import { assert, call, check, Gauge, sameValue, type Call, type Text } from '@teatime/grader/kit';
import { allGo, gateOf, passes, requireSet, stillThere, wait } from './lock/gates.ts';
import { requireFailure, requireNextSums } from './lock/failures.ts';
import { add, addAll, coinsOf, fundOf, jarOf, planOf, requireSums, type Mishap } from './lock/jars.ts';
import { acquire, byHand, holdersOf, jobsOf, lockOf, longJob, namesOf, plan, quits, quitter, release, served, settled, use, waits, type Quitter } from './lock/moves.ts';
import { saysOfFund } from './lock/says-fund.ts';
import { saysOfGate } from './lock/says-gate.ts';
import { says } from './lock/says.ts';

check('no-coin-lost', async (lab) => {
  // A jar may be quick, too: there is an await all the same, and others run in it.
  for (const plan of [{}, { readMs: 0, writeMs: 0 }]) {
    const tested = jarOf(lab, plan);
    const coins = coinsOf(lab, 4);
    const [begin, before] = [lab.elapsed(), tested.coins];
    await requireSums(addAll(lab, fundOf(TeaFund, tested), coins), coins, tested, { begin, before });
  }
  // A jar that answers when it likes: who waits for it, or for their turn, looks at no clock.
  const { promise: answered, resolve: answer } = Promise.withResolvers<undefined>();
  const slow = jarOf(lab, { readMs: 0, writeMs: 0, answered });
  const [coins, before] = [coinsOf(lab, 2), slow.coins];
  const calls = addAll(lab, fundOf(TeaFund, slow), coins);
  await sleep(lab.duration({ to: 500 }));
  assert(lab.timers() === 0, saysOfFund.looksNowAndThen);
  answer(undefined);
  await requireSums(calls, coins, slow, { begin: lab.elapsed(), before });
});

check('reads-the-jar', async (lab) => {
  const tested = jarOf(lab);
  const fund = fundOf(TeaFund, tested);
  const [first = 0, ...coins] = coinsOf(lab, 3);
  await add(lab, fund, first).fulfilled(saysOfFund.addHangs);
  // Somebody else takes some out, or puts some in.
  const changed = (): readonly [number, number] => [tested.coins, (tested.coins = lab.random.int(60, 500))];
  const [before, now] = changed();
  const [one, other] = addAll(lab, fund, coins);
  const [amount = 0] = coins;
  const { value } = (await one?.fulfilled(saysOfFund.addHangs)) ?? {};
  assert(value === now + amount, saysOfFund.remembered(before, now, amount, value));
  const sum = coins.reduce((all, each) => all + each, now);
  const { value: gave } = (await other?.fulfilled(saysOfFund.addHangs)) ?? {};
  assert(gave === sum, saysOfFund.otherSum({ before: now, coins, amount: coins[1] ?? 0, sum, gave }));
  const [was, is] = changed();
  const { value: total } = await call(lab, async () => await fund.total()).fulfilled(saysOfFund.totalHangs);
  assert(total === is, saysOfFund.totalRemembered(was, is, total));
});

check('total-waits', async (lab) => {
  const tested = jarOf(lab);
  const fund = fundOf(TeaFund, tested);
  const [before, coins] = [tested.coins, coinsOf(lab, 2)];
  const sum = coins.reduce((all, each) => all + each, before);
  const total = lab.atOnce(() => {
    for (const amount of coins) void add(lab, fund, amount);
    return call(lab, async () => await fund.total(), 'total()');
  });
  const { value } = await total.fulfilled(saysOfFund.totalHangs);
  const asked = { task: 'total()', from: 0, to: coins.length * tested.addMs + tested.readMs };
  assert(value === sum, saysOfFund.totalTooEarly({ before, coins, sum, gave: value }), { expected: [...planOf(coins, tested), asked] });
});

check('a-jar-that-fails', async (lab) => {
  const [reason, ...others] = lab.random.shuffle(lab.reasons());
  const mishaps: readonly Mishap[] = [
    { at: 'write', atOnce: false, reason },
    { at: 'write', atOnce: true, reason: others[0] },
    { at: 'read', atOnce: false, reason: others[1] },
    { at: 'read', atOnce: true, reason: lab.error() },
  ];
  for (const mishap of mishaps) {
    const tested = jarOf(lab);
    const fund = fundOf(TeaFund, tested);
    const before = tested.coins;
    const [first = 0, ...coins] = coinsOf(lab, 3);
    tested.breaks(mishap);
    const [failing, ...next] = addAll(lab, fund, [first, ...coins]);
    if (failing) await requireFailure('add', failing, mishap);
    await requireNextSums(next, coins, mishap, before);
    if (mishap.at === 'write') continue;
    tested.breaks(mishap);
    const total = (): Call<unknown> => call(lab, async () => await fund.total());
    await requireFailure('total', total(), mishap);
    await requireNextSums([total()], [0], mishap, tested.coins);
  }
});

check('two-funds', async (lab) => {
  // Whether a fund that is alone is in time is for another check.
  const lonely = jarOf(lab);
  const few = coinsOf(lab, 2);
  await requireSums(addAll(lab, fundOf(TeaFund, lonely), few), few, lonely, { begin: 0, before: lonely.coins });
  const begin = lab.elapsed();
  const jars = [jarOf(lab), jarOf(lab)];
  const funds = jars.map((tested, index) => ({ tested, fund: fundOf(TeaFund, tested), who: `fund ${index + 1}: `, coins: coinsOf(lab, 2), before: tested.coins }));
  const calls = lab.atOnce(() => funds.map(({ fund, coins, who }) => addAll(lab, fund, coins, who)));
  for (const [index, { tested, coins, before, who }] of funds.entries()) {
    await requireSums(calls[index] ?? [], coins, tested, { begin, before, who, late: saysOfFund.waitsForTheOther, hangs: saysOfFund.hangsBesides });
  }
});

check('one-at-a-time', async (lab) => {
  const lock = lockOf(Lock);
  const expected: Span[] = [];
  // Who frees a lock that is handed over lets only those in that come later.
  for (const tooMany of [says.twoAtWork, says.twoAtWorkLater]) {
    const gauge = new Gauge();
    const jobs = jobsOf(lab, 4);
    expected.push(...plan(jobs, lab.elapsed()));
    // They ask in one breath: nobody has gone on yet when the next one looks whether the lock is free.
    const calls = lab.atOnce(() => jobs.map((job) => use(lab, lock, gauge.around(job.run))));
    await settled(calls);
    assert(gauge.most <= 1, tooMany(gauge.most), { expected });
    await served(calls, { expected });
  }
});

check('first-come', async (lab) => {
  const lock = lockOf(Lock);
  // Who is not called looks every now and then.
  await acquire(lab, lock).fulfilled(says.waitsForNothing);
  const waiting = acquire(lab, lock);
  assert(await waits(waiting), says.doesNotWait);
  assert(lab.timers() === 0, says.looksNowAndThen);
  lock.release();
  await served([waiting]);
  lock.release();

  // They ask at different moments, all while the first one is at work.
  const jobs = [longJob(lab), ...jobsOf(lab, 4, 6_000)];
  const expected = plan(jobs, lab.elapsed());
  const calls: Call<unknown>[] = [];
  for (const job of jobs) {
    calls.push(use(lab, lock, job.run));
    await sleep(lab.duration({ to: 1_000 }));
  }
  await served(calls, { expected });
  const came = jobs.toSorted((one, other) => (one.startedAt ?? 0) - (other.startedAt ?? 0));
  assert(sameValue(namesOf(came), namesOf(jobs)), says.otherOrder(namesOf(jobs), namesOf(came)), { expected });
  for (const [index, { name, startedAt = 0 }] of jobs.entries()) {
    const { from = 0 } = expected[index] ?? {};
    assert(startedAt >= from, says.hadItEarly(name, from, startedAt), { expected });
    assert(startedAt === from, says.handedOnLate(name, from, startedAt), { expected });
  }
});

check('no-overtaking', async (lab) => {
  const lock = lockOf(Lock);
  const gauge = new Gauge();
  const inLine = jobsOf(lab, 2);
  const [first, again] = [lab.job({ name: 'first', ms: lab.duration({ to: 400 }) }), lab.job({ name: 'first, again', ms: lab.duration({ to: 400 }) })];
  const expected = plan([first, ...inLine, again]);
  const asksTwice = call(lab, async () => {
    await lock.acquire();
    await gauge.around(first.run)();
    // In one breath: what the answer does on a microtask comes after both.
    await lab.atOnce(() => {
      lock.release();
      return lock.acquire();
    });
    await gauge.around(again.run)();
    lock.release();
  });
  const calls = [asksTwice, ...inLine.map((job) => use(lab, lock, gauge.around(job.run)))];
  await settled(calls);
  assert(gauge.most <= 1, says.twoHolders, { expected });
  await served(calls, { expected });
  // In which order those in line are served is for another check.
  const goesOn = again.startedAt === first.endedAt;
  for (const { name, startedAt = 0 } of inLine) assert(!goesOn || startedAt <= first.ms, says.overtakes(name), { expected });
});

check('freed-on-error', async (lab) => {
  const lock = lockOf(Lock);
  for (const value of lab.values()) {
    const { value: gave } = await use(lab, lock, lab.job({ ending: { gives: value } }).run).fulfilled(says.lockKept);
    assert(sameValue(gave, value), says.otherResult(value, gave));
  }
  for (const error of lab.reasons()) {
    const broken = lab.job({ ending: { throws: error } });
    const throwsAtOnce = (): never => {
      throw error;
    };
    for (const work of [broken.run, throwsAtOnce]) {
      const { reason } = await use(lab, lock, work).rejected({ hangs: says.lockKept, gave: (value) => says.hidesTheError(error, value) });
      assert(sameValue(reason, error), says.otherError(error, reason));
    }
  }
  const holders = await holdersOf(lab, lock);
  assert(holders > 0, says.lockKept);
  assert(holders === 1, says.holdersAfterUse(holders));
});

check('locked', async (lab) => {
  const lock = lockOf(Lock);
  const requireLocked = (when: Text, expected: boolean): void => {
    const locked: unknown = lock.locked();
    assert(locked === expected, says.otherLocked(when, locked));
  };
  requireLocked(says.isNew, false);
  await acquire(lab, lock).fulfilled(says.waitsForNothing);
  requireLocked(says.isTaken, true);
  const waiting = acquire(lab, lock);
  assert(await waits(waiting), says.doesNotWait);
  requireLocked(says.isWaitedFor, true);
  // What it tells in the breath of a hand-over is free.
  lock.release();
  await served([waiting]);
  requireLocked(says.isHandedOver, true);
  lock.release();
  requireLocked(says.isFree, false);
  await use(lab, lock, () => {
    requireLocked(says.isInUse, true);
    return Promise.resolve();
  }).fulfilled(says.lockKept);
  requireLocked(says.isFree, false);
});

check('misuse', async (lab) => {
  const lock = lockOf(Lock);
  for (const when of [says.isNew, says.isFree]) {
    await release(lab, lock).rejected({ hangs: says.releaseHangs, gave: () => says.silentRelease(when) });
    // Takes the lock, hands it on once, and frees it.
    const holders = await holdersOf(lab, lock);
    assert(holders === 1, says.refusedAndChanged(holders));
  }
});

check('given-up-waiting', async (lab) => {
  const lock = lockOf(Lock);
  const [holder, one, other] = [longJob(lab), lab.job({ ms: lab.duration({ to: 6_000 }) }), lab.job({ ms: lab.duration({ to: 6_000 }) })];
  const givesUp = (name: string, of = lock, companion?: Quitter): Quitter => quitter(lab, name, (signal) => of.acquire({ signal }), companion);
  // Who works does so without `use`: whether that waits and gives back is for other checks.
  const holding = byHand(lab, lock, holder);
  // Of those who give up two stand together at the head of the line, with one signal; one amid, one at its end.
  const head = givesUp('gives up 1');
  const withHead = givesUp('gives up 2', lock, head);
  const before = byHand(lab, lock, one);
  const amid = givesUp('gives up 3');
  const behind = byHand(lab, lock, other);
  const tail = givesUp('gives up 4');
  const due = new Map<Quitter, number>();
  for (const quitter of lab.random.shuffle([head, amid, tail])) {
    await sleep(lab.duration({ to: 2_000 }));
    assert(await waits(quitter.waiting), says.doesNotWait);
    due.set(quitter, lab.elapsed());
    if (quitter === head) due.set(withHead, lab.elapsed());
    quitter.stop.abort(quitter.error);
  }
  const gone = Array.from(due, ([{ name }, to]): Span => ({ task: name, from: 0, to, status: 'rejected' }));
  const drawing = { expected: [...plan([holder, one, other]), ...gone] };
  for (const [quitter, at] of due) await quits(quitter, at, says, drawing);
  await served([holding, before, behind], drawing, says.goneInLine);
  assert((await holdersOf(lab, lock)) > 0, says.goneInLine);

  // With nobody else in line, and with a signal that has told already: the lock stays what it was.
  const lonely = lockOf(Lock);
  await acquire(lab, lonely).fulfilled(says.waitsForNothing);
  const last = givesUp('gives up 5', lonely);
  assert(await waits(last.waiting), says.doesNotWait);
  last.stop.abort(last.error);
  await quits(last, lab.elapsed(), says);
  lonely.release();
  const aborted = await acquire(lab, lonely, last.stop.signal).rejected({ hangs: says.neverGivesUp, gave: () => says.servedTheAborted });
  assert(aborted.reason === last.error, says.otherReason(last.error, aborted.reason));
  const holders = await holdersOf(lab, lonely);
  assert(holders === 1, says.holdersAfterGivingUp(holders));
});

check('gate-opens', async (lab) => {
  const gate = gateOf(Gate);
  requireSet(gate, false);
  const guests: Call<unknown>[] = [];
  const names = ['guest 1', 'guest 2', 'guest 3'];
  const spans: Span[] = [];
  for (const name of names) {
    spans.push({ task: name, from: lab.elapsed(), to: 0 });
    guests.push(wait(lab, gate, name));
    await sleep(lab.duration({ to: 500 }));
  }
  stillThere(guests, () => saysOfGate.openFromTheStart);
  assert(lab.timers() === 0, saysOfGate.looksNowAndThen);
  const due = lab.elapsed();
  const expected = spans.map((span) => ({ ...span, to: due }));
  gate.set();
  requireSet(gate, true);
  await allGo(guests, names, due, saysOfGate.notAllGo, { expected });
  await passes(lab, gate);
  await sleep(lab.duration({ to: 500 }));
  await passes(lab, gate);
});

check('gate-shuts', async (lab) => {
  const gate = gateOf(Gate);
  for (const shutsTwice of [false, true, false]) {
    // To open what is open changes nothing.
    gate.set();
    gate.set();
    await passes(lab, gate);
    gate.clear();
    requireSet(gate, false);
    const waiting = [wait(lab, gate, 'guest')];
    await sleep(lab.duration({ to: 500 }));
    stillThere(waiting, () => saysOfGate.staysOpen);
    if (shutsTwice) {
      gate.clear();
      await sleep(lab.duration({ to: 500 }));
      stillThere(waiting, () => saysOfGate.clearLetsGo);
    }
    const due = lab.elapsed();
    gate.set();
    await allGo(waiting, ['guest'], due, shutsTwice ? () => saysOfGate.forgottenByClear : saysOfGate.notAllGo);
  }
});

check('gate-given-up', async (lab) => {
  const gate = gateOf(Gate);
  const guest = (name: string, companion?: Quitter): Quitter => quitter(lab, name, (signal) => gate.wait({ signal }), companion);
  // One who gives up came first, one amid, and two with one signal. Of those who stay one has a signal, and one has none.
  const [first, patient, amid] = [guest('gives up 1'), guest('guest 1'), guest('gives up 2')];
  const stays = [patient.waiting, wait(lab, gate, 'guest 2')];
  const last = guest('gives up 3');
  const withLast = guest('gives up 4', last);
  const due = new Map<Quitter, number>();
  for (const quitter of lab.random.shuffle([first, amid, last])) {
    await sleep(lab.duration({ to: 500 }));
    const told = Array.from(due.keys(), ({ error }) => error);
    stillThere([quitter.waiting], () => (due.size === 0 ? saysOfGate.openFromTheStart : saysOfGate.takesOthersAlong(quitter.name)), told);
    due.set(quitter, lab.elapsed());
    if (quitter === last) due.set(withLast, lab.elapsed());
    quitter.stop.abort(quitter.error);
  }
  const opens = lab.elapsed() + 1;
  const gone = Array.from(due, ([{ name }, to]): Span => ({ task: name, from: 0, to, status: 'rejected' }));
  const drawing = { expected: [...gone, ...['guest 1', 'guest 2'].map((task) => ({ task, from: 0, to: opens }))] };
  await sleep(1);
  for (const [quitter, at] of due) await quits(quitter, at, saysOfGate, drawing);
  stillThere(stays, (index) => saysOfGate.takesOthersAlong(`guest ${index + 1}`), Array.from(due.keys(), ({ error }) => error));
  gate.set();
  await allGo(stays, ['guest 1', 'guest 2'], lab.elapsed(), saysOfGate.forgotten, drawing);
  for (const open of [true, false]) {
    if (!open) gate.clear();
    const { reason } = await wait(lab, gate, 'late', first.stop.signal).rejected({ hangs: saysOfGate.neverGivesUp, gave: () => saysOfGate.letTheAbortedThrough(open) });
    assert(reason === first.error, saysOfGate.otherReason(first.error, reason));
  }
});

check('pulse', async (lab) => {
  const gate = gateOf(Gate);
  const names = ['guest 1', 'guest 2', 'guest 3'];
  const guests = names.map((name) => wait(lab, gate, name));
  await sleep(lab.duration({ to: 500 }));
  stillThere(guests, () => saysOfGate.openFromTheStart);
  const due = lab.elapsed();
  const late = lab.atOnce(() => {
    gate.set();
    gate.clear();
    return wait(lab, gate, 'late');
  });
  const expected = names.map((task) => ({ task, from: 0, to: due }));
  await allGo(guests, names, due, saysOfGate.missedThePulse, { expected });
  requireSet(gate, false);
  stillThere([late], () => saysOfGate.slipsThrough);
  // It opens; it is shut and opened in one breath.
  gate.set();
  await allGo([late], ['late'], lab.elapsed(), saysOfGate.notAllGo);
  lab.atOnce(() => {
    gate.clear();
    gate.set();
  });
  requireSet(gate, true);
  assert(!(await waits(wait(lab, gate))), saysOfGate.notReopened);
});
