import type { LoopCoroutine, Task } from '@teatime/exercises/event-loop';
import { assert, sameValue, type Text } from '@teatime/grader/kit';
import { because, becauseOfSleeps, saysOfOrder } from './says-order.ts';
import type { Stage, Workshop } from './stage.ts';

const letters = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => String.fromCharCode('A'.charCodeAt(0) + i));

interface Expectation {
  /** Of the steps, by their names. */
  readonly order: readonly string[];
  /** The rule that makes it so. */
  readonly rule: Text;
  /** As in `Stage.run`. */
  readonly given?: readonly unknown[];
}

/** Runs main and compares what was written down. */
export function expectOrder({ log, run }: Stage, { order, rule, given }: Expectation, main: () => LoopCoroutine<unknown>): void {
  run(main, given);
  assert(sameValue(log.names, order), saysOfOrder.otherOrder(order, log.steps, rule));
}

export function fifo(workshop: Workshop): void {
  takesTurns(workshop);
  mainQueuesUp(workshop);
  waitersQueueUp(workshop);
  sleepersQueueUp(workshop);
  manyAtOnce(workshop);
}

/** The names of the tasks are in any order but that of their creation. */
function takesTurns({ lab, sleep, stage, steps }: Workshop): void {
  const scene = stage();
  const { loop, log } = scene;
  const tasks = letters(lab.random.int(4, 5));
  const given = lab.names(tasks.length, { keys: true });
  const rounds = lab.random.int(2, 3);
  const order = Array.from({ length: rounds }, (_, i) => tasks.map((task) => `${task}${i + 1}`)).flat();
  expectOrder(scene, { order, rule: because.turns }, function* () {
    for (const [i, task] of tasks.entries()) loop.createTask(steps(task, rounds, log), { name: given[i] ?? task });
    yield sleep(50);
  });
}

/** Who was there before main goes first; main has no right of way later either. */
function mainQueuesUp({ sleep, stage, noting, steps }: Workshop): void {
  const scene = stage();
  const { loop, log } = scene;
  loop.createTask(steps('A', 2, log), { name: 'z' });
  loop.createTask(steps('B', 2, log));
  expectOrder(scene, { order: ['A1', 'B1', 'main1', 'A2', 'B2', 'main2', 'C1'], rule: because.mainQueues }, function* () {
    for (let i = 1; i <= 2; i++) {
      log.note(`main${i}`);
      yield sleep(0);
    }
    loop.createTask(noting('C1', log));
    yield sleep(1);
  });
}

/** Those who wait for a task are ready when it is done, well or not: behind everybody who is ready by then, first come, first served. */
function waitersQueueUp({ failing, lab, returning, sleep, stage, steps, times }: Workshop): void {
  const scene = stage();
  const { loop, log } = scene;
  const waiters = letters(6);
  const given = lab.names(waiters.length, { keys: true });
  const [ms = 0] = times(1);
  const error = lab.error();
  function* waiting(step: string, task: Task<unknown>, from: number): LoopCoroutine<void> {
    if (from > 0) yield sleep(from);
    try {
      yield task;
    } catch {
      // Whatever became of the task, its end is what counts.
    }
    log.note(step);
  }
  function* late(name: string): LoopCoroutine<void> {
    yield sleep(ms);
    yield* steps(name, 2, log);
  }
  expectOrder(scene, { order: ['X1', 'Y1', 'B', 'C', 'A', 'E', 'F', 'D', 'X2', 'Y2'], rule: because.waitersQueue, given: [error] }, function* () {
    const awaited = [loop.createTask(returning('tea', ms)), loop.createTask(failing(error, ms))] as const;
    for (const [i, step] of waiters.entries()) {
      loop.createTask(waiting(step, awaited[i < 3 ? 0 : 1], i % 3 === 0 ? ms / 2 : 0), { name: given[i] ?? step });
    }
    // They wake at the same moment as the two tasks, behind them.
    for (const name of ['X', 'Y']) loop.createTask(late(name));
    yield sleep(2 * ms);
  });
}

/** Sleepers whose time has come go behind those who are ready. */
function sleepersQueueUp({ lab, noting, sleep, stage, napping }: Workshop): void {
  const scene = stage();
  const { loop, clock, log } = scene;
  const due = lab.random.int(10, 20);
  expectOrder(scene, { order: ['A1', 'B1', 'C1', 'S1', 'T1'], rule: because.sleepersQueue }, function* () {
    for (const name of ['S', 'T']) loop.createTask(napping(name, [due], log));
    yield sleep(1);
    for (const name of ['A', 'B', 'C']) loop.createTask(noting(`${name}1`, log));
    clock.work(2 * due);
    yield sleep(1);
  });
}

/** More than a hundred are under way, all of one name, and a good many of them wait for the same task. */
function manyAtOnce({ lab, returning, sleep, sleeper, stage, times }: Workshop): void {
  const scene = stage();
  const { loop, log } = scene;
  const [soon = 0, later = 0] = times(2);
  const tasks = Array.from({ length: lab.random.int(102, 106) }, (_, i) => `${i + 1}`);
  const waiters = tasks.slice(0, 12);
  function* one(name: string, awaited: Task<unknown>): LoopCoroutine<void> {
    log.note(name);
    yield awaited;
    log.note(`${name} again`);
  }
  expectOrder(scene, { order: [...tasks, ...waiters.map((name) => `${name} again`)], rule: because.anyNumber }, function* () {
    const gate = loop.createTask(returning('open', soon));
    const never = loop.createTask(sleeper(2 * later));
    for (const [i, name] of tasks.entries()) loop.createTask(one(name, i < waiters.length ? gate : never), { name: 'one of many' });
    yield sleep(later);
  });
}

