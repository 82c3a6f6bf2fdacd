import { chromeTrace, coroutine, createTask, eventsOf, Recorder, runVirtual, sleep, type TimelineEvent, useRecorder } from '@teatime/core';
import { expect, test } from 'vitest';

function numbered(entries: readonly Omit<Extract<TimelineEvent, { type: 'log' }>, 'v' | 'seq'>[]): TimelineEvent[] {
  return entries.map((entry, seq) => ({ v: 1, seq, ...entry }));
}

test('every task has a thread of its own, with its name, and a slice as long as it ran', () => {
  const { displayTimeUnit, traceEvents } = chromeTrace(eventsOf([{ task: 'tea', from: 1, to: 3, status: 'rejected' }]));
  expect(displayTimeUnit).toBe('ms');
  expect(traceEvents).toEqual([
    { name: 'thread_name', ph: 'M', ts: 0, pid: 1, tid: 0, args: { name: 'event loop' } },
    { name: 'thread_name', ph: 'M', ts: 1000, pid: 1, tid: 1, args: { name: 'tea' } },
    { name: 'tea', ph: 'B', ts: 1000, pid: 1, tid: 1, args: { by: null } },
    { name: 'tea', ph: 'E', ts: 3000, pid: 1, tid: 1, args: { status: 'rejected' } },
  ]);
});

test('what happens at the same instant is a microsecond apart', () => {
  const log = { type: 'log', task: null } as const;
  const events = numbered([
    { ...log, t: 5, text: 'a' },
    { ...log, t: 5, text: 'b' },
    { ...log, t: 6, text: 'c' },
  ]);
  expect(chromeTrace(events).traceEvents.slice(1).map(({ name, ts }) => [name, ts])).toEqual([
    ['a', 5000],
    ['b', 5001],
    ['c', 6000],
  ]);
});

test('time never goes back, not even after a thousand events at one instant', () => {
  const events = numbered(Array.from({ length: 3000 }, (_, n) => ({ type: 'log', task: null, t: n < 2500 ? 0 : 1, text: 'tick' })));
  const times = chromeTrace(events).traceEvents.map(({ ts }) => ts);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

test('every event of a real program has its place, and slices begin and end in pairs', async () => {
  const recorder = new Recorder();
  const stop = useRecorder(recorder);
  const nap = coroutine(async (ms: number) => sleep(ms));
  await runVirtual(async () => {
    const tasks = [createTask(nap(10)), createTask(nap(20))];
    tasks[1]?.cancel();
    await Promise.allSettled(tasks);
    recorder.record({ type: 'block', task: null, ms: 5 });
    recorder.record({ type: 'task.await', task: 't1', on: 'tea' });
  });
  stop();
  const { traceEvents } = chromeTrace(recorder.events);
  for (const tid of [1, 2]) {
    const phases = traceEvents.filter((event) => event.tid === tid).map(({ ph }) => ph);
    expect(phases.filter((ph) => ph === 'B').length).toBe(phases.filter((ph) => ph === 'E').length);
  }
  expect(traceEvents).toContainEqual(expect.objectContaining({ name: 'blocked', ph: 'X', dur: 5000, tid: 0 }));
  expect(traceEvents).toContainEqual(expect.objectContaining({ name: 'await tea', ph: 'i', tid: 1 }));
});
