import { coroutine, sleep } from '@teatime/core';
import { assist } from '@teatime/exercises/assistant';
import { assert, call, check, fail, field, type Job, type Lab } from '@teatime/grader/kit';
import { requireOwn } from './assistant/require.ts';
import { says } from './assistant/says.ts';
import { saysOfHidden } from './assistant/says-hidden.ts';
import { assistedBy, type Broken, helpBy, isAnswerOf, jobsOf, mixed, type Order, type Session, shownName } from './assistant/session.ts';

check('calls-together', async (lab) => {
  const teams = [3, 4].map((count) => jobsOf(lab, mixed(lab, lab.durations(count))));
  // Two in one breath, and a third while they are at work.
  const sessions = await Promise.all(lab.atOnce(() => teams.map((jobs) => help(lab, jobs))));
  for (const [i, session] of sessions.entries()) requireOwn(teams[i] ?? [], session);
  await lab.sideBySide(async (part) => {
    const jobs = jobsOf(part, mixed(part, part.durations(4)));
    requireOwn(jobs, await help(part, jobs));
  });
  // Then jobs of the same names, which end otherwise: what was told of the first ones is no news of these.
  const [name = '', other = ''] = lab.names(2);
  const before = [lab.job({ name }), lab.job({ name: other, ending: { throws: lab.error() } })];
  await help(lab, before);
  const session = await help(lab, [lab.job({ name }), lab.job({ name: other })]);
  const old = session.announced.find(({ answer }) => before.some((job) => isAnswerOf(answer, job)));
  assert(!old, saysOfHidden.remembered(old?.answer));
});

check('many', async (lab) => {
  const count = 310;
  const gate = Promise.withResolvers<undefined>();
  const started: string[] = [];
  const work = coroutine(async (name: string) => {
    started.push(name);
    await gate.promise;
    return `answer of ${name}`;
  });
  const names = Array.from({ length: count }, (_, i) => `tea no. ${i + 1}`);
  const announced: unknown[] = [];
  const running = call(lab, () => assisted(names.map((name) => ({ name, start: () => work(name) })), (answer) => announced.push(field(answer, 'value'))));
  await sleep(lab.random.int(10, 20));
  // None of them is done yet.
  const different = new Set(started).size;
  assert(different === count, saysOfHidden.manyStarted(count, different));
  assert(started.length === count, saysOfHidden.startedInAll(count, started.length));
  gate.resolve(undefined);
  const settled = (await running.within()) ?? fail(says.neverEnds(announced.map(shownName)));
  if (settled.status === 'rejected') throw settled.reason;
  assert(announced.length === count && new Set(announced).size === count, saysOfHidden.manyAnnounced(count, announced.length));
  assert(Array.isArray(settled.value), says.noSummary(settled.value));
  assert(settled.value.length === count, says.summaryLength(count, settled.value.length));
});

function assisted(orders: readonly Order[], announce: (answer: unknown) => void): Promise<unknown> {
  return assistedBy(assist, orders, announce);
}

function help(lab: Lab, jobs: readonly (Job<unknown> | Broken)[]): Promise<Session> {
  return helpBy(assisted, lab, jobs);
}
