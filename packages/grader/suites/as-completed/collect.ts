import { createTask, sleep, type Task } from '@teatime/core';
import { call, fail, field, Job, sameValue, settle } from '@teatime/grader/kit';
import type { Ending, Lab, Text } from '@teatime/grader/kit';
import { says } from './says.ts';

/** In milliseconds. */
export const anHour = 3_600_000;

/** A task, and the job that it runs. */
export interface Member {
  readonly job: Job<unknown>;
  readonly task: Task<unknown>;
}

/** What the loop gave, whose it is, and when it came. */
interface Arrival {
  readonly item: unknown;
  readonly name: string;
  readonly at: number;
}

export interface Collection {
  readonly came: readonly Arrival[];
  /** Whether the loop still waited when everything was over. */
  readonly hangs: boolean;
  /** When the loop was over. */
  readonly endedAt: number | undefined;
  readonly threw: { readonly reason: unknown } | undefined;
}

interface MemberPlan {
  readonly ms: number;
  readonly ending?: Ending<unknown>;
  readonly taskName?: string | undefined;
}

/** Gives something that nobody else gives, when nothing else is planned. */
export function memberOf(lab: Lab, { ms, ending, taskName }: MemberPlan): Member {
  const [name = ''] = lab.names(1);
  const job = new Job<unknown>(lab, { name, ms, ending: ending ?? { gives: `${lab.text()} for ${name}` }, recorded: false });
  return { job, task: createTask(job.run(), { name: taskName ?? name }) };
}

/** Tasks that take these times, in this order. */
export function teamOf(lab: Lab, times: readonly number[], taskName?: string): readonly Member[] {
  return times.map((ms) => memberOf(lab, { ms, taskName }));
}

/** In another order than from short to long; the first to be done stands last but one. */
export function mixed(lab: Lab, times: readonly number[]): readonly number[] {
  const [first = 0, ...others] = times.toSorted((a, b) => a - b);
  const rest = lab.random.shuffle(others);
  return times.length < 2 ? times : [...rest.slice(0, -1), first, ...rest.slice(-1)];
}

export interface CollectOptions {
  /** For how long the loop is busy after so many have come. */
  readonly busyMs?: (count: number) => number;
  /** Whose an item is, when it is not told by its outcome. */
  readonly whose?: (item: unknown) => string | undefined;
  /** Everybody who could come, when that are more than are in the list. */
  readonly all?: readonly Member[];
}

/** What gives the tasks of a list as they are done. */
export type AsCompleted = (tasks: readonly Task<unknown>[]) => AsyncIterable<unknown>;

/** Goes through a loop over the tasks of a team, no longer than is sensible. */
export async function collectFrom(asCompleted: AsCompleted, lab: Lab, team: readonly Member[], options: CollectOptions = {}): Promise<Collection> {
  const { busyMs = () => 0, all = team, whose = byOutcome(all) } = options;
  const came: Arrival[] = [];
  const most = new Set(team).size;
  const loop = call(lab, async () => {
    for await (const item of asCompleted(team.map(({ task }) => task))) {
      came.push({ item, name: whose(item) ?? failStrange(item, all), at: lab.elapsed() });
      // Who gives doubles is let go on for a while, to be told which, but not through thousands of them.
      if (came.length > Math.min(team.length, most + 10)) fail(says.tooMany(most));
      const ms = busyMs(came.length);
      if (ms > 0) await sleep(ms);
    }
  });
  const settled = await loop.within();
  await settle(lab.made);
  const threw = settled?.status === 'rejected' ? { reason: settled.reason } : undefined;
  return { came, hangs: !settled, endedAt: settled?.at, threw };
}

/** Says what an item is that no task of the team came to; of one that tells of a task outside of it, `other`. */
export function failStrange(item: unknown, team: readonly Member[], other: Text = says.otherOutcome(item)): never {
  const own = team.find(({ task }) => task === field(item, 'task'))?.job;
  if (own) fail(own.fails ? says.failedAs(own.name, own.error, item) : says.gaveAs(own.name, own.result, item));
  const bare = team.find(({ job }) => item !== undefined && !job.fails && sameValue(job.result, item))?.job;
  if (bare) fail(says.bareResult(bare.name, item));
  fail(['fulfilled', 'rejected'].some((status) => field(item, 'status') === status) ? other : says.noCompletion(item));
}

/** Where outcomes are different for every job. */
function byOutcome(team: readonly Member[]): (item: unknown) => string | undefined {
  return (item) => {
    const outcome = field(item, 'status') === 'rejected' ? field(item, 'reason') : field(item, 'value');
    return team.find(({ job }) => (job.error ?? job.result) === outcome)?.job.name;
  };
}

/** Where outcomes are anything, undefined and equal ones, too. */
export function byTask(team: readonly Member[]): (item: unknown) => string | undefined {
  return (item) => team.find(({ task }) => task === field(item, 'task'))?.job.name;
}
