import { brew, shield } from '@teatime/exercises/cancellation';
import { assert, call, type Call, check, fail, type Lab, sameValue } from '@teatime/grader/kit';
import { requireNoBug } from './cancellation/bugs.ts';
import { says } from './cancellation/says.ts';
import { saysOfHidden } from './cancellation/says-hidden.ts';
import { abortsAfter, courseOf, startOf, stepsOf } from './cancellation/steps.ts';
import { kinds } from './cancellation/tasks.ts';

check('error-beats-reason', async (lab) => {
  for (const throws of [lab.error('the kettle cannot be switched off'), undefined]) {
    const begin = lab.elapsed();
    const reason = lab.error('the guest has left');
    const [first, second, third] = stepsOf(lab, [{}, { stopped: { throws }, cleanUpMs: lab.random.int(120, 480) }, {}], 1);
    if (!first || !second || !third) return;
    const inside = lab.random.int(5, second.start.ms - 5);
    const abort = first.start.ms + inside;
    const { expected } = courseOf(begin, [first], { planned: second, ms: inside + second.cleanUpMs, status: 'cancelled' });
    const settled = await startOf(brew, lab, [first, second, third], abortsAfter(abort, reason)).ended(says.brewHangs);
    assert(second.start.stoppedAt !== undefined, says.notStopped(second.name, abort), { expected });
    if (settled.status === 'fulfilled') fail(saysOfHidden.cleanUpErrorLost(second.name, throws), { expected });
    requireNoBug(settled, begin + abort, reason);
    assert(settled.reason !== reason, saysOfHidden.reasonHidesError(second.name, throws), { expected });
    assert(sameValue(settled.reason, throws), saysOfHidden.otherThanCleanUpError(second.name, throws, settled.reason), { expected });
    assert(first.undo.startedAt !== undefined, saysOfHidden.notUndoneAfterCleanUpError(first.name, second.name), { expected });
  }
});

check('shield-silent', async (lab) => {
  for (const { make } of kinds) {
    const reason = lab.error('the guest has left');
    // Called off while it runs, and before it begins.
    for (const signal of [abortsAfter(lab.random.int(5, 40), reason), AbortSignal.abort(reason)]) {
      const error = lab.error('out of ink');
      const job = lab.job<unknown>({ ms: lab.duration({ from: 60, to: 600 }), ending: { throws: error } });
      const settled = await shieldOf(lab, make(job), signal).ended(says.shieldHangs);
      if (settled.status === 'fulfilled') fail(saysOfHidden.workErrorLost(settled.value));
      requireNoBug(settled, 0, reason);
      assert(settled.reason === reason, saysOfHidden.waitedForTheError(reason, settled.reason));
    }
  }
  const told = lab.output().find((line) => line.includes('out of ink'));
  assert(told === undefined, saysOfHidden.printed(told ?? ''));
});

/** Calls shield. */
function shieldOf(lab: Lab, work: Parameters<typeof shield>[0], signal: AbortSignal): Call<unknown> {
  return call<unknown>(lab, async () => await shield(work, signal), 'shield');
}
