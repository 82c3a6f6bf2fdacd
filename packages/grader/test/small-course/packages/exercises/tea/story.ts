import { coroutine, kettle, music, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: { ready: (water: string) => `Got ${water}.`, total: (elapsed: string) => `Total time: ${elapsed} seconds` },
  'zh-CN': { ready: (water: string) => `拿到 ${water}。`, total: (elapsed: string) => `总耗时: ${elapsed} 秒` },
} as const;

export const story: Story<typeof import('./tea.ts')> = coroutine(async (stage) => {
  const say = lines[stage.lang];
  const elapsed = stopwatch();
  stage.print(say.ready(await stage.exercise.makeTea(kettle(stage).boil, music(stage).listen)));
  stage.print(say.total((elapsed() / 1000).toFixed(2)));
});
