import { __name__ } from '@teatime/exercises/__id__';
import { assert, call, check, sameValue } from '@teatime/grader/kit';
import type { Call, Job, Lab } from '@teatime/grader/kit';
import { says } from './__id__/says.ts';

/*
 * A check runs on a virtual clock of its own, so it looks at times exactly; and its inputs are random, so nobody learns them
 * by heart. It says what it saw: the sentences stand in says.ts, in every language.
 */

check('results', async (lab) => {
  const jobs = twoJobs(lab);
  const { value } = await start(lab, jobs).fulfilled(says.waitsForEver);
  const expected = jobs.map(({ result }) => result);
  assert(sameValue(value, expected), says.otherResults(expected, value));
});

check('in-turn', async (lab) => {
  const [first, second] = twoJobs(lab);
  await start(lab, [first, second]).fulfilled(says.waitsForEver);
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
    const { reason } = await start(lab, [first, second]).rejected({ hangs: says.waitsForEver, gave: () => says.hidesTheError(fails.name) });
    // Another error than the one that was given is the answer's own: thrown on, it is told with its line.
    if (reason !== error) throw reason;
    assert(broken === 1 || second.starts === 0, says.begunForNothing(second.name));
  }
});

/** Of random lengths, with results that nobody can guess. */
function twoJobs(lab: Lab): readonly [Job<string>, Job<string>] {
  return [lab.job({ name: 'first' }), lab.job({ name: 'second' })];
}

/** Calls the answer. What it gives need not be a promise: `async` and `await` make one of it. */
function start(lab: Lab, [first, second]: readonly [Job<string>, Job<string>]): Call<unknown> {
  return call(lab, async () => await __name__(first.run, second.run), '__name__');
}
