import { coroutine, createTask, sleep, type Task } from '@teatime/core';
import * as exercise from '@teatime/exercises/as-completed';
import { assert, call, check, durations, elapsed, fail, Job, sameValue, settle, type Lab } from '@teatime/grader/kit';
import { loopOver } from './as-completed/loop-over.ts';
import { says } from './as-completed/says.ts';

check('completion-order', async (lab) => {
  // The last of the list is done first; the others come in any order.
  const [first = 0, ...others] = durations(lab.random, 5);
  const team = teamOf(lab, [...lab.random.shuffle(others), first]);
  const collection = await collect(lab, team);
  requireAll(team, collection);
  const { came } = collection;
  const names = came.map(({ name }) => name);
  assert(sameValue(names, byTime(team)), says.otherOrder(byTime(team), names));
});

check('as-they-come', async (lab) => {
  const team = teamOf(lab, durations(lab.random, 4));
  const expected = team.map(({ job }) => job.span());
  const collection = await collect(lab, team);
  requireAll(team, collection);
  const { came } = collection;
  for (const { job } of team) {
    const at = came.find(({ name }) => name === job.name)?.at ?? Number.NaN;
    assert(at === job.ms, says.cameLate(job.name, job.ms, at), { expected });
  }
  // Once more with a task that waits for no timer: what is left on the clock then is the student's.
  const last = Promise.withResolvers<string>();
  const waiting = createTask(coroutine(async () => await last.promise)());
  const loop = call(lab, async () => {
    for await (const _ of asCompleted([waiting])) break;
  });
  await sleep(lab.random.int(20, 40));
  const timers = lab.clock.pending;
  last.resolve('done');
  await loop.within(longAfter);
  assert(timers === 0, says.looksNowAndThen);
});

check('own-task', async (lab) => {
  // All have the same name: only the task itself tells whose result it is.
  const team = teamOf(lab, durations(lab.random, 4).toReversed(), 'tea');
  const collection = await collect(lab, team);
  requireAll(team, collection);
  const { came } = collection;
  for (const { item, name } of came) {
    const own = team.find(({ job }) => job.name === name);
    const task = field(item, 'task');
    assert(task === own?.task, says.wrongTask(name, task));
  }
});

check('slow-consumer', async (lab) => {
  const [first = 0, ...others] = durations(lab.random, 5);
  const team = teamOf(lab, [...lab.random.shuffle(others).toSorted((a, b) => b - a), first]);
  const collection = await collect(lab, team, { busyMs: 1000 });
  const names = collection.came.map(({ name }) => name);
  if (collection.hangs) fail(says.whileBusy(byTime(team), names));
  requireAll(team, collection);
  assert(sameValue(names, byTime(team)), says.whileBusy(byTime(team), names));
});

check('rejections', async (lab) => {
  const times = durations(lab.random, 5);
  const team = times.map((ms, i) => memberOf(lab, i, ms, i % 2 === 1));
  const { came, threw } = await collect(lab, team, { busyMs: 1000 });
  const culprit = threw && team.find(({ job }) => job.error && job.error === threw.reason);
  if (culprit) fail(says.threw(culprit.job.name));
  if (threw) throw threw.reason;
  assert(came.length === team.length, says.missing(namesOf(team), came.map(({ name }) => name)));
  for (const { job } of team) {
    const item = came.find(({ name }) => name === job.name)?.item;
    const [status, outcome] = [field(item, 'status'), field(item, job.error ? 'reason' : 'value')];
    if (job.error) assert(status === 'rejected' && outcome === job.error, says.failedAs(job.name, job.error, item));
    else assert(status === 'fulfilled' && outcome === job.result, says.gaveAs(job.name, job.result, item));
  }
});

check('empty', async (lab) => {
  const { came, hangs, threw } = await collect(lab, []);
  if (threw) throw threw.reason;
  assert(!hangs, says.emptyHangs);
  assert(came.length === 0, says.tooMany(0));
});

check('same-twice', async (lab) => {
  const team = teamOf(lab, durations(lab.random, 3));
  const [a, b, c] = team;
  if (!a || !b || !c) return;
  const collection = await collect(lab, [a, b, a, c, b]);
  requireAll(team, collection);
  const { came } = collection;
  for (const { job } of team) {
    const times = came.filter(({ name }) => name === job.name).length;
    assert(times === 1, says.cameOften(job.name, times));
  }
});

check('already-done', async (lab) => {
  const [soon = 0, later = 0] = durations(lab.random, 2);
  const team = teamOf(lab, [later, 0, soon, 0]);
  await sleep(1);
  const begin = elapsed(lab);
  const collection = await collect(lab, team);
  requireAll(team, collection);
  const { came } = collection;
  for (const { name, at } of came.filter(({ name }) => name === 'B' || name === 'D')) {
    assert(at === begin, says.doneBefore(name, begin, at));
  }
});

