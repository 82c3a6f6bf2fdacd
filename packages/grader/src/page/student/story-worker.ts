import { stories } from 'virtual:teatime/stories';
import { DeadlockError, run, runVirtual, useRecorder, VirtualClock } from '@teatime/core';
import { useHost } from '../../host/modules/host.ts';
import { placeOf } from '../../host/place.ts';
import { RealWork } from '../../host/real-work.ts';
import { makeVirtual } from '../../host/virtual-globals.ts';
import { nextMacrotask } from '../../judge/kit/browser-platform.ts';
import { halves } from '../../messages/halves.ts';
import { playTexts } from '../../messages/play.ts';
import type { Text } from '../../messages/text.ts';
import { visible } from '../../messages/visible.ts';
import { instrumented } from '../../player/instrument/instrumented.ts';
import { LineRecorder } from '../../player/instrument/line-recorder.ts';
import { recordingOf } from '../../player/recording-of.ts';
import { storyName } from '../story.ts';
import type { FromStory, StoryOrder } from '../story.ts';
import type { WorkerScope } from '../worker-scope.ts';
import { FreshModules } from './fresh-modules.ts';
import { confine } from './realm.ts';

/*
 * A worker in which the lesson's program runs once with an answer, on a virtual clock, and is written down. It is of the student's
 * side, whose core it shares.
 */

declare const self: WorkerScope<StoryOrder, FromStory>;

const scope = self;
const post: (message: FromStory) => void = scope.postMessage.bind(scope);

scope.addEventListener('message', ({ data: order }) => void tell(order));
post({ t: 'ready' });

async function tell({ exercise, exports, module, language }: StoryOrder): Promise<void> {
  const load = stories[exercise];
  if (load === undefined) throw new Error(`${exercise} has no story`);
  const { story, source } = await load();
  const clock = new VirtualClock();
  const modules = new FreshModules();
  const realWork = new RealWork((callback) => nextMacrotask().then(callback));
  const names = Object.keys(module.files);
  let recorder: LineRecorder | undefined;
  let isOver = false;
  const print = (text: string): void => recorder?.record({ type: 'log', task: null, text });
  const end = (trouble?: Text): void => {
    if (isOver) return;
    isOver = true;
    const { events } = recorder === undefined ? { events: [] } : recordingOf(recorder, { files: [], main: playTexts.timeline.main[language] });
    post({ t: 'told', events, story: { name: storyName, source }, ...(trouble && { trouble }) });
  };
  const fail = (event: Event, error: unknown): void => {
    event.preventDefault();
    end(explained(error));
  };
  scope.addEventListener('unhandledrejection', (event) => fail(event, Reflect.get(event, 'reason')));
  scope.addEventListener('error', (event) => fail(event, Reflect.get(event, 'error')));
  useHost({ clock, world: () => ({ files: {}, readMs: 0, hashMs: 0 }) });
  confine(clock, { onOutput: print, onExit: () => end(playTexts.exited) });
  makeVirtual(clock, realWork);

  let isLoaded = false;
  const main = async (): Promise<void> => {
    recorder = new LineRecorder([storyName, ...names]);
    recorder.install();
    const files = Object.fromEntries(names.map((name, index) => [name, instrumented(module.files[name] ?? '', index + 1)]));
    const answer = await modules.load({ ...module, files });
    isLoaded = true;
    if (exports.some((name) => !(name in answer))) {
      post({ t: 'refused' });
      return;
    }
    useRecorder(recorder);
    await run(story({ exercise: answer, lang: language, print }));
  };
  const whenStuck = async (): Promise<boolean> => {
    // A browser fetches in real time.
    if (isLoaded) return realWork.settled();
    await nextMacrotask();
    return true;
  };
  await runVirtual(main, { clock, whenStuck }).then(() => end(), (error: unknown) => end(explained(error)));
}

/** An error in words for the student, with the place in their files. */
function explained(error: unknown): Text {
  if (error instanceof DeadlockError) return playTexts.deadlock;
  if (!(error instanceof Error)) return playTexts.threw(halves(visible(String(error))));
  const place = placeOf(error);
  const at = place === undefined ? '' : ` (${place.file}:${place.line})`;
  const { en, 'zh-CN': zh } = halves(visible(error.message));
  return playTexts.threw({ en: `${error.name}: ${en}${at}`, 'zh-CN': `${error.name}: ${zh}${at}` });
}
