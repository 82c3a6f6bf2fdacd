import { coroutine, seconds, sleep, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    patience: (limit: number) => `--- A guest with ${limit} seconds of patience ---`,
    race: (limit: number) => `--- The same ${limit} seconds, with Promise.race ---`,
    boiling: 'Putting the kettle on...',
    boiled: 'The water boils!',
    off: 'Kettle off.',
    tea: (elapsed: string) => `Tea, after ${elapsed} seconds`,
    noTea: (elapsed: string) => `No tea: the time was up, after ${elapsed} seconds`,
    nobody: (elapsed: string) => `It boiled for nobody: the guest has been gone since ${elapsed} seconds`,
  },
  'zh-CN': {
    patience: (limit: number) => `--- 一位客人，愿意等 ${limit} 秒 ---`,
    race: (limit: number) => `--- 同样的 ${limit} 秒，改用 Promise.race ---`,
    boiling: '开始烧水...',
    boiled: '水烧开了!',
    off: '关掉水壶。',
    tea: (elapsed: string) => `喝上茶了，用时 ${elapsed} 秒`,
    noTea: (elapsed: string) => `没喝上茶：${elapsed} 秒时，时间到了`,
    nobody: (elapsed: string) => `水白烧了：客人在 ${elapsed} 秒时就走了`,
  },
} as const;

/** Patience: a kettle takes three seconds, and a guest waits two, or four. With a race, the kettle boils for nobody. */
export const story: Story<typeof import('./timeout.ts')> = coroutine(async (stage) => {
  const { exercise, lang, print } = stage;
  const say = lines[lang];

  /** A kettle that hears its signal, and is switched off then. */
  const boil = coroutine(async (signal?: AbortSignal) => {
    print(say.boiling);
    try {
      await sleep(seconds(3), { signal });
      print(say.boiled);
    } catch (reason) {
      print(say.off);
      throw reason;
    }
  });

  /** What becomes of the tea, and when. */
  const serve = async (tea: () => Promise<unknown>): Promise<string> => {
    const elapsed = stopwatch();
    const time = (): string => (elapsed() / 1000).toFixed(2);
    try {
      await tea();
      print(say.tea(time()));
    } catch (error) {
      if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
      print(say.noTea(time()));
    }
    return time();
  };

  for (const limit of [2, 4]) {
    print(say.patience(limit));
    await serve(async () => await exercise.timeout(seconds(limit), boil));
    print('');
  }

  const limit = 2;
  print(say.race(limit));
  const water = Promise.withResolvers<undefined>();
  const gone = await serve(async () => {
    const boiling = boil().then(() => water.resolve(undefined));
    const patience = sleep(seconds(limit)).then(() => Promise.reject(new DOMException('no patience left', 'TimeoutError')));
    await Promise.race([boiling, patience]);
  });
  await water.promise;
  print(say.nobody(gone));
});
