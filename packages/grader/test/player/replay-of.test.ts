import { coroutine, createTask, eventsOf, Recorder, run, runVirtual, sleep, useRecorder } from '@teatime/core';
import type { Coroutine, Task } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replayOf } from '../../src/player/replay-of.ts';
import type { RecordedEvent, Replay } from '../../src/player/replay.ts';
import { timesOf } from '../support/thorough.ts';

test('Whatever tasks do, every moment makes sense', async () => {
  await fc.assert(
    fc.asyncProperty(program, fc.nat(), async (steps, cut) => {
      const events = await eventsOfRun(steps);
      makesSense(replayOf({ events, files: [] }));
      makesSense(replayOf({ events: events.slice(0, cut % (events.length + 1)), files: [] }));
    }),
    { numRuns: timesOf(1000, 60) },
  );
});

test('A whole run ends with all of its tasks, and of all that was printed', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (steps) => {
      const events = await eventsOfRun(steps);
      const { moments, printed, until } = replayOf({ events, files: [] });
      const last = moments.at(-1);
      expect(last?.tasks.every(({ state }) => state === 'fulfilled' || state === 'rejected' || state === 'cancelled')).toBe(true);
      expect(last?.printed).toBe(printed.length);
      expect(printed.map(({ text }) => text)).toEqual(events.flatMap((event) => (event.type === 'log' ? [event.text] : [])));
      expect(until).toBe(events.at(-1)?.t);
    }),
    { numRuns: timesOf(1000, 60) },
  );
});

test('A recording that is none makes no trouble', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => makesSense(replayOf({ events, files: [] }))),
    { numRuns: timesOf(20_000, 500) },
  );
});

test('Work of which only the beginning and the end are known, waits between them', () => {
  const { lanes, moments, until } = replayOf({ events: eventsOf([{ task: 'kettle', from: 0, to: 3000 }, { task: 'music', from: 500, to: 2000, status: 'rejected' }]), files: [] });
  expect(lanes.map(({ name, bars }) => [name, bars])).toEqual([
    ['kettle', [{ from: 0, to: 3000, state: 'waiting' }]],
    ['music', [{ from: 500, to: 2000, state: 'waiting' }]],
  ]);
  expect(moments.map(({ t, says }) => `${t} ${says.en}`)).toEqual(['0 The loop starts.', '0 kettle begins.', '500 music begins.', '2000 music fails with an error.', '3000 kettle ends.']);
  expect(until).toBe(3000);
});

test('A run that is too long is cut, and says so', () => {
  const { moments } = replayOf({ events: eventsOf(Array.from({ length: 3000 }, (_, n) => ({ task: `${n}`, from: n, to: n + 1 }))), files: [] });
  expect(moments.length).toBeLessThan(2100);
  expect(moments.at(-1)?.says.en).toBe('The run is too long to show the rest of it.');
});

function makesSense({ lanes, moments, printed, until }: Replay): void {
  expect(moments.length).toBeGreaterThan(0);
  for (const [at, { t, tasks, ready, timers, printed: count }] of moments.entries()) {
    const before = moments[at - 1];
    const inState = (...states: readonly string[]): readonly string[] => tasks.filter(({ state }) => states.includes(state)).map(({ task }) => task);
    expect(inState('running', 'blocking').length).toBeLessThanOrEqual(1);
    expect(inState('ready').toSorted()).toEqual(ready.toSorted());
    expect(new Set(ready).size).toBe(ready.length);
    expect(tasks.map(({ task }) => task)).toEqual(lanes.slice(0, tasks.length).map(({ task }) => task));
    expect(timers.map((timer) => timer.at)).toEqual(timers.map((timer) => timer.at).toSorted((one, other) => one - other));
    expect(t).toBeGreaterThanOrEqual(before?.t ?? 0);
    expect(t).toBeLessThanOrEqual(until);
    expect(count).toBeGreaterThanOrEqual(before?.printed ?? 0);
    expect(count).toBeLessThanOrEqual(printed.length);
    const ended = before?.tasks.filter(({ state }) => state === 'fulfilled' || state === 'rejected' || state === 'cancelled') ?? [];
    for (const { task, state } of ended) expect(tasks.find((now) => now.task === task)?.state).toBe(state);
  }
  for (const { bars } of lanes) {
    for (const [at, { from, to }] of bars.entries()) {
      expect(to).toBeGreaterThanOrEqual(from);
      expect(from).toBeGreaterThanOrEqual(bars[at - 1]?.to ?? 0);
      expect(to).toBeLessThanOrEqual(until);
    }
  }
}