export function timerOrder(workshop: Workshop): void {
  tiesInOrder(workshop);
  byDeadlineNotByText(workshop);
  overdue(workshop);
  allWakeTogether(workshop);
  crowd(workshop);
}

function tiesInOrder({ lab, napping, sleep, stage }: Workshop): void {
  const scene = stage();
  const { loop, log } = scene;
  // Whole ones: whoever rounds is found by the checks that are about time, and not by chance here.
  const [early = 0, middle = 0, late = 0] = lab.durations(3);
  // The names of those who wake together are in no order that sorting could give.
  const [a = '', d = '', b = ''] = lab.names(3, { keys: true });
  const [c = '', f = '', g = ''] = lab.names(3);
  const naps: readonly (readonly [string, string, readonly number[]])[] = [
    ['A', a, [late]],
    ['B', b, [early, late - early]],
    ['C', c, [middle]],
    ['D', d, [late]],
    ['E', 'e', [early]],
    ['F', f, [middle]],
    ['G', g, [middle]],
  ];
  const rule = becauseOfSleeps(naps.map(([step, , ms]) => [step, ms]));
  // At the latest deadline A and D come before B: B's second sleep was asked for after theirs.
  expectOrder(scene, { order: ['B1', 'E1', 'C1', 'F1', 'G1', 'A1', 'D1', 'B2'], rule }, function* () {
    for (const [step, name, ms] of naps) loop.createTask(napping(step, ms, log), { name });
    yield sleep(late + 50);
  });
}

/** Deadlines on both sides of a power of ten, fractions of a millisecond apart, and a month away. */
function byDeadlineNotByText({ lab, napping, sleep, sleeper, stage }: Workshop): void {
  const scene = stage(lab.random.pick([100, 1e6, 1e9]) - lab.random.int(3, 9));
  const { loop, log } = scene;
  expectOrder(scene, { order: ['C1', 'D1', 'B1', 'A1'], rule: because.deadlines }, function* () {
    loop.createTask(sleeper(30 * 24 * 3_600_000));
    for (const [name, ms] of Object.entries({ A: 20, B: 10.75, C: 1.5, D: 10.25 })) {
      loop.createTask(napping(name, [ms], log));
    }
    yield sleep(30);
  });
}

/**
 * Work goes on past all the deadlines, and others are ready: then the order of the deadlines counts, not that of falling asleep,
 * and nobody comes in between.
 */
function overdue({ lab, napping, noting, sleep, stage, times }: Workshop): void {
  const { loop, clock, log, run } = stage();
  const [early = 0, middle = 0, late = 0] = times(3);
  function* busy(name: string): LoopCoroutine<void> {
    log.note(`${name}1`);
    loop.createTask(noting(`${name}2`, log));
  }
  run(function* () {
    for (const [name, ms] of Object.entries({ A: late, B: early, C: middle })) loop.createTask(napping(name, [ms], log));
    yield sleep(1);
    clock.work(late + lab.random.int(1, 9));
    for (const name of ['X', 'Y', 'Z']) loop.createTask(busy(name));
    yield sleep(1);
    yield sleep(0);
  });
  const woke = log.names.filter((name) => ['A1', 'B1', 'C1'].includes(name));
  assert(sameValue(woke, ['B1', 'C1', 'A1']), saysOfOrder.otherWaking(['B', 'C', 'A'], woke));
  const from = log.names.indexOf('B1');
  assert(sameValue(log.names.slice(from, from + 3), woke), saysOfOrder.wokeOneByOne(woke, log.names));
}

/** Everybody whose time has come is ready in that turn, before anybody whom they make ready. */
function allWakeTogether({ noting, sleep, stage, times }: Workshop): void {
  const scene = stage();
  const { loop, log } = scene;
  const [ms = 0] = times(1);
  const sleepers = letters(3);
  function* waker(name: string): LoopCoroutine<void> {
    yield sleep(ms);
    log.note(`${name}1`);
    loop.createTask(noting(`${name}2`, log));
  }
  const order = [1, 2].flatMap((round) => sleepers.map((name) => `${name}${round}`));
  expectOrder(scene, { order, rule: because.allWake }, function* () {
    for (const name of sleepers) loop.createTask(waker(name));
    yield sleep(2 * ms);
  });
}

/** Many sleepers, few deadlines: a heap that knows only the deadlines mixes them up. */
function crowd({ lab, sleep, stage, times }: Workshop): void {
  const scene = stage();
  const { loop, log } = scene;
  const deadlines = times(2);
  const sleepers = Array.from({ length: lab.random.int(15, 18) }, (_, i) => ({ step: `${i + 1}`, ms: lab.random.pick(deadlines) }));
  function* one(step: string, ms: number): LoopCoroutine<void> {
    yield sleep(ms);
    log.note(step);
  }
  expectOrder(scene, { order: sleepers.toSorted((a, b) => a.ms - b.ms).map(({ step }) => step), rule: because.ties }, function* () {
    for (const { step, ms } of sleepers) loop.createTask(one(step, ms), { name: 'one of many' });
    yield sleep(Math.max(...deadlines) + 1);
  });
}
