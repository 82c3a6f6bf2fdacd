import { assert, fail, field, type FailureDetails, Job, sameValue, show } from '@teatime/grader/kit';
import { says } from './says.ts';
import { type Announcement, isAnswerOf, type Outcome, type Session, shownName } from './session.ts';

/** The end of an assist that must not fail. */
export function success({ settled }: Session, jobs: readonly Outcome[] = []): { readonly value: unknown; readonly at: number } {
  if (settled.status === 'fulfilled') return settled;
  const culprit = jobs.find((one) => one.fails && Object.is(one.error, settled.reason));
  if (culprit) fail(says.failedItself(culprit));
  throw settled.reason;
}

/** All began at once, once each, and took as long as the longest. */
export function requireTogether(jobs: readonly Job<unknown>[], session: Session): void {
  const expected = jobs.map((job) => job.span());
  const { at } = success(session);
  for (const { name, startedAt, calls } of jobs) {
    assert(startedAt !== undefined, says.neverStarted(name), { expected, begins: 'never' });
    assert(startedAt === 0, says.startedLate(name, startedAt), { expected, begins: 'late' });
    assert(calls === 1, says.startedOften(name, calls), { expected });
  }
  const longest = Math.max(...jobs.map((job) => job.ms));
  assert(at === longest, says.tookLong(longest, at), { expected });
}

/** The job was announced as what it was, at the moment when it was done. */
export function requireTold(session: Session, job: Job<unknown>, details?: FailureDetails): void {
  const [first = failUnannounced(session, job)] = session.about(job);
  requireOnTime(session, job.name, first, job.ms, details);
}

function requireOnTime({ announced }: Session, name: string, told: Announcement, due: number, details?: FailureDetails): void {
  const before = announced[announced.indexOf(told) - 1];
  assert(told.at === due, says.announcedAt(name, due, told.at, before?.at === told.at ? shownName(field(before.answer, 'name')) : undefined), details);
}

/** What was announced under the name of the job, which no other has, is its answer, once. */
export function requireOnce(session: Session, job: Job<unknown>): void {
  const [first = failUnannounced(session, job), ...more] = session.announced.filter(({ answer }) => field(answer, 'name') === job.name);
  assert(isAnswerOf(first.answer, job), says.otherAnswer(job, first.answer));
  assert(more.length === 0, says.announcedOften(job.name, 1 + more.length));
}

/** The job failed: that was announced as a failure, once, with its reason, at the moment of the failure. */
export function requireAnnounced(session: Session, broken: Outcome, { at, jobs }: { readonly at: number; readonly jobs: readonly Outcome[] }): void {
  const [told, ...more] = session.announced.filter(({ answer }) => field(answer, 'name') === broken.name);
  if (!told) {
    const { settled } = session;
    if (settled.status === 'fulfilled') failUnannounced(session, broken);
    success(session, [broken, ...jobs]);
    return;
  }
  assert(isAnswerOf(told.answer, broken), says.otherAnswer(broken, told.answer));
  assert(more.length === 0, says.announcedOften(broken.name, 1 + more.length));
  requireOnTime(session, broken.name, told, at);
}

/** The answer of this job was not announced: what became of the job, and what was announced instead. */
export function failUnannounced({ settled, announced }: Session, one: Outcome): never {
  const instead = announced.find(({ answer }) => field(answer, 'name') === one.name);
  if (instead) fail(says.otherAnswer(one, instead.answer));
  if (one instanceof Job && one.startedAt === undefined) fail(says.neverStarted(one.name), { begins: 'never' });
  fail(says.neverAnnounced(one, settled.at));
}

/** These jobs and no others were announced here, on time, and stand in the summary. */
export function requireOwn(jobs: readonly Job<unknown>[], session: Session): void {
  const { settled, announced } = session;
  if (settled.status === 'rejected') throw settled.reason;
  const stray = announced.find(({ answer }) => !jobs.some((job) => isAnswerOf(answer, job)));
  assert(!stray, says.announcedElsewhere(stray?.answer));
  for (const job of jobs) {
    assert(job.startedAt !== undefined, says.neverStarted(job.name), { begins: 'never' });
    assert(job.startedAt === 0, says.startedLate(job.name, job.startedAt), { begins: 'late' });
    requireTold(session, job);
  }
  requireSummary(jobs, settled.value);
}

/** The answers of these jobs, in their order, under their names. */
export function requireSummary(jobs: readonly Outcome[], summary: unknown): void {
  assert(Array.isArray(summary), says.noSummary(summary));
  const strange = Array.from(summary, (answer: unknown, i) => ({ answer, place: i + 1 })).find(({ answer }) => !jobs.some((one) => isAnswerOf(answer, one)));
  if (strange) fail(says.strangeInSummary(strange.place, strange.answer));
  const names = jobs.map(({ name }) => name);
  assert(sameValue(namesIn(summary, jobs), names), says.otherSummary(names, namesIn(summary, jobs)));
  for (const [i, name] of names.entries()) assert(field(summary[i], 'name') === name, says.wrongName(name, field(summary[i], 'name')));
}

/** Whose answers stand in a summary; what is nobody's is shown as it is. */
export function namesIn(summary: readonly unknown[], jobs: readonly Outcome[]): readonly string[] {
  return Array.from(summary, (answer) => jobs.find((one) => isAnswerOf(answer, one))?.name ?? show(answer));
}
