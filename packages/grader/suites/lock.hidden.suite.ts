import { sleep } from '@teatime/core';
import { Gate, Lock } from '@teatime/exercises/lock';
import { assert, check } from '@teatime/grader/kit';
import { allGo, gateOf, passes, stillThere, wait } from './lock/gates.ts';
import { acquire, holdersOf, lockOf, release, served, settled, waits } from './lock/moves.ts';
import { saysOfGate } from './lock/says-gate.ts';
import { saysOfHidden } from './lock/says-hidden.ts';
import { says } from './lock/says.ts';

check('hand-over', async (lab) => {
  for (const abortsFirst of [true, false]) {
    for (const others of [0, 1]) {
      const lock = lockOf(Lock);
      await acquire(lab, lock).fulfilled(says.waitsForNothing);
      const stop = new AbortController();
      const error = lab.error();
      const waiting = acquire(lab, lock, stop.signal);
      const behind = Array.from({ length: others }, () => acquire(lab, lock));
      assert(await waits(waiting), says.doesNotWait);
      // In one breath: who is let in has not gone on yet when the other thing happens.
      lab.atOnce(() => {
        if (abortsFirst) stop.abort(error);
        lock.release();
        if (!abortsFirst) stop.abort(error);
      });
      // Both are right. Whoever got the lock gives it back.
      const end = await waiting.ended(says.neverServed);
      if (end.status === 'rejected' && end.reason !== error) throw end.reason;
      const holding = end.status === 'fulfilled' ? [waiting, ...behind] : behind;
      for (const each of holding) {
        await each.fulfilled(saysOfHidden.lockLost(end.status));
        const { status } = await release(lab, lock).ended(says.releaseHangs);
        assert(status === 'fulfilled', saysOfHidden.notHeld);
      }
      const holders = await holdersOf(lab, lock);
      assert(holders > 0, saysOfHidden.lockLost(end.status));
      assert(holders === 1, saysOfHidden.lockTwice(end.status));
    }
  }
  for (const abortsFirst of [true, false]) {
    const gate = gateOf(Gate);
    const stop = new AbortController();
    const error = lab.error();
    const [before, quitter, behind] = [wait(lab, gate), wait(lab, gate, undefined, stop.signal), wait(lab, gate)];
    await sleep(1);
    stillThere([before, quitter, behind], () => saysOfGate.openFromTheStart);
    lab.atOnce(() => {
      if (abortsFirst) stop.abort(error);
      gate.set();
      if (!abortsFirst) stop.abort(error);
    });
    const due = lab.elapsed();
    // Whoever fails with somebody else's error has gone along.
    await settled([before, behind]);
    for (const each of [before, behind]) assert(each.settled?.status === 'fulfilled' || each.settled?.reason !== error, saysOfHidden.gateForgets);
    await allGo([before, behind], ['guest 1', 'guest 2'], due, () => saysOfHidden.gateForgets);
    const end = await quitter.ended(saysOfHidden.gateForgets);
    if (end.status === 'rejected' && end.reason !== error) throw end.reason;
  }
});

check('leaves-nothing', async (lab) => {
  const lock = lockOf(Lock);
  const stop = new AbortController();
  // One gets the lock at once, and one has to wait; both have a signal that aborts when it no longer matters.
  await acquire(lab, lock, stop.signal).fulfilled(says.waitsForNothing);
  const second = acquire(lab, lock, stop.signal);
  assert(await waits(second), says.doesNotWait);
  lock.release();
  await served([second]);
  const last = acquire(lab, lock);
  assert(await waits(last), says.doesNotWait);

  const gate = gateOf(Gate);
  const through = wait(lab, gate, 'guest', stop.signal);
  await sleep(1);
  stillThere([through], () => saysOfGate.openFromTheStart);
  const due = lab.elapsed();
  gate.set();
  await allGo([through], ['guest'], due, saysOfGate.notAllGo);
  await passes(lab, gate);
  await wait(lab, gate, undefined, stop.signal).fulfilled(saysOfGate.openAndWaits);
  gate.clear();
  const guests = [wait(lab, gate), wait(lab, gate)];
  await sleep(1);
  stillThere(guests, () => saysOfGate.staysOpen);

  stop.abort(lab.error());
  assert(await waits(last), saysOfHidden.lateAbortGives);
  lock.release();
  await last.fulfilled(saysOfHidden.lateAbortRemoves);
  stillThere(guests, () => saysOfHidden.lateAbortAtTheGate);
  const opens = lab.elapsed();
  gate.set();
  await allGo(guests, ['guest 1', 'guest 2'], opens, () => saysOfHidden.lateAbortAtTheGate);
});

check('separate', async (lab) => {
  const [one, other] = [lockOf(Lock), lockOf(Lock)];
  await acquire(lab, one).fulfilled(says.waitsForNothing);
  const waiting = acquire(lab, one);
  assert(await waits(waiting), says.doesNotWait);
  const holders = await holdersOf(lab, other, saysOfHidden.sharedLine);
  assert(holders === 1, saysOfHidden.sharedLock(holders));
  assert(await waits(waiting), saysOfHidden.sharedLine);
  one.release();
  await waiting.fulfilled(saysOfHidden.sharedLine);
  one.release();

  const [open, shut] = [gateOf(Gate), gateOf(Gate)];
  const guest = wait(lab, shut);
  await sleep(1);
  stillThere([guest], () => saysOfGate.openFromTheStart);
  open.set();
  const isSet: unknown = shut.isSet();
  assert(isSet === false, saysOfHidden.sharedGate(isSet));
  await sleep(1);
  stillThere([guest], () => saysOfHidden.sharedGate(isSet));
  await passes(lab, open);
  const due = lab.elapsed();
  shut.set();
  await allGo([guest], ['guest'], due, saysOfGate.notAllGo);
});
