import type { LoopCoroutine } from '@teatime/exercises/event-loop';
import { assert, sameValue } from '@teatime/grader/kit';
import { says } from './says.ts';
import { startOf, type Workshop } from './stage.ts';

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

export function sleepsAtTheSameTime(workshop: Workshop): void {
  sleepsTwice(workshop);
  sleepsLong(workshop);
  sleepsAfterWork(workshop);
}

/** A few that sleep twice, drawn as a timeline. */
function sleepsTwice({ lab, sleep, stage }: Workshop): void {
  const { loop, clock, run } = stage();
  const ms = lab.durations(3).toReversed();
  const naps = ms.map((first, i) => ({ name: letter(i), first, again: lab.random.int(10, 90) }));
  const woke = new Map<string, number>();
  const expected = naps.map(({ name, first, again }) => ({ task: name, from: 0, to: first + again }));
  function* nap(name: string, first: number, again: number): LoopCoroutine<void> {
    const finish = lab.recorder.begin(name);
    yield sleep(first);
    woke.set(`${name}1`, clock.elapsed());
    yield sleep(again);
    woke.set(`${name}2`, clock.elapsed());
    finish();
  }
  run(function* () {
    for (const { name, first, again } of naps) loop.createTask(nap(name, first, again));
    yield sleep(Math.max(...ms) + 100);
  });
  for (const { name, first, again } of naps) {
    assert(woke.get(`${name}1`) === first, says.wokeAt(name, first, woke.get(`${name}1`)), { expected });
    assert(woke.get(`${name}2`) === first + again, says.wokeAt(name, first + again, woke.get(`${name}2`)), { expected });
  }
}

/** From no time at all to a month, and fractions of milliseconds. */
function sleepsLong({ lab, sleep, stage, times }: Workshop): void {
  const { loop, clock, run } = stage();
  const day = 24 * 3_600_000;
  const sleeps = lab.random.shuffle([0, 0.5, 25 * day, ...times(3)]);
  const woke = new Map<number, number>();
  function* nap(index: number, ms: number): LoopCoroutine<void> {
    yield sleep(ms);
    woke.set(index, clock.elapsed());
  }
  run(function* () {
    for (const [i, ms] of sleeps.entries()) loop.createTask(nap(i, ms), { name: 'one of many' });
    yield sleep(26 * day);
  });
  for (const [i, ms] of sleeps.entries()) assert(woke.get(i) === ms, says.wokeAt(`${i + 1}`, ms, woke.get(i)));
}

/** A sleep is as long as it is, whatever was done before it, in the same step as well. */
function sleepsAfterWork({ sleep, stage, times }: Workshop): void {
  const { loop, clock, run } = stage();
  const [work = 0, ms = 0] = times(2);
  let due = Number.NaN;
  let wokeAt: number | undefined;
  function* worker(): LoopCoroutine<void> {
    clock.work(work);
    due = clock.elapsed() + ms;
    yield sleep(ms);
    wokeAt = clock.elapsed();
  }
  run(function* () {
    loop.createTask(worker());
    yield sleep(work + ms + 50);
  });
  assert(wokeAt === due, says.sleptAfterWork(work, ms, due, wokeAt));
}

export function idleTime({ lab, sleep, stage, times }: Workshop): void {
  const { loop, clock, run } = stage();
  const deadlines = times(5);
  const given = lab.names(deadlines.length);
  const began = new Map<string, { readonly at: number; readonly calls: number }>();
  const begin = (name: string): unknown => began.set(name, { at: clock.elapsed(), calls: clock.calls });
  const over = new Set<string>();
  function* nap(name: string, ms: number): LoopCoroutine<void> {
    begin(name);
    yield sleep(ms);
    over.add(name);
  }
  run(function* () {
    const tasks = deadlines.map((ms, i) => loop.createTask(nap(letter(i), ms), { name: given[i] ?? letter(i) }));
    yield sleep(0);
    begin('main');
    for (const [i, task] of tasks.entries()) {
      yield task;
      const name = letter(i);
      const named = { en: `task ${name}`, 'zh-CN': `任务 ${name}` };
      assert(over.has(name), began.has(name) ? says.joinTooEarly(named) : says.joinedUnrun(named));
    }
  });
  for (const [name, { at, calls }] of began) {
    assert(at === 0, says.waitedWithWork(name, at));
    // When main goes on after its sleep(0), nobody else may be ready: then waiting for a time that has come is no mistake.
    assert(calls === 0 || name === 'main', says.calledWithWork(name));
  }
  assert(sameValue(clock.waits, deadlines), says.waitedTooOften(deadlines, clock.waits));
}

/** How much later than due a sleeper may wake while others work for a millisecond at a time: one turn. */
const grace = 1;

/** Turns in which somebody is ready: enough for all the deadlines, and for whoever looks every tenth time only. */
const busyTurns = 12;

export function noStarving(workshop: Workshop): void {
  const { lab, sleep, stage } = workshop;
  const begin = lab.random.int(3, 4);
  for (const [busy, chain, first] of [[chainOfTasks, busyTurns, begin], [chainOfTasks, busyTurns, begin + 1], [chainOfWaiting, busyTurns / 2, begin]] as const) {
    // Whole ones: whoever rounds is found by other checks, and not by chance here.
    const scene = stage(Math.floor(startOf(lab)));
    // One after another, and once more a turn later: who looks every other turn, or less often, is late for one of them.
    const dues = [0, 1, 2, 3].map((more) => first + more);
    const woke = new Map<number, number>();
    function* sleeper(index: number, due: number): LoopCoroutine<void> {
      yield sleep(due);
      woke.set(index, scene.clock.elapsed());
    }
    scene.run(function* () {
      for (const [i, due] of dues.entries()) scene.loop.createTask(sleeper(i, due));
      scene.loop.createTask(busy(scene, chain));
      yield sleep(100);
    });
    for (const [i, due] of dues.entries()) {
      const at = woke.get(i);
      assert(at !== undefined && at <= due + grace, says.starved(due, at));
    }
  }
}

type Scene = ReturnType<Workshop['stage']>;

/** Each task works for a millisecond and makes the next one: somebody is ready all the time. */
function* chainOfTasks(scene: Scene, left: number): LoopCoroutine<void> {
  scene.clock.work(1);
  if (left > 0) scene.loop.createTask(chainOfTasks(scene, left - 1));
}

/** One task that makes others, one after another, and waits for each. */
function* chainOfWaiting(scene: Scene, left: number): LoopCoroutine<void> {
  function* worker(): LoopCoroutine<void> {
    scene.clock.work(1);
  }
  for (let i = 0; i < left; i++) yield scene.loop.createTask(worker());
}
