import { coroutine, createTask, sleep, type Task } from '@teatime/core';
import * as exercise from '@teatime/exercises/as-completed';
import { assert, call, check, fail, field, sameValue } from '@teatime/grader/kit';
import type { Ending, Lab } from '@teatime/grader/kit';
import { byTask, collectFrom, type Collection, type CollectOptions, type Member, memberOf, mixed, teamOf } from './as-completed/collect.ts';
import { loopOver } from './as-completed/loop-over.ts';
import { countQuestions } from './as-completed/questions.ts';
import { byTime, requireAll, requireOrder, requireOutcomes } from './as-completed/require.ts';
import { says } from './as-completed/says.ts';
import { saysOfHidden } from './as-completed/says-hidden.ts';

check('loops-together', async (lab) => {
  const [team, others] = [teamOf(lab, mixed(lab, lab.durations(5))), teamOf(lab, mixed(lab, lab.durations(4)))];
  // Two over the same tasks, and one over others, all begun in one breath.
  const teams = [team, others, team];
  const collections = await Promise.all(lab.atOnce(() => teams.map((members) => collect(lab, members, { all: [...team, ...others] }))));
  for (const [i, collection] of collections.entries()) {
    const members = teams[i] ?? [];
    if (collection.threw) throw collection.threw.reason;
    const [names, expected] = [collection.came.map(({ name }) => name), byTime(members)];
    const isMixed = !sameValue(names.toSorted(), expected.toSorted());
    assert(sameValue(names, expected), isMixed ? saysOfHidden.loopsMixed(i + 1, expected, names) : says.otherOrder(expected, names));
    for (const { name, at } of collection.came) {
      const ms = members.find(({ job }) => job.name === name)?.job.ms ?? 0;
      assert(at === ms, says.cameLate(name, ms, at));
    }
  }
});

check('rejections-while-busy', async (lab) => {
  const endings = lab.random.shuffle<Ending<unknown>>([
    ...lab.reasons(7).map((reason) => ({ throws: reason })),
    ...lab.values(3).map((value) => ({ gives: value })),
  ]);
  const times = mixed(lab, lab.durations(endings.length));
  const longest = Math.max(...times);
  // First busy until all are done, and nobody has asked for any of them; then again and again, while one and another fails.
  for (const busyMs of [(count: number) => (count === 1 ? longest : 0), () => longest / 5]) {
    const team = endings.map((ending, i) => memberOf(lab, { ms: times[i] ?? 0, ending }));
    const collection = await collect(lab, team, { busyMs, whose: byTask(team) });
    requireOutcomes(team, collection);
    requireOrder(team, collection);
  }
});

check('linear', async (lab) => {
  const team = lab.random.shuffle(Array.from({ length: 30 }, (_, i) => i + 1)).map((ms) => memberOf(lab, { ms }));
  const questions = countQuestions(team, 4 * team.length);
  const collection = await collect(lab, team);
  assert(questions.asked <= questions.most, saysOfHidden.asksTooOften(team.length, questions.asked));
  requireAll(team, collection);
  requireOrder(team, collection);
  // More than a thousand, those at the end done first, in a list of more than ten thousand places: who goes down into it step by step
  // falls off the end of the stack.
  const count = 1_030;
  const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const work = coroutine(async (result: number) => {
    await (2 * result > count ? first : second).promise;
    return result;
  });
  const tasks = Array.from({ length: count }, (_, i) => createTask(work(i + 1)));
  const came = new Set<unknown>();
  const loop = call(lab, async () => {
    for await (const item of asCompleted(Array.from({ length: 10 * count }, (_, i) => tasks[i % count]).filter((task) => task !== undefined))) {
      came.add(field(item, 'value'));
    }
  });
  await sleep(lab.random.int(10, 20));
  first.resolve(undefined);
  // Time enough for who looks now and then: that is for other checks.
  await sleep(30);
  const early = came.size;
  second.resolve(undefined);
  const settled = await loop.within();
  if (settled?.status === 'rejected' && settled.reason instanceof RangeError && settled.reason.message.includes('call stack')) fail(saysOfHidden.tooDeep(10 * count));
  if (settled?.status === 'rejected') throw settled.reason;
  assert(early === count / 2, saysOfHidden.listensToFew(count, early));
  assert(tasks.every((_, i) => came.has(i + 1)), saysOfHidden.lostAmongMany(count, came.size));
  assert(settled, saysOfHidden.manyNeverEnd(count));
});

/** What the student's asCompleted gives for a list that may not be changed, to be looped over. */
function asCompleted(tasks: readonly Task<unknown>[]): AsyncIterable<unknown> {
  return loopOver(exercise.asCompleted(Object.freeze([...tasks])));
}

function collect(lab: Lab, team: readonly Member[], options?: CollectOptions): Promise<Collection> {
  return collectFrom(asCompleted, lab, team, options);
}
