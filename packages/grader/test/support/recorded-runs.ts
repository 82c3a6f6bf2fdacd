import { blockFor, coroutine, createTask, Recorder, run, runVirtual, sleep, useRecorder } from '@teatime/core';
import type { Coroutine } from '@teatime/core';
import { replayOf } from '../../src/player/replay-of.ts';
import { tidyEvents } from '../../src/player/tidy-events.ts';
import type { RecordedEvent, Recording, Replay, TaskMoment } from '../../src/player/replay.ts';

const source = `const water = createTask(boil(), { name: 'kettle' });
const song = createTask(listen(), { name: 'music' });
await water;
await song;
`;

export async function teaRun(): Promise<Replay> {
  return replayOf(await teaRecording());
}

/** Two tasks that wait at the same time, and one that waits for both; with the lines at which they stand. */
export async function teaRecording(): Promise<Recording> {
  const events = await recorded((print) => {
    const boil = coroutine(async () => {
      print('The kettle is on.');
      await sleep(3000);
      print('The water boils!');
    });
    const listen = coroutine(async () => {
      print('The music plays.');
      await sleep(2000);
    });
    return coroutine(async () => {
      const water = createTask(boil(), { name: 'kettle' });
      const song = createTask(listen(), { name: 'music' });
      await water;
      await song;
      print('Tea is ready.');
    })();
  });
  const [main] = events.flatMap((event) => (event.type === 'task.create' ? [event.task] : []));
  const standing = events.flatMap((event): readonly RecordedEvent[] =>
    event.type === 'task.step.begin' ? [event, { v: 1, seq: event.seq, t: event.t, type: 'stand', task: event.task, place: { file: 'tea.ts', line: event.task === main ? 3 : 1 } }] : [event]);
  return { events: standing, files: [{ name: 'tea.ts', source }] };
}

/** A task that keeps the thread to itself for a second, and one that has to wait for it. */
export async function blockingRun(): Promise<Replay> {
  const events = await recorded((print) => {
    const bad = coroutine(async () => {
      print('It blocks.');
      blockFor(1000);
    });
    return coroutine(async () => {
      const tasks = [createTask(coroutine(() => sleep(500))(), { name: 'good' }), createTask(bad(), { name: 'bad' })];
      for (const task of tasks) await task;
    })();
  });
  return replayOf({ events, files: [] });
}

async function recorded(program: (print: (text: string) => void) => Coroutine<unknown>): Promise<readonly RecordedEvent[]> {
  const recorder = new Recorder();
  await runVirtual(async () => {
    const stop = useRecorder(recorder);
    try {
      await run(program((text) => recorder.record({ type: 'log', task: null, text })));
    } finally {
      stop();
    }
  });
  return tidyEvents(recorder.events, 'main');
}

/** So many tasks in a run of so many moments, in each of which another one runs. Needs nothing around it: a page can make one. */
export function longRun(tasks: number, moments: number): Replay {
  const names = Array.from({ length: tasks }, (_, index) => `task ${index}`);
  const waiting = names.map((task): TaskMoment => ({ task, state: 'waiting', place: null }));
  return {
    lanes: names.map((name, index) => ({ task: name, name, bars: [{ from: index, to: moments, state: 'waiting' }], timers: [] })),
    printed: Array.from({ length: moments }, (_, t) => ({ t, task: names[t % tasks] ?? null, text: `line ${t}` })),
    files: [],
    until: moments,
    moments: Array.from({ length: moments }, (_, t) => ({
      t,
      tasks: waiting.with(t % tasks, { task: names[t % tasks] ?? '', state: 'running', place: null }),
      ready: names.slice(0, t % 30),
      timers: [],
      printed: t,
      node: 'run',
      says: { en: `Step ${t}.`, 'zh-CN': `第 ${t} 步。` },
    })),
  };
}
