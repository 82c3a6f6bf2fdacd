import { coroutine, createTask, sleep, type Task } from '@teatime/core';
import * as exercise from '@teatime/exercises/as-completed';
import { assert, call, check, fail, field, sameValue, settle } from '@teatime/grader/kit';
import type { Ending, Lab } from '@teatime/grader/kit';
import { anHour, byTask, collectFrom, type Collection, type CollectOptions, failStrange, type Member, memberOf, mixed, teamOf } from './as-completed/collect.ts';
import { loopOver } from './as-completed/loop-over.ts';
import { byTime, requireAll, requireOrder, requireOutcomes } from './as-completed/require.ts';
import { says } from './as-completed/says.ts';

check('completion-order', (lab) =>
  lab.sideBySide(async (part) => {
    const team = teamOf(part, mixed(part, part.durations(11)));
    const collection = await collect(part, team);
    requireAll(team, collection);
    requireOrder(team, collection);
  }),
);

check('as-they-come', async (lab) => {
  const hours = lab.durations(1, { from: 5 * anHour, to: 20 * anHour });
  const team = teamOf(lab, mixed(lab, [...lab.durations(6), ...hours]));
  const expected = team.map(({ job }) => job.span());
  const collection = await collect(lab, team);
  requireAll(team, collection);
  for (const { job } of team) {
    const at = collection.came.find(({ name }) => name === job.name)?.at ?? Number.NaN;
    assert(at === job.ms, says.cameLate(job.name, job.ms, at), { expected });
  }
  const last = Math.max(...team.map(({ job }) => job.ms));
  assert(collection.endedAt === last, says.endedLate(last, collection.endedAt ?? Number.NaN));
  // Once more with a task that waits for no timer.
  const release = Promise.withResolvers<string>();
  const waiting = createTask(coroutine(async () => await release.promise)());
  const loop = call(lab, async () => {
    for await (const _ of asCompleted([waiting])) break;
  });
  await sleep(lab.random.int(20, 40));
  const timers = lab.timers();
  release.resolve('done');
  await loop.within();
  assert(timers === 0, says.looksNowAndThen);
});

check('own-task', async (lab) => {
  // All have the same name: only the task itself tells whose result it is.
  const team = teamOf(lab, mixed(lab, lab.durations(6)), 'tea');
  // Busy after the first, so that several of one name wait to be handed out.
  const collection = await collect(lab, team, { busyMs: (count) => (count === 1 ? anHour : 0) });
  requireAll(team, collection);
  for (const { item, name } of collection.came) {
    const own = team.find(({ job }) => job.name === name);
    const task = field(item, 'task');
    assert(task === own?.task, says.wrongTask(name, task));
    assert(own?.task.name === 'tea', says.renamed('tea', own?.task.name ?? ''));
  }
});

check('any-value', async (lab) => {
  const values = lab.values(12);
  const times = mixed(lab, lab.durations(values.length));
  const team = values.map((gives, i) => memberOf(lab, { ms: times[i] ?? 0, ending: { gives } }));
  requireOutcomes(team, await collect(lab, team, { whose: byTask(team) }));
});

check('slow-consumer', async (lab) => {
  const times = lab.durations(14);
  const [shortest = 0, longest = 0] = [times[0], times.at(-1)];
  // First busy until all are done, then after each one for as long as several take.
  for (const busyMs of [(count: number) => (count === 1 ? longest : 0), () => longest / 6]) {
    const begin = lab.elapsed();
    const team = teamOf(lab, mixed(lab, times.map((ms) => ms + shortest)));
    const collection = await collect(lab, team, { busyMs });
    const names = collection.came.map(({ name }) => name);
    if (collection.hangs) fail(says.whileBusy(byTime(team), names));
    requireAll(team, collection);
    assert(sameValue(names, byTime(team)), says.whileBusy(byTime(team), names));
    // Whoever has piled up is there when the loop comes back.
    for (const [i, { name, at }] of collection.came.entries()) {
      const done = begin + (team.find(({ job }) => job.name === name)?.job.ms ?? 0);
      const free = i === 0 ? begin : (collection.came[i - 1]?.at ?? 0) + busyMs(i);
      const due = Math.max(done, free);
      assert(at === due, says.cameLateWhileBusy(name, due, at));
    }
  }
});

