import { assist } from '@teatime/exercises/assistant';
import type { Answer, Job as Order } from '@teatime/exercises/assistant';
import { assert, call, check, durations, elapsed, fail, Job, sameValue, settle, show } from '@teatime/grader/kit';
import type { Ending, Lab, Settled } from '@teatime/grader/kit';
import { says } from './assistant/says.ts';

check('together', async (lab) => {
  const jobs = jobsOf(lab, durations(lab.random, 4));
  const expected = jobs.map((job) => job.span());
  const { at } = success(await help(lab, jobs));
  for (const { name, startedAt } of jobs) {
    assert(startedAt !== undefined, says.neverStarted(name), { expected });
    assert(startedAt === 0, says.startedLate(name, startedAt), { expected });
  }
  const longest = Math.max(...jobs.map((job) => job.ms));
  assert(at === longest, says.tookLong(longest, at), { expected });
});

check('at-once', async (lab) => {
  // The longest comes first, so that the order of the jobs is the wrong one.
  const jobs = jobsOf(lab, durations(lab.random, 4).toReversed());
  const expected = jobs.map((job) => job.span());
  const session = await help(lab, jobs);
  if (session.settled.status === 'rejected') throw session.settled.reason;
  for (const job of jobs) {
    const [first = fail(says.neverAnnounced(job.name))] = session.about(job);
    assert(first.at === job.ms, says.announcedAt(job.name, job.ms, first.at), { expected });
  }
});

check('answers', async (lab) => {
  const jobs = jobsOf(lab, lab.random.shuffle(durations(lab.random, 4)));
  const session = await help(lab, jobs);
  if (session.settled.status === 'rejected') throw session.settled.reason;
  for (const { answer } of session.announced) {
    assert(jobs.some((job) => isAnswerOf(answer, job)), says.unknownAnswer(answer));
  }
  for (const job of jobs) {
    const [first = fail(says.neverAnnounced(job.name)), ...more] = session.about(job);
    assert(field(first.answer, 'name') === job.name, says.wrongName(job.name, field(first.answer, 'name')));
    assert(more.length === 0, says.announcedOften(job.name, 1 + more.length));
  }
});

check('failure-announced', async (lab) => {
  const [soon = 0, later = 0, last = 0] = durations(lab.random, 3);
  const broken = job(lab, 1, later, { throws: new Error(`no weather today ${lab.random.int(100, 999)}`) });
  const session = await help(lab, [job(lab, 0, last), broken, job(lab, 2, soon)]);
  requireAnnounced(session, broken, broken.error, later);
});

check('failure-harmless', async (lab) => {
  const [soon = 0, later = 0, last = 0] = durations(lab.random, 3);
  const broken = job(lab, 1, soon, { throws: new Error(`no weather today ${lab.random.int(100, 999)}`) });
  const others = [job(lab, 0, later), job(lab, 2, last)];
  const [first, second] = others;
  if (!first || !second) return;
  const session = await help(lab, [first, broken, second]);
  const { settled } = session;
  if (settled.status === 'rejected') {
    if (settled.reason === broken.error) fail(says.failedItself(broken.name));
    throw settled.reason;
  }
  for (const one of others) {
    const [told = fail(says.neverAnnounced(one.name))] = session.about(one);
    assert(told.at === one.ms, says.announcedAt(one.name, one.ms, told.at));
  }
});

check('fails-at-the-start', async (lab) => {
  const [soon = 0, later = 0] = durations(lab.random, 2);
  const error = new Error(`no jokes today ${lab.random.int(100, 999)}`);
  const [before, after] = [job(lab, 0, later), job(lab, 2, soon)];
  const broken = {
    name: 'B',
    error,
    start: () => {
      throw error;
    },
  };
  const session = await help(lab, [before, broken, after]);
  requireAnnounced(session, broken, error, 0);
  for (const one of [before, after]) {
    assert(one.startedAt !== undefined, says.neverStarted(one.name));
    const [told = fail(says.neverAnnounced(one.name))] = session.about(one);
    assert(told.at === one.ms, says.announcedAt(one.name, one.ms, told.at));
  }
});

check('same-name', async (lab) => {
  const jobs = durations(lab.random, 3).map((ms, i) => job(lab, i, ms, undefined, i === 1 ? 'B' : 'A'));
  const session = await help(lab, jobs);
  const { value } = success(session);
  for (const one of jobs) if (session.about(one).length === 0) fail(says.neverAnnounced(one.name));
  assert(Array.isArray(value), says.noSummary(value));
  for (const [index, one] of jobs.entries()) {
    assert(value.some((answer: unknown) => isAnswerOf(answer, one)), says.missingAmongAlike(one.name, index + 1, value));
  }
});

