import { coroutine, createTask, seconds, sleep, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    open: '--- The tea room is open: a counter for two pots, two waiters ---',
    waits: (pot: number, at: string) => `${at} s  pot ${pot} is ready, the counter is full: the cook waits`,
    stands: (pot: number, at: string) => `${at} s  pot ${pot} stands on the counter`,
    served: (waiter: string, pot: number, at: string) => `${at} s  ${waiter} has served pot ${pot}`,
    lastOrder: (at: string) => `${at} s  last order: nothing comes in any more`,
    home: (waiter: string, at: string) => `${at} s  ${waiter} finds nothing more and goes home`,
    total: (elapsed: string) => `Everything is served: ${elapsed} seconds`,
    cook: 'cook',
    waiters: { quick: 'Ann', slow: 'Ben' },
  },
  'zh-CN': {
    open: '--- 茶馆开门：出餐台放得下两壶茶，有两位服务员 ---',
    waits: (pot: number, at: string) => `${at} 秒  第 ${pot} 壶泡好了，出餐台满了：厨师在等`,
    stands: (pot: number, at: string) => `${at} 秒  第 ${pot} 壶放上了出餐台`,
    served: (waiter: string, pot: number, at: string) => `${at} 秒  ${waiter}送完了第 ${pot} 壶`,
    lastOrder: (at: string) => `${at} 秒  打烊：不再上新茶`,
    home: (waiter: string, at: string) => `${at} 秒  ${waiter}看没有茶了，下班回家`,
    total: (elapsed: string) => `全部送完，总耗时: ${elapsed} 秒`,
    cook: '厨师',
    waiters: { quick: '小安', slow: '小本' },
  },
} as const;

const pots = [1, 2, 3, 4, 5, 6, 7, 8];

/** A cook who is faster than the waiters: 0.8 s for a pot, and 3 s or 4 s to serve one. The counter slows the cook down. */
export const story: Story<typeof import('./queue.ts')> = coroutine(async ({ exercise, lang, print }) => {
  const say = lines[lang];
  const elapsed = stopwatch();
  const at = (): string => (elapsed() / 1000).toFixed(2);
  const counter = new exercise.Queue<number>(2);

  const cook = coroutine(async () => {
    for (const pot of pots) {
      await sleep(seconds(0.8));
      if (counter.size === 2) print(say.waits(pot, at()));
      await counter.put(pot);
      print(say.stands(pot, at()));
    }
  });

  const wait = coroutine(async (waiter: string, servingMs: number) => {
    try {
      for (;;) {
        const pot = await counter.get();
        await sleep(servingMs);
        print(say.served(waiter, pot, at()));
        counter.taskDone();
      }
    } catch (error) {
      if (!(error instanceof exercise.QueueShutDown)) throw error;
      print(say.home(waiter, at()));
    }
  });

  print(say.open);
  const waiting = [
    createTask(wait(say.waiters.quick, seconds(3)), { name: say.waiters.quick }),
    createTask(wait(say.waiters.slow, seconds(4)), { name: say.waiters.slow }),
  ];
  await createTask(cook(), { name: say.cook });
  print(say.lastOrder(at()));
  counter.shutdown();
  await counter.join();
  for (const task of waiting) await task;
  print(say.total(at()));
});
