import { coroutine, currentClock, currentRecorder, seconds, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';
import type { LoopClock, LoopCoroutine } from './event-loop.ts';

const lines = {
  en: {
    boiling: 'Putting the kettle on...',
    boiled: 'The water boils!',
    boil: 'boil',
    listen: 'listen',
    water: 'hot water',
    listening: 'Listening to music while the kettle is on...',
    listened: 'The music is over.',
    ready: (water: string) => `Got ${water}, time to make tea.`,
    total: (elapsed: string) => `Total time: ${elapsed} seconds`,
  },
  'zh-CN': {
    boiling: '开始烧水...',
    boiled: '水烧开了!',
    boil: '烧水',
    listen: '听音乐',
    water: '开水',
    listening: '烧水的同时，开始听音乐...',
    listened: '音乐听完了。',
    ready: (water: string) => `拿到 ${water}，可以泡茶了。`,
    total: (elapsed: string) => `总耗时: ${elapsed} 秒`,
  },
} as const;

/** When a loop has nothing to run, its thread stands still until the next timer. Nobody is kept waiting by that: it does not count as blocking. */
const clock: LoopClock = {
  now: () => currentClock().now(),
  waitUntil: (time) => currentClock().block(Math.max(0, time - currentClock().now())),
};

/** The lesson's first program, run from its first line to its last by your loop. */
export const story: Story<typeof import('./event-loop.ts')> = coroutine(async ({ exercise, lang, print }) => {
  const say = lines[lang];
  const { EventLoop, sleep } = exercise;
  const loop = new EventLoop(clock);

  function* boilWater(): LoopCoroutine<string> {
    const finish = currentRecorder()?.begin(say.boil);
    print(say.boiling);
    yield sleep(seconds(3));
    finish?.();
    print(say.boiled);
    return say.water;
  }

  function* listenToMusic(): LoopCoroutine<void> {
    const finish = currentRecorder()?.begin(say.listen);
    print(say.listening);
    yield sleep(seconds(2));
    finish?.();
    print(say.listened);
  }

  function* main(): LoopCoroutine<void> {
    const boiling = loop.createTask(boilWater());
    const listening = loop.createTask(listenToMusic());
    const water = yield boiling;
    yield listening;
    print(say.ready(String(water)));
  }

  const elapsed = stopwatch();
  loop.run(main());
  print(say.total((elapsed() / 1000).toFixed(2)));
});
