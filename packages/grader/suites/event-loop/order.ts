import type { LoopCoroutine, Task } from '@teatime/exercises/event-loop';
import { assert, sameValue } from '@teatime/grader/kit';
import { says } from './says.ts';
import type { Stage, Workshop } from './stage.ts';

const letters = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => String.fromCharCode('A'.charCodeAt(0) + i));

/** Runs main and compares what was written down. */
function expectOrder({ run }: Stage, main: LoopCoroutine<unknown>, log: readonly string[], expected: readonly string[], given?: readonly unknown[]): void {
  run(main, given);
  assert(sameValue(log, expected), says.otherOrder(expected, log));
}

export function fifo(workshop: Workshop): void {
  takesTurns(workshop);
  mainQueuesUp(workshop);
  for (const fails of [false, true]) waitersQueueUp(workshop, fails);
  sleepersQueueUp(workshop);
  queueOfAnyLength(workshop);
}

/** The names of the tasks are in any order but that of their creation. */
function takesTurns({ lab, sleep, stage, steps }: Workshop): void {
  const scene = stage();
  const log: string[] = [];
  const tasks = letters(lab.random.int(5, 8));
  const given = lab.names(tasks.length, { keys: true });
  const rounds = lab.random.int(3, 4);
  function* main(): LoopCoroutine<void> {
    for (const [i, task] of tasks.entries()) scene.loop.createTask(steps(task, rounds, log), { name: given[i] ?? task });
    yield sleep(50);
  }
  expectOrder(scene, main(), log, Array.from({ length: rounds }, (_, i) => tasks.map((task) => `${task}${i + 1}`)).flat());
}

/** Who was there before main goes first; main has no right of way later either. */
function mainQueuesUp({ sleep, stage, noting, steps }: Workshop): void {
  const scene = stage();
  const log: string[] = [];
  scene.loop.createTask(steps('A', 2, log), { name: 'z' });
  scene.loop.createTask(steps('B', 2, log));
  function* main(): LoopCoroutine<void> {
    for (let i = 1; i <= 2; i++) {
      log.push(`main${i}`);
      yield sleep(0);
    }
    scene.loop.createTask(noting('C1', log));
    yield sleep(1);
  }
  expectOrder(scene, main(), log, ['A1', 'B1', 'main1', 'A2', 'B2', 'main2', 'C1']);
}

/** Those who wait for a task are ready when it is done: behind everybody who is ready by then, first come, first served. */
function waitersQueueUp({ failing, lab, returning, sleep, stage, steps, times }: Workshop, fails: boolean): void {
  const scene = stage();
  const { loop } = scene;
  const log: string[] = [];
  const count = lab.random.int(6, 9);
  const waiters = letters(count);
  const given = lab.names(count, { keys: true });
  const [ms = 0] = times(1);
  const error = lab.error();
  function* waiting(step: string, task: Task<unknown>): LoopCoroutine<void> {
    try {
      yield task;
    } catch {
      // Whatever became of the task, its end is what counts.
    }
    log.push(step);
  }
  function* main(): LoopCoroutine<void> {
    const awaited = loop.createTask(fails ? failing(error, ms) : returning('tea', ms));
    for (const [i, step] of waiters.entries()) loop.createTask(waiting(step, awaited), { name: given[i] ?? step });
    // They wake at the same moment as the task, behind it.
    for (const name of ['X', 'Y', 'Z']) loop.createTask(late(name));
    yield sleep(2 * ms);
  }
  function* late(name: string): LoopCoroutine<void> {
    yield sleep(ms);
    yield* steps(name, 2, log);
  }
  expectOrder(scene, main(), log, ['X1', 'Y1', 'Z1', ...waiters, 'X2', 'Y2', 'Z2'], [error]);
}

/** Sleepers whose time has come go behind those who are ready. */
function sleepersQueueUp({ lab, noting, sleep, stage, napping }: Workshop): void {
  const scene = stage();
  const { loop, clock } = scene;
  const log: string[] = [];
  const due = lab.random.int(10, 20);
  function* main(): LoopCoroutine<void> {
    for (const name of ['S', 'T']) loop.createTask(napping(name, [due], log));
    yield sleep(1);
    for (const name of ['A', 'B', 'C']) loop.createTask(noting(`${name}1`, log));
    clock.work(2 * due);
    yield sleep(1);
  }
  expectOrder(scene, main(), log, ['A1', 'B1', 'C1', 'S1', 'T1']);
}

