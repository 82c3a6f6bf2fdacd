import { readFile } from 'node:fs/promises';
import { coroutine, runVirtual, stopwatch } from '@teatime/core';
import { expect, test } from 'vitest';
import { story as asCompletedStory } from '../../exercises/as-completed/story.ts';
import { story as assistantStory } from '../../exercises/assistant/story.ts';
import { story as blockingStory } from '../../exercises/blocking/story.ts';
import { story as coroutineStory } from '../../exercises/coroutine/story.ts';
import { story as eventLoopStory } from '../../exercises/event-loop/story.ts';
import { story as gatherStory } from '../../exercises/gather/story.ts';
import type { Stage } from '../../exercises/story.ts';
import { story as teaStory } from '../../exercises/tea/story.ts';
import * as asCompleted from '../as-completed/as-completed.ts';
import * as assistant from '../assistant/assistant.ts';
import * as blocking from '../blocking/blocking.ts';
import * as coroutines from '../coroutine/coroutine.ts';
import * as eventLoop from '../event-loop/event-loop.ts';
import * as gather from '../gather/gather.ts';
import * as tea from '../tea/tea.ts';

type Scene = Pick<Stage<unknown>, 'lang' | 'print'>;

/** Each story with the course's solution, and how long the lesson says it takes, in milliseconds. */
const stories = [
  { id: 'tea', ms: 3000, play: (scene: Scene) => teaStory({ exercise: tea, ...scene }) },
  { id: 'coroutine', ms: 3000, play: (scene: Scene) => coroutineStory({ exercise: coroutines, ...scene }) },
  { id: 'event-loop', ms: 3000, play: (scene: Scene) => eventLoopStory({ exercise: eventLoop, ...scene }) },
  { id: 'gather', ms: 1500, play: (scene: Scene) => gatherStory({ exercise: gather, ...scene }) },
  { id: 'blocking', ms: 3000, play: (scene: Scene) => blockingStory({ exercise: blocking, ...scene }) },
  { id: 'as-completed', ms: 3000, play: (scene: Scene) => asCompletedStory({ exercise: asCompleted, ...scene }) },
  { id: 'assistant', ms: 3000, play: (scene: Scene) => assistantStory({ exercise: assistant, ...scene }) },
] as const;

const cases = stories.flatMap((story) => (['en', 'zh-CN'] as const).map((lang) => ({ ...story, lang })));

test.for(cases)('the story of $id in $lang tells the lesson line by line', async ({ id, lang, play }) => {
  const lines: string[] = [];
  await runVirtual(play({ lang, print: (line) => lines.push(line) }));
  const golden = await readFile(new URL(`./stories/${id}.${lang}.txt`, import.meta.url), 'utf8');
  expect(`${lines.map(withoutTime).join('\n')}\n`).toBe(golden.replaceAll('\r\n', '\n'));
});

test.for(stories)('the story of $id takes as long as the lesson says', async ({ ms, play }) => {
  const timed = coroutine(async () => {
    const elapsed = stopwatch();
    await play({ lang: 'en', print: () => {} });
    return elapsed();
  });
  expect(await runVirtual(timed())).toBe(ms);
});

/** The time of the day is another one every day. */
function withoutTime(line: string): string {
  return line.replace(/\(\d\d:\d\d:\d\d\)/, '(hh:mm:ss)');
}