check('summary', async (lab) => {
  const times = durations(lab.random, 4).toReversed();
  const error = new Error(`no weather today ${lab.random.int(100, 999)}`);
  const jobs = times.map((ms, i) => job(lab, i, ms, i === 1 ? { throws: error } : undefined));
  const session = await help(lab, jobs);
  const { value } = success(session, error);
  assert(Array.isArray(value), says.noSummary(value));
  const names = jobs.map((one) => one.name);
  const strange = Array.from(value, (answer: unknown) => answer).find((answer) => !jobs.some((one) => isAnswerOf(answer, one)));
  const hasStrange = namesIn(value, jobs).includes('?');
  assert(!hasStrange, says.strangeInSummary(strange));
  assert(sameValue(namesIn(value, jobs), names), says.otherSummary(names, namesIn(value, jobs)));
  const { value: nothing } = success(await help(lab, []));
  assert(sameValue(nothing, []), says.noSummary(nothing));
});

check('nothing-left', async (lab) => {
  const times = durations(lab.random, 3).toReversed();
  const jobs = times.map((ms, i) => job(lab, i, ms));
  const { at } = success(await help(lab, jobs));
  for (const one of jobs) {
    assert(one.endedAt !== undefined, says.neverStarted(one.name));
    const expected = jobs.map((each) => each.span());
    assert(one.endedAt <= at, says.stillRunning(one.name, at, one.endedAt), { expected });
  }
});

/** Something that can be asked for: a job of the kit, or one that does not even start. */
type Asked = Pick<Job<string>, 'name' | 'error'> & (Job<string> | { readonly start: Order['start'] });

interface Announcement {
  readonly answer: unknown;
  readonly at: number;
}

/** What a job gives, or fails with. */
interface Outcome {
  readonly error: unknown;
  readonly result?: string | undefined;
}

interface Session {
  readonly settled: Settled<unknown>;
  readonly announced: readonly Announcement[];
  /** What was announced of this job. */
  about(job: Outcome): readonly Announcement[];
}

/** Has the student's assistant do these jobs, and waits far longer than that may take. */
async function help(lab: Lab, jobs: readonly Asked[]): Promise<Session> {
  const announced: Announcement[] = [];
  const begin = elapsed(lab);
  const orders = jobs.map((one): Order => ({ name: one.name, start: one instanceof Job ? one.run : one.start }));
  const announce = (answer: Answer): void => {
    announced.push({ answer, at: elapsed(lab) - begin });
  };
  const running = call(lab, () => assist(orders, announce));
  const settled = await running.within(3_000);
  await settle(jobs.filter((one) => one instanceof Job));
  if (!settled) fail(says.neverEnds(announced.map(({ answer }) => shownName(field(answer, 'name')))));
  return { settled, announced, about: (one) => announced.filter(({ answer }) => isAnswerOf(answer, one)) };
}

/** The end of an assist that must not fail. */
function success({ settled }: Session, error?: Error): { readonly value: unknown; readonly at: number } {
  if (settled.status === 'fulfilled') return settled;
  if (error && settled.reason === error) fail(says.failedItself('B'));
  throw settled.reason;
}

/** The job failed: that was announced as a failure, with its reason, at the moment of the failure. */
function requireAnnounced(session: Session, broken: Pick<Asked, 'name'>, error: unknown, at: number): void {
  const { settled, announced } = session;
  const told = announced.find(({ answer }) => field(answer, 'reason') === error);
  if (!told) {
    const wrong = announced.find(({ answer }) => field(answer, 'name') === broken.name);
    if (wrong) fail(says.notFailed(broken.name, error, wrong.answer));
    if (settled.status === 'rejected' && settled.reason !== error) throw settled.reason;
    fail(settled.status === 'rejected' ? says.failedItself(broken.name) : says.neverAnnounced(broken.name));
  }
  const { answer } = told;
  const isRight = field(answer, 'status') === 'rejected' && field(answer, 'name') === broken.name;
  assert(isRight, says.notFailed(broken.name, error, answer));
  assert(told.at === at, says.announcedAt(broken.name, at, told.at));
}

/** Whether this is the answer of the job, whatever name it is given: results and errors are different for every job. */
function isAnswerOf(answer: unknown, { error, result }: Outcome): boolean {
  if (error) return field(answer, 'reason') === error;
  return field(answer, 'status') === 'fulfilled' && field(answer, 'value') === result;
}

function namesIn(summary: readonly unknown[], jobs: readonly Job<string>[]): readonly string[] {
  return Array.from(summary, (answer) => jobs.find((one) => isAnswerOf(answer, one))?.name ?? '?');
}

function shownName(name: unknown): string {
  return typeof name === 'string' ? name : show(name);
}

function field(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

function job(lab: Lab, index: number, ms: number, ending?: Ending<string>, name = letter(index)): Job<string> {
  const usual = { gives: `${letter(index)} says ${lab.random.int(1000, 9999)}` };
  return new Job<string>(lab, { name, ms, ending: ending ?? usual });
}

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

function jobsOf(lab: Lab, times: readonly number[]): readonly Job<string>[] {
  return times.map((ms, i) => job(lab, i, ms));
}
