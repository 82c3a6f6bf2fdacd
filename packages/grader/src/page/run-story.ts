import type { RecordedFile } from '../player/replay.ts';
import { answersWindow } from './answers-window.ts';
import { openWorkerForAnswer } from './open-worker.ts';
import type { FromStory, StoryOrder, StoryRun } from './story.ts';

/** How long it may take, in milliseconds: on the virtual clock an honest one takes a hundredth of it. */
const mostMs = 5000;

/** Tells the story of an exercise with an answer, in a worker of its own that is ended whatever it does. */
export async function runStory(order: StoryOrder, files: readonly RecordedFile[]): Promise<StoryRun> {
  const worker = openWorkerForAnswer<FromStory, StoryOrder>('student/story-worker.js', await answersWindow());
  const { promise, resolve, reject } = Promise.withResolvers<StoryRun>();
  let limit: ReturnType<typeof setTimeout> | undefined;
  worker.addEventListener('message', ({ data: message }) => {
    if (message.t === 'ready') {
      limit = setTimeout(() => resolve({ kind: 'endless' }), mostMs);
      worker.postMessage(order);
    } else if (message.t === 'refused') {
      resolve({ kind: 'refused' });
    } else {
      resolve({ kind: 'told', recording: { events: message.events, files: [...files, message.story] }, ...(message.trouble && { trouble: message.trouble }) });
    }
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    reject(new Error(String(Reflect.get(event, 'message'))));
  });
  try {
    return await promise;
  } finally {
    clearTimeout(limit);
    worker.terminate();
  }
}
