import { CancelledError } from '@teatime/core';
import { assist } from '@teatime/exercises/assistant';
import { assert, call, check, fail, field, type Job, type Lab, sameValue, settle } from '@teatime/grader/kit';
import { failUnannounced, namesIn, requireAnnounced, requireOnce, requireSummary, requireTogether, requireTold, success } from './assistant/require.ts';
import { says } from './assistant/says.ts';
import { assistedBy, anHour, Broken, helpBy, isAnswerOf, jobsOf, mixed, type Order, orderOf, type Session } from './assistant/session.ts';

check('together', (lab) =>
  lab.sideBySide(async (part) => {
    const hours = part.durations(1, { from: 5 * anHour, to: 20 * anHour });
    const jobs = jobsOf(part, mixed(part, [...part.durations(6), ...hours]));
    requireTogether(jobs, await help(part, jobs));
  }),
);

check('at-once', async (lab) => {
  const jobs = jobsOf(lab, mixed(lab, lab.durations(7)));
  const expected = jobs.map((job) => job.span());
  const session = await help(lab, jobs);
  success(session);
  for (const job of jobs) requireTold(session, job, { expected });
});

check('answers', async (lab) => {
  const jobs = jobsOf(lab, mixed(lab, lab.durations(6)));
  const session = await help(lab, jobs);
  success(session);
  for (const { answer } of session.announced) {
    assert(jobs.some((job) => isAnswerOf(answer, job)), says.unknownAnswer(answer));
  }
  for (const job of jobs) {
    const [first = failUnannounced(session, job), ...more] = session.about(job);
    assert(field(first.answer, 'name') === job.name, says.wrongName(job.name, field(first.answer, 'name')));
    assert(more.length === 0, says.announcedOften(job.name, 1 + more.length));
  }
  // Answers that look like failures, like each other, or like nothing at all: the name tells whose they are.
  const values: readonly unknown[] = [...lab.texts(), lab.error('given, and not thrown'), 'Error: no failure', 'rejected', lab.text(), undefined];
  const names = ['', ` ${lab.text()} `, `Earl GREY ${lab.text()}`, ...lab.names(values.length - 3)];
  const odd = values.map((gives, i) => lab.job({ name: names[i] ?? '', ending: { gives } }));
  const second = await help(lab, odd);
  success(second);
  for (const job of odd) requireOnce(second, job);
  assert(second.announced.length === odd.length, says.announcedInAll(odd.length, second.announced.length));
});

check('failure-announced', async (lab) => {
  const reasons = [...lab.reasons(7), new CancelledError()];
  const times = mixed(lab, lab.durations(reasons.length + 2));
  const broken = reasons.map((throws, i) => lab.job({ ms: times[i] ?? 0, ending: { throws } }));
  const jobs = lab.random.shuffle([...broken, ...jobsOf(lab, times.slice(reasons.length))]);
  const session = await help(lab, jobs);
  for (const job of broken) {
    requireAnnounced(session, job, { at: job.ms, jobs });
    assert(job.calls === 1, says.startedOften(job.name, job.calls));
  }
});

check('failure-harmless', async (lab) => {
  const times = lab.durations(7);
  // The shortest fail, and one in the middle.
  const failing = times.filter((_, i) => i < 3 || i === 4);
  const jobs: readonly Job<unknown>[] = mixed(lab, times).map((ms) => lab.job({ ms, ending: failing.includes(ms) ? { throws: lab.error() } : { gives: lab.text() } }));
  const session = await help(lab, jobs);
  const { settled } = session;
  if (settled.status === 'rejected') {
    const culprit = jobs.find((one) => one.fails && settled.reason === one.error);
    if (culprit) fail(says.failedItself(culprit));
    throw settled.reason;
  }
  for (const one of jobs.filter((job) => !job.fails)) requireTold(session, one);
});

check('fails-at-the-start', async (lab) => {
  const [before, between, after] = jobsOf(lab, mixed(lab, lab.durations(3)));
  if (!before || !between || !after) return;
  const [first, second, third] = [lab.error(), undefined, ''].map((error) => new Broken(lab, error));
  if (!first || !second || !third) return;
  const asked = [before, first, second, between, third, after];
  const session = await help(lab, asked);
  for (const broken of [first, second, third]) {
    requireAnnounced(session, broken, { at: 0, jobs: asked });
    assert(broken.calls === 1, says.startedOften(broken.name, broken.calls));
  }
  for (const one of [before, between, after]) {
    assert(one.startedAt !== undefined, says.neverStarted(one.name), { begins: 'never' });
    requireTold(session, one);
  }
  const { value } = success(session, asked);
  assert(Array.isArray(value), says.noSummary(value));
  const [names, got] = [asked.map(({ name }) => name), namesIn(value, asked)];
  assert(sameValue(got, names), says.otherSummary(names, got));
});

