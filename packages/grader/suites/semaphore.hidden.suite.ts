import { Semaphore } from '@teatime/exercises/semaphore';
import { assert, check } from '@teatime/grader/kit';
import { acquire, semaphoreOf, permitsOf, served, waits } from './semaphore/moves.ts';
import { says } from './semaphore/says.ts';
import { saysOfHidden } from './semaphore/says-hidden.ts';

check('no-permit-lost', async (lab) => {
  for (const abortsFirst of [true, false]) {
    for (const others of [0, 1]) {
      const semaphore = semaphoreOf(Semaphore, 1);
      await acquire(lab, semaphore).fulfilled(says.waitsForNothing);
      const stop = new AbortController();
      const error = lab.error();
      const waiting = acquire(lab, semaphore, stop.signal);
      const behind = Array.from({ length: others }, () => acquire(lab, semaphore));
      assert(await waits(waiting), says.doesNotWait);
      // In one breath: who is let in has not gone on yet when the other thing happens.
      lab.atOnce(() => {
        if (abortsFirst) stop.abort(error);
        semaphore.release();
        if (!abortsFirst) stop.abort(error);
      });
      // Both are right. Whoever got the permit gives it back.
      const settled = await waiting.ended(says.neverServed);
      if (settled.status === 'fulfilled') semaphore.release();
      else if (settled.reason !== error) throw settled.reason;
      for (const each of behind) {
        await each.fulfilled(saysOfHidden.permitLost(settled.status));
        semaphore.release();
      }
      const permits = await permitsOf(lab, semaphore, 2);
      assert(permits > 0, saysOfHidden.permitLost(settled.status));
      assert(permits === 1, saysOfHidden.permitFromNowhere(settled.status));
    }
  }
});

check('separate', async (lab) => {
  const [one, other] = [semaphoreOf(Semaphore, 1), semaphoreOf(Semaphore, 1)];
  await acquire(lab, one).fulfilled(says.waitsForNothing);
  const waiting = acquire(lab, one);
  assert(await waits(waiting), says.doesNotWait);
  const permits = await permitsOf(lab, other, 2);
  assert(permits === 1, saysOfHidden.sharesPermits(permits));
  assert(await waits(waiting), saysOfHidden.sharesTheLine);
  one.release();
  await served([waiting]);
});
