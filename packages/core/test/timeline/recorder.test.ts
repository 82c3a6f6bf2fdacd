import {
  blockFor,
  coroutine,
  createTask,
  currentRecorder,
  currentTask,
  Recorder,
  runVirtual,
  sleep,
  type TimelineEvent,
  useRecorder,
  VirtualClock,
} from '@teatime/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let recorder: Recorder;
let stopRecording: () => void;

beforeEach(() => {
  recorder = new Recorder();
  stopRecording = useRecorder(recorder);
});

afterEach(() => {
  stopRecording();
  vi.useRealTimers();
});

/** The events without their stamps: time and what happened. */
function told(events: readonly TimelineEvent[]): unknown[] {
  return events.map(({ v: _v, seq: _seq, t, type, ...rest }) => [t, type, rest]);
}

test('tasks and sleeps tell what they do', async () => {
  const nap = coroutine(async () => sleep(10));
  const main = coroutine(async () => {
    await createTask(nap(), { name: 'nap' });
  });
  await runVirtual(async () => createTask(main(), { name: 'main' }));
  expect(told(recorder.events)).toEqual([
    [0, 'task.create', { task: 't1', name: 'main', by: null }],
    [0, 'task.step.begin', { task: 't1' }],
    [0, 'task.create', { task: 't2', name: 'nap', by: 't1' }],
    [0, 'task.step.end', { task: 't1' }],
    [0, 'task.step.begin', { task: 't2' }],
    [0, 'timer.set', { task: 't2', id: 1, at: 10 }],
    [0, 'task.step.end', { task: 't2' }],
    [10, 'timer.fire', { task: 't2', id: 1 }],
    [10, 'task.done', { task: 't2', status: 'fulfilled' }],
    [10, 'task.done', { task: 't1', status: 'fulfilled' }],
  ]);
  expect(recorder.events.map(({ v, seq }) => [v, seq])).toEqual(recorder.events.map((_, index) => [1, index]));
});

test('failures, cancellations, new names and blocks are told, too', async () => {
  await runVirtual(async () => {
    const fails = createTask(coroutine(() => Promise.reject(new Error('no tea')))());
    const naps = createTask(coroutine(async () => sleep(10, { signal: currentTask()?.signal }))());
    naps.setName('nap');
    await fails.catch(() => blockFor(5));
    naps.cancel();
    await naps.catch(() => {});
  });
  expect(told(recorder.events).slice(2)).toEqual([
    [0, 'task.rename', { task: 't2', name: 'nap' }],
    [0, 'task.step.begin', { task: 't1' }],
    [0, 'task.step.end', { task: 't1' }],
    [0, 'task.step.begin', { task: 't2' }],
    [0, 'timer.set', { task: 't2', id: 1, at: 10 }],
    [0, 'task.step.end', { task: 't2' }],
    [0, 'task.done', { task: 't1', status: 'rejected' }],
    [0, 'block', { task: null, ms: 5 }],
    [5, 'task.cancel', { task: 't2' }],
    [5, 'timer.clear', { task: 't2', id: 1 }],
    [5, 'task.done', { task: 't2', status: 'cancelled' }],
  ]);
});

test('recording does not move time on a clock that ticks when it is read', async () => {
  const clock = new VirtualClock();
  await runVirtual(
    () => {
      for (let event = 0; event < 1000; event++) recorder.record({ type: 'log', task: null, text: 'tick' });
      return Promise.resolve();
    },
    { clock },
  );
  expect(clock.elapsed()).toBe(0);
});

test('on the real clock, time counts from when the recorder was made', () => {
  vi.useFakeTimers();
  recorder = new Recorder();
  vi.advanceTimersByTime(250);
  recorder.record({ type: 'log', task: null, text: 'tea' });
  expect(recorder.events).toEqual([{ v: 1, seq: 0, t: 250, type: 'log', task: null, text: 'tea' }]);
});

test('work that is no task can be recorded as if it were one', async () => {
  await runVirtual(async () => {
    const end = recorder.begin('chapter 1');
    recorder.begin('chapter 2')('rejected');
    await sleep(10);
    end();
  });
  expect(told(recorder.events.filter(({ type }) => type.startsWith('task.')))).toEqual([
    [0, 'task.create', { task: 's1', name: 'chapter 1', by: null }],
    [0, 'task.create', { task: 's2', name: 'chapter 2', by: null }],
    [0, 'task.done', { task: 's2', status: 'rejected' }],
    [10, 'task.done', { task: 's1', status: 'fulfilled' }],
  ]);
});

test('nothing is recorded once recording has stopped, and recorders can be nested', () => {
  const inner = new Recorder();
  const stopInner = useRecorder(inner);
  expect(currentRecorder()).toBe(inner);
  stopInner();
  expect(currentRecorder()).toBe(recorder);
  stopRecording();
  expect(currentRecorder()).toBeUndefined();
});
