import { getEventListeners } from 'node:events';
import { coroutine, runVirtual, sleep, type Task } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taskGroup, type TaskGroup } from '../task-group.ts';
import { apart, programs } from '../../test/programs.ts';
import { fatesOf, longAfter, Run, someReason, someStop, someStoppableWork, valueOf } from '../../test/stoppable.ts';
import type { Result, StoppableWork } from '../../test/stoppable.ts';

/** Somebody in the group: first the body, then tasks. */
interface Member {
  /** When it comes: 0 for the body. */
  readonly at: number;
  readonly work: StoppableWork;
  /** How long after that it is cancelled, alone; Infinity for never, as for the body. */
  readonly cancelAfter: number;
}

interface Program {
  readonly members: readonly Member[];
  /** Whether the body awaits the tasks that are there when its own work is done, those that are cancelled alone excepted. */
  readonly awaits: boolean;
  /** When the signal from outside aborts. */
  readonly stop: number;
  readonly reason: unknown;
}

const someTask: fc.Arbitrary<Member> = fc.record({
  at: fc.integer({ min: 0, max: 15 }),
  // Most do not fail, so that others have the time to.
  work: fc.oneof(someStoppableWork, someStoppableWork.map((work) => ({ ...work, fails: false }))),
  cancelAfter: fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 0, max: 12 }) }, { weight: 3, arbitrary: fc.constant(Infinity) }),
});

const tied: fc.Arbitrary<Program> = fc.record({
  members: fc
    .tuple(someTask, fc.array(someTask, { maxLength: 5 }))
    .map(([body, tasks]) => [{ ...body, at: 0, cancelAfter: Infinity }, ...tasks]),
  awaits: fc.boolean(),
  stop: fc.oneof(someStop, fc.constant(Infinity)),
  reason: someReason,
});

/** Nothing happens at the moment of something else, so that the model need not say who is first. */
const untied = tied.map(({ members, stop, ...rest }) => {
  const time = apart();
  return {
    ...rest,
    stop: stop < 0 ? stop : time(stop),
    members: members.map(({ at, work, cancelAfter }, id) => ({
      at: id === 0 ? at : time(at),
      work: { ...work, ms: time(work.ms), cleanUpMs: time(work.cleanUpMs) },
      cancelAfter: time(cancelAfter),
    })),
  };
});

/** What was seen of a member: what it came to, or undefined when it did not begin. */
type Seen = (Result & { readonly began: number }) | undefined;

interface Outcome {
  readonly members: readonly Seen[];
  /** What the group came to. */
  readonly group: Result | { readonly failures: readonly unknown[]; readonly at: number };
}

const stopped = 'stopped from outside';
const itsReason = 'the reason of its signal';

/** What the group is to come to. */
function expected({ members, stop: outer }: Program): Outcome {
  if (outer < 0) return { members: members.map(() => undefined), group: { threw: stopped, at: 0 } };
  let stop = outer;
  // As long as nobody is stopped: when everybody who has come so far will have ended.
  let over = 0;
  const inside = new Set<Member>();
  const [body] = members;
  for (const member of members.toSorted((one, other) => one.at - other.at)) {
    if (member.at >= stop || (member !== body && member.at >= over)) continue;
    inside.add(member);
    const fate = fateOf(members.indexOf(member), member, Infinity);
    over = Math.max(over, fate.at);
    if (isFailure(fate)) stop = Math.min(stop, fate.at);
  }
  if (stop > over) stop = Infinity;

  const seen = members.map((member, id) => (inside.has(member) ? { ...fateOf(id, member, stop), began: member.at } : undefined));
  const at = Math.max(...seen.map((one) => one?.at ?? 0));
  const failed = seen.flatMap((one) => (one && isFailure(one) ? [one] : [])).toSorted((one, other) => one.at - other.at);
  if (failed.length > 0) return { members: seen, group: { failures: failed.map(({ threw }) => threw), at } };
  return { members: seen, group: stop < Infinity ? { threw: stopped, at } : { gave: valueOf(0), at } };
}

function fateOf(id: number, { at, work, cancelAfter }: Member, stop: number): Result {
  return fatesOf(id, work, at, { at: Math.min(stop, at + cancelAfter), reason: itsReason })[0];
}

function isFailure(result: Result): result is Result & { readonly threw: unknown } {
  return 'threw' in result && result.threw !== itsReason;
}

