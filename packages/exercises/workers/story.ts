import { coroutine, sleep, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    boil: 'The kettle is on...',
    water: 'hot water',
    pour: 'Pouring...',
    tea: 'a cup of tea',
    done: (water: string, tea: string, elapsed: string) => `First ${water}, then ${tea}: ${elapsed} seconds`,
  },
  'zh-CN': {
    boil: '开始烧水……',
    water: '开水',
    pour: '开始泡茶……',
    tea: '一杯茶',
    done: (water: string, tea: string, elapsed: string) => `先有${water}，再有${tea}：${elapsed} 秒`,
  },
} as const;

/** The water first, then the tea. */
export const story: Story<typeof import('./workers.ts')> = coroutine(async (stage) => {
  const say = lines[stage.lang];
  const boilWater = coroutine(async () => {
    stage.print(say.boil);
    await sleep(3000);
    return say.water;
  });
  const pourTea = coroutine(async () => {
    stage.print(say.pour);
    await sleep(1000);
    return say.tea;
  });

  const elapsed = stopwatch();
  const [water = '', tea = ''] = await stage.exercise.workers(boilWater, pourTea);
  stage.print(say.done(water, tea, (elapsed() / 1000).toFixed(2)));
});
