import { __name__ } from '@teatime/exercises/__id__';
import { assert, call, check, fail, sameValue } from '@teatime/grader/kit';
import type { Job, Lab, Settled } from '@teatime/grader/kit';
import { says } from './__id__/says.ts';

/*
 * A check runs on a virtual clock of its own, so it looks at times exactly; and its inputs are random, so nobody learns them
 * by heart. It says what it saw: the sentences stand in says.ts, in every language.
 */

check('results', async (lab) => {
  const jobs = twoJobs(lab);
  const value = await success(lab, jobs);
  const expected = jobs.map(({ result }) => result);
  assert(sameValue(value, expected), says.otherResults(expected, value));
});

check('in-turn', async (lab) => {
  const [first, second] = twoJobs(lab);
  await success(lab, [first, second]);
  // What should have run when: the failure is drawn beside what did run.
  const whole = { task: '__name__', from: 0, to: first.ms + second.ms, status: 'fulfilled' } as const;
  const drawing = { expected: [whole, first.span(), second.span(first.ms)] };
  assert(second.startedAt !== undefined, says.neverBegun(second.name), drawing);
  assert(second.startedAt === first.ms, says.begunAt(second.name, second.startedAt, first.ms), drawing);
});

check('errors', async (lab) => {
  for (const broken of [0, 1]) {
    const error = lab.error();
    const fails = { name: `job ${broken + 1}`, ending: { throws: error } };
    const [first, second] = [lab.job(broken === 0 ? fails : {}), lab.job(broken === 1 ? fails : {})];
    const settled = await outcome(lab, [first, second]);
    assert(settled.status === 'rejected', says.hidesTheError(fails.name));
    // Another error than the one that was given is the answer's own: thrown on, it is told with its line.
    if (settled.reason !== error) throw settled.reason;
    assert(broken === 1 || second.starts === 0, says.begunForNothing(second.name));
  }
});

/** Of random lengths, with results that nobody can guess. */
function twoJobs(lab: Lab): readonly [Job<string>, Job<string>] {
  return [lab.job({ name: 'first' }), lab.job({ name: 'second' })];
}

/** How the call ended; it is waited for no longer than an hour of virtual time. */
async function outcome(lab: Lab, [first, second]: readonly [Job<string>, Job<string>]): Promise<Settled<unknown>> {
  return (await call(lab, () => __name__(first.run, second.run), '__name__').within()) ?? fail(says.waitsForEver);
}

/** What the call gave, where nothing fails. */
async function success(lab: Lab, jobs: readonly [Job<string>, Job<string>]): Promise<unknown> {
  const settled = await outcome(lab, jobs);
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