/** What a task does, one thing after the other. */
type Step =
  | { readonly does: 'sleep'; readonly ms: number }
  | { readonly does: 'make'; readonly steps: readonly Step[] }
  | { readonly does: 'print' | 'yield' | 'fail' | 'join' | 'cancel' };

const { program } = fc.letrec<{ program: readonly Step[]; step: Step }>((tie) => ({
  program: fc.array(tie('step'), { maxLength: 6, depthIdentifier: 'tasks' }),
  step: fc.oneof(
    { depthIdentifier: 'tasks', maxDepth: 3 },
    fc.record({ does: fc.constant('sleep' as const), ms: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ does: fc.constantFrom('print', 'yield', 'fail', 'join', 'cancel') }),
    fc.record({ does: fc.constant('make' as const), steps: tie('program') }),
  ),
}));

async function eventsOfRun(steps: readonly Step[]): Promise<readonly RecordedEvent[]> {
  return runVirtual(async () => {
    const recorder = new Recorder();
    const stop = useRecorder(recorder);
    await run(perform(steps, recorder)).catch(() => undefined);
    stop();
    return recorder.events;
  });
}

const perform: (steps: readonly Step[], recorder: Recorder) => Coroutine<void> = coroutine(async (steps, recorder) => {
  const made: Task<void>[] = [];
  for (const step of steps) {
    if (step.does === 'sleep') await sleep(step.ms);
    else if (step.does === 'print') recorder.record({ type: 'log', task: null, text: `${made.length}` });
    else if (step.does === 'yield') await Promise.resolve();
    else if (step.does === 'fail') throw new Error('as it was asked to');
    else if (step.does === 'join') await Promise.allSettled(made);
    else if (step.does === 'cancel') made.at(-1)?.cancel();
    else if ('steps' in step) made.push(createTask(perform(step.steps, recorder)));
    for (const task of made) task.catch(() => {});
  }
});

const task = fc.constantFrom('t1', 't2', 't3', 's1', 'nobody');
const anyTask = fc.option(task, { nil: null });
const time = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.double());
const anyEvent: fc.Arbitrary<RecordedEvent> = fc
  .tuple(
    fc.record({ v: fc.constant(1 as const), seq: fc.nat(), t: time }),
    fc.oneof(
      fc.record({ type: fc.constant('task.create' as const), task, name: fc.string(), by: anyTask }),
      fc.record({ type: fc.constant('task.rename' as const), task, name: fc.string() }),
      fc.record({ type: fc.constantFrom('task.step.begin', 'task.step.end', 'task.cancel'), task }),
      fc.record({ type: fc.constant('task.await' as const), task, on: fc.string() }),
      fc.record({ type: fc.constant('task.done' as const), task, status: fc.constantFrom('fulfilled', 'rejected', 'cancelled') }),
      fc.record({ type: fc.constant('timer.set' as const), task: anyTask, id: fc.nat(3), at: time }),
      fc.record({ type: fc.constantFrom('timer.fire', 'timer.clear'), task: anyTask, id: fc.nat(3) }),
      fc.record({ type: fc.constant('block' as const), task: anyTask, ms: time }),
      fc.record({ type: fc.constant('log' as const), task: anyTask, text: fc.string() }),
      fc.record({ type: fc.constant('stand' as const), task: anyTask, place: fc.option(fc.record({ file: fc.string(), line: fc.nat() }), { nil: null }) }),
    ),
  )
  .map(([stamp, entry]) => ({ ...stamp, ...entry }));
