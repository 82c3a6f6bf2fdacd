import { retry } from '@teatime/exercises/retry';
import { assert, check, sameValue } from '@teatime/grader/kit';
import { pauseOf, whole, type PausePlan } from './retry/plan.ts';
import { randomOf, someBase } from './retry/pauses.ts';
import { requireBegun, retried, times } from './retry/retried.ts';
import { saysOfHidden } from './retry/says-hidden.ts';
import { type AttemptKind, Work } from './retry/work.ts';

check('odd-errors', async (lab) => {
  const kinds: readonly AttemptKind[] = ['at-once', 'thenable', 'coroutine', 'promise'];
  const random = (): number => 0.5;
  for (const [round, reason] of [...lab.reasons(), ...lab.reasons()].entries()) {
    const kind = kinds[round % kinds.length] ?? 'promise';
    const ms = kind === 'at-once' ? 0 : 36;
    const again = new Work(lab, [{ ms, ending: { throws: reason }, kind }, { ms: 24, ending: { gives: lab.text() } }]);
    const ended = await retried(retry, lab, again, { attempts: 4, baseMs: 64, factor: 3, maxMs: 960, random });
    requireBegun(again, ended);
    assert(ended.status === 'fulfilled', saysOfHidden.oddReasonFinal(kind, reason, ended.status === 'rejected' ? ended.reason : undefined));
    assert(again.attempts.length === 2, saysOfHidden.oddCount(kind, reason, again.attempts.length));

    const once = new Work(lab, [{ ms, ending: { throws: reason }, kind }]);
    const failed = await retried(retry, lab, once, { attempts: 1, baseMs: 64, factor: 3, maxMs: 960, random });
    const told = failed.status === 'fulfilled' ? saysOfHidden.gave(failed.value) : saysOfHidden.failedWith(failed.reason);
    assert(failed.status === 'rejected' && sameValue(failed.reason, reason), saysOfHidden.oddReasonLost(reason, told));
  }
});

check('separate', async (lab) => {
  const baseMs = someBase(lab, 2, 6);
  const factor = 3;
  const draws = [0.5, 0.25, 0.75];
  const plan: PausePlan = { baseMs, factor, maxMs: 100_000, draws };
  const other: PausePlan = { baseMs: baseMs + 64, factor, maxMs: 100_000, draws: whole };
  const took = times(lab, 4);
  const run = (): Promise<number | undefined> => course(plan, took);
  const runOther = (): Promise<number | undefined> => course(other, took.toReversed());
  // Whether each of them is right alone, with the very same times, is for other checks.
  if ((await run()) !== undefined || (await runOther()) !== undefined) return;
  const [one, two] = await Promise.all(lab.atOnce(() => [run(), runOther()]));
  assert(one === undefined && two === undefined, saysOfHidden.mixedUp);

  /** The number of the pause that is wrong, 0 for what else is; undefined where all is right. */
  async function course(own: PausePlan, took: readonly number[]): Promise<number | undefined> {
    const value = lab.text();
    const failing = took.slice(1).map((ms) => ({ ms, ending: { throws: lab.error() } }));
    const work = new Work(lab, [...failing, { ms: took[0] ?? 24, ending: { gives: value } }]);
    const options = Object.freeze({ attempts: 4, baseMs: own.baseMs, factor, maxMs: own.maxMs, attemptMs: 2_000, random: randomOf(own.draws) });
    const ended = await retried(retry, lab, work, options);
    requireBegun(work, ended);
    if (ended.status === 'rejected' || ended.value !== value || work.attempts.length !== 4) return 0;
    const wrong = work.attempts.slice(1).findIndex(({ calledAt }, i) => calledAt - (work.attempts[i]?.endedAt ?? 0) !== pauseOf(own, i));
    return wrong < 0 ? undefined : wrong + 1;
  }
});
