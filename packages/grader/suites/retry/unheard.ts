import type { retry as reference } from '@teatime/exercises/retry';
import { assert, fail, type Lab } from '@teatime/grader/kit';
import { exact, high, start } from './course.ts';
import { whole } from './plan.ts';
import { ascending } from './retried.ts';
import { saysOfLimits } from './says-limits.ts';
import { Work } from './work.ts';

/** An attempt that takes no notice fails with an error of its own; one whose time is up cleans up meanwhile. No other comes after either. */
export async function stoppedUnheard(retry: typeof reference, lab: Lab): Promise<void> {
  const reason = lab.error();
  const [limit = 0, stop = 0, ms = 0] = ascending(lab, 3);
  for (const deaf of [true, false]) {
    const work = new Work(lab, [{ ms, deaf, cleanUpMs: ms, ending: { throws: lab.error() } }]);
    const attemptMs = deaf ? {} : { attemptMs: limit };
    const ended = await start(retry, lab, work, exact({ baseMs: 64, factor: 3, maxMs: high, draws: whole }, { attempts: 3, ...attemptMs }), { after: stop, reason });
    const [first, second] = work.attempts;
    if (!deaf && first?.heardAt !== ended.begin + limit) return;
    assert(!second, saysOfLimits.againAfterStop(reason, deaf ? saysOfLimits.unheard : saysOfLimits.inCleanUp));
    if (ended.status === 'fulfilled') fail(saysOfLimits.stopGave(ended.value));
    const due = (first?.endedAt ?? 0) - ended.begin;
    assert(ended.took === due, saysOfLimits.endedAfterStop(due, ended.took));
  }
}
