import { coroutine, createTask, kettle, music, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    called: 'A call does not run at once: it gives back a coroutine.',
    ready: (water: string) => `Got ${water}, time to make tea.`,
    total: (elapsed: string) => `Total time: ${elapsed} seconds`,
  },
  'zh-CN': {
    called: '调用它不会立即执行，而是返回一个协程对象。',
    ready: (water: string) => `拿到 ${water}，可以泡茶了。`,
    total: (elapsed: string) => `总耗时: ${elapsed} 秒`,
  },
} as const;

/** The lesson's first program once more, with your coroutines: whatever is printed before the first line came too early. */
export const story: Story<typeof import('./coroutine.ts')> = coroutine(async (stage) => {
  const say = lines[stage.lang];
  const boilWater = stage.exercise.coroutine(async () => await kettle(stage).boil());
  const listenToMusic = stage.exercise.coroutine(async () => await music(stage).listen());

  const elapsed = stopwatch();
  const boiling = boilWater();
  const listening = listenToMusic();
  stage.print(say.called);

  const tasks = [
    createTask(coroutine(async () => stage.print(say.ready(await boiling)))()),
    createTask(coroutine(async () => await listening)()),
  ];
  for (const task of tasks) await task;
  stage.print(say.total((elapsed() / 1000).toFixed(2)));
});