check('leaving-early', async (lab) => {
  const [early = 0, ...times] = durations(lab.random, 4);
  // One of those who are left fails later.
  const team = [memberOf(lab, 0, early), ...times.map((ms, i) => memberOf(lab, i + 1, ms, i === 1))];
  const loop = call(lab, async () => {
    for await (const item of asCompleted(team.map(({ task }) => task))) return item;
    return undefined;
  });
  const settled = await loop.within(longAfter);
  await settle(team.map(({ job }) => job));
  assert(settled, says.neverEnds([]));
  if (settled.status === 'rejected') throw settled.reason;
  assert(field(settled.value, 'value') === team[0]?.job.result, says.noCompletion(settled.value));
  assert(settled.at === early, says.leavingTakes(early, settled.at));
  for (const { job, task } of team) assert(job.endedAt === job.ms && !task.cancelled(), says.stopped(job.name));
});

check('linear', async (lab) => {
  const count = 60;
  let asked = 0;
  const team = Array.from({ length: count }, (_, i) => {
    const member = memberOf(lab, i, i + 1);
    const listen = member.task.then.bind(member.task);
    Object.defineProperty(member.task, 'then', {
      value: (...listeners: Parameters<typeof listen>) => {
        asked += 1;
        if (asked > 4 * count) throw new Error('asked too often');
        return listen(...listeners);
      },
    });
    return member;
  });
  const collection = await collect(lab, team);
  assert(asked <= 4 * count, says.asksTooOften(count, asked));
  requireAll(team, collection);
});

/** What the student's asCompleted gives, to be looped over. */
function asCompleted(tasks: readonly Task<string>[]): AsyncIterable<unknown> {
  return loopOver(exercise.asCompleted(tasks));
}

/** Long after everything that a check starts has ended. */
const longAfter = 3_000;

/** A task, and the job that it runs. */
interface Member {
  readonly job: Job<string>;
  readonly task: Task<string>;
}

/** What the loop gave, whose it is, and when it came. */
interface Arrival {
  readonly item: unknown;
  readonly name: string;
  readonly at: number;
}

interface Collection {
  readonly came: readonly Arrival[];
  /** Whether the loop still waited when everything was over. */
  readonly hangs: boolean;
  readonly threw: { readonly reason: unknown } | undefined;
}

function memberOf(lab: Lab, index: number, ms: number, fails = false, taskName?: string): Member {
  const name = index < 26 ? String.fromCharCode('A'.charCodeAt(0) + index) : `task ${index}`;
  const text = `${name} ${lab.random.int(1000, 9999)}`;
  const ending = fails ? { throws: new Error(`no tea for ${text}`) } : { gives: text };
  const job = new Job<string>(lab, { name, ms, ending, recorded: false });
  return { job, task: createTask(job.run(), { name: taskName ?? name }) };
}

/** Tasks that take these times, in this order. */
function teamOf(lab: Lab, times: readonly number[], taskName?: string): readonly Member[] {
  return times.map((ms, i) => memberOf(lab, i, ms, false, taskName));
}

/** Goes through asCompleted, no longer than is sensible; is busy for a while after the first one. */
async function collect(lab: Lab, team: readonly Member[], { busyMs = 0 } = {}): Promise<Collection> {
  const came: Arrival[] = [];
  const loop = call(lab, async () => {
    for await (const item of asCompleted(team.map(({ task }) => task))) {
      came.push({ item, name: ownerOf(item, team), at: elapsed(lab) });
      if (came.length > team.length) fail(says.tooMany(team.length));
      if (came.length === 1 && busyMs > 0) await sleep(busyMs);
    }
  });
  const settled = await loop.within(longAfter);
  await settle(team.map(({ job }) => job));
  const threw = settled?.status === 'rejected' ? { reason: settled.reason } : undefined;
  return { came, hangs: !settled, threw };
}

/** Whose outcome this is: outcomes are different for every job. */
function ownerOf(item: unknown, team: readonly Member[]): string {
  const outcome = field(item, 'status') === 'rejected' ? field(item, 'reason') : field(item, 'value');
  const owner = team.find(({ job }) => (job.error ?? job.result) === outcome);
  return owner ? owner.job.name : fail(says.noCompletion(item));
}

function field(item: unknown, name: string): unknown {
  return typeof item === 'object' && item !== null ? Reflect.get(item, name) : undefined;
}

/** Nobody is missing, nothing went wrong: an error can only be the student's own. */
function requireAll(team: readonly Member[], { came, hangs, threw }: Collection): void {
  if (threw) throw threw.reason;
  const names = came.map(({ name }) => name);
  assert(!hangs, says.neverEnds(names));
  assert(team.every(({ job }) => names.includes(job.name)), says.missing(namesOf(team), names));
}

const namesOf = (team: readonly Member[]): readonly string[] => team.map(({ job }) => job.name);

function byTime(team: readonly Member[]): readonly string[] {
  return namesOf(team.toSorted((a, b) => a.job.ms - b.job.ms));
}
