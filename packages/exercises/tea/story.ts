import { coroutine, kettle, music, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    ready: (water: string) => `Got ${water}, time to make tea.`,
    total: (elapsed: string) => `Total time: ${elapsed} seconds`,
  },
  'zh-CN': {
    ready: (water: string) => `拿到 ${water}，可以泡茶了。`,
    total: (elapsed: string) => `总耗时: ${elapsed} 秒`,
  },
} as const;

/** Level 1 of the lesson: three seconds of boiling and two of music take three seconds, not five. */
export const story: Story<typeof import('./tea.ts')> = coroutine(async (stage) => {
  const { boil } = kettle(stage);
  const { listen } = music(stage);
  const say = lines[stage.lang];

  const elapsed = stopwatch();
  const water = await stage.exercise.makeTea(boil, listen);
  stage.print(say.ready(water));
  stage.print(say.total((elapsed() / 1000).toFixed(2)));
});
