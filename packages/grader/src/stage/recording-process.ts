/** The process in which stories and programs are recorded: `record.ts` begins it. */
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import { run, runVirtual, useRecorder } from '@teatime/core';
import { playTexts } from '../messages/play.ts';
import { LineRecorder } from '../player/instrument/line-recorder.ts';
import { recordingOf } from '../player/recording-of.ts';
import type { Recording } from '../player/replay.ts';
import { giveSources } from './given-sources.ts';
import type { Recorded } from './record.ts';
import { readOrders } from './recording-order.ts';
import type { RecordingOrder } from './recording-order.ts';
import { coroutineOf, loadModule, loadStory, somethingReal } from './story.ts';
import { giveVirtualTimers } from './virtual-timers.ts';
import { watchedFiles } from './watched-files.ts';

process.once('message', (message) => {
  recordingsOf(message).then(
    (recordings) => answer({ recordings }),
    (error: unknown) => answer({ error: inspect(error) }),
  );
});

function answer(recorded: Recorded): void {
  process.send?.(recorded, () => process.exit());
}

async function recordingsOf(message: unknown): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  // One after the other: there is one clock.
  for (const [at, order] of readOrders(message).entries()) recordings.push(await recordingFor(order, join(import.meta.dirname, `recorded-${at}`)));
  return recordings;
}

/** @param folder where its files are said to lie: nowhere on the disk, but from where they find what they import */
function recordingFor(order: RecordingOrder, folder: string): Promise<Recording> {
  const files = order.kind === 'story' ? [...order.answer, order.story] : [order.program];
  const paths = files.map(({ name }) => join(folder, name));
  const { before, after } = order.kind === 'program' ? order : { before: '', after: '' };
  const given = files.map(({ name, source }) => ({ path: join(folder, name), source: `${before}${source}${after}` }));
  giveSources(order.lines ? watchedFiles(given) : given);
  giveVirtualTimers(paths);
  return runVirtual(
    async () => {
      const recorder = new LineRecorder(files.map(({ name }) => name));
      recorder.install();
      if (order.kind === 'story') await tell(order, folder, recorder);
      else await loadWritingDown(join(folder, order.program.name), recorder);
      return recordingOf(recorder, { files, main: playTexts.timeline.main[order.language] });
    },
    { whenStuck: somethingReal },
  );
}

type StoryOrder = Extract<RecordingOrder, { kind: 'story' }>;

async function tell({ answer: [main], story: { name }, language }: StoryOrder, folder: string, recorder: LineRecorder): Promise<void> {
  const exercise = main === undefined ? {} : await loadModule(join(folder, main.name));
  const story = await loadStory(join(folder, name));
  if (story === undefined) throw new TypeError(`${name} exports no story`);
  const stop = useRecorder(recorder);
  await run(coroutineOf(story({ exercise, lang: language, print: (text) => recorder.record({ type: 'log', task: null, text }) })));
  stop();
}

/** A program runs while it is loaded, and prints to the console. */
async function loadWritingDown(path: string, recorder: LineRecorder): Promise<void> {
  const { log } = console;
  console.log = (...values: unknown[]) => recorder.record({ type: 'log', task: null, text: format(...values) });
  const stop = useRecorder(recorder);
  await loadModule(path);
  stop();
  console.log = log;
}