check('same-name', async (lab) => {
  const [name = '', other = ''] = lab.names(2);
  const [last = 0, ...times] = mixed(lab, lab.durations(5)).toReversed();
  const jobs = times.map((ms, i) => lab.job({ ms, name: i === 1 ? other : name }));
  // One skill asked for twice: two jobs with one start.
  const twice = lab.job({ ms: last, name });
  const session = await help(lab, [...jobs, twice, twice]);
  const { value } = success(session);
  for (const one of jobs) if (session.about(one).length === 0) failUnannounced(session, one);
  const told = session.about(twice).length;
  assert(twice.calls === 2 && told === 2, says.sameStartTwice(twice.calls, told));
  for (const { answer } of session.announced) {
    const given = field(answer, 'name');
    assert(given === name || given === other, says.otherName(given));
  }
  assert(Array.isArray(value), says.noSummary(value));
  for (const [index, one] of jobs.entries()) {
    assert(value.some((answer: unknown) => isAnswerOf(answer, one)), says.missingAmongAlike(one.name, index + 1, value));
  }
  assert(value.length === jobs.length + 2, says.summaryLength(jobs.length + 2, value.length));
});

check('summary', async (lab) => {
  await lab.sideBySide(async (part) => {
    // Names that an object would give back in another order, or has from the start.
    const names = part.names(8, { keys: true });
    const times = mixed(part, part.durations(names.length));
    const jobs = names.map((name, i) => part.job({ name, ms: times[i] ?? 0, ...(i % 3 === 1 && { ending: { throws: part.error() } }) }));
    requireSummary(jobs, success(await help(part, jobs), jobs).value);
  });
  const begin = lab.elapsed();
  const { value: nothing, at } = success(await help(lab, []));
  assert(sameValue(nothing, []), says.noSummary(nothing));
  assert(at === begin, says.nothingTakes(at - begin));
});

check('nothing-left', async (lab) => {
  // Short ones: a timer that is left behind outlasts them.
  const [failing = 0, ...times] = lab.durations(6, { to: 3_000 });
  const jobs = [...jobsOf(lab, mixed(lab, times)), lab.job({ ms: failing, ending: { throws: lab.error() } })];
  const session = await help(lab, jobs);
  const { at } = success(session, jobs);
  for (const one of jobs) {
    assert(one.endedAt !== undefined, says.neverStarted(one.name), { begins: 'never' });
    const expected = jobs.map((each) => each.span());
    assert(one.endedAt <= at, says.stillRunning(one.name, at, one.endedAt), { expected });
  }
  assert(session.announced.length <= jobs.length, says.announcedInAll(jobs.length, session.announced.length));
  const last = Math.max(...jobs.map(({ ms }) => ms));
  assert(at === last, says.tookLong(last, at));
  assert(lab.timers() === 0, says.timersLeft(lab.timers()));
});

check('announce-throws', async (lab) => {
  const mistake = lab.error('no voice today');
  const failure = lab.error();
  for (const error of [mistake, failure]) lab.pardon(error);
  const jobs = [...jobsOf(lab, mixed(lab, lab.durations(3))), lab.job({ ending: { throws: failure } })];
  const heard: unknown[] = [];
  const announce = (answer: unknown): void => {
    heard.push(answer);
    throw mistake;
  };
  // Whether it fails then, goes on or never ends is up to the student, but somebody is announced before.
  const settled = await call(lab, () => assisted(jobs.map(orderOf), announce)).within();
  await settle(jobs);
  if (heard.length === 0) {
    if (settled?.status === 'rejected') throw settled.reason;
    fail(says.nobodyAnnounced);
  }
  for (const job of jobs) {
    const again = heard.filter((answer) => field(answer, 'name') === job.name && field(answer, 'reason') === mistake);
    const times = again.length + heard.filter((answer) => isAnswerOf(answer, job)).length;
    assert(times <= 1, says.announcedAgain(job.name, times));
  }
});

function assisted(orders: readonly Order[], announce: (answer: unknown) => void): Promise<unknown> {
  return assistedBy(assist, orders, announce);
}

function help(lab: Lab, jobs: readonly (Job<unknown> | Broken)[]): Promise<Session> {
  return helpBy(assisted, lab, jobs);
}