async function actual({ members, awaits, stop, reason }: Program): Promise<Outcome & { readonly listeners: number }> {
  const run = new Run([[stopped, reason]]);
  const seen: Seen[] = members.map(() => undefined);
  const tasks: Task<unknown>[] = [];
  let open: TaskGroup | undefined;

  const work = coroutine(async (id: number, signal: AbortSignal): Promise<unknown> => {
    const began = run.elapsed();
    try {
      const gave = await run.begin(id, members[id].work, signal);
      seen[id] = { gave, at: run.elapsed(), began };
      return gave;
    } catch (error) {
      seen[id] = { threw: error === signal.reason ? itsReason : run.nameOf(error), at: run.elapsed(), began };
      throw error;
    }
  });
  const body = async (given: TaskGroup): Promise<unknown> => {
    open = given;
    const value = await work(0, given.signal);
    if (awaits) await Promise.all(tasks.filter((task) => task.name !== 'cancelled alone'));
    return value;
  };
  const come = async ({ at, cancelAfter }: Member, id: number): Promise<void> => {
    await run.reach(at);
    const name = cancelAfter < Infinity ? 'cancelled alone' : `member ${id}`;
    const task = open?.createTask((signal) => work(id, signal), { name });
    if (!task) return;
    tasks.push(task);
    if (cancelAfter === Infinity) return;
    await run.reach(at + cancelAfter);
    task.cancel();
  };

  const signal = run.stopAt(stop, reason);
  const grouping = taskGroup(body, { signal });
  // Who comes too late is refused.
  for (const [id, member] of members.entries()) if (id > 0) come(member, id).catch(() => {});
  const group = await run.resultOf(grouping);
  const listeners = signal.aborted ? 0 : getEventListeners(signal, 'abort').length;
  // Whatever comes afterwards was not waited for.
  await sleep(longAfter);
  if (!('threw' in group && group.threw instanceof AggregateError)) return { members: seen, group, listeners };
  const failures = group.threw.errors.map((error) => run.nameOf(error));
  return { members: seen, group: { failures, at: group.at }, listeners };
}

test('a group is over when everybody has ended, and the first failure or the stop from outside ends everybody', async () => {
  await fc.assert(
    fc.asyncProperty(untied, async (given) => {
      expect(await runVirtual(() => actual(given))).toEqual({ ...expected(given), listeners: 0 });
    }),
    { numRuns: programs },
  );
});

test('where several things happen at once, nobody is left behind and no error is lost or told twice', async () => {
  await fc.assert(
    fc.asyncProperty(tied, async (given) => {
      const { members, group, listeners } = await runVirtual(() => actual(given));
      const failed = members.flatMap((one) => (one && isFailure(one) ? [one] : []));
      const stop = Math.min(given.stop, ...failed.map(({ at }) => at));

      given.members.forEach((member, id) => {
        const one = members[id];
        if (one) {
          expect(one.began).toBe(member.at);
          expect(one.began).toBeLessThanOrEqual(Math.min(stop, group.at));
          const first = Math.min(stop, member.at + member.cancelAfter);
          const fates = fatesOf(id, member.work, member.at, { at: first, reason: itsReason });
          expect(fates.map((fate) => ({ ...fate, began: member.at }))).toContainEqual(one);
        } else if (member.cancelAfter > 0) {
          expect(member.at).toBeGreaterThanOrEqual(Math.min(stop, group.at));
        }
      });
      expect(group.at).toBe(Math.max(0, ...members.map((one) => one?.at ?? 0)));
      if ('failures' in group) {
        // Each of them once; of two at the same moment, either may be the first.
        const times = group.failures.map((name) => failed.find(({ threw }) => threw === name)?.at);
        expect(times).toEqual(failed.map(({ at }) => at).toSorted((one, other) => one - other));
        expect(new Set(group.failures).size).toBe(failed.length);
      } else {
        expect(failed).toEqual([]);
        const possible: Result[] = [];
        if (given.stop <= group.at) possible.push({ threw: stopped, at: group.at });
        if (given.stop >= group.at) possible.push({ gave: valueOf(0), at: group.at });
        expect(possible).toContainEqual(group);
      }
      expect(listeners).toBe(0);
    }),
    { numRuns: programs },
  );
});