function queueOfAnyLength({ lab, noting, sleep, stage }: Workshop): void {
  const scene = stage();
  const log: string[] = [];
  const steps = Array.from({ length: lab.random.int(105, 120) }, (_, i) => `${i + 1}`);
  function* main(): LoopCoroutine<void> {
    for (const step of steps) scene.loop.createTask(noting(step, log), { name: 'one of many' });
    yield sleep(1);
  }
  expectOrder(scene, main(), log, steps);
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
  // Whole ones: whoever rounds is found by the checks that are about time, and not by chance here.
  const [early = 0, middle = 0, late = 0] = lab.durations(3);
  const log: string[] = [];
  const naps: readonly (readonly [string, readonly number[]])[] = [
    ['A', [late]],
    ['B', [early, late - early]],
    ['C', [middle]],
    ['D', [late]],
    ['E', [early]],
    ['F', [middle]],
  ];
  const given = lab.names(naps.length, { keys: true });
  function* main(): LoopCoroutine<void> {
    for (const [i, [name, ms]] of naps.entries()) scene.loop.createTask(napping(name, ms, log), { name: given[i] ?? name });
    yield sleep(late + 50);
  }
  // At the latest deadline A and D come before B: B's second sleep was asked for after theirs.
  expectOrder(scene, main(), log, ['B1', 'E1', 'C1', 'F1', 'A1', 'D1', 'B2']);
}

/** Deadlines on both sides of a power of ten, fractions of a millisecond apart, and a month away. */
function byDeadlineNotByText({ lab, napping, sleep, sleeper, stage }: Workshop): void {
  for (const power of [100, 1e9]) {
    const scene = stage(power - lab.random.int(3, 9));
    const log: string[] = [];
    function* main(): LoopCoroutine<void> {
      scene.loop.createTask(sleeper(30 * 24 * 3_600_000));
      for (const [name, ms] of Object.entries({ A: 20, B: 10.75, C: 1.5, D: 10.25, E: 2 })) {
        scene.loop.createTask(napping(name, [ms], log));
      }
      yield sleep(30);
    }
    expectOrder(scene, main(), log, ['C1', 'E1', 'D1', 'B1', 'A1']);
  }
}

/** Work goes on past all the deadlines: then the order of the deadlines counts, not that of falling asleep. */
function overdue({ napping, sleep, stage, times }: Workshop): void {
  const { loop, clock, run } = stage();
  const [early = 0, middle = 0, late = 0] = times(3);
  const log: string[] = [];
  run(
    (function* (): LoopCoroutine<void> {
      for (const [name, ms] of Object.entries({ A: late, B: early, C: middle })) loop.createTask(napping(name, [ms], log));
      yield sleep(1);
      clock.work(late);
      yield sleep(1);
    })(),
  );
  assert(sameValue(log, ['B1', 'C1', 'A1']), says.otherWaking(['B', 'C', 'A'], log));
}

/** Everybody whose time has come is ready in that turn, before anybody whom they make ready. */
function allWakeTogether({ lab, noting, sleep, stage, times }: Workshop): void {
  const scene = stage();
  const [ms = 0] = times(1);
  const log: string[] = [];
  const sleepers = letters(lab.random.int(3, 5));
  function* waker(name: string): LoopCoroutine<void> {
    yield sleep(ms);
    log.push(`${name}1`);
    scene.loop.createTask(noting(`${name}2`, log));
  }
  function* main(): LoopCoroutine<void> {
    for (const name of sleepers) scene.loop.createTask(waker(name));
    yield sleep(2 * ms);
  }
  expectOrder(scene, main(), log, [1, 2].flatMap((round) => sleepers.map((name) => `${name}${round}`)));
}

/** Many sleepers, few deadlines: a heap that knows only the deadlines mixes them up. */
function crowd({ lab, sleep, stage, times }: Workshop): void {
  const scene = stage();
  const log: string[] = [];
  const deadlines = times(4);
  const sleepers = Array.from({ length: lab.random.int(40, 50) }, (_, i) => ({ step: `${i + 1}`, ms: lab.random.pick(deadlines) }));
  function* one(step: string, ms: number): LoopCoroutine<void> {
    yield sleep(ms);
    log.push(step);
  }
  function* main(): LoopCoroutine<void> {
    for (const { step, ms } of sleepers) scene.loop.createTask(one(step, ms), { name: 'one of many' });
    yield sleep(Math.max(...deadlines) + 1);
  }
  expectOrder(scene, main(), log, sleepers.toSorted((a, b) => a.ms - b.ms).map(({ step }) => step));
}