check('rejections', async (lab) => {
  const reasons = lab.reasons(7);
  const endings = lab.random.shuffle<Ending<unknown>>([
    ...reasons.map((reason) => ({ throws: reason })),
    ...lab.values(3).map((value) => ({ gives: value })),
  ]);
  const times = mixed(lab, lab.durations(endings.length));
  const outcomes = endings.map((ending, i) => memberOf(lab, { ms: times[i] ?? 0, ending }));
  const collection = await collect(lab, outcomes, { whose: byTask(outcomes) });
  requireOutcomes(outcomes, collection);
  requireOrder(outcomes, collection);
  // Cancelled before it has begun, cancelled while it runs, and one that nobody cancels.
  const [soon = 0, ...later] = lab.durations(3);
  const team = later.map((ms) => memberOf(lab, { ms }));
  const early = memberOf(lab, { ms: soon });
  early.task.cancel();
  const collecting = collect(lab, [...team, early], { whose: byTask([...team, early]) });
  await sleep(soon);
  team[0]?.task.cancel();
  requireOutcomes([...team, early], await collecting);
});

check('empty', async (lab) => {
  const begin = lab.elapsed();
  const { came, hangs, threw, endedAt } = await collect(lab, []);
  if (threw) throw threw.reason;
  assert(!hangs, says.emptyHangs);
  assert(came.length === 0, says.tooMany(0));
  assert(endedAt === begin, says.emptyTakes((endedAt ?? 0) - begin));
});

check('same-twice', async (lab) => {
  const [a, b, c] = [...mixed(lab, lab.durations(3))].map((ms) => memberOf(lab, { ms }));
  const d = memberOf(lab, { ms: lab.durations(1)[0] ?? 0, ending: { throws: lab.error() } });
  if (!a || !b || !c) return;
  const team = [a, b, c, d];
  const collection = await collect(lab, [a, b, a, c, c, b, d, a, d]);
  requireAll(team, collection);
  for (const { job } of team) {
    const times = collection.came.filter(({ name }) => name === job.name).length;
    assert(times === 1, says.cameOften(job.name, times));
  }
});

check('already-done', async (lab) => {
  const [soon = 0, later = 0] = lab.durations(2);
  const early = [memberOf(lab, { ms: 0 }), memberOf(lab, { ms: 0, ending: { throws: lab.error() } }), memberOf(lab, { ms: 1 })];
  for (const { task } of early) task.catch(() => {});
  await sleep(2);
  const begin = lab.elapsed();
  const [one, two, three] = early;
  if (!one || !two || !three) return;
  const team = [memberOf(lab, { ms: later }), one, two, memberOf(lab, { ms: soon }), three];
  const collection = await collect(lab, team);
  requireAll(team, collection);
  for (const { job } of early) {
    const at = collection.came.find(({ name }) => name === job.name)?.at ?? Number.NaN;
    assert(at === begin, says.doneBefore(job.name, begin, at));
  }
});

check('leaving-early', async (lab) => {
  const [early = 0, ...times] = lab.durations(5);
  // Some of those who are left fail later.
  const first = memberOf(lab, { ms: early });
  const team = [...times.map((ms, i) => memberOf(lab, { ms, ...(i % 2 === 1 && { ending: { throws: lab.error() } }) })), first];
  const loop = call(lab, async () => {
    for await (const item of asCompleted(team.map(({ task }) => task))) return { item, cameAt: lab.elapsed() };
    return { item: undefined, cameAt: Number.NaN };
  });
  const settled = await loop.within();
  await settle(team.map(({ job }) => job));
  assert(settled, says.neverEnds([]));
  if (settled.status === 'rejected') throw settled.reason;
  const { item, cameAt } = settled.value;
  if (field(item, 'value') !== first.job.result) failStrange(item, [first], says.notTheFirst(first.job.name, item));
  assert(cameAt === early, says.cameLate(first.job.name, early, cameAt));
  assert(settled.at === early, says.leavingTakes(early, settled.at));
  for (const { job, task } of team) assert(job.endedAt === job.ms && !task.cancelled(), says.stopped(job.name));
});

/** What the student's asCompleted gives for a list that may not be changed, to be looped over. */
function asCompleted(tasks: readonly Task<unknown>[]): AsyncIterable<unknown> {
  return loopOver(exercise.asCompleted(Object.freeze([...tasks])));
}

function collect(lab: Lab, team: readonly Member[], options?: CollectOptions): Promise<Collection> {
  return collectFrom(asCompleted, lab, team, options);
}
